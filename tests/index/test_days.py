"""Going by days: what is found is what reading every row would find."""

from itertools import groupby

import pytest

from model.dates.civil import day_number
from model.dates.units import Zoom, unit_of
from model.index.protocol import Index, Reader
from model.index.values import AsOf
from tests.handmade import corpus_of
from tests.index.conftest import IndexOf


def days(many: Reader) -> list[int]:
    """The day of every dated row."""
    rows = many.rows(0, many.counts.total)
    return [row.date.sort_key[1] for row in rows if row.date is not None and row.group == 0]


def test_the_dated_rows_come_first_in_the_order_of_their_days(many: Reader):
    found = [many.days.day_at(position) for position in range(many.counts.total)]
    assert found[: many.days.dated] == days(many) == sorted(days(many))
    assert set(found[many.days.dated :]) == {None}


@pytest.mark.parametrize("zoom", [Zoom.DAY, Zoom.MONTH, Zoom.YEAR])
def test_next_and_previous_units_are_the_firsts_of_all_units_that_have_events(many: Reader, zoom: Zoom):
    numbered = groupby(enumerate(days(many)), key=lambda item: unit_of(item[1], zoom))
    firsts = [next(items)[0] for _, items in numbered]
    forward, position = [0], 0
    while (found := many.days.next_unit(position, zoom, 1)) is not None:
        forward.append(position := found)
    assert forward == firsts
    backward = [position]
    while (found := many.days.next_unit(position, zoom, -1)) is not None:
        backward.append(position := found)
    assert backward == firsts[::-1]


def test_from_within_a_unit_the_one_before_is_left_for_its_first_row(many: Reader):
    found = days(many)
    last_of_2000s = max(number for number, day in enumerate(found) if unit_of(day, Zoom.YEAR) <= 2009)
    before = many.days.next_unit(last_of_2000s, Zoom.YEAR, -1)
    assert before is not None
    assert unit_of(found[before], Zoom.YEAR) < unit_of(found[last_of_2000s], Zoom.YEAR)
    assert before == 0 or unit_of(found[before - 1], Zoom.YEAR) < unit_of(found[before], Zoom.YEAR)


def test_from_what_has_no_day_the_last_unit_is_before_and_nothing_is_after(many: Reader):
    undated, last = many.counts.total - 1, days(many)[-1]
    assert many.days.next_unit(undated, Zoom.DAY, 1) is None
    assert many.days.next_unit(undated, Zoom.DAY, -1) == days(many).index(last)


VISIT = """
    a  2025-05-01  occurred   CT+  2024-06-01/2025-04-30  event=cooperation
    b  2025-05-01  occurred   CT+  2024-06                event=visit
    c  2025-05-01  scheduled  CT+  2025-05-07/2025-05-10  event=delegation
    d  2025-05-01  scheduled  CT+  2025-06-03             event=election
"""


def at_its_end(index: Index) -> Reader:
    return index.at(AsOf(index.steps[-1].day))


def nearest(index: Index, first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[str, bool, bool]:
    reader = at_its_end(index)
    found = reader.days.nearest(day_number(*first), day_number(*last))
    assert found is not None
    (row,) = reader.rows(found.position, 1)
    assert row.date is not None
    assert found.day == row.date.sort_key[1]
    return row.event, found.inside, found.around


def test_what_lies_wholly_in_the_days_asked_for_comes_before_what_only_begins_in_them(index_of: IndexOf):
    index = index_of(corpus_of(VISIT))
    assert nearest(index, (2024, 6, 1), (2024, 6, 30)) == ("visit", True, False)
    assert nearest(index, (2024, 6, 1), (2024, 6, 1)) == ("cooperation", True, False)


def test_what_lasts_over_the_days_asked_for_comes_before_what_is_near(index_of: IndexOf):
    assert nearest(index_of(corpus_of(VISIT)), (2025, 5, 9), (2025, 5, 9)) == ("delegation", False, True)
    assert nearest(index_of(corpus_of(VISIT)), (2025, 5, 7), (2025, 5, 9)) == ("delegation", True, False)


def test_else_the_nearer_side_is_taken_and_the_first_of_its_day(index_of: IndexOf):
    index = index_of(corpus_of(VISIT))
    assert nearest(index, (1945, 1, 1), (1945, 12, 31)) == ("cooperation", False, False)
    assert nearest(index, (2025, 6, 1), (2025, 6, 2)) == ("election", False, False)
    assert nearest(index, (2525, 1, 1), (2525, 12, 31)) == ("election", False, False)


def test_of_one_days_events_the_one_that_others_are_part_of_comes_first(bundled: Reader):
    found = bundled.days.nearest(day_number(2024, 6, 1), day_number(2024, 6, 30))
    assert found is not None
    assert bundled.rows(found.position, 1)[0].event == "putin-visits-north-korea"


def test_where_nothing_is_dated_nothing_is_near(index_of: IndexOf):
    reader = at_its_end(index_of(corpus_of("a  2025-05-01  occurred  CT+  -")))
    assert reader.days.nearest(0, 10) is None
    assert reader.days.next_unit(0, Zoom.DAY, -1) is None
