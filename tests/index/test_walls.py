"""The walls around the index: SQL in one folder, and keys of filters that need no list of their own."""

import re
from pathlib import Path

import pytest

import model
from model.dates.calendar import day_from_text
from model.index.found import Kind
from model.index.values import AsOf
from model.query.keys import FILTER_KEYS
from model.query.language import Readable, read
from model.query.terms import Query
from model.query.vocabulary import CLAIM_KEYS, DATE_KEYS, vocabulary_of
from tests.handmade import corpus_of
from tests.index.conftest import IndexOf

ROOT = Path(model.__file__).parent.parent
SQL = re.compile(
    r"\bsqlite3\b|\bexecute(?:many|script)?\(|\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|\bCREATE (?:TEMP )?TABLE\b|\bfts5\b"
)


def test_no_sql_stands_outside_of_its_folders():
    own = {
        ROOT / "model" / "index" / "sqlite",
        ROOT / "model" / "index" / "table" / "file",
        ROOT / "model" / "index" / "postgres",
        # Says only that an image that is no database is none that was kept.
        ROOT / "model" / "compiled",
        # Makes a database for others, of which nothing is asked.
        ROOT / "model" / "exchange" / "database_file.py",
    }
    files = [file for top in ("model", "tui") for file in (ROOT / top).rglob("*.py")]
    inside = [file for file in files if own & {file, *file.parents}]
    assert len(inside) > 15
    outside = [str(file) for file in files if file not in inside and SQL.search(file.read_text("utf-8"))]
    assert outside == []


CORPUS = corpus_of("""
    one    2025-05-01  scheduled  CT+  2025-05-09  event=parade by=kremlin
    other  2025-05-02  occurred   CT+  -           event=visit by=tass source=wire origin=one
""")


@pytest.mark.parametrize("key", [key.name for key in FILTER_KEYS], ids=str)
def test_every_key_narrows_is_counted_and_can_be_searched_by(index_of: IndexOf, key: str):
    index, day = index_of(CORPUS), day_from_text("2025-06-01")
    everything = index.at(AsOf(day))
    values = ["2025-05-05"] if key in DATE_KEYS else [*vocabulary_of(CORPUS)[key]]
    for value in values:
        query = read(f"{key}:{value}", Readable(index.vocabulary))
        narrowed, rest = (
            index.at(AsOf(day, read(f"{turn}{key}:{value}", Readable(index.vocabulary))))
            for turn in ("", "-")
        )
        assert narrowed.counts.total + rest.counts.total == everything.counts.total == 2
        assert everything.facets.count(query) == narrowed.counts.total
        if key not in DATE_KEYS:
            counted = dict(everything.facets.counts(key, Query("", ())))
            assert counted.get(value, 0) == narrowed.counts.total
        found = everything.find.of(f"{key}:{value}")
        assert {hit.kind for hit in found.hits} <= {Kind.CLAIM}
        events = {hit.event for hit in found.hits}
        assert events == {row.event for row in narrowed.rows(0, 2)}


def test_what_a_claim_has_by_itself_finds_that_claim_and_no_other_of_its_event(index_of: IndexOf):
    corpus = corpus_of("""
        one    2025-05-01  scheduled  CT+  2025-05-09  event=parade by=kremlin
        other  2025-05-02  occurred   CT+  -           event=parade by=tass source=wire
    """)
    reader = index_of(corpus).at(AsOf(day_from_text("2025-06-01")))
    own = {"by": "tass", "source": "wire", "origin": "said-other"}
    assert own.keys() <= CLAIM_KEYS
    for key, value in own.items():
        assert [hit.ref for hit in reader.find.of(f"{key}:{value}").hits] == ["other"]
        assert [hit.ref for hit in reader.find.of(f"-{key}:{value}").hits] == ["one"]
    assert [hit.ref for hit in reader.find.of("basis:external").hits] == ["one"]
    assert [hit.ref for hit in reader.find.of("status:occurred").hits] == ["one", "other"]
