"""The contract of `model.index.protocol` for tables: what bitmaps answer is what looking at every row gives.

Whatever is asked, on whatever day, under whatever query, of tables that are drawn; over every store.
"""

from contextlib import suppress
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.index.protocol import Reader
from model.index.table import beginning
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.values import AsOf
from model.query.terms import Query, QueryError
from tests.index.everything import everything
from tests.index.table.conftest import StoreOf
from tests.index.table.drawn import META, coded_rows, days, queries, searches
from tests.index.table.plain import PlainReader, PlainTable


def find_out(reader: Reader) -> None:
    """Have all numbers found out that were asked for, as a thread beside would."""
    while (pending := reader.pending) is not None:
        assert len([*pending.run()]) == pending.steps


def counted(reader: Reader, asked: list[Query], typed: list[str]) -> Reader:
    """The reader, when all that will be asked of it has been found out; what is not known is given as nothing."""
    least, shown = reader.counts, reader.rows(0, 10**6)
    assert least.total <= len(shown) and (not shown or least.total)
    assert least.counting or least.total == len(shown)
    find_out(reader)
    assert not reader.counts.counting and reader.counts.total == len(shown)
    for query in asked:
        if reader.facets.count(query) is None:
            assert all(not reader.facets.counts(key, query) for key in reader.vocabulary)
        find_out(reader)
        for key in reader.vocabulary:
            reader.facets.counts(key, query)
        find_out(reader)
    for grouping in reader.lanes.groupings:
        reader.lanes.of(grouping)
    find_out(reader)
    for words in typed:
        # What a search finds out besides is news too.
        with suppress(QueryError):
            reader.find.of(words)
    find_out(reader)
    return reader


SOME = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def answers(
    reader: Any, rows: int, asked: list[Query], typed: list[str], others: list[int]
) -> dict[str, object]:
    """All that a reader of a table answers, but for what was probably meant."""
    events = [f"{number:010d}" for number in range(rows + 1)]
    told = SimpleNamespace(events=events, claims_of_event=events, entities=[])
    found = everything(cast(Reader, reader), told, asked, typed, others)
    del found["near"]
    return found


# At how many rows the first ones of words are enough: in tables this small, else all would be found at once.
few = st.sampled_from([1, 2, 256])


@SOME
@given(
    few,
    coded_rows(),
    st.integers(1, 5),
    days,
    st.lists(queries, min_size=1, max_size=3),
    st.lists(searches),
    st.data(),
)
def test_drawn_tables_are_answered_as_row_by_row(
    store_of: StoreOf,
    enough: int,
    rows: list[CodedRow],
    chunk: int,
    day: int,
    asked: list[Query],
    typed: list[str],
    data: st.DataObject,
):
    index, when = TableIndex(store_of(META, rows, chunk)), AsOf(day, asked[0])
    reader = index.at(when)
    plain = PlainReader(PlainTable(META, rows), when, (reader.vocabulary, index.vocabulary))
    others = [day - 1, day - 4, day + 1, data.draw(days)]
    with patch.multiple(beginning, _ENOUGH=enough, _AT_ONCE=enough, _LOOKED_AT=2 * enough):
        sides: list[Any] = [counted(reader, asked, typed), plain]
        one, other = (answers(it, len(rows), asked, typed, others) for it in sides)
    assert {what: (one[what], other[what]) for what in one if one[what] != other[what]} == {}
    assert one == other
