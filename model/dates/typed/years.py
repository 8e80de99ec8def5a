"""Years and longer stretches as people name them: `1945`, `44 bc`, `1950s`, `4.6 billion years ago`, `q2 2024`.

Each function gives the readings of a normalised text, the likeliest first, and none where it is of another kind.
"""

import re

from model.dates.civil import civil_date
from model.dates.edtf import Part, Precision
from model.dates.typed.reading import DateReading, checked, one, year_span
from model.dates.typed.words import YEAR
from model.dates.units import Zoom, first_day_of, unit_of

_YEAR = re.compile(YEAR)
_DECADE = re.compile(r"([0-9]{1,4}0)'?s( bc)?|([0-9]{2})'?s")
_CENTURY = re.compile(r"([0-9]{1,10})(?:st|nd|rd|th) century(?: (bc|ad))?")
_FAR = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?) ?(k|thousand|m|million|bn|billion)( years)?( ago| bc| ad)?")
_QUARTER = re.compile(rf"(?:q([1-4])|([1-4])(?:st|nd|rd|th) (?:quarter|qtr))(?: ({YEAR}))?")
_SOON = 20
"""Years after the origin up to which two digits are taken for a year to come."""

_UNITS = ((Precision.YEAR, Zoom.YEAR), (Precision.MONTH, Zoom.MONTH), (Precision.DAY, Zoom.DAY))

_SIZES = {"k": 10**3, "t": 10**3, "m": 10**6, "b": 10**9}


def year(text: str, origin: int) -> list[DateReading]:
    """`1945`, `44 bc`, `ad 44`, `12000`."""
    if not _YEAR.fullmatch(text) or re.search(r"(?<![0-9])0{1,3}(?![0-9])", text):
        return []
    return [one(Part(number)) for number in years_meant(text, origin)]


def decade_or_century(text: str, origin: int) -> list[DateReading]:
    """`1950s`, `the 50s` of the origin's century, `19th century bc`."""
    if (found := _DECADE.fullmatch(text)) is not None:
        if found[3] is not None:
            first = civil_date(origin)[0] // 100 * 100 + int(found[3])
            return [year_span(first, first + 9)]
        first = int(found[1])
        return [year_span(-first - 8, -first + 1)] if found[2] else [year_span(first, first + 9)]
    if (found := _CENTURY.fullmatch(text)) is not None and int(found[1]) > 0:
        number = int(found[1])
        return [
            year_span(1 - number * 100, 100 - number * 100)
            if found[2] == "bc"
            else year_span(number * 100 - 99, number * 100)
        ]
    return []


def far_year(text: str, origin: int) -> list[DateReading]:
    """`4.6 billion years ago`, `66 million bc`, `12k`."""
    found = _FAR.fullmatch(text)
    if found is None or (found[2] == "m" and not found[4]) or (found[3] and not found[4]):
        return []
    count = round(float(found[1]) * _SIZES[found[2][0]])
    if found[4] == " ago":
        return [one(Part(checked(civil_date(origin)[0] - count)))]
    return [one(Part(checked(1 - count if found[4] == " bc" else count)))]


def quarter(text: str, origin: int) -> list[DateReading]:
    """`q2 2025`, `2nd quarter of 2025`."""
    found = _QUARTER.fullmatch(text)
    if found is None:
        return []
    number = int(found[1] or found[2])
    years = years_meant(found[3], origin) if found[3] else [civil_date(origin)[0]]
    return [DateReading(Part(one_year, number * 3 - 2), Part(one_year, number * 3)) for one_year in years]


def part_of(name: str, whole: DateReading) -> DateReading:
    """The early, mid or late third of a stretch, in whole units: of years by years, a year by months, a month by days.

    The unit is the coarsest of which the stretch has at least three, and no coarser than it is said; a stretch of one
    or two days is not divided.
    """
    number = {"e": 0, "b": 0, "s": 0, "m": 1}.get(name[0], 2) if name != "end" else 2
    said = max(whole.start.precision, whole.end.precision)
    for precision, zoom in _UNITS:
        first, last = unit_of(whole.first_day, zoom), unit_of(whole.last_day, zoom)
        if precision >= said and last - first >= 2:
            borders = [first + (last - first + 1) * third // 3 for third in range(4)]
            start, end = (first_day_of(unit, zoom) for unit in (borders[number], borders[number + 1] - 1))
            return DateReading(*(Part(*civil_date(day)).coarsened(precision) for day in (start, end)))
    return whole


def years_meant(text: str, origin: int) -> list[int]:
    """The years that a year's digits can mean: two digits are first those of a year past, or to come soon."""
    number = int(re.sub("[^0-9-]", "", text))
    if "bc" in text:
        return [checked(1 - number)]
    if "ad" in text or len(text) != 2:
        return [checked(number)]
    soon = civil_date(origin)[0] + _SOON
    return list(dict.fromkeys([soon - (soon - number) % 100, number or soon - soon % 100]))
