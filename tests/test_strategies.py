"""The corpora that properties are tried on have everything that a corpus can have."""

from contextlib import suppress

import msgspec
from hypothesis import Phase, given, settings

from model.corpus.corpus import Corpus
from tests.drawn_texts import plain
from tests.strategies import corpora

KINDS = ("entities", "events", "conflicts", "sources", "statements", "claims")


def default(field: msgspec.structs.FieldInfo) -> object:
    """What a field of a record is where nothing is said."""
    made = field.default_factory
    return made() if made is not msgspec.NODEFAULT else field.default


class Enough(Exception):
    """All has been seen."""


def not_drawn(fields: set[tuple[str, str]], told: set[tuple[str, str]]) -> set[tuple[str, str]]:
    # What is only begun stands in no corpus; `tests/corpus/test_drafts.py` draws which records are.
    return {it for it in fields - told if it[1] != "draft"}


def test_every_field_of_every_record_is_drawn():
    fields: set[tuple[str, str]] = set()
    told: set[tuple[str, str]] = set()

    @settings(max_examples=400, phases=[Phase.generate])
    @given(corpora(plain))
    def look(corpus: Corpus) -> None:
        for kind in KINDS:
            for record in getattr(corpus, kind).values():
                for field in msgspec.structs.fields(record):
                    fields.add((kind, field.name))
                    if getattr(record, field.name) != default(field):
                        told.add((kind, field.name))
        # Nothing is left to be found: the others are not drawn.
        if len(fields) > 40 and not_drawn(fields, told) == set():
            raise Enough

    with suppress(Enough):
        look()
    assert len(fields) > 40
    assert not_drawn(fields, told) == set()
