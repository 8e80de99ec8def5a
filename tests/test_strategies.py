"""The corpora that properties are tried on have everything that a corpus can have."""

from contextlib import suppress
from itertools import chain

import msgspec
from hypothesis import Phase, given, settings

from model.corpus.corpus import Corpus
from model.corpus.quoted import quotes_of
from tests.drawn_texts import plain
from tests.strategies import corpora

KINDS = ("entities", "events", "conflicts", "sources", "statements", "claims")

QUOTING = {
    *(("Claim", it) for it in ("quote", "quotes", "date.quote")),
    *(("Statement", it) for it in ("quote", "quotes", "chain.quote", "on.quote")),
    *(("PrintedList", it) for it in ("quote", "entries.quote")),
    *((it, "quote") for it in ("Furniture", "LeftOut")),
    ("Source", "published.quote"),
}
"""Each field in which a record quotes, by the record's type."""


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


def test_a_quote_is_drawn_wherever_one_can_stand():
    drawn: set[tuple[str, str]] = set()

    @settings(max_examples=400, phases=[Phase.generate])
    @given(corpora(plain))
    def look(corpus: Corpus) -> None:
        named = (getattr(corpus, kind).values() for kind in ("sources", "statements", "claims", "lists"))
        set_aside = (rows for table in (corpus.furniture, corpus.left_out) for rows in table.values())
        for record in chain.from_iterable([*named, *set_aside]):
            for path, _ in quotes_of(record):
                drawn.add((type(record).__name__, ".".join(it for it in path if isinstance(it, str))))
        # Nothing is left to be found.
        if drawn == QUOTING:
            raise Enough

    with suppress(Enough):
        look()
    assert drawn == QUOTING
