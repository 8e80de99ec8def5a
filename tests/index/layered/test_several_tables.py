"""Several tables under one corpus: answers are those of all, sorted as a whole; no name of a row is that of another."""

from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.dates.units import Zoom, unit_of
from model.index.found import Kind
from model.index.layered.index import LayeredIndex
from model.index.layered.laid_table import laid_tables
from model.index.layered.names import laid, lane_of, row_of_name, table_of_name
from model.index.layered.reader import LayeredReader
from model.index.sqlite.index import SqliteIndex
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.values import AsOf, Grouping
from model.query.terms import ALL, Query
from tests.index.layered.test_layered_contract import days, queries
from tests.index.table.drawn import META, coded_rows
from tests.strategies import corpora

SOME = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
tables = st.lists(coded_rows(), min_size=2, max_size=3)
drawn = given(corpora(), tables, days, queries(), st.integers(1, 5))


def index_of(corpus: Corpus, tables: list[list[CodedRow]], chunk: int) -> LayeredIndex:
    stores = [TableIndex(MemoryStore(META, rows, chunk=chunk)) for rows in tables]
    return LayeredIndex(SqliteIndex(corpus), laid_tables(stores))


def all_of(index: LayeredIndex, when: AsOf) -> tuple[LayeredReader, list[Any]]:
    """The reader of all, and the rows of all in their order, each with its name among all."""
    reader = index.at(when)
    assert isinstance(reader, LayeredReader)
    found = [(row.key.sort_key, -1, row.event, row) for row in reader.own.rows(0, 10**6)]
    for part in reader._tables:
        while (pending := part.reader.pending) is not None:
            for _ in pending.run():
                pass
        rows = part.reader.rows(0, 10**6)
        found += [(row.key.sort_key, part.number, laid(row.event, part.number), row) for row in rows]
    return reader, sorted(found, key=lambda it: it[:3])


@SOME
@drawn
def test_rows_of_all_stand_in_one_order(
    corpus: Corpus, tables: list[list[CodedRow]], day: int, query: Query, chunk: int
):
    reader, both = all_of(index_of(corpus, tables, chunk), AsOf(day, query, layered=True))
    found = reader.rows(0, 10**6)
    names = [row.event for row in found]
    assert names == [it[2] for it in both] and len({*names}) == len(names)
    assert [row.position for row in found] == list(range(len(names)))
    for at in range(-1, len(names) + 1):
        assert reader.rows(at, 2) == found[max(at, 0) : max(at + 2, 0)]
    for at, row in enumerate(found):
        assert reader.after(row.key, 2) == found[at + 1 : at + 3]
        assert reader.before(row.key, 2) == found[max(0, at - 2) : at]
        assert reader.position_of(row.event) == at and reader.row_of(row.event) == row
        assert reader.version_of(row.event) == row.event
    assert reader.counts.total == len(names) and not reader.counts.counting
    assert reader.counts.rows == sum(row_of_name(it) is not None for it in names)
    for gone in ("~~~~0000000000", "~~no", "~~9999999999"):
        assert reader.position_of(gone) is None and reader.version_of(gone) is None


@SOME
@drawn
def test_days_units_and_lanes_are_those_of_all(
    corpus: Corpus, tables: list[list[CodedRow]], day: int, query: Query, chunk: int
):
    reader, both = all_of(index_of(corpus, tables, chunk), AsOf(day, query, layered=True))
    of = [it[0][1] if it[0][0] == 0 else None for it in both]
    dated = [it for it in of if it is not None]
    assert reader.days.dated == len(dated)
    assert [reader.days.day_at(at) for at in range(-1, len(of) + 1)] == [None, *of, None]
    for one in {*dated, day}:
        assert reader.days.first_from(one) == sum(it < one for it in dated)
        nearest = reader.days.nearest(one, one)
        assert (nearest is None) == (not dated) or nearest is not None
        assert nearest is None or (
            (nearest.inside or one not in dated) and of[nearest.position] == nearest.day
        )
    for zoom in Zoom:
        units = [unit_of(it, zoom) for it in dated]
        if units:
            found = reader.density.between(zoom, min(units), max(units))
            assert found == {it: units.count(it) for it in {*units}}
            assert reader.density.most(zoom) == max(found.values())
    place = {it[2]: at for at, it in enumerate(both)}
    lanes = {it.id: it for it in reader.lanes.of(Grouping.STRAND)}
    for number in range(len(tables)):
        names = [name for name in place if table_of_name(name) == number]
        assert (lane_of(number) in lanes) == bool(names)
        if names:
            lane = lanes[lane_of(number)]
            assert [it.event for it in reader.lanes.rows(lane, 0, 10**6)] == names
            ends = [0, 0, len(both) // 2, len(both), len(both)]
            counts = [sum(first <= place[it] < end for it in names) for first, end in pairwise(ends)]
            assert reader.lanes.counts(lane, [0, len(both) // 2, len(both)]) == counts
            assert all(
                reader.lanes.places_of(place[it], Grouping.STRAND) == [(lane_of(number), nth)]
                for nth, it in enumerate(names)
            )


@SOME
@drawn
def test_hits_of_all_tables_stand_in_time_and_are_walked_in_it(
    corpus: Corpus, tables: list[list[CodedRow]], day: int, query: Query, chunk: int
):
    reader, both = all_of(index_of(corpus, tables, chunk), AsOf(day, query, layered=True))
    place = {it[2]: at for at, it in enumerate(both)}
    for typed in ("missile", "a"):
        found = [it for it in reader.find.of(typed).hits if it.kind is Kind.ROW]
        names = [it.event for it in found]
        assert names == sorted(names, key=lambda it: place[it])
        for by, order in ((1, found), (-1, found[::-1])):
            at = None
            for hit in order:
                there = reader.find.beyond(typed, at, by)
                assert there is not None and there.hit == hit
                assert there.rank in (None, found.index(hit)) and there.total in (None, len(found))
                at = hit.event
            assert reader.find.beyond(typed, at, by) is None or not order
        counted = reader.find.beyond(typed, None, 1)
        assert counted is None or counted.total in (None, len(found))


@SOME
@drawn
def test_one_of_the_tables_alone_answers_as_if_there_were_no_other(
    corpus: Corpus, tables: list[list[CodedRow]], day: int, query: Query, chunk: int
):
    index = index_of(corpus, tables, chunk)
    for number in range(len(tables)):
        reader, both = all_of(index, AsOf(day, query, layered=True, only=number))
        assert {table_of_name(it[2]) for it in both} <= {-1, number}
        assert [it.event for it in reader.rows(0, 10**6)] == [it[2] for it in both]


@SOME
@drawn
def test_keys_that_several_have_are_asked_of_each(
    corpus: Corpus, tables: list[list[CodedRow]], day: int, query: Query, chunk: int
):
    index = index_of(corpus, tables, chunk)
    reader = index.at(AsOf(day, layered=True))
    assert isinstance(reader, LayeredReader)
    for key in ("country",):
        single = [dict(part.reader.facets.counts(key, ALL)) for part in reader._tables]
        expected = {name: sum(it.get(name, 0) for it in single) for some in single for name in some}
        assert dict(reader.facets.counts(key, ALL)) == expected
        assert {*reader.vocabulary[key]} == {
            name for part in reader._tables for name in part.reader.vocabulary[key]
        }


def test_tables_of_one_title_are_told_apart():
    tables = laid_tables([TableIndex(MemoryStore(META, ())) for _ in range(3)])
    assert [it.title for it in tables] == [META.title, f"{META.title} (2)", f"{META.title} (3)"]
