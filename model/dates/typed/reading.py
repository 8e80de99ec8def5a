"""What typed words can mean: a day or a stretch of days, with the words that say it back."""

from dataclasses import dataclass

from model.dates.civil import civil_date, weekday
from model.dates.edtf import Part, Precision
from model.dates.wording import WEEKDAYS_FULL, part_words, range_words

MOST_YEARS = 999_999_999_999
"""The furthest year, either way, that a date of the corpus format can have."""


class NotADate(ValueError):
    """Words that no date can be read from. Its message is one sentence: what is wrong, what would be right."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """From the first day of `start` to the last of `end`; the two are the same part where one is meant."""

    start: Part
    end: Part

    @property
    def first_day(self) -> int:
        """Day number of its first day."""
        return self.start.first_day

    @property
    def last_day(self) -> int:
        """Day number of its last day."""
        return self.end.last_day

    @property
    def words(self) -> str:
        """The reading as it is said back: `30 Apr 2025, a Wednesday`, `Jun 2024`, `7-10 May 2025`."""
        if self.start != self.end:
            return range_words(self.start, self.end)
        if self.start.day is None:
            return part_words(self.start)
        return f"{part_words(self.start)}, a {WEEKDAYS_FULL[weekday(self.first_day)]}"

    @property
    def typed(self) -> str:
        """Words that can be read in this one way alone: EDTF where it has a form for it."""
        start, end = _typed(self.start), _typed(self.end)
        return start if start == end else f"{start} to {end}"


def one(part: Part) -> DateReading:
    """A single day, month or year."""
    return DateReading(part, part)


def day_reading(day: int) -> DateReading:
    """A day number as a reading."""
    return one(Part(*civil_date(day)))


def span_reading(first: int, last: int) -> DateReading:
    """The days from one day number to another."""
    return DateReading(Part(*civil_date(first)), Part(*civil_date(last)))


def checked(year: int) -> int:
    """The year itself. NotADate where it is further away than any date can be."""
    if abs(year) > MOST_YEARS:
        raise NotADate("A year has at most twelve digits.")
    return year


def _typed(part: Part) -> str:
    year = part.year
    if not -9999 <= year <= 9999:
        if part.precision is Precision.YEAR:
            return f"Y{year}"
        # More than five digits are a year only with its era.
        return part_words(part).lower().replace(f" {year}", f" ad {year}" if year > 99_999 else f" {year}")
    words = f"-{-year:04}" if year < 0 else f"{year:04}"
    return words + "".join(f"-{number:02}" for number in (part.month, part.day) if number is not None)


def year_span(first: int, last: int) -> DateReading:
    """The years from one to another, both inside."""
    return DateReading(Part(checked(first)), Part(checked(last)))
