"""Notes, todos and tags: curators' own, on every record, and nobody else's."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from model.asof.known import known_by, known_from
from model.corpus import records
from model.corpus.corpus import Corpus
from model.corpus.fields import fields_of
from model.corpus.noted import notes_of
from model.corpus.vocabulary import ConflictKind
from model.dates.calendar import day_from_text
from model.exchange.to_csv import csv_claims
from model.exchange.to_toml import toml
from model.index.memory.index import MemoryIndex
from model.index.protocol import Index
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from model.query.language import Readable, read
from tests.handmade import corpus_of

LINES = """
    plan    2025-05-01  scheduled  CT+  2025-05-09  by=kremlin  roles=host:russia
    rumour  2025-05-03  expected   PR+  2025-05-09  event=other
"""
DAY, LAST = "2025-05-02", "2025-05-03"


def noted(kind: str, name: str) -> Corpus:
    corpus = corpus_of(LINES)
    table = {**getattr(corpus, kind)}
    table[name] = msgspec.structs.replace(
        table[name], note="a note", todo="a todo", tags=("odd", "two-words")
    )
    changed: dict[str, Any] = {kind: table}
    return replace(corpus, **changed)


def found(index: Index, text: str, day: str) -> list[str]:
    reader = index.at(AsOf(day_from_text(day), read(text, Readable(index.vocabulary))))
    return [row.event for row in reader.rows(0, 10)]


def test_links_to_rows_have_no_day_and_are_there_only_where_all_is_known():
    corpus = corpus_of(LINES)
    links = (records.RowLink(table="Missile tests", row="MT-12"),)
    linked = {**corpus.events, "visit": msgspec.structs.replace(corpus.events["visit"], rows=links)}
    corpus = replace(corpus, events=linked)
    last = known_from(corpus)
    assert known_by(corpus, last).events["visit"].rows == links
    assert known_by(corpus, last - 1).events["visit"].rows == ()


@pytest.mark.parametrize("make", [SqliteIndex, MemoryIndex])
@pytest.mark.parametrize(
    ("kind", "name"),
    [("claims", "plan"), ("events", "visit"), ("statements", "said-plan"), ("entities", "russia")],
)
def test_what_is_tagged_or_hangs_on_it_is_found(make: Callable[[Corpus], Index], kind: str, name: str):
    index = make(noted(kind, name))
    assert found(index, "tag:odd", DAY) == ["visit"]
    assert found(index, "tag:two-words", "2025-06-01") == ["visit"]
    assert found(index, "-tag:odd", LAST) == ["other"]
    if kind != "entities":
        assert found(index, "has:todo", "2025-06-01") == ["visit"]
    assert found(index, "has:todo", LAST) == []


@pytest.mark.parametrize("make", [SqliteIndex, MemoryIndex])
def test_the_tag_of_a_conflict_finds_the_events_of_its_claims_once_it_is_seen(
    make: Callable[[Corpus], Index],
):
    corpus = corpus_of(f"{LINES}    conflict contradiction  plan,rumour\n")
    (name, conflict), *_ = corpus.conflicts.items()
    conflict = msgspec.structs.replace(conflict, todo="a todo", tags=("odd",))
    index = make(replace(corpus, conflicts={name: conflict}))
    assert found(index, "tag:odd", DAY) == []
    assert found(index, "tag:odd", LAST) == ["other", "visit"]
    assert found(index, "has:todo", "2025-06-01") == ["other", "visit"]


@pytest.mark.parametrize("make", [SqliteIndex, MemoryIndex])
@pytest.mark.parametrize("kind", ["furniture", "left_out"])
def test_the_tag_of_a_passage_finds_the_events_of_its_document(make: Callable[[Corpus], Index], kind: str):
    corpus = corpus_of(LINES)
    said = {"kind": "menu"} if kind == "furniture" else {"reason": "R"}
    kinds: dict[str, type[Any]] = {"furniture": records.Furniture, "left_out": records.LeftOut}
    passage = kinds[kind](quote="x", tags=("odd",), todo="a todo", **said)
    source = corpus.claims["plan"].source
    changed: dict[str, Any] = {kind: {**getattr(corpus, kind), source: (passage,)}}
    index = make(replace(corpus, **changed))
    events = sorted({it.event for it in corpus.claims.values() if it.source == source and it.event})
    assert sorted(found(index, "tag:odd", "2025-06-01")) == events
    assert sorted(found(index, "has:todo", "2025-06-01")) == events


@pytest.mark.parametrize(
    "kind", [records.Source, records.Statement, records.Claim, records.Entity, records.Event, records.Conflict,
             records.Furniture, records.LeftOut]
)  # fmt: skip
def test_every_record_can_be_noted_last_of_all(kind: type[records.Record]):
    assert [field.name for field in fields_of(kind)][-3:] == ["note", "todo", "tags"]
    assert {field.since for field in fields_of(kind)[-3:]} == {2}


def test_what_is_noted_is_said_with_the_name_of_its_field():
    (_, event) = sorted(noted("events", "visit").events.items())[1]
    assert [*notes_of(event)] == [("todo", "a todo"), ("note", "a note"), ("tags", "odd, two-words")]
    assert [*notes_of(corpus_of(LINES).events["visit"])] == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("claims", "plan"),
        ("events", "visit"),
        ("statements", "said-plan"),
        ("sources", "paper"),
        ("entities", "russia"),
    ],
)
def test_notes_and_todos_have_no_day_and_tags_stay(kind: str, name: str):
    corpus = noted(kind, name)
    assert known_from(corpus) == day_from_text("2025-06-01")
    whole = getattr(known_by(corpus, day_from_text("2025-06-01")), kind)[name]
    assert (whole.note, whole.todo) == ("a note", "a todo")
    then = getattr(known_by(corpus, day_from_text(DAY)), kind)[name]
    assert (then.note, then.todo) == (None, None)
    if kind != "sources":
        assert then.tags == ("odd", "two-words")


def test_a_note_of_a_conflict_is_none_of_its_readings():
    conflict = records.Conflict(
        id="k",
        kind=ConflictKind.LABEL,
        topic="t",
        claims=("a", "b"),
        reason="r",
        readings={"a": "x"},
        note="n",
    )
    table = tomllib.loads(toml([("conflict", conflict)]))["conflict"][0]
    assert (table["note"], table["readings"]) == ("n", {"a": "x"})


def test_tables_for_others_have_none_of_it():
    corpus = noted("claims", "plan")
    table = "".join(csv_claims(corpus, day_from_text("2025-06-01")))
    assert "a note" not in table
    assert "odd" not in table
