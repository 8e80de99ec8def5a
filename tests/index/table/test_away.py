"""A part of a table that cannot be read is in no answer, as if a filter left it out; what comes back is there."""

from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from model.index.table import beginning
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.values import AsOf
from model.query.terms import Query
from tests.index.table.drawn import META, coded_rows, days, queries, searches
from tests.index.table.parted import PartedStore, PartOfTable
from tests.index.table.plain import PlainReader
from tests.index.table.test_table_contract import SOME, answers, counted


@SOME
@given(
    st.sampled_from([1, 2, 256]),
    coded_rows(),
    st.integers(1, 5),
    st.sets(st.integers(0, 5)),
    days,
    st.lists(queries, min_size=1, max_size=3),
    st.lists(searches),
)
def test_what_is_away_is_in_no_answer(
    enough: int,
    rows: list[CodedRow],
    chunk: int,
    away: set[int],
    day: int,
    asked: list[Query],
    typed: list[str],
):
    store = PartedStore(META, rows, chunk)
    index, when = TableIndex(store), AsOf(day, asked[0])
    for some in (away, set[int]()):
        store.put_away(some)
        reader = index.at(when)
        plain = PlainReader(
            PartOfTable(META, rows, store.away()), when, (reader.vocabulary, index.vocabulary)
        )
        with patch.multiple(beginning, _ENOUGH=enough, _AT_ONCE=enough, _LOOKED_AT=2 * enough):
            sides: list[Any] = [counted(reader, asked, typed), plain]
            one, other = (answers(it, len(rows), asked, typed, [day - 1, day + 1]) for it in sides)
        for found in (one, other):
            # Of values that no row has that can be read, the names stay.
            found.pop("vocabulary", None)
        assert {what: (one[what], other[what]) for what in one if one[what] != other[what]} == {}


def test_readers_are_made_anew_when_another_part_is_away():
    rows = [CodedRow(0, at, "x", None, ("x", "", "", "", ""), "x", None) for at in range(1, 9)]
    store = PartedStore(META, rows, 2)
    index, when = TableIndex(store), AsOf(800_000)
    first = index.at(when)
    assert (index.generation, first.counts.total, index.at(when) is first) == (0, 8, True)
    store.put_away({1})
    second = index.at(when)
    assert (index.generation, second.counts.total, second.counts.known) == (1, 6, 6)
    assert [row.event for row in second.rows(0, 9)] == [f"{at:010d}" for at in (0, 1, 4, 5, 6, 7)]
    store.put_away(())
    assert (index.generation, index.at(when).counts.total) == (2, 8)
