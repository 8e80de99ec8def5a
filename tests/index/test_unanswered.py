"""What has no last day does not stay ahead for ever: it is unanswered, and walked after all that is due."""

from collections.abc import Callable

import pytest

from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.index.memory.index import MemoryIndex
from model.index.protocol import Index, Reader
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf, Grouping
from model.query.language import Readable, read
from tests.handmade import corpus_of
from tui.text.phrases import Phrases
from tui.text.signs import ASCII
from tui.widgets import strip_line

CORPUS = corpus_of("""
    a  2025-05-01  scheduled  CT+  2025-05-09     event=due-1
    b  2025-05-01  scheduled  CT+  2025-05-08/..  event=open-1
    c  2025-05-01  scheduled  CT+  2025-05-10     event=due-2
    d  2025-05-01  expected   PR+  [2025-05-02..] event=open-2
    e  2025-05-01  ongoing    CT+  2025-05-02/..  event=going-on
    f  2025-05-01  occurred   CT+  2025-04-02     event=over
""")
MAKERS = [SqliteIndex, MemoryIndex]
Make = Callable[[Corpus], Index]


def reader(make: Make, day: str) -> Reader:
    return make(CORPUS).at(AsOf(day_from_text(day)))


def walked(of: Reader, event: str | None, by: int) -> list[str]:
    found: list[str] = []
    while True:
        here = of.position_of(event)
        event = of.next_due(here if here is not None else -1, by)
        if event is None:
            return found
        found.append(event)


@pytest.mark.parametrize("make", MAKERS)
def test_it_is_unanswered_from_the_day_after_its_first_on(make: Make):
    counts = [
        (it.due, it.unanswered)
        for day in ("02", "03", "08", "09", "11")
        for it in [reader(make, f"2025-05-{day}").counts]
    ]
    assert counts == [(0, 0), (0, 1), (0, 1), (0, 2), (2, 2)]


@pytest.mark.parametrize("make", MAKERS)
def test_it_comes_after_all_that_is_due_there_and_back(make: Make):
    of = reader(make, "2025-06-01")
    assert walked(of, None, 1) == ["due-1", "due-2", "open-1", "open-2"]
    assert walked(of, "over", 1) == ["due-1", "due-2", "open-1", "open-2"]
    assert walked(of, "open-2", -1) == ["open-1", "due-2", "due-1"]
    assert walked(of, "due-2", -1) == ["due-1"]
    assert walked(of, "open-2", 1) == []


@pytest.mark.parametrize("make", MAKERS)
def test_without_anything_due_it_is_found_at_once(make: Make):
    of = reader(make, "2025-05-09")
    assert walked(of, None, 1) == ["open-1", "open-2"]
    assert walked(of, "open-1", -1) == []


def test_the_strip_counts_it_where_nothing_is_ahead():
    phrases = Phrases(CORPUS, ASCII, day_from_text("2025-06-01"))
    assert strip_line._next(reader(SqliteIndex, "2025-06-01"), phrases) == ("2 unanswered", "")
    assert strip_line._next(reader(SqliteIndex, "2025-05-02"), phrases)[0].startswith("next ")


@pytest.mark.parametrize("day", [8, 9, 10, 11])
@pytest.mark.parametrize("make", MAKERS)
def test_on_the_day_itself_nothing_is_due_wherever_it_is_asked(make: Make, day: int):
    past = ["due-1"] * (day > 9) + ["due-2"] * (day > 10)
    of = reader(make, f"2025-05-{day:02}")
    keys = Readable(of.vocabulary)
    lanes = {lane.id: lane.events for lane in of.lanes.of(Grouping.STATUS)}
    due = [
        make(CORPUS).at(AsOf(of.when.day, read(key, keys))).counts.total for key in ("has:due", "status:due")
    ]
    rows = [row.event for row in of.rows(0, of.counts.total) if row.word is Word.DUE]
    walked_to = [event for event in walked(of, None, 1) if event.startswith("due")]
    assert (rows, walked_to) == (past, past)
    so_far, _ = of.passed_until(of.counts.total - 1)
    assert (of.counts.due, so_far, lanes.get(Word.DUE, 0), *due) == (len(past),) * 5
    assert of.facets.count(read("has:due", keys)) == len(past)
