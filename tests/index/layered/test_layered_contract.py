"""The contract of `model.index.protocol` for a table under a corpus: answers are those of both, sorted as a whole."""

from collections import Counter
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.dates.units import Zoom, group_of, unit_of
from model.index.found import Kind
from model.index.layered.index import LayeredIndex
from model.index.layered.keys import rows_part
from model.index.layered.laid_table import laid_tables
from model.index.layered.names import lane_of
from model.index.layered.reader import LayeredReader
from model.index.sqlite.index import SqliteIndex
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.order import last_day_of as last_day
from model.index.table.order import later
from model.index.table.timeline_rows import event_of
from model.index.values import AsOf, Grouping
from model.query.terms import ALL, Query, Term
from tests.coded_tables import missile_tests
from tests.handmade import corpus_of
from tests.index.table.drawn import DAYS, META, coded_rows
from tests.index.table.drawn import terms as terms_of_rows
from tests.index.table.parted import PartedStore
from tests.strategies import corpora

SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

days = st.sampled_from((0, DAYS[0] - 1, *DAYS, 740_000))
own_terms = st.sampled_from(
    (
        Term("status", "occurred", ("occurred",)),
        Term("has", "conflict", ("conflict",), negated=True),
        Term("", "a"),
        Term("after", "2021", day=738_000),
    )
)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Filters of both: words and days, keys of a corpus, columns of a table."""
    found = tuple(draw(st.lists(st.one_of(own_terms, terms_of_rows()), max_size=2)))
    return Query(" ".join(f"{it.key}:{it.words}" for it in found), found)


class Both:
    """The rows of two readers, sorted as a whole: what a layered one has to answer."""

    def __init__(self, own: Any, table: Any) -> None:
        self.own, self.table = own, table
        both = [(row, False) for row in own.rows(0, 10**6)] + [(row, True) for row in table.rows(0, 10**6)]
        both.sort(key=lambda it: (it[0].key.sort_key, it[1], it[0].key.event))
        self.names = [f"~{row.event}" if coded else row.event for row, coded in both]
        self.coded = [coded for _, coded in both]
        self.dates = [row.date for row, _ in both]
        self.keys = [row.key.sort_key for row, _ in both]
        # By the day of its place; what is open or undated has none.
        self.days = [key[1] if key[0] == 0 else None for key in self.keys]

    def counted(self, zoom: Zoom) -> dict[int, int]:
        """How many have each unit of a zoom."""
        return dict(Counter(unit_of(day, zoom) for day in self.days if day is not None))


def layered(corpus: Corpus, rows: list[CodedRow], when: AsOf, chunk: int) -> tuple[LayeredReader, Both]:
    """The reader of both, and what it has to answer."""
    store = MemoryStore(META, rows, chunk=chunk)
    index = LayeredIndex(SqliteIndex(corpus), laid_tables([TableIndex(store)]))
    reader = index.at(when)
    assert isinstance(reader, LayeredReader)
    while (pending := reader.pending) is not None:
        for _ in pending.run():
            pass
    keys = {"country": "country", "row-after-2": "after-2", "after-2": "after-2"}
    plain = TableIndex(MemoryStore(META, rows)).at(AsOf(when.day, rows_part(when.query, keys)))
    while (pending := plain.pending) is not None:
        for _ in pending.run():
            pass
    return reader, Both(SqliteIndex(corpus).at(when.own), plain)


drawn = given(corpora(), coded_rows(), days, queries(), st.integers(1, 5))


@SOME
@drawn
def test_rows_of_both_stand_in_one_order(
    corpus: Corpus, rows: list[CodedRow], day: int, query: Query, chunk: int
):
    reader, both = layered(corpus, rows, AsOf(day, query, layered=True), chunk)
    found = reader.rows(0, 10**6)
    names = [row.event for row in found]
    assert names == both.names and [row.position for row in found] == list(range(len(names)))
    assert [row.key for row in found] == sorted(row.key for row in found)
    until: list[int | None] = [None]
    for date in both.dates:
        until.append(later(until[-1], last_day(date)))
    assert [row.busy_until for row in found] == until[:-1]
    for at in range(-1, len(names) + 1):
        assert reader.rows(at, 2) == found[max(at, 0) : max(at + 2, 0)]
    for at, row in enumerate(found):
        assert reader.after(row.key, 2) == found[at + 1 : at + 3]
        assert reader.before(row.key, 2) == found[max(0, at - 2) : at]
        assert reader.position_of(row.event) == at and reader.row_of(row.event) == row
    assert reader.before(None, 2) == found[-2:] and reader.after(None, 2) == found[:2]
    for at in range(len(rows)):
        version = both.table.version_of(event_of(at))
        assert reader.version_of(f"~{event_of(at)}") == (f"~{version}" if version is not None else None)
    for gone in (None, "no such event", "~no", "~9999999999"):
        assert reader.position_of(gone) is None and reader.row_of(gone) is None
        assert reader.version_of(gone) is None


@SOME
@drawn
def test_numbers_are_those_of_both_and_the_story_counts_alone(
    corpus: Corpus, rows: list[CodedRow], day: int, query: Query, chunk: int
):
    reader, both = layered(corpus, rows, AsOf(day, query, layered=True), chunk)
    counts, own = reader.counts, both.own.counts
    assert (counts.total, counts.rows) == (len(both.names), sum(both.coded))
    assert (counts.events, counts.known_events) == (own.total, own.known)
    assert (counts.contested, counts.due, counts.unanswered) == (own.contested, own.due, own.unanswered)
    # What is coded for the day itself is told of as over; of the story, its own index knows.
    over = sum(it is not None and it <= day for it, coded in zip(both.days, both.coded, strict=True) if coded)
    assert counts.first_ahead == own.first_ahead + over
    places = {name: at for at, name in enumerate(both.names)}
    events = [at for at, coded in enumerate(both.coded) if not coded]
    for at in range(-1, len(both.names) + 1):
        later_ones = [place for place in events if place > at]
        earlier = [place for place in events if place < at]
        assert reader.next_event(at, 1) == (both.names[later_ones[0]] if later_ones else None)
        assert reader.next_event(at, -1) == (both.names[earlier[-1]] if earlier else None)
        in_corpus = sum(place <= at for place in events) - 1
        assert reader.passed_until(at) == both.own.passed_until(in_corpus)
        assert reader.next_due(at, 1) == both.own.next_due(in_corpus, 1)
        assert reader.next_due(at, -1) == both.own.next_due(len(earlier) if at >= 0 else -1, -1)
    changed = reader.changed_since(AsOf(day - 1))
    expected = {
        *both.own.changed_since(AsOf(day - 1)),
        *(f"~{it}" for it in both.table.changed_since(AsOf(day - 1))),
    }
    assert (
        {it for it in places if it in changed} == expected
        and {*changed} == expected
        and len(changed) == len(expected)
    )


@SOME
@drawn
def test_days_and_density_are_those_of_both(
    corpus: Corpus, rows: list[CodedRow], day: int, query: Query, chunk: int
):
    reader, both = layered(corpus, rows, AsOf(day, query, layered=True), chunk)
    dated = [it for it in both.days if it is not None]
    assert reader.days.dated == len(dated)
    assert [reader.days.day_at(at) for at in range(-1, len(both.names) + 1)] == [None, *both.days, None]
    for one in {*dated, *(it + 1 for it in dated), day}:
        assert reader.days.first_from(one) == sum(it < one for it in dated)
    for zoom in Zoom:
        firsts = {
            unit: next(at for at, it in enumerate(dated) if unit_of(it, zoom) == unit)
            for unit in {unit_of(it, zoom) for it in dated}
        }
        for at, here in enumerate(both.days):
            unit = unit_of(here, zoom) if here is not None else 10**9
            later_ones = [it for it in firsts if it > unit]
            earlier = [it for it in firsts if it < unit]
            assert reader.days.next_unit(at, zoom, 1) == (firsts[min(later_ones)] if later_ones else None)
            assert reader.days.next_unit(at, zoom, -1) == (firsts[max(earlier)] if earlier else None)
        counted = both.counted(zoom)
        density = reader.density
        assert density.most(zoom) == max(counted.values(), default=0)
        units = sorted(counted)
        if not units:
            assert density.units(zoom, 0, 1, 9) == []
            continue
        assert density.between(zoom, units[0], units[-1]) == counted
        for unit in units:
            assert density.units(zoom, unit, 1, 2) == [it for it in units if it >= unit][:2]
            assert density.units(zoom, unit, -1, 2) == [it for it in reversed(units) if it < unit][:2]
            group = group_of(unit, zoom)
            for by in (1, -1):
                found = density.groups(zoom, group, by, 2)
                numbers = sorted({group_of(it, zoom) for it in units}, reverse=by < 0)
                assert [it.number for it in found] == [
                    it for it in numbers if (it >= group if by > 0 else it < group)
                ][:2]
                for it in found:
                    own = [one for one in units if group_of(one, zoom) == it.number]
                    assert it.only == (own[0] if len(own) == 1 else None)


@SOME
@drawn
def test_the_event_nearest_to_a_day_comes_before_the_row_that_is(
    corpus: Corpus, rows: list[CodedRow], day: int, query: Query, chunk: int
):
    reader, both = layered(corpus, rows, AsOf(day, query, layered=True), chunk)
    for one in {it for it in both.days if it is not None} | {day, day - 30}:
        found = reader.days.nearest(one, one + 1)
        event, row = both.own.days.nearest(one, one + 1), both.table.days.nearest(one, one + 1)
        if found is None:
            assert event is None and row is None
            continue
        name = both.names[found.position]
        assert found.day == both.days[found.position]
        sides = [it for it in (event, row) if it is not None]
        assert (found.inside, found.around) == max((it.inside, it.around) for it in sides)
        is_coded = name.startswith("~")
        if event is not None and event.inside:
            assert not is_coded
        mine = row if is_coded else event
        assert mine is not None
        side = both.table if is_coded else both.own
        assert side.rows(mine.position, 1)[0].event == name.removeprefix("~")


@SOME
@drawn
def test_rows_have_a_lane_of_their_own(
    corpus: Corpus, rows: list[CodedRow], day: int, query: Query, chunk: int
):
    reader, both = layered(corpus, rows, AsOf(day, query, layered=True), chunk)
    place = {name: at for at, name in enumerate(both.names)}
    coded = [name for name in both.names if name.startswith("~")]
    borders = sorted({0, len(both.names) // 2, len(both.names)})
    for grouping in Grouping:
        lanes = reader.lanes.of(grouping)
        own = [*both.own.lanes.of(grouping)]
        assert lanes[: len(own)] == own and [it.id for it in lanes[len(own) :]] == (
            [lane_of(0)] if coded else []
        )
        for lane in lanes:
            found = reader.lanes.rows(lane, 0, 10**6)
            names = [row.event for row in found]
            assert names == (
                coded if lane.id == lane_of(0) else [it.event for it in both.own.lanes.rows(lane, 0, 10**6)]
            )
            assert [row.position for row in found] == [place[name] for name in names] and lane.events == len(
                names
            )
            ends = [0, *borders, len(both.names)]
            expected = [sum(first <= place[name] < end for name in names) for first, end in pairwise(ends)]
            assert reader.lanes.counts(lane, borders) == expected
            for nth, name in enumerate(names):
                assert (lane.id, nth) in reader.lanes.places_of(place[name], grouping)


@SOME
@drawn
def test_a_search_finds_what_each_of_both_finds(
    corpus: Corpus, rows: list[CodedRow], day: int, query: Query, chunk: int
):
    reader, both = layered(corpus, rows, AsOf(day, query, layered=True), chunk)
    for typed in ("missile", "a", "발사"):
        found, own, table = reader.find.of(typed), both.own.find.of(typed), both.table.find.of(typed)
        assert [it for it in found.hits if it.kind is not Kind.ROW] == [*own.hits]
        assert [it.ref for it in found.hits if it.kind is Kind.ROW] == [f"~{it.ref}" for it in table.hits]
        assert all(it.event == it.ref for it in found.hits if it.kind is Kind.ROW)


@SOME
@drawn
def test_without_its_rows_a_corpus_answers_as_if_there_were_no_table(
    corpus: Corpus, rows: list[CodedRow], day: int, query: Query, chunk: int
):
    index = LayeredIndex(SqliteIndex(corpus), laid_tables([TableIndex(MemoryStore(META, rows, chunk=chunk))]))
    reader = index.at(AsOf(day))
    assert not isinstance(reader, LayeredReader)
    assert reader.rows(0, 10**6) == SqliteIndex(corpus).at(AsOf(day)).rows(0, 10**6)
    assert index.at(AsOf(day, ALL, layered=True)) is index.at(AsOf(day, ALL, layered=True))


def test_rows_that_are_away_are_not_among_the_events_until_they_are_back():
    meta, rows = missile_tests()
    store = PartedStore(meta, rows, chunk=100)
    corpus = corpus_of("plan 2025-05-01 scheduled CT+ 2025-05-09")
    index = LayeredIndex(SqliteIndex(corpus), laid_tables([TableIndex(store)]))
    when = AsOf(800_000, layered=True)
    before = index.at(when).counts
    store.put_away([1])
    assert index.at(when).counts.rows == before.rows - 100
    assert len(index.at(when).rows(0, 1000)) == before.total - 100
    store.put_away([])
    assert index.at(when).counts == before
