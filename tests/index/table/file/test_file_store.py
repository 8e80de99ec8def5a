"""All that a file of a table answers is what looking at its rows one by one gives."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.units import Zoom
from model.index.table.coded import CodedRow
from model.index.table.file.file_store import FileStore, open_store
from model.index.table.file.writer import TableWriter
from model.index.table.folded_value import folded_value
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.store import Interrupted, StoreFault
from model.index.values import AsOf
from model.query.sought import sought
from tests.effort import examples
from tests.index.table.conftest import FileStores
from tests.index.table.drawn import COUNTRIES, META, coded_rows, days
from tests.index.table.file.conftest import META as LAUNCHES
from tests.index.table.file.conftest import launches, written

ASKED = (
    "m",
    "mi",
    "mis",
    "miss",
    "missiles",
    "us",
    "u",
    "20",
    "2021",
    "미",
    "사일",
    "일을",
    "미사일",
    "발사",
    "choe",
)
ASKED_MORE = ("ryonghae", "onu", "lonu", "russia", "北", "x", "0503", "")


@pytest.fixture(scope="module")
def file_stores(tmp_path_factory: pytest.TempPathFactory) -> FileStores:
    return FileStores(tmp_path_factory.mktemp("stores"))


@examples(25)
@given(coded_rows(20), st.integers(1, 7), st.lists(days, min_size=1, max_size=3))
def test_each_answer_is_that_of_rows_in_a_list(
    file_stores: FileStores, rows: list[CodedRow], chunk: int, some_days: list[int]
):
    file, plain = file_stores(META, rows, chunk), MemoryStore(META, rows, chunk=chunk)
    assert (file.meta, file.total, file.dated, file.chunk) == (plain.meta, plain.total, plain.dated, chunk)
    for first, n in ((0, 100), (3, 4), (plain.total, 5), (2, 0)):
        assert list(file.rows(first, n)) == plain.rows(first, n)
        assert list(file.busy_until(first, n)) == plain.busy_until(first, n)
    ids = list(range(0, plain.total, 3))
    assert list(file.rows_at(ids)) == plain.rows_at(ids)
    assert file.known_steps() == plain.known_steps()
    assert all(file.units(zoom) == plain.units(zoom) for zoom in Zoom)
    for at in range(-(-plain.total // chunk) + 1):
        for day in (*some_days, 738_000, 738_639, 738_640, 738_999):
            assert file.known(day, at) == plain.known(day, at)
            assert file.lasting(day, at) == plain.lasting(day, at)
            assert file.begun(day, at) == plain.begun(day, at)
        assert file.unending(at) == plain.unending(at)
        for word in (*ASKED, *filter(None, ASKED_MORE)):
            for whole in (True, False):
                assert file.word(word, whole, at) == plain.word(word, whole, at), (word, whole)
        for value in (*COUNTRIES, "no such"):
            assert file.facet(2, value, at) == plain.facet(2, value, at)
        values = {folded_value(it): plain.facet(2, it, at) for it in COUNTRIES}
        assert dict(file.facets(2, at)) == {it: found for it, found in values.items() if found}
    assert list(file.facet_values(2)) == plain.facet_values(2)
    for beginning in ("m", "2", "미", "사", ""):
        assert list(file.words_like(beginning, 5)) == plain.words_like(beginning, 5)
    file.close()


@pytest.mark.parametrize(
    "typed",
    ["missile", "launch 2", "launch -sohae", '미사 -"launch 1"', "사일을", "서해 -L-1", "nowhere", "12 l2"],
)
def test_first_hits_are_those_of_looking_at_each_row(made: Path, typed: str):
    store, plain = open_store(made), MemoryStore(LAUNCHES, launches(300))
    wanted = sought(typed)
    assert list(store.matching(wanted, 0, 1000)) == plain.matching(wanted, 0, 1000)
    assert list(store.matching(wanted, 40, 3)) == plain.matching(wanted, 40, 3)


def test_a_beginning_of_very_many_words_is_found(tmp_path: Path):
    store = open_store(written(tmp_path / "many.db", 300, chunk=16))
    # `l` and a number, joined: more words than are asked for one by one.
    assert len(store.words_like("l1", 200)) == 111
    plain = MemoryStore(LAUNCHES, launches(300), chunk=16)
    for beginning in ("laun", "l1", "launch", "l-1", "l12"):
        for at in (0, 7, 18, 19):
            assert store.word(beginning, False, at) == plain.word(beginning, False, at)


def test_everything_else_that_was_given_is_there(made: Path):
    store = open_store(made)
    assert store.kept("map") == b"title = 1"
    assert store.kept("nothing") is None
    assert list(store.rejects(1, 5)) == [(0, at, f"row {at}", "its date cannot be read") for at in (302, 303)]
    assert (store.meta.title, store.meta.said) == ("Launches", ("read as UTF-8",))
    assert (store.meta.read, store.meta.rows, store.meta.rejected) == (303, 300, 3)
    assert {it.key for it in store.meta.columns if it.faceted} == {"site"}


def test_an_empty_table_answers(tmp_path: Path):
    with TableWriter(tmp_path / "empty.db", LAUNCHES) as writer:
        assert writer.finish().rows == 0
    store = open_store(tmp_path / "empty.db")
    assert (store.total, store.dated, list(store.rows(0, 5)), store.known_steps()) == (0, 0, [], [])
    assert not store.word("a", False, 0)
    assert store.matching(sought("a"), 0, 5) == []


def test_stores_of_one_file_answer_in_threads_of_their_own(made: Path):
    store = open_store(made)
    expected = [len(store.word(word, False, at)) for word in ("launch", "미") for at in range(5)]
    found: list[list[int]] = []

    def ask(own: FileStore) -> None:
        for _ in range(20):
            found.append([len(own.word(word, False, at)) for word in ("launch", "미") for at in range(5)])
        own.close()

    threads = [threading.Thread(target=ask, args=(store.again(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 80


def test_another_file_in_its_place_is_not_taken_for_the_same(copy: Path):
    store = open_store(copy)
    written(copy, 200)
    assert store.total == 300
    assert len(store.rows(0, 1000)) == 300
    with pytest.raises(
        StoreFault, match=r"launches.db: the table was replaced by another one; open it again"
    ):
        store.again()
    assert open_store(copy).total == 200


def test_of_a_file_that_was_written_over_nothing_is_answered_any_more(copy: Path, tmp_path: Path):
    index = TableIndex(open_store(copy))
    before = index.at(AsOf(800_000))
    assert len(before.rows(0, 1000)) == 300
    copy.write_bytes(written(tmp_path / "other.db", 200).read_bytes())
    changed = "launches.db: the table was changed; open it again"
    asked: list[Callable[[], object]] = [
        lambda: before.rows(0, 1),
        lambda: index.coded("0000000250"),
        lambda: before.lanes.of(before.lanes.groupings[0]),
        lambda: index.at(AsOf(800_001)).find.of("launch"),
        index.store.again,
    ]
    for ask in asked:
        with pytest.raises(StoreFault, match=changed):
            ask()
    assert open_store(copy).total == 200


def test_a_call_that_runs_can_be_interrupted(made: Path):
    store = open_store(made)
    store.interrupt()
    assert len(store.rows(0, 5)) == 5
    ended: list[type] = []
    begun = threading.Event()

    def ask() -> None:
        begun.set()
        try:
            # As long as nobody interrupts it.
            while True:
                store.rows_at([7] * 100_000)
        except Interrupted as problem:
            ended.append(type(problem))

    thread = threading.Thread(target=ask)
    thread.start()
    begun.wait()
    while thread.is_alive():
        store.interrupt()
        thread.join(0.01)
    assert ended == [Interrupted]
    assert len(store.rows(0, 5)) == 5


def test_texts_come_back_as_they_were(tmp_path: Path):
    odd = ("nul \0 and \x1b[31m", "", "line\nof\r\nmany", "\ud800 half")
    rows = [
        CodedRow(0, 1, "Another title", None, odd, ",".join(odd), -400_000, "own"),
        CodedRow(0, 2, odd[0], None, odd, "\t".join(odd), None, odd[3]),
        CodedRow(1, 3, "", None, ("", "", "", ""), "", 5_000_000, ""),
    ]
    with TableWriter(tmp_path / "odd.db", LAUNCHES) as writer:
        writer.add(rows)
        writer.finish()
    found = open_store(tmp_path / "odd.db").rows(0, 9)
    as_kept = [[it.replace("\ud800", "?") for it in (row.title, row.raw, row.id, *row.cells)] for row in rows]
    assert [[row.title, row.raw, row.id, *row.cells] for row in found] == as_kept
    assert [row.known for row in found] == [-400_000, None, 5_000_000]
