"""As of a day, a table answers as one in which the rows that were not known by then never were."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.dates.units import Zoom
from model.index.found import Found
from model.index.protocol import Reader
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.order import known_from
from model.index.values import AsOf
from model.query.complete import completions
from model.query.language import Readable, read
from model.query.terms import ALL, QueryError
from tests.effort import some
from tests.index.table.conftest import ENGINES, StoreOf
from tests.index.table.drawn import META, coded_rows, days, searches
from tests.index.table.test_table_contract import find_out

SOME = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_FAR = 10**9

# What is known on a day is worked out above the engines; that each has the same rows on it, the contract says.
pytestmark = pytest.mark.parametrize("store_of", some(ENGINES[:3], ENGINES), indirect=True)


def told(index: TableIndex, day: int, typed: list[str]) -> dict[str, object]:
    """What a table tells as of a day, without the ids, in which gaps may tell that there will be more."""
    reader: Reader = index.at(AsOf(day))
    find_out(reader)
    searched = {text: _said(lambda text=text: _hits(reader.find.of(text))) for text in typed}
    readable = Readable(reader.vocabulary, index.vocabulary)
    return {
        "rows": [(row.position, row.title, row.date, row.new, row.busy_until) for row in reader.rows(0, 99)],
        "counts": (reader.counts, reader.step, [step for step in index.steps if step.day <= day]),
        "values": {key: dict(values) for key, values in reader.vocabulary.items()},
        "keys": (reader.vocabulary.about, reader.vocabulary.apart),
        "lanes": [reader.lanes.of(grouping) for grouping in reader.lanes.groupings],
        "facets": [reader.facets.counts(key, ALL) for key in reader.vocabulary],
        "time": {zoom: reader.density.between(zoom, -_FAR, _FAR) for zoom in Zoom},
        "near": {text: reader.find.nearest(text) for text in typed},
        "offered": [
            list(completions(text, reader.vocabulary, {})) for text in ("", "country:", "ni", "after-2:")
        ],
        "found": searched,
        "read": {
            text: _said(lambda text=text: read(text, readable).text) for text in ("country:nig", "country:zz")
        },
    }


def _hits(found: Found) -> object:
    return [(hit.text, hit.places) for hit in found.hits], found.more, found.hidden, found.counting


def _said(ask: Any) -> object:
    try:
        return ask()
    except QueryError as error:
        return str(error)


@SOME
@given(coded_rows(), st.integers(1, 5), days, st.lists(searches, max_size=3))
def test_nothing_tells_what_came_later(
    store_of: StoreOf, rows: list[CodedRow], chunk: int, day: int, typed: list[str]
):
    by_then = [
        row._replace(until=row.until if row.until is not None and row.until <= day else None)
        for row in rows
        if known_from(row, META) <= day
    ]
    whole, known = (TableIndex(store_of(META, some, chunk)) for some in (rows, by_then))
    # What is written by its whole value is read where it is of another day, to find nothing then.
    typed = [text for text in typed if ":" not in text]
    one, other = (told(it, day, typed) for it in (whole, known))
    assert {what for what in one if one[what] != other[what]} == set()


@SOME
@given(coded_rows(), days, days)
def test_what_changed_since_a_day_was_not_known_on_it(
    store_of: StoreOf, rows: list[CodedRow], day: int, other: int
):
    index = TableIndex(store_of(META, rows, 3))
    now, then = ({row.event for row in index.at(AsOf(it)).rows(0, 99)} for it in (day, other))
    changed = index.at(AsOf(day)).changed_since(AsOf(other))
    assert set(changed) == {event for event in now if event in changed} == now - then
    assert len(changed) == len(now - then)
