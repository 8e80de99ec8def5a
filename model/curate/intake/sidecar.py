"""The records of a new source, as TOML: what is known of it, what of its text is furniture, what may be looked up."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import tomlkit

from model.corpus.fields import fields_of
from model.corpus.records import Furniture, Quote, Source
from model.curate.intake.extracted import SetAside
from model.curate.splice import proven
from model.curate.toml_text import TomlText
from model.exchange.to_toml import toml
from model.quotes.hidden import is_hidden
from model.quotes.searched import Searched
from model.quotes.selecting import selecting
from model.quotes.span import TextSpan

_LONGEST_COMMENT = 400

_OFFER = re.compile(r"# (?P<setting>[a-z_]+ = .*)  # [^\r\n]*")
"""A line that offers a value."""

Value = str | bool | tuple[str, ...] | Mapping[str, str]
"""What a field of a source is set to here: a text, a list of them, or a table."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that a curator may take, as a comment beside the fields: the field, the value, and who says so."""

    field: str
    value: Value
    told_by: str


def sidecar(
    values: Mapping[str, Value], offers: Iterable[Offer], text: str, asides: Iterable[SetAside]
) -> str:
    """The file beside a text. What it does not have of `values`, the source lacks."""
    lines = [
        "# Added by dprk-tui add-source. What is behind a # is offered, and nothing is taken from there.",
        "[source]",
    ]
    offered: dict[str, list[Offer]] = {}
    for offer in offers:
        offered.setdefault(offer.field, []).append(offer)
    for field in fields_of(Source):
        if field.name in values:
            lines.append(f"{field.name} = {_value(values[field.name])}")
        lines += [
            _comment(f"{field.name} = {_value(offer.value)}", offer.told_by)
            for offer in offered.get(field.name, ())
        ]
    return "\n".join(lines) + "\n" + _furniture(text, asides)


def offers_in(data: bytes) -> dict[str, list[Any]]:
    """What is offered in a file as `sidecar` writes it: the values of each field; not what had to be cut there."""
    head, _, _ = data.partition(b"\n[[")
    found: dict[str, list[Any]] = {}
    for line in head.decode(errors="replace").splitlines():
        offer = _OFFER.fullmatch(line)
        try:
            table = tomllib.loads(offer["setting"]) if offer is not None else {}
        except tomllib.TOMLDecodeError:
            continue
        for field, value in table.items():
            found.setdefault(field, []).append(value)
    return found


def without_offers(data: bytes, fields: Iterable[str]) -> bytes:
    """The file without what was offered for some fields of the source: it is filled in, and no offer any more.

    Raises `CannotEdit` where what looks like an offer is something else.
    """
    names = "|".join(map(re.escape, fields))
    if not names:
        return data
    head, mark, rest = data.partition(b"\n[[")
    offer = re.compile(rf"(?m)^# (?:{names}) = [^\r\n]*  # [^\r\n]*\r?\n".encode())
    left = offer.sub(b"", head + mark[:1]) + mark[1:] + rest
    return proven(TomlText(data), left, lambda table: None) if left != data else data


def _furniture(text: str, asides: Iterable[SetAside]) -> str:
    searched = Searched(text)
    records = [("furniture", Furniture(_quote(searched, it), it.kind)) for it in asides]
    return "\n" + toml(records) if records else ""


def _quote(text: Searched, aside: SetAside) -> str | Quote:
    prefix, exact, suffix = selecting(text, TextSpan(aside.start, aside.end))
    return Quote(prefix=prefix, exact=exact, suffix=suffix) if prefix or suffix else exact


def _value(value: Value) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{name} = {_value(words)}" for name, words in value.items())
        return f"{{ {inside} }}"
    return tomlkit.item(list(value) if isinstance(value, tuple) else value).as_string()


def _comment(setting: str, told_by: str) -> str:
    """One line, whatever is in it: nothing in it may end the comment, or hide what it says."""
    return f"# {plain_line(setting)}  # {plain_line(told_by)}"


def plain_line(words: str) -> str:
    """A text on one line and without characters that cannot be seen, cut where it is long."""
    line = "".join(it for it in " ".join(words[:4000].split()) if not is_hidden(it))
    return line if len(line) <= _LONGEST_COMMENT else f"{line[:_LONGEST_COMMENT]}..."
