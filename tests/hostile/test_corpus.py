"""The hostile corpus is what it says: sound, and hostile in every field that takes any text."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from model.corpus import asked, records
from model.corpus.corpus import Corpus
from model.corpus.records import Record
from tests.hostile.corpus import TEXT_FIELDS, hostile_corpus
from tests.hostile.payloads import PAYLOADS

OF_ONE_SHAPE = {("Dated", "edtf"), ("Dated", "best"), ("Dated", "from_")} | {
    *(("Question", "asked"), ("Question", "closes"), ("VainSearch", "day"))
}
"""Fields that are strings, and are checked to be dates or ids."""


def free(kind: object) -> bool:
    """Whether a field of this type takes any text."""
    if hasattr(kind, "__metadata__"):
        shaped = any(note.pattern for note in kind.__metadata__ if isinstance(note, msgspec.Meta))
        return not shaped and free(kind.__origin__)  # type: ignore[attr-defined]
    return kind is str or any(map(free, getattr(kind, "__args__", ())))


def test_every_field_that_takes_any_text_is_named():
    public = (*vars(records).values(), *vars(asked).values())
    kinds = {kind for kind in public if isinstance(kind, type) and issubclass(kind, Record)}
    found = {
        (kind.__name__, field.name)
        for kind in kinds - {Record}
        for field in msgspec.structs.fields(kind)
        if free(field.type) and field.name != "roles"
    }
    named = {(kind, field) for kind, fields in TEXT_FIELDS.items() for field in fields}
    assert found - OF_ONE_SHAPE == named


def strings(value: object, owner: str = "", name: str = "") -> Iterator[tuple[str, str, str]]:
    """Every string below a value, with the record and the field that hold it."""
    if isinstance(value, Record):
        for field in msgspec.structs.fields(value):
            yield from strings(getattr(value, field.name), type(value).__name__, field.name)
    elif isinstance(value, str):
        yield owner, name, value
    elif isinstance(value, dict):
        yield from strings(tuple(value.values()), owner, name)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from strings(item, owner, name)


def every_record(corpus: Corpus) -> Iterator[Record]:
    yield corpus.info
    for kind in (
        corpus.entities,
        corpus.events,
        corpus.conflicts,
        corpus.sources,
        corpus.statements,
        corpus.claims,
        corpus.lists,
        corpus.questions,
        corpus.searches,
    ):
        yield from kind.values()
    for held in (corpus.furniture, corpus.left_out):
        for listed in held.values():
            yield from listed


def test_every_one_of_them_holds_what_would_do_harm(tmp_path: Path):
    corpus = hostile_corpus(tmp_path / "hostile")
    held = {
        (owner, name)
        for record in every_record(corpus)
        for owner, name, text in strings(record)
        if any(payload in text for payload in PAYLOADS)
    }
    quiet = {
        ("Quote", "exact"),
        ("Quote", "prefix"),
        ("Quote", "suffix"),
        ("Furniture", "quote"),
        ("LeftOut", "quote"),
    }
    named = {(kind, field) for kind, fields in TEXT_FIELDS.items() for field in fields}
    assert named - held <= quiet, "the words of quotes are the document's, and those of claims are hostile"
