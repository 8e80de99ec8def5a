"""What a key asks of a table: as little as its answer needs, however large the table is."""

from collections import Counter

from model.dates.civil import day_number
from model.dates.edtf import parse
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.reader import TableReader
from model.index.values import AsOf
from model.query.language import Readable, read
from model.query.terms import Query
from tests.index.table.drawn import META
from tests.index.table.fakes import FakeStore

LATE = 800_000
MANY, CHUNK = 1000, 50


class AskedStore(FakeStore):
    """A store that counts what is asked of it by name; not what other threads ask."""

    def __init__(self) -> None:
        super().__init__(MemoryStore(META, map(row, range(MANY)), chunk=CHUNK))
        self.asked: Counter[str] = Counter()

    def before(self, name: str) -> None:
        """Count it."""
        self.asked[name] += 1

    def again(self) -> MemoryStore:
        """The store behind it."""
        assert isinstance(self._store, MemoryStore)
        return self._store


def row(at: int) -> CodedRow:
    """Two rows a day from January 1990 on, with and without a launch; none after the 28th of a month."""
    title = f"{'visit' if at % 2 else 'launch'} {at}"
    date = parse(f"{1990 + at // 672}-{at // 56 % 12 + 1:02d}-{at // 2 % 28 + 1:02d}")
    return CodedRow(0, at + 1, title, date, (title, "", "Russia", "", ""), "")


def opened() -> tuple[AskedStore, TableIndex, TableReader]:
    """A table, and its reader of all rows, of which what is made once has been made."""
    store = AskedStore()
    index = TableIndex(store)
    reader = index.at(AsOf(LATE))
    assert reader.days.first_from(day_number(1990, 3, 7)) > 0
    store.asked.clear()
    return store, index, reader


def query(index: TableIndex, text: str) -> Query:
    return read(text, Readable(index.vocabulary))


def test_what_was_found_out_while_a_filter_was_typed_its_reader_has():
    store, index, reader = opened()
    launch = query(index, "launch")
    assert reader.facets.count(launch) is None
    assert reader.pending is not None and [*reader.pending.run()]
    store.asked.clear()
    there = index.at(AsOf(LATE, launch))
    assert (there.counts.total, there.counts.counting) == (MANY // 2, False)
    assert there.rows(MANY // 2 - 1, 1)[0].title == f"launch {MANY - 2}"
    assert there.days.nearest(day_number(1990, 9, 9), day_number(1990, 9, 9)) is not None
    assert store.asked["word"] == 0


def test_of_what_is_counted_beside_what_was_asked_last_comes_first():
    _, index, reader = opened()
    typed = [query(index, word) for word in ("laun", "launch")]
    assert [reader.facets.count(it) for it in typed] == [None, None]
    assert reader.pending is not None
    steps = iter(reader.pending.run())
    for _ in range(MANY // CHUNK):
        next(steps)
    assert [reader.facets.count(it) for it in typed] == [None, MANY // 2]


def test_where_nothing_lasts_long_few_chunks_are_asked_for_what_lasts_until_a_day():
    store, _, reader = opened()
    gone = day_number(1991, 1, 30)
    found = reader.days.nearest(gone, gone)
    assert found is not None and not found.inside and not found.around
    assert store.asked["lasting"] + store.asked["busy_until"] <= 2


def test_where_a_month_begins_is_known():
    store, _, reader = opened()
    assert reader.days.first_from(day_number(1990, 4, 1)) == 3 * 56
    assert store.asked["rows"] == 0
