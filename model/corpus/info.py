"""What `corpus.toml` says of the corpus, as far as it can be read: without it a corpus still opens."""

from pathlib import Path
from typing import Any

import msgspec

from model.corpus.advice import advised
from model.corpus.check_values import language_problems
from model.corpus.convert import convert
from model.corpus.findings import Place, Problem
from model.corpus.records import FORMAT_VERSION, KNOWN_FORMATS, CorpusInfo
from model.corpus.shortened import shortened

INFO_FILE = "corpus.toml"


def read_info(table: dict[str, Any] | None, folder: Path) -> tuple[CorpusInfo, list[Problem]]:
    """What a table says of the corpus in `folder`, and what is wrong with it.

    What it does not say, or says wrongly, is left empty; a corpus without a title has the name of its folder.
    """
    given = table if table is not None else {}
    fallback: dict[str, Any] = {
        "format": FORMAT_VERSION,
        "title": folder.resolve().name or "corpus",
        "description": "",
        "curators": (),
        "language": "und",
    }
    if table is None:
        return CorpusInfo(**fallback), []
    place = Place(INFO_FILE)
    version = given.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version not in KNOWN_FORMATS:
        return CorpusInfo(**fallback), [Problem(place.of("format"), unknown_format(version), "F010")]
    info = convert(given, CorpusInfo, place, {})
    if not isinstance(info, list):
        return info, [*language_problems(info.language, place.of("language"))]
    return CorpusInfo(**fallback | _sound_fields(given)), [*advised(info, given, CorpusInfo, place)]


def unknown_format(version: object) -> str:
    """What to say of a format that is none of those that are known."""
    read = f"which reads formats {KNOWN_FORMATS[0]} to {FORMAT_VERSION}; a later one may read it"
    return f"format {shortened(version)} is not known to this program, {read}"


def _sound_fields(table: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for field in msgspec.structs.fields(CorpusInfo):
        try:
            if field.name in table:
                found[field.name] = msgspec.convert(table[field.name], field.type)
        except (msgspec.ValidationError, RecursionError):
            continue
    return found
