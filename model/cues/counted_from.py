"""The day from which the words of a source count: `on Monday`, `last month`, `May 9` without a year."""

from dataclasses import dataclass

from model.corpus.possible import bounds_of, edtf_of
from model.corpus.records import Dated
from model.dates.edtf import parse
from model.dates.wording import day_named

_MOST_DAYS = 100
"""Words that count from any of more days than this lead anywhere."""


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """The days, by number, from `first` to `last`, on which the words can have been written; one day if it is known.

    `said` names them, as in "the source's date, Wed 7 May 2025".
    """

    first: int
    last: int
    said: str

    @property
    def ends(self) -> tuple[int, ...]:
        """The one day, or the first and the last one."""
        return (self.first,) if self.first == self.last else (self.first, self.last)


def counted_from(published: Dated | None) -> CountedFrom | None:
    """What the words of a source published then count from: its best day, else all that it can be; None without."""
    if published is not None and published.best is not None:
        day = parse(published.best).earliest
        assert day is not None, "a best day is a full day"
        return CountedFrom(day, day, f"the best day of the source, {day_named(day)}")
    first, last = bounds_of(published)
    edtf = edtf_of(published)
    if edtf is not None and edtf.qualifier and edtf.single_day is not None:
        first = last = edtf.single_day
    if first is None or last is None or last - first > _MOST_DAYS:
        return None
    if first == last:
        return CountedFrom(first, last, f"the source's date, {day_named(first)}")
    return CountedFrom(first, last, f"the source's date, {day_named(first)} to {day_named(last)}")


def counted_from_day(day: int) -> CountedFrom:
    """The same for a day that is known, as that of a saying."""
    return CountedFrom(day, day, f"the day of saying, {day_named(day)}")
