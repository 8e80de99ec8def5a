"""A table far away, of which nobody may wait: what is late, what is fetched before it is asked for, what is lost."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from model.index.faults import Late, StoreFault
from model.index.table import far_asker, far_store
from model.index.table.bitmaps import Bitmaps
from model.index.table.far_answers import FarAnswers
from model.index.table.far_asker import FarAsker
from model.index.table.far_store import FarStore
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.store import Away, Store
from model.index.values import AsOf
from tests.coded_tables import missile_tests
from tests.index.table.fakes import DistantStore, Line

LATE = 800_000


class Far:
    """A table at the end of a line, and how often it was told that something came."""

    def __init__(self) -> None:
        self.line = Line()
        meta, rows = missile_tests()
        self.store = FarStore(lambda: DistantStore(MemoryStore(meta, rows, chunk=100), self.line), "rows")
        self.rows = rows
        self._came = threading.Condition()
        self.told = 0

    def follow(self) -> None:
        """Wait for nothing from now on."""
        self.store.follow(self._tell)

    def _tell(self) -> None:
        with self._came:
            self.told += 1
            self._came.notify_all()

    def wait_until_told(self, times: int) -> None:
        """Wait until it was told so often."""
        with self._came:
            assert self._came.wait_for(lambda: self.told >= times, 30)

    def wait_for_rest(self) -> None:
        """Wait until all has come that was asked for or expected."""
        asker = self.store._asker
        assert asker is not None
        done = threading.Event()
        asker.expect(object(), lambda _: done.set())
        assert done.wait(30)


@pytest.fixture
def distant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Far]:
    monkeypatch.setattr(far_store, "PATIENCE", 0.0)
    monkeypatch.setattr(far_asker, "LOOKED_AFTER", 0.01)
    it = Far()
    yield it
    it.line.open.set()
    it.store.close()


def test_before_anybody_is_told_it_answers_as_the_table_itself(distant: Far):
    assert distant.store.rows(0, 3) == distant.rows[:3] and not distant.line.asked


def test_what_is_late_is_given_to_whoever_asks_again_once_it_has_come(distant: Far):
    distant.follow()
    with pytest.raises(Late, match=r"waiting for rows\.\.\."):
        distant.store.rows(0, 3)
    distant.wait_until_told(1)
    asked = list(distant.line.asked)
    assert distant.store.rows(0, 3) == distant.rows[:3] and distant.store.rows_at([1]) == distant.rows[1:2]
    assert distant.line.asked == asked


def test_a_window_brings_those_around_it_and_a_page_on_asks_nothing(distant: Far):
    index = TableIndex(distant.store)
    distant.follow()
    reader = index.at(AsOf(LATE))
    with pytest.raises(Late):
        reader.rows(0, 30)
    distant.wait_until_told(1)
    assert len(reader.rows(0, 30)) == 30
    distant.wait_for_rest()
    asked = len(distant.line.asked)
    # As nobody asks them: what comes before is not late.
    distant.line.open.clear()
    for first in (0, 15, 30, 45, 60):
        assert [row.position for row in reader.rows(first, 30)] == [*range(first, first + 30)]
    distant.line.open.set()
    distant.wait_for_rest()
    assert distant.line.asked[asked:].count("rows") <= 2


def test_a_table_that_answers_at_once_is_asked_for_no_more_than_is_shown():
    line = Line()
    meta, rows = missile_tests()
    near = DistantStore(MemoryStore(meta, rows, chunk=100), line, is_near=False)
    TableIndex(near).at(AsOf(LATE)).rows(0, 30)
    assert line.asked.count("rows") == 1


def test_what_was_dropped_is_ended_and_can_be_asked_for_again(distant: Far):
    distant.follow()
    distant.line.open.clear()
    with pytest.raises(Late):
        distant.store.rows(0, 3)
    distant.store.drop()
    # Whoever waits for something else that was dropped with it asks again.
    assert distant.told == 1
    with pytest.raises(Late):
        distant.store.rows(0, 3)
    distant.line.open.set()
    distant.wait_until_told(2)
    assert distant.store.rows(0, 3) == distant.rows[:3]


def test_who_is_lost_answers_what_is_here_and_nobody_waits_for_the_rest(distant: Far):
    distant.follow()
    with pytest.raises(Late):
        distant.store.rows(0, 3)
    distant.wait_until_told(1)
    distant.line.cut = True
    with pytest.raises(Late):
        distant.store.rows(200, 3)
    distant.wait_until_told(2)
    assert distant.store.lost == DistantStore.LOST
    distant.line.open.clear()
    with pytest.raises(StoreFault) as fault:
        distant.store.rows(200, 3)
    assert not isinstance(fault.value, Late)
    assert distant.store.rows(0, 3) == distant.rows[:3]
    distant.line.cut = False
    distant.line.open.set()
    distant.wait_until_told(3)
    assert not distant.store.lost


def test_a_question_that_fails_by_itself_is_told_once_and_nothing_is_lost(distant: Far):
    distant.follow()

    def fail(_: Bitmaps) -> None:
        raise StoreFault("it took too long")

    with pytest.raises(Late):
        distant.store.answer("x", fail)
    distant.wait_until_told(1)
    with pytest.raises(StoreFault, match="it took too long"):
        distant.store.answer("x", fail)
    assert not distant.store.lost


def test_what_one_falls_over_in_the_other_thread_is_fallen_over_by_who_asked(distant: Far):
    distant.follow()

    def fall(_: Bitmaps) -> None:
        raise KeyError("x")

    with pytest.raises(Late):
        distant.store.answer("x", fall)
    distant.wait_until_told(1)
    with pytest.raises(KeyError):
        distant.store.answer("x", fall)


def test_nothing_that_came_before_a_part_went_away_is_given_after_it(distant: Far):
    index = TableIndex(distant.store)
    distant.follow()
    with pytest.raises(Late):
        distant.store.rows(0, 3)
    distant.wait_until_told(1)
    before = index.at(AsOf(LATE))
    away = (Away(0, 100, 700_000, 720_000, "db1 is down"),)
    distant.line.away = away
    with pytest.raises(Late):
        distant.store.answer("look", lambda own: own.store.look())
    distant.wait_until_told(2)
    assert distant.store.away() == away and not distant.store.has("look")
    distant.line.open.clear()
    with pytest.raises(Late):
        distant.store.rows(0, 3)
    distant.store.drop()
    distant.line.open.set()
    assert index.at(AsOf(LATE)) is not before
    distant.line.away = ()
    distant.wait_until_told(4)
    assert distant.store.away() == ()


def test_all_is_waited_for_where_a_file_is_written(distant: Far):
    distant.follow()
    with distant.store.waited_for():
        assert len(distant.store.rows(0, 339)) == 339


def opened_for(answers: FarAnswers, opened: list[bool]) -> tuple[FarAsker, threading.Thread]:
    """An asker of a table, with its thread; what is in `opened` tells how often the table was."""
    before = {*threading.enumerate()}

    def again() -> Store:
        opened.append(True)
        return MemoryStore(*missile_tests())

    asker = FarAsker(again, answers, lambda: None)
    [thread] = {*threading.enumerate()} - before
    return asker, thread


def test_at_the_end_nothing_is_opened():
    opened: list[bool] = []
    asker, thread = opened_for(FarAnswers(), opened)
    asker.close()
    thread.join(30)
    assert not thread.is_alive() and opened == []


def test_what_was_expected_then_wanted_then_dropped_is_asked_by_nobody(monkeypatch: pytest.MonkeyPatch):
    waits, has_waited = threading.Event(), threading.Event()

    class Told(threading.Condition):
        def wait_for(self, predicate: Callable[[], Any], timeout: float | None = None) -> Any:
            if timeout != far_asker._DRAWN_WITHIN:
                return super().wait_for(predicate, timeout)
            waits.set()
            found = super().wait_for(predicate, timeout)
            has_waited.set()
            return found

    monkeypatch.setattr(threading, "Condition", Told)
    answers = FarAnswers()
    asker, thread = opened_for(answers, [])
    asker.expect("x", lambda _: 1)
    assert waits.wait(30)
    with asker._change:
        # The thread waits for the key to be drawn.
        asker.want("x", lambda _: 1, 0)
        asker.drop()
    assert has_waited.wait(30)
    asker.want("y", lambda _: 2, 30)
    assert answers.of("y") == 2 and "x" not in answers
    asker.close()
    thread.join(30)
