"""A candidate that is dismissed: an entry of `corpus.toml`, at its end, so that two who add one merge in git."""

from typing import Any

from model.candidates.proposal import Proposal
from model.curate.splice import line_ends_of, proven
from model.curate.toml_text import TomlText
from model.exchange.to_toml import written_value

FILE = "corpus.toml"


def dismissed(data: bytes | None, candidate: Proposal, reason: str) -> bytes:
    """The text of `corpus.toml` with a candidate dismissed for a reason. Raises `CannotEdit`."""
    text = TomlText(data or b"")
    fields = {"kind": candidate.kind.value, "between": [*candidate.between], "reason": reason}
    lines = ["[[suggest.dismissed]]", *(f"{name} = {written_value(it)}" for name, it in fields.items())]
    before = text.data.removesuffix(text.newline) + text.newline * 2 if text.data else b""

    def change(table: dict[str, Any]) -> None:
        table.setdefault("suggest", {}).setdefault("dismissed", []).append(fields)

    return proven(text, before + line_ends_of(text, "".join(f"{line}\n" for line in lines)), change)
