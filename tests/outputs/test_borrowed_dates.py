"""A date that is not of the claim that gives the word says so, wherever both stand side by side."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.visible import claim_date
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.exchange.brief import brief_of
from model.exchange.extract import Extract, Scope
from model.exchange.json_text import json_text
from model.exchange.laid_out import plain_text
from model.exchange.to_html import html
from model.exchange.to_json import export_json
from model.exchange.to_markdown import markdown, markdown_event
from model.index.archive import Archive, open_archive
from model.index.memory.index import MemoryIndex
from model.index.protocol import Index
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf, TimelineRow
from tests.drawn_texts import plain
from tests.effort import examples
from tests.handmade import corpus_of
from tests.histories import histories
from tests.outputs.told import told
from tests.strategies import corpora
from tests.tui.contexts import context_of
from tests.tui.looking import bar, pane, press, rows, settle
from tui.app import DprkTui
from tui.cli.listing import event_line
from tui.state.first import first_scene
from tui.state.scene import LaneSettings, Viewed
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.lanes import LanesView
from tui.views.rows import Rows

DAY = day_from_text("2025-05-07")
LINES = """
    plan   2025-05-01  scheduled  CT+  {}          event=talks by=tass roles=guest:putin+xi
    sure   2025-05-03  confirmed  CT+  -           event=talks by=kremlin
    parade 2025-05-02  scheduled  CT+  2025-05-09  event=parade by=tass
    entity putin person
    entity xi person
"""


@st.composite
def on_some_day(draw: st.DrawFn) -> tuple[Corpus, int]:
    """A drawn corpus, and a day on which something of it is known."""
    corpus = draw(histories() | histories() | corpora(plain))
    return corpus, draw(st.sampled_from([step.day for step in knowledge_steps(corpus)] or [DAY]))


def archive(date: str = "2025-05-08") -> Archive:
    return open_archive(corpus_of(LINES.format(date)), DAY, 0)


@cache
def outputs() -> dict[str, str]:
    """What each output tells, as text."""
    return {name: repr(value) for name, value in told(archive(), DAY, ["talks", "tass"]).items()}


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [30, 44, 60, 72, 78, 120])
def test_in_a_row_a_borrowed_date_stands_in_parentheses(width: int, signs: Signs):
    made = archive()
    lines = Rows(made.at(made.default), Phrases(made.corpus, signs, DAY), width, gaps=False).lines(0, 9, -1)
    dates = [line.text[3:14].strip() for line in lines if line.target]
    assert dates == ["(8 May)", "9 May"]


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2025-05-08", "(8 May)"),
        ("2025-05-28/2025-06-10", "(May-Jun)"),
        ("[2025-05-04..2025-05-30]", "(in May)"),
        ("[2025-05-04..]", "(from May)"),
        ("2025-05-18~", "(c. 18 May)"),
    ],
)
def test_what_does_not_fit_with_its_parentheses_is_said_coarser_and_never_cut(date: str, shown: str):
    made = archive(date)
    lines = Rows(made.at(made.default), Phrases(made.corpus, UNICODE, DAY), 80, gaps=False).lines(0, 9, -1)
    assert shown in [line.text[3:14].strip() for line in lines if line.target]


def test_a_date_that_is_off_the_axis_of_the_lanes_has_its_parentheses_in_words():
    made = archive("2035-05-08")
    scene = replace(first_scene(made, made.default), viewed=Viewed("lanes", LaneSettings()))
    lanes = [line.text for line in LanesView().content(context_of(made, scene), 60, 20, True)]
    assert [line for line in lanes if "(May 2035)" in line and "talks" in line]


@pytest.mark.parametrize("name", ["print", "print --brief"])
def test_print_names_who_gave_the_date(name: str):
    lines = outputs()[name].split("', '")
    assert [
        line for line in lines if "(8 May 2025) " in line and line.rstrip("'])\n").endswith("dated by tass")
    ]
    assert not [line for line in lines if "parade" in line and "dated by" in line]


def test_briefs_name_who_gave_the_date_also_of_what_is_due():
    corpus = archive().corpus
    for day, name, count in ((DAY, "markdown", 1), (DAY + 10, "markdown", 2), (DAY + 10, "html", 2)):
        brief = brief_of(Extract(corpus, Scope(day, ("talks", "parade"), 2), ()))
        text = html(brief) if name == "html" else "\n".join(markdown(brief))
        assert text.count("(dated by tass") == count
    assert "dated by tass" in outputs()["W talks"]
    assert "dated by" not in outputs()["W parade"]


def test_in_json_the_claim_that_gave_the_date_is_named():
    events = export_json(archive().corpus, DAY)["events"]
    assert isinstance(events, list)
    assert {event["id"]: event["dated_by"] for event in events} == {"talks": "plan", "parade": None}


@pytest.mark.parametrize("index", [SqliteIndex, MemoryIndex])
@given(on_some_day())
@examples(60)
def test_each_row_has_the_date_of_its_claim_or_says_whose_it_is(
    index: Callable[[Corpus], Index], drawn: tuple[Corpus, int]
):
    corpus, day = drawn
    for row in index(corpus).at(AsOf(day)).rows(0, 1000):
        own = claim_date(corpus.claims[row.claim])
        if row.dated_by is None:
            assert row.date == own
            continue
        assert own is None
        others = [it for it in corpus.claims_of_event[row.event] if saying(corpus, it).visible <= day]
        assert (row.date, row.dated_by) in [(claim_date(it), saying(corpus, it).speaker) for it in others]


@given(on_some_day())
@examples(40)
def test_whatever_shows_a_row_says_so_where_its_date_is_borrowed(drawn: tuple[Corpus, int]):
    corpus, day = drawn
    made = open_archive(corpus, day, 0)
    known = known_by(corpus, day)
    phrases = Phrases(known, UNICODE, day, longest=None)
    rows = made.at(AsOf(day)).rows(0, 1000)
    listed = Rows(made.at(AsOf(day)), phrases, 100, gaps=False)
    events = {it["id"]: it for it in json.loads("".join(json_text(export_json(corpus, day))))["events"]}
    for row in rows:
        (line,) = [it for it in listed.lines(row.position, 9, row.position) if it.text[0] == UNICODE.selected]
        part = brief_of(Extract(known, Scope(day, (row.event,), 1), ()))
        (block,) = part.events
        said = {
            line.text[3] == "(": "the row",
            "dated by" in event_line(row, phrases).replace(phrases.plain(row.title), ""): "print",
            event_line(row, phrases)[0] == "(": "print, as on the screen",
            bool(block.dated_by): "the brief",
            plain_text(block.how_dated).startswith("dated by"): "the block",
            events[row.event]["dated_by"] is not None: "JSON",
        }
        assert set(said) == {is_borrowed(corpus, row)}, said
        assert ("\n".join(markdown_event(part)).count("(dated by") > 0) == is_borrowed(corpus, row)


def is_borrowed(corpus: Corpus, row: TimelineRow) -> bool:
    return row.date != claim_date(corpus.claims[row.claim])


SHOWN = {
    "view timeline": "(8 May)",
    "view company": "(8 May)",
    "view grid": "(8 May)",
    "view lanes": "(\u25c9)",
    "strip": "next (8 May)  talks",
    "card EventTarget(event='talks')": "(Thu 8 May 2025)",
    "card EntityTarget(entity='putin')": "(8 May)",
}


@pytest.mark.parametrize("name", SHOWN)
def test_wherever_the_event_is_listed_it_has_the_same_parentheses(name: str):
    assert SHOWN[name] in outputs()[name]
    assert "(9 May" not in outputs()[name]


async def test_the_mark_and_what_a_search_finds_too():
    async with DprkTui(archive()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "x")
        assert "mark (8 May)" in bar(pilot, "header")
        await press(pilot, *"/talks")
        assert [line for line in rows(pane(pilot, "timeline")) if "(8 May)" in line and "talks" in line]
