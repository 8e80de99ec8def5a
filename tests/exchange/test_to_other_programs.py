"""What is written for FollowTheMoney, Timesketch, SQLite and Parquet is read back, and no plan reads as an outcome."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from dateutil import parser as dateutil
from pyarrow import parquet

from model.asof.state import event_state
from model.asof.word import Word
from model.exchange.csv_tables import NUMBERS, TABLES, rows
from model.exchange.extract import Extract, Scope
from model.exchange.formats import EXPORTERS
from tests.cli.running import run
from tests.exchange.bundled import CORPUS
from tests.exchange.ftm_reader import entities
from tests.exchange.test_peers import DAYS, extract, of_dates, written
from tests.tui.small_corpus import small_corpus


def database(of: Extract, tmp_path: Path) -> sqlite3.Connection:
    EXPORTERS.get("sqlite").into_file(of, tmp_path / "x.sqlite")
    found = sqlite3.connect(tmp_path / "x.sqlite")
    found.row_factory = sqlite3.Row
    return found


def word_of(of: Extract, event: str) -> Word:
    state = event_state(of.corpus, event, of.scope.day)
    assert state is not None
    return state.word_at(of.scope.day)


def by_event(of: Extract) -> dict[str, Any]:
    found = entities(written("ftm", of))
    return {
        it["properties"]["recordId"][0]: it["properties"] for it in found.values() if it["schema"] == "Event"
    }


@pytest.mark.parametrize("day", DAYS)
def test_entities_are_as_followthemoney_has_them_and_link_people_to_what_occurred_alone(day: str):
    of = extract(day)
    events = by_event(of)
    assert [*events] == [*of.scope.events]
    for event, it in events.items():
        word = word_of(of, event)
        assert it["name"] == [f"{word}: {CORPUS.events[event].title}"]
        assert it["keywords"] == [word.value]
        assert "involved" not in it or word is Word.OCCURRED
    assert any("involved" in it for it in events.values())


def test_no_date_of_an_entity_is_finer_than_it_is():
    names = ("date", "startDate", "endDate")
    shown = {
        event: {name: it[name][0] for name in names if name in it}
        for event, it in by_event(of_dates()).items()
    }
    assert shown == {
        "year": {"date": "2024"},
        "month": {"date": "2025-05"},
        "day": {"date": "2025-05-09"},
        "about": {"date": "2025-05-09"},
        "span": {"startDate": "2025-05-09", "endDate": "2025-05-11"},
        "window": {"date": "2025-05"},
        "ends": {"startDate": "2025-05", "endDate": "2025-07"},
        "since": {"startDate": "2025-05-09"},
        "until": {"endDate": "2025-05-09"},
        "off": {"date": "2025-05-10"},
        "never": {"date": "2025-05-10"},
        "past": {"date": "2025-04-30"},
        "old": {},
    }  # fmt: skip
    assert by_event(of_dates())["about"]["summary"][0].endswith("c. 9 May 2025")
    assert [*EXPORTERS.get("ftm").what_is_left_out(of_dates())] == ["1 event has its date in words alone."]


@pytest.mark.parametrize("day", DAYS)
def test_a_line_of_timesketch_has_the_three_fields_and_says_how_exact_it_is(day: str):
    of = extract(day)
    lines = [json.loads(line) for line in written("timesketch", of).splitlines()]
    (said,) = EXPORTERS.get("timesketch").what_is_left_out(of)
    assert said.startswith(f"{len(of.scope.events) - len(lines)} of {len(of.scope.events)} events left out: ")
    for it in lines:
        read = dateutil.parse(it["datetime"])
        assert isinstance(read, datetime)
        assert read.utcoffset() is not None
        assert it["message"].startswith(f"{word_of(of, it['event'])}: ")
        assert it["status"] == word_of(of, it["event"]).value
        assert (it["timestamp_desc"] == "Event") is (it["date_precision"] == "day")


def test_a_line_of_timesketch_makes_no_instant_of_a_month_in_silence():
    lines = [json.loads(line) for line in written("timesketch", of_dates()).splitlines()]
    said = {it["event"]: (it["datetime"][:10], it["date_precision"], it["timestamp_desc"]) for it in lines}
    assert said == {
        "year": ("2024-01-01", "year", "Event, 2024 (first day)"),
        "month": ("2025-05-01", "month", "Event, May 2025 (first day)"),
        "day": ("2025-05-09", "day", "Event"),
        "about": ("2025-05-09", "day, not sure", "Event, c. 9 May 2025 (first day)"),
        "span": ("2025-05-09", "span", "Event, 9-11 May 2025 (first day)"),
        "window": ("2025-05-09", "window", "Event, some time in 9-11 May 2025 (first day)"),
        "ends": ("2025-05-01", "span", "Event, May-Jul 2025 (first day)"),
        "since": ("2025-05-09", "span", "Event, since 9 May 2025 (first day)"),
        "until": ("2025-05-09", "span", "Event, until 9 May 2025 (last day)"),
        "off": ("2025-05-10", "day", "Event"),
        "never": ("2025-05-10", "day", "Event"),
        "past": ("2025-04-30", "day", "Event"),
    }


@pytest.mark.parametrize("day", DAYS)
def test_a_database_holds_together_and_says_the_word_of_each_event(day: str, tmp_path: Path):
    of = extract(day)
    with closing(database(of, tmp_path)) as found:
        assert not found.execute("PRAGMA foreign_key_check").fetchall()
        assert found.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        events = {it["id"]: it for it in found.execute("SELECT * FROM events")}
        assert {name for name, it in events.items() if it["word"] != "strand"} == {*of.scope.events}
        for event in of.scope.events:
            state = event_state(of.corpus, event, of.scope.day)
            assert state is not None
            assert events[event]["word"] == state.word_at(of.scope.day).value
            assert events[event]["date_edtf"] == (state.date.text if state.date is not None else None)
            assert events[event]["decided_by"] == state.chosen.claim.id
        claims = [it["id"] for it in found.execute("SELECT id FROM claims ORDER BY rowid")]
        assert claims == [*of.corpus.claims]
        assert all(it["word"] for it in found.execute("SELECT word FROM claims"))
        assert found.execute("SELECT count(*) FROM conflicts").fetchone()[0] == len(of.conflicts)
        said = {what for what, _ in found.execute("SELECT * FROM readme")}
        for (name,) in found.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [it["name"] for it in found.execute(f'PRAGMA table_info("{name}")')]
            assert name == "readme" or {f"table {name}", *(f"column {name}.{it}" for it in columns)} <= said


def test_a_database_under_a_filter_holds_together_too(tmp_path: Path):
    done = run("export", "--to", "sqlite", "--filter", "has:conflict", "-o", tmp_path / "x.sqlite")
    assert done.returncode == 0
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as found:
        assert not found.execute("PRAGMA foreign_key_check").fetchall()
        assert 0 < found.execute("SELECT count(*) FROM claims").fetchone()[0] < len(CORPUS.claims)


@pytest.mark.parametrize("table", TABLES)
def test_parquet_says_what_csv_says(table: str, tmp_path: Path):
    of = extract("2025-06-01", table)
    EXPORTERS.get("parquet").into_file(of, tmp_path / "x.parquet")
    read = parquet.read_table(tmp_path / "x.parquet")
    head, *others = rows(of)
    assert read.schema.names == head
    assert [[str(it) if it is not None else "" for it in row.values()] for row in read.to_pylist()] == others
    assert all(str(read.schema.field(name).type) == "int64" for name in NUMBERS & {*head})
    assert read.schema.metadata[b"as_of"] == b"2025-06-01"


def test_what_is_due_is_not_said_to_have_been(tmp_path: Path):
    of = of_dates("2025-06-01")
    assert by_event(of)["day"]["name"][0].startswith("due: ")
    assert '"due: ' in written("timesketch", of)
    with closing(database(of, tmp_path)) as found:
        assert found.execute("SELECT word FROM events WHERE id = 'day'").fetchone()[0] == "due"


def test_hostile_texts_are_values_and_no_statements(tmp_path: Path):
    title = "'); DROP TABLE events; --"
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], title)
    of = Extract(corpus, Scope(10**6, ("e0",), 1), ())
    with closing(database(of, tmp_path)) as found:
        assert found.execute("SELECT title FROM events").fetchone()[0].startswith(title)
    assert entities(written("ftm", of))
