"""The corpora that properties are tried on have everything that a corpus can have."""

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

    look()
    assert len(fields) > 40
    # What is only begun stands in no corpus; `tests/corpus/test_drafts.py` draws which records are.
    assert {it for it in fields - told if it[1] != "draft"} == set()
