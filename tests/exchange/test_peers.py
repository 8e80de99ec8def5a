"""What is written for other programs is read back by them or as they read it, and never says more than is known."""

import csv
import dataclasses
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from msgspec.structs import replace

from model.asof.state import event_state
from model.asof.word import Word
from model.dates.calendar import day_from_text
from model.dates.civil import iso_day
from model.dates.edtf import Precision, Shape
from model.exchange.csv_tables import NUMBERS, TABLES
from model.exchange.extract import Extract, Scope
from model.exchange.formats import EXPORTERS, Exporter
from model.index.archive import open_archive
from tests.cli.running import run
from tests.exchange.bundled import CORPUS
from tests.handmade import corpus_of
from tests.tui.small_corpus import small_corpus
from tui.exporting import extract_of

DAYS = ["2025-05-06", "2025-06-01"]
"""While much was to be, and when its day had passed."""

DATES = """
    year    2025-05-01  occurred   CT+  2024
    month   2025-05-01  expected   PR+  2025-05
    day     2025-05-01  scheduled  CT+  2025-05-09
    about   2025-05-01  scheduled  CT+  2025-05-09~
    span    2025-05-01  confirmed  CT+  2025-05-09/2025-05-11
    window  2025-05-01  expected   PR+  [2025-05-09..2025-05-11]
    ends    2025-05-01  expected   PR+  2025-05/2025-07
    since   2025-05-01  scheduled  CT+  2025-05-09/..
    until   2025-05-01  expected   PR+  ../2025-05-09
    off     2025-05-01  cancelled  CT-  2025-05-10
    never   2025-05-01  denied     CT-  2025-05-10
    past    2025-05-01  occurred   CT+  2025-04-30
    old     2025-05-01  occurred   CT+  -0043-03-15
"""


def extract(day: str, table: str = "") -> Extract:
    archive = open_archive(CORPUS, day_from_text(day), 0)
    return extract_of(archive, archive.default, table=table)


def of_dates(day: str = "2025-05-02") -> Extract:
    lines = "\n".join(f"{line}  event={line.split()[0]}" for line in DATES.strip().splitlines())
    archive = open_archive(corpus_of(lines), day_from_text(day), 0)
    return extract_of(archive, archive.default)


def written(to: str, of: Extract) -> str:
    return "".join(EXPORTERS.get(to).pieces(of))


def calendar(of: Extract) -> dict[str, Any]:
    """The events of the calendar, as icalendar reads them, by the id of the event."""
    read = icalendar.Calendar.from_ical(written("ics", of))
    assert not read.errors
    return {str(it["UID"]).partition(".")[0]: it for it in read.walk("VEVENT")}


def slides(of: Extract) -> dict[str, Any]:
    return {it["unique_id"]: it for it in json.loads(written("timelinejs", of))["events"]}


@pytest.mark.parametrize("exporter", EXPORTERS.built_in, ids=lambda it: it.name)
def test_what_a_format_cannot_carry_is_said_in_a_sentence(exporter: Exporter):
    assert bool(exporter.lacks) is not exporter.lossless
    assert exporter.lossless or exporter.lacks.endswith(".")
    said = run("export", "--to", exporter.name).stderr.decode().splitlines()
    assert exporter.lossless or said.count(exporter.lacks) == 1


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_say_the_same(table: str):
    of = extract("2025-06-01", table)
    rows = list(csv.DictReader(io.StringIO(written("csv", of), newline="")))
    assert rows or table == "searches"
    assert list(csv.DictReader(io.StringIO(written("tsv", of), newline=""), delimiter="\t")) == rows
    objects = [json.loads(line) for line in written("jsonl", of).splitlines()]
    assert [{name: str(it) if it is not None else "" for name, it in row.items()} for row in objects] == [
        # What a spreadsheet would obey is no danger to a script.
        {name: cell.removeprefix("'") for name, cell in row.items()}
        for row in rows
    ]
    for row in objects:
        assert all(isinstance(row[name], int) for name in NUMBERS & row.keys() if row[name] is not None)


@pytest.mark.parametrize("begin", [*"=+-@", *"＝＋－＠", "\t="])
def test_no_cell_between_tabs_is_a_formula(tmp_path: Path, begin: str):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], f"{begin}cmd()")
    text = written("tsv", Extract(corpus, Scope(10**6, ("e0",), 1), ()))
    (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t")
    assert row["quote"].startswith("'")
    assert row["event_title"].startswith("'")
    assert text.count("\n") == 2


@pytest.mark.parametrize("day", DAYS)
def test_a_calendar_has_what_has_days_and_says_what_it_leaves_out(day: str):
    of = extract(day)
    read = calendar(of)
    (said,) = EXPORTERS.get("ics").what_is_left_out(of)
    assert said.startswith(f"{len(of.scope.events) - len(read)} of {len(of.scope.events)} events left out: ")
    for event, it in read.items():
        state = event_state(of.corpus, event, of.scope.day)
        assert state is not None
        word = state.word_at(of.scope.day)
        assert it["SUMMARY"] == f"{word}: {CORPUS.events[event].title}"
        assert it["STATUS"] == {Word.OCCURRED: "CONFIRMED", Word.CANCELLED: "CANCELLED"}.get(
            word, "TENTATIVE"
        )
        assert it["CATEGORIES"].cats == [word.value]
        assert state.date is not None
        assert state.date.earliest is not None
        assert state.date.latest is not None
        assert it["DTSTART"].dt.isoformat() == iso_day(state.date.earliest)
        assert (it["DTEND"].dt - timedelta(days=1)).isoformat() == iso_day(state.date.latest)


def test_a_calendar_makes_no_date_more_exact_than_it_is():
    read = calendar(of_dates())
    assert {event: (it["DTSTART"].dt, it["DTEND"].dt, str(it["STATUS"])) for event, it in read.items()} == {
        "day": (date(2025, 5, 9), date(2025, 5, 10), "TENTATIVE"),
        "span": (date(2025, 5, 9), date(2025, 5, 12), "TENTATIVE"),
        "off": (date(2025, 5, 10), date(2025, 5, 11), "CANCELLED"),
        "never": (date(2025, 5, 10), date(2025, 5, 11), "TENTATIVE"),
        "past": (date(2025, 4, 30), date(2025, 5, 1), "CONFIRMED"),
    }


def test_what_is_due_is_not_said_to_have_been():
    of = of_dates("2025-06-01")
    assert str(calendar(of)["day"]["STATUS"]) == "TENTATIVE"
    assert str(calendar(of)["day"]["SUMMARY"]).startswith("due: ")
    assert slides(of)["day"]["text"]["headline"].startswith("due: ")


def test_the_lines_of_a_calendar_are_short_and_end_as_they_should(tmp_path: Path):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], "최룡해 " * 40 + "a\\b;c,d\x1b[2J")
    of = Extract(corpus, Scope(10**6, ("e0",), 1), ())
    lines = written("ics", of).split("\r\n")
    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= 75
    assert not any("\n" in line or "\r" in line for line in lines)
    assert str(calendar(of)["e0"]["SUMMARY"]).endswith("a\\b;c,d<U+001B>[2J 0")


def test_a_page_of_timelinejs_has_no_date_that_is_finer_than_it_is():
    shown = {event: (it["start_date"], it.get("end_date")) for event, it in slides(of_dates()).items()}
    first, last = {"year": 2025, "month": 5, "day": 9}, {"year": 2025, "month": 5, "day": 11}
    assert shown == {
        "year": ({"year": 2024}, None),
        "month": ({"year": 2025, "month": 5}, None),
        "day": (first, None),
        "about": (first, None),
        "span": (first, last),
        "window": (first, last),
        "ends": ({"year": 2025, "month": 5}, {"year": 2025, "month": 7}),
        "since": (first, None),
        "off": ({"year": 2025, "month": 5, "day": 10}, None),
        "never": ({"year": 2025, "month": 5, "day": 10}, None),
        "past": ({"year": 2025, "month": 4, "day": 30}, None),
        "old": ({"year": -43, "month": 3, "day": 15}, None),
    }
    assert slides(of_dates())["about"]["display_date"] != slides(of_dates())["day"]["display_date"]
    (said,) = EXPORTERS.get("timelinejs").what_is_left_out(of_dates())
    assert said.startswith("1 of 13 events left out: ")
    assert said.endswith(": until.")


@pytest.mark.parametrize("day", DAYS)
def test_a_page_of_timelinejs_says_the_word_of_each_event(day: str):
    of = extract(day)
    for event, it in slides(of).items():
        state = event_state(of.corpus, event, of.scope.day)
        assert state is not None
        assert state.date is not None
        word = state.word_at(of.scope.day).value
        assert it["text"]["headline"].startswith(f"{word}: ")
        assert it["group"] == word
        assert it["display_date"]
        assert ("end_date" in it) is (state.date.shape is not Shape.POINT and state.date.end is not None)
        assert state.date.precision is Precision.DAY or "day" not in it["start_date"] or "end_date" in it


def test_a_page_of_timelinejs_takes_no_text_for_html(tmp_path: Path):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], "<script>alert(1)</script>&amp;")
    text = written("timelinejs", Extract(corpus, Scope(10**6, ("e0",), 1), ()))
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "&amp;amp;" in text


def test_an_annotation_quotes_what_stands_in_the_document():
    of = extract("2025-06-01")
    page = json.loads(written("webannotation", of))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert [it["id"] for it in page["items"]] == [f"urn:dprk-tui:claim:{name}" for name in CORPUS.claims]
    for it in page["items"]:
        claim = CORPUS.claims[it["id"].rpartition(":")[2]]
        for target in it["target"]:
            selector = target["selector"]
            around = selector["prefix"] + selector["exact"] + selector["suffix"]
            assert CORPUS.texts[claim.source].count(around) >= 1
        assert it["body"][1]["value"].startswith(it["body"][0]["value"])


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", "urn:dprk-tui:source:kd-ambassador"),
        ("https://a b", "urn:dprk-tui:source:kd-ambassador"),
    ],
)
def test_an_annotation_leads_to_no_address_that_is_none(address: str, source: str):
    named = replace(CORPUS.sources["kd-ambassador"], url=address)
    of = Extract(
        dataclasses.replace(CORPUS, sources={**CORPUS.sources, named.id: named}),
        Scope(day_from_text("2025-06-01"), ("kim-attends",), 1, "kim-attends"),
        (),
    )
    items = json.loads(written("webannotation", of))["items"]
    assert {target["source"] for it in items for target in it["target"] if "kd-" in it["id"]} == {source}


def test_a_table_begins_as_excel_wants_it_and_other_formats_refuse():
    plain, marked = (run("export", "--to", "csv", *bom).stdout for bom in ((), ("--bom",)))
    assert marked == b"\xef\xbb\xbf" + plain
    refused = run("export", "--to", "ics", "--bom")
    assert refused.returncode == 2
    assert b"ics takes no --bom, which is for spreadsheets; csv and tsv do" in refused.stderr
