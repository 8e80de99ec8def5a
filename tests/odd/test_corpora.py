"""The odd corpus of format 2 has something in every field that came with it."""

from pathlib import Path

import msgspec

from model.corpus.fields import fields_of
from model.corpus.records import Record
from model.corpus.vocabulary import Answer
from tests.odd.corpora import CORPORA

TABLES = ("sources", "entities", "events", "conflicts", "statements", "claims")


def test_every_field_of_format_2_is_filled(tmp_path: Path):
    corpus = CORPORA["all of format 2"]().load(tmp_path / "corpus")
    assert (corpus.errors, corpus.lost) == (0, 0), corpus.findings
    empty = set()
    for table in TABLES:
        records: list[Record] = [*getattr(corpus, table).values()]
        for field in fields_of(type(records[0])):
            filled = any(getattr(it, field.name) not in (None, (), False) for it in records)
            if field.since == 2 and not filled:
                empty.add((table, field.name))
    # A source is a copy in one way; what is only begun has a corpus of its own.
    assert {it for it in empty if it[1] != "draft"} == {
        ("sources", "reprint_of"),
        ("sources", "translation_of"),
    }
    assert msgspec.structs.asdict(corpus.claims["yes"])["amounts"]


def test_every_field_of_what_is_asked_is_filled(tmp_path: Path):
    corpus = CORPORA["all of format 3"]().load(tmp_path / "corpus")
    assert corpus.errors == 0, corpus.findings
    for records in (corpus.lists, corpus.questions, corpus.searches):
        kind = type(next(iter(records.values())))
        empty = {
            field.name
            for field in fields_of(kind)
            if not any(getattr(it, field.name) for it in records.values())
        }
        assert empty == {"draft"}
    answers = {it.resolution.outcome for it in corpus.questions.values() if it.resolution is not None}
    assert answers == {*Answer}
    assert {it.kind for it in corpus.drafts} == {"list", "question", "search"}
