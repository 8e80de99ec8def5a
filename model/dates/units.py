"""Days, months, years and decades as whole numbers, so that time can be counted and drawn in any of them.

A day is its day number, a month `year * 12 + month - 1`, a year its astronomical number, a decade `year // 10`.
"""

from enum import IntEnum

from model.dates.civil import civil_date, day_number
from model.dates.edtf import Part
from model.dates.wording import MONTHS, era_year_words, part_words


class Zoom(IntEnum):
    """How fine time is drawn; a finer one is greater."""

    DECADE = 0
    YEAR = 1
    MONTH = 2
    DAY = 3

    @property
    def word(self) -> str:
        """What one unit is called: `month`."""
        return self.name.lower()


GROUPS = {Zoom.DECADE: "century", Zoom.YEAR: "decade", Zoom.MONTH: "year", Zoom.DAY: "month"}
"""What the units of each zoom are grouped by: a group of days is a month."""


def unit_of(day: int, zoom: Zoom) -> int:
    """The unit in which a day lies."""
    if zoom is Zoom.DAY:
        return day
    year, month, _ = civil_date(day)
    if zoom is Zoom.MONTH:
        return year * 12 + month - 1
    return year if zoom is Zoom.YEAR else year // 10


def first_day_of(unit: int, zoom: Zoom) -> int:
    """Day number of a unit's first day."""
    if zoom is Zoom.DAY:
        return unit
    if zoom is Zoom.MONTH:
        return day_number(unit // 12, unit % 12 + 1, 1)
    return day_number(unit if zoom is Zoom.YEAR else unit * 10, 1, 1)


def last_day_of(unit: int, zoom: Zoom) -> int:
    """Day number of a unit's last day."""
    return first_day_of(unit + 1, zoom) - 1


def group_of(unit: int, zoom: Zoom) -> int:
    """The group in which a unit lies: a day's month, a month's year, a year's decade, a decade's century."""
    if zoom is Zoom.DAY:
        return unit_of(unit, Zoom.MONTH)
    return unit // (12 if zoom is Zoom.MONTH else 10)


def units_of(group: int, zoom: Zoom) -> range:
    """All units of a group, in order."""
    if zoom is Zoom.DAY:
        return range(first_day_of(group, Zoom.MONTH), last_day_of(group, Zoom.MONTH) + 1)
    size = 12 if zoom is Zoom.MONTH else 10
    return range(group * size, (group + 1) * size)


def unit_words(unit: int, zoom: Zoom) -> str:
    """A unit in full: `9 May 2025`, `May 2025`, `2025`, `2020s`."""
    if zoom is Zoom.DAY:
        return part_words(Part(*civil_date(unit)))
    if zoom is Zoom.MONTH:
        return part_words(Part(unit // 12, unit % 12 + 1))
    return era_year_words(unit) if zoom is Zoom.YEAR else decade_words(unit)


def group_words(group: int, zoom: Zoom) -> str:
    """A group in few cells: `May 2025`, `2025`, `2020s`, `2000-99`."""
    if zoom is Zoom.DAY:
        return part_words(Part(group // 12, group % 12 + 1))
    if zoom is Zoom.MONTH:
        return era_year_words(group)
    return decade_words(group) if zoom is Zoom.YEAR else _century_words(group)


def month_name(month: int) -> str:
    """The three-letter name of a month unit."""
    return MONTHS[month % 12][:3]


def decade_words(decade: int) -> str:
    """`1950s`; before year 1 and from 10,000 on, where decades have no such names, `c. 50 BC`, `c. 12k`."""
    return f"{decade * 10}s" if 0 < decade < 1000 else f"c. {era_year_words(decade * 10)}"


def _century_words(century: int) -> str:
    return f"{century}00-99" if 0 < century < 100 else f"c. {era_year_words(century * 100)}"
