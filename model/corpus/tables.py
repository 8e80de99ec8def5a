"""Which records stand in which file of a corpus, under which name."""

from model.corpus.asked import Question, VainSearch
from model.corpus.fields import fields_of
from model.corpus.files import MISSING_FILE, UnreadableFile
from model.corpus.info import INFO_FILE
from model.corpus.layout import SOURCES
from model.corpus.listed import PrintedList
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Record,
    Source,
    Statement,
)

PLAIN_FILES: dict[str, tuple[str, type[Record]]] = {
    "entities.toml": ("entity", Entity),
    "events.toml": ("event", Event),
    "conflicts.toml": ("conflict", Conflict),
    "questions.toml": ("question", Question),
    "searches.toml": ("search", VainSearch),
}
"""The files beside corpus.toml, each with the one kind of record that it holds."""

MAY_BE_ABSENT = frozenset({"conflicts.toml", "questions.toml", "searches.toml"})
"""Those that a corpus with sources need not have."""

KINDS_IN: dict[str, frozenset[str]] = {
    INFO_FILE: frozenset({"check"}),
    **{file: frozenset({kind}) for file, (kind, _) in PLAIN_FILES.items()},
}
"""Of which kinds the records in a file may be; in all others they are a source's."""

OF_A_SOURCE: dict[str, type[Record]] = {
    "statement": Statement,
    "claim": Claim,
    "list": PrintedList,
    "furniture": Furniture,
    "left_out": LeftOut,
}
"""What the records of a source hold beside its [source]."""

KINDS: dict[str, type[Record]] = {
    **dict(PLAIN_FILES.values()),
    "source": Source,
    **OF_A_SOURCE,
}
"""Every kind of record, by the name of its table."""

SINCE_RECORDS: dict[type[Record], tuple[str, int]] = {
    Question: ("question", 3),
    VainSearch: ("search", 3),
    PrintedList: ("list", 3),
}
"""The kinds of records that there are only since a later version of the format than the first."""


def belongs(name: str) -> str:
    """Where a table belongs that stands in the wrong file, as advice; empty where it belongs nowhere."""
    if name in ("source", *OF_A_SOURCE):
        return f"; it belongs into {SOURCES}/<id>.toml, beside the text that it is about"
    return next((f"; it belongs into {file}" for file, (kind, _) in PLAIN_FILES.items() if kind == name), "")


def wanted(file: str, error: UnreadableFile) -> str:
    """What would be right where a file of a corpus is not there at all, as advice."""
    if error.code != MISSING_FILE:
        return ""
    if file == INFO_FILE:
        needed = ", ".join(field.name for field in fields_of(CorpusInfo) if field.required)
        return f"; write it, with {needed}"
    if file in PLAIN_FILES:
        return f"; write it, with an [[{PLAIN_FILES[file][0]}]] for each"
    return "; put the text there" if file.endswith(".txt") else ""
