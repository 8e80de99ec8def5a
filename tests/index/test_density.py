"""Events by unit of time: what is counted is what counting every row would give, in every era."""

from collections import Counter

import pytest

from model.dates.units import Zoom, group_of, unit_of
from model.index.protocol import Reader

FAR = 10**12


@pytest.fixture(params=list(Zoom), ids=lambda zoom: zoom.word)
def zoom(request: pytest.FixtureRequest) -> Zoom:
    found: Zoom = request.param
    return found


def counts(many: Reader, zoom: Zoom) -> Counter[int]:
    rows = many.rows(0, many.counts.total)
    dates = [row.date for row in rows if row.date is not None and row.group == 0]
    return Counter(unit_of(date.sort_key[1], zoom) for date in dates)


def test_every_unit_is_counted_from_before_year_1_to_beyond_9999(many: Reader, zoom: Zoom):
    density, expected = many.density, counts(many, zoom)
    assert density.between(zoom, -(10**13), 10**15) == expected
    assert density.most(zoom) == max(expected.values())
    assert min(expected) < 0
    assert len(density.between(zoom, max(expected), max(expected))) == 1


def test_units_are_grouped_as_the_calendar_groups_them(many: Reader, zoom: Zoom):
    density, expected = many.density, counts(many, zoom)
    groups = sorted({group_of(unit, zoom) for unit in expected})
    found = density.groups(zoom, groups[0], 1, FAR)
    assert [group.number for group in found] == groups
    for group in found:
        units = [unit for unit in expected if group_of(unit, zoom) == group.number]
        assert group.only == (units[0] if len(units) == 1 else None)


def test_no_more_is_read_than_is_asked_for_in_either_direction(many: Reader, zoom: Zoom):
    density, units = many.density, sorted(counts(many, zoom))
    middle = units[len(units) // 2]
    assert density.units(zoom, middle, 1, 3) == [unit for unit in units if unit >= middle][:3]
    assert density.units(zoom, middle, -1, 3) == [unit for unit in units if unit < middle][::-1][:3]
    groups = [group.number for group in density.groups(zoom, group_of(middle, zoom), -1, 2)]
    assert groups == sorted(groups, reverse=True)
    assert len(groups) <= 2
