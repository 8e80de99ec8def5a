"""The timeline as rows: their order, the rule between past and ahead, and what is new."""

from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from model.index.timeline import Timeline
from tests.handmade import corpus_of


def timeline(corpus: Corpus, day: str) -> Timeline:
    return open_archive(corpus, day_from_text(day), today=0).timeline


def events(shown: Timeline) -> list[str]:
    return [row.event for row in shown.rows(0, shown.total)]


def test_the_order_is_by_first_day_windows_by_their_last_then_open_ended_then_undated():
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


def test_the_first_row_ahead_is_the_first_whose_day_is_not_past():
    shown = timeline(corpus_of(DAYS), "2025-05-05")
    assert events(shown)[: shown.first_ahead] == ["over", "begun"]


def test_a_duration_is_ahead_until_it_begins():
    shown = timeline(corpus_of(DAYS), "2025-05-03")
    assert events(shown)[shown.first_ahead] == "begun"


def test_what_occurred_today_is_not_ahead():
    shown = timeline(corpus_of("a  2025-05-05  occurred  CT+  2025-05-05"), "2025-05-05")
    assert shown.first_ahead == shown.total == 1


def test_undated_events_are_always_ahead():
    shown = timeline(corpus_of(DAYS), "2030-01-01")
    assert events(shown)[shown.first_ahead :] == ["undated"]


def test_the_counts_follow_the_day():
    shown = timeline(corpus_of(DAYS), "2025-05-06")
    assert (shown.total, shown.due) == (5, 2)
    shown.go_to(day_from_text("2025-04-30"))
    assert (shown.total, shown.due, shown.first_ahead) == (0, 0, 0)


def test_rows_are_read_in_windows():
    shown = timeline(corpus_of(DAYS), "2025-05-05")
    assert [row.event for row in shown.rows(3, 99)] == ["tomorrow", "undated"]
    assert [row.position for row in shown.rows(1, 2)] == [1, 2]
    assert shown.rows(5, 1) == []


def test_an_event_is_found_by_name_where_it_is_shown():
    shown = timeline(corpus_of(DAYS), "2025-05-05")
    assert shown.position_of("today") == 2
    assert shown.position_of("never-heard-of") is None


STEPS = """
    a  2025-05-01  scheduled  CT+  2025-05-20  event=first
    b  2025-05-03  scheduled  CT+  2025-05-21  event=second
    c  2025-05-03  confirmed  CT+  2025-05-22  event=third supersedes=a
"""


def new(shown: Timeline) -> list[str]:
    return [row.event for row in shown.rows(0, shown.total) if row.new]


def test_what_came_or_was_superseded_at_the_current_step_is_new():
    assert new(timeline(corpus_of(STEPS), "2025-05-04")) == ["first", "second", "third"]


def test_at_the_first_step_nothing_is_new():
    assert new(timeline(corpus_of(STEPS), "2025-05-02")) == []


def test_a_due_event_says_so_from_the_day_after():
    shown = timeline(corpus_of("a  2025-05-01  scheduled  CT+  2025-05-09"), "2025-05-10")
    assert [row.word for row in shown.rows(0, 1)] == [Word.DUE]
    shown.go_to(day_from_text("2025-05-09"))
    assert [row.word for row in shown.rows(0, 1)] == [Word.SCHEDULED]
