"""The timeline as rows: their order, the rule between past and ahead, and what is new."""

from collections.abc import Callable

import pytest

from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.index.protocol import Reader
from model.index.values import AsOf
from tests.handmade import corpus_of
from tests.index.conftest import IndexOf

Shown = Callable[[Corpus, str], Reader]


@pytest.fixture
def timeline(index_of: IndexOf) -> Shown:
    """A function from a corpus and a day to the reader of it."""

    def shown(corpus: Corpus, day: str) -> Reader:
        return index_of(corpus).at(AsOf(day_from_text(day)))

    return shown


def events(shown: Reader) -> list[str]:
    return [row.event for row in shown.rows(0, shown.counts.total)]


def test_the_order_is_by_first_day_windows_by_their_last_then_open_ended_then_undated(timeline: Shown):
    corpus = corpus_of("""
        a  2025-05-01  scheduled  CT+  -                         event=undated
        b  2025-05-01  scheduled  CT+  [2025-05-05..]            event=some-day-after
        c  2025-05-01  scheduled  CT+  2025-05-09                event=point
        d  2025-05-01  scheduled  CT+  2025-05-09/2025-05-10     event=duration
        e  2025-05-01  scheduled  CT+  [..2025-05-09]            event=window
        f  2025-05-01  scheduled  CT+  [2025-05-02..2025-05-08]  event=early-window
        g  2025-05-01  scheduled  CT+  2025-05-09                event=also-a-point
        h  2025-05-01  scheduled  CT+  2025-05-07/..             event=open-duration
    """)
    assert events(timeline(corpus, "2025-05-01")) == [
        "open-duration",
        "early-window",
        "window",
        "duration",
        "also-a-point",
        "point",
        "some-day-after",
        "undated",
    ]


DAYS = """
    a  2025-05-01  scheduled  CT+  2025-05-02             event=over
    b  2025-05-01  ongoing    CT+  2025-05-03/2025-05-20  event=begun
    c  2025-05-01  scheduled  CT+  2025-05-05             event=today
    d  2025-05-01  scheduled  CT+  2025-05-06             event=tomorrow
    e  2025-05-01  scheduled  CT+  -                      event=undated
"""


def test_the_first_row_ahead_is_the_first_whose_day_is_not_past(timeline: Shown):
    shown = timeline(corpus_of(DAYS), "2025-05-05")
    assert events(shown)[: shown.counts.first_ahead] == ["over", "begun"]


def test_a_duration_is_ahead_until_it_begins(timeline: Shown):
    shown = timeline(corpus_of(DAYS), "2025-05-03")
    assert events(shown)[shown.counts.first_ahead] == "begun"


def test_what_occurred_today_is_not_ahead(timeline: Shown):
    shown = timeline(corpus_of("a  2025-05-05  occurred  CT+  2025-05-05"), "2025-05-05")
    assert shown.counts.first_ahead == shown.counts.total == 1


def test_undated_events_are_always_ahead(timeline: Shown):
    shown = timeline(corpus_of(DAYS), "2030-01-01")
    assert events(shown)[shown.counts.first_ahead :] == ["undated"]


def test_the_counts_follow_the_day(timeline: Shown):
    shown = timeline(corpus_of(DAYS), "2025-05-06")
    assert (shown.counts.total, shown.counts.due) == (5, 2)
    shown = timeline(corpus_of(DAYS), "2025-04-30")
    assert (shown.counts.total, shown.counts.due, shown.counts.first_ahead) == (0, 0, 0)


def test_rows_are_read_in_windows(timeline: Shown):
    shown = timeline(corpus_of(DAYS), "2025-05-05")
    assert [row.event for row in shown.rows(3, 99)] == ["tomorrow", "undated"]
    assert [row.position for row in shown.rows(1, 2)] == [1, 2]
    assert shown.rows(5, 1) == []


def test_an_event_is_found_by_name_where_it_is_shown(timeline: Shown):
    shown = timeline(corpus_of(DAYS), "2025-05-05")
    assert shown.position_of("today") == 2
    assert shown.position_of("never-heard-of") is None


STEPS = """
    a  2025-05-01  scheduled  CT+  2025-05-20  event=first
    b  2025-05-03  scheduled  CT+  2025-05-21  event=second
    c  2025-05-03  confirmed  CT+  2025-05-22  event=third supersedes=a
    conflict contradiction a,c
"""


def new(shown: Reader) -> list[str]:
    return [row.event for row in shown.rows(0, shown.counts.total) if row.new]


def test_what_came_or_was_superseded_at_the_current_step_is_new(timeline: Shown):
    assert new(timeline(corpus_of(STEPS), "2025-05-04")) == ["first", "second", "third"]


def test_at_the_first_step_nothing_is_new(timeline: Shown):
    assert new(timeline(corpus_of(STEPS), "2025-05-02")) == []


def test_a_due_event_says_so_from_the_day_after(timeline: Shown):
    shown = timeline(corpus_of("a  2025-05-01  scheduled  CT+  2025-05-09"), "2025-05-10")
    assert [row.word for row in shown.rows(0, 1)] == [Word.DUE]
    shown = timeline(corpus_of("a  2025-05-01  scheduled  CT+  2025-05-09"), "2025-05-09")
    assert [row.word for row in shown.rows(0, 1)] == [Word.SCHEDULED]


def test_what_has_occurred_does_not_stand_after_the_first_row_ahead(timeline: Shown):
    days = """
        a  2025-09-01  expected  PR+  2025-09     event=resumes
        b  2025-09-01  expected  PR+  2025-09-20  event=signed
        c  2025-09-02  occurred  CT+  2025-09-02  event=towed
        d  2025-09-12  occurred  CT+  2025-09-12  event=inspected
    """
    shown = timeline(corpus_of(days, "2025-09-16"), "2025-09-16")
    assert events(shown) == ["resumes", "towed", "inspected", "signed"]
    assert events(shown)[shown.counts.first_ahead :] == ["signed"]
    # Of a day to come there is nothing that has occurred: what may have by then is no bound.
    more = days + "    e  2025-09-12  occurred  CT+  [..2025-12]  event=by-then"
    shown = timeline(corpus_of(more, "2025-09-16"), "2025-09-16")
    assert events(shown)[shown.counts.first_ahead :] == ["signed", "by-then"]
