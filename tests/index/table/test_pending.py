"""Numbers that take a while are found out in another thread, can be left, and are never shown as nothing found."""

import threading

import pytest

from model.index.faults import Interrupted, StoreFault
from model.index.found import Kind
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.reader import TableReader
from model.index.values import AsOf, ColumnGrouping
from model.query.language import Readable, read
from model.query.terms import ALL, Query
from tests.index.table.drawn import META
from tests.index.table.fakes import FailingStore, SlowStore

LATE = 800_000


def rows(many: int, title: str = "Launch", country: str = "Russia") -> list[CodedRow]:
    """Rows of one kind without dates."""
    return [
        CodedRow(0, at + 1, f"{title} {at}", None, (f"{title} {at}", "", country, "", ""), "")
        for at in range(many)
    ]


def index_of(many: int = 1000, chunk: int = 100) -> TableIndex:
    return TableIndex(MemoryStore(META, rows(many), chunk=chunk))


def query(index: TableIndex, text: str) -> Query:
    return read(text, Readable(index.vocabulary))


def narrowed(index: TableIndex, text: str) -> TableReader:
    return index.at(AsOf(LATE, query(index, text)))


def test_the_first_rows_of_words_are_there_before_all_are_counted():
    reader = narrowed(index_of(), "launch")
    assert reader.counts.counting and 0 < reader.counts.total < 1000
    assert [row.title for row in reader.rows(0, 2)] == ["Launch 0", "Launch 1"]
    pending = reader.pending
    assert pending is not None and pending.steps == 10
    seen = [reader.counts.total for _ in pending.run()]
    assert seen == sorted(seen) and reader.counts.total == 1000
    assert not reader.counts.counting and reader.pending is None


def test_values_are_counted_at_once():
    reader = narrowed(index_of(), "country:russia")
    assert (reader.counts.total, reader.counts.counting, reader.pending) == (1000, False, None)


def test_rows_as_of_a_day_are_counted_at_once():
    reader = index_of().at(AsOf(LATE))
    assert (reader.counts.total, reader.counts.counting, reader.pending) == (1000, False, None)
    assert reader.lanes.of(ColumnGrouping("country"))[0].events == 1000


def test_what_was_asked_and_is_not_known_is_found_out_with_the_next_work():
    index = index_of()
    reader, launch = index.at(AsOf(LATE)), query(index, "launch")
    assert reader.facets.count(launch) is None
    assert reader.facets.counts("country", launch) == []
    pending = reader.pending
    assert pending is not None
    for _ in pending.run():
        pass
    assert reader.facets.count(launch) == 1000
    assert reader.facets.counts("country", launch) == [("russia", 1000)]
    assert reader.pending is None


def test_of_a_filter_that_is_typed_only_the_last_forms_are_found_out():
    index = index_of()
    reader = index.at(AsOf(LATE))
    typed = [
        query(index, word)
        for word in ("l", "la", "lau", "laun", "launc", "launch", "launch 9", "-zzz launch")
    ]
    assert [reader.facets.count(one) for one in typed] == [None] * 6 + [111, None]
    pending = reader.pending
    assert pending is not None
    for _ in pending.run():
        pass
    assert reader.facets.count(typed[-1]) == 1000
    assert reader.facets.count(typed[0]) is None


def test_what_was_found_out_meanwhile_by_other_questions_is_still_news():
    reader = narrowed(index_of(), "launch")
    assert reader.counts.counting
    # As a view does that needs the place of the last row.
    assert len(reader.before(None, 1)) == 1
    pending = reader.pending
    assert pending is not None and pending.steps == 0
    assert [*pending.run()] == [] and reader.pending is None
    assert not reader.counts.counting


def test_words_that_few_rows_have_are_counted_at_once():
    index = index_of()
    reader = index.at(AsOf(LATE))
    assert reader.facets.count(query(index, "launch 99")) == 11
    assert reader.facets.count(query(index, "rocket")) == 0
    assert reader.pending is None


def apart() -> TableReader:
    """A reader of many rows, of which none holds what many others hold."""
    launches, visits = rows(6000, "Launch")[::2], rows(6000, "Visit", "Chad")[1::2]
    return narrowed(TableIndex(MemoryStore(META, [*launches, *visits], chunk=100)), "country:chad")


def test_a_search_goes_on_beside_where_a_key_was_not_enough():
    reader = apart()
    begun = reader.find.begin("launch", 600)
    assert begun.counting and begun.hits == () and begun.hidden == 0
    pending = reader.pending
    assert pending is not None
    for _ in pending.run():
        pass
    found = reader.find.begin("launch", 0)
    assert (found.counting, found.hits, found.hidden) == (False, (), 100)


def test_a_search_goes_on_in_steps_of_getting_ready():
    reader = apart()
    assert reader.find.begin("launch", 600).counting
    while not reader.find.prepare():
        pass
    assert reader.find.begin("launch", 0) == reader.find.of("launch")


def test_hits_beyond_the_first_hundred_are_walked_to():
    reader = index_of(150).at(AsOf(LATE))
    found = reader.find.of("launch")
    assert len(found.hits) == 100 and found.more == {Kind.EVENT} and not found.counting
    after = reader.find.beyond("launch", found.hits[-1].event, 1)
    assert after is not None and (after.hit.text, after.rank, after.total) == ("Launch 100", 100, 150)
    last, first = reader.find.beyond("launch", None, -1), reader.find.beyond("launch", None, 1)
    assert last is not None and last.hit.text == "Launch 149"
    assert first is not None and (first.hit, first.rank) == (found.hits[0], 0)
    assert reader.find.beyond("launch", last.hit.event, 1) is None
    assert reader.find.beyond("launch", first.hit.event, -1) is None


def test_what_another_thread_waits_for_ends_when_it_is_stopped():
    index = TableIndex(SlowStore(MemoryStore(META, rows(1000), chunk=100), 0.0))
    reader = narrowed(index, "launch")
    slow = SlowStore(index.store, 600)
    reader.facets.counting._store = slow
    pending = reader.pending
    assert pending is not None
    ended: list[type[BaseException] | None] = []

    def work() -> None:
        try:
            for _ in pending.run():
                pass
        except Interrupted as error:
            ended.append(type(error))
        else:
            ended.append(None)

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        # It may not have begun to wait yet.
        pending.stop()
        thread.join(0.01)
    assert ended and reader.counts.counting


def test_work_that_was_stopped_between_two_steps_does_no_more():
    reader = narrowed(index_of(), "launch")
    pending = reader.pending
    assert pending is not None
    run = iter(pending.run())
    next(run)
    pending.stop()
    assert list(run) == [] and reader.counts.counting


def ask_on(store: FailingStore) -> None:
    """Ask this and that, without an end."""
    index = TableIndex(store)
    while True:
        reader = index.at(AsOf(LATE - store.calls, query(index, "country:russia launch")))
        reader.rows(0, 5)
        reader.find.of(f"launch {store.calls}")
        reader.facets.counts("country", ALL)
        for pending in filter(None, [reader.pending]):
            list(pending.run())


@pytest.mark.parametrize("nth", range(1, 60, 3))
def test_a_store_that_fails_at_any_call_raises_its_sentence(nth: int):
    failing = FailingStore(MemoryStore(META, rows(40), chunk=4), nth)
    with pytest.raises(StoreFault, match="disk it lies on is gone"):
        ask_on(failing)


def test_what_was_known_before_a_store_failed_is_still_answered():
    failing = FailingStore(MemoryStore(META, rows(40), chunk=4), 10**6)
    reader = narrowed(TableIndex(failing), "country:russia")
    before = reader.counts
    failing.fail()
    assert reader.counts == before and reader.position_of("0000000007") == 7
    with pytest.raises(StoreFault):
        reader.rows(0, 1)
