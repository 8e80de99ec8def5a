"""How far each event lies from a marked one, in days."""

from dataclasses import dataclass

from model.dates.edtf import Edtf, Shape
from model.dates.rounding import rounded
from model.index.protocol import Reader
from model.index.values import TimelineRow

CELLS = 8
"""The most cells that a distance takes."""

_UNITS = ((10**12, "T"), (10**9, "bn"), (10**6, "M"), (10**3, "k"))
"""From 10,000 days on they are counted in thousands, and so on."""


@dataclass(frozen=True, slots=True)
class Distance:
    """Distances from a day, by which rows are placed on the timeline; `exact` where that is one full day.

    `event` is the marked event, `day` None where no event is marked, or none with a date.
    """

    event: str | None = None
    day: int | None = None
    exact: bool = True

    @classmethod
    def of(cls, reader: Reader, event: str | None) -> "Distance":
        """The distances from an event as of the reader's day; none where it is not known on that day."""
        row = reader.row_of(event)
        if row is None or row.date is None:
            return cls()
        return cls(event, row.date.sort_key[1], _exact(row.date))

    def words(self, row: TimelineRow) -> str:
        """`+3 d`, `-12 d`, `~+40 d` where a date is not one full day, `mark` on the event itself; else empty."""
        if self.day is None or row.date is None:
            return ""
        if row.event == self.event:
            return "mark"
        days = row.date.sort_key[1] - self.day
        about = "" if self.exact and _exact(row.date) else "~"
        sign = "-" if days < 0 else "+" if days else ""
        return f"{about}{sign}{_count(abs(days))} d"


def _exact(date: Edtf) -> bool:
    """Whether the day by which a date is placed is stated as its day; "by 9 May" is some day until then."""
    return date.sort_part.day is not None and not date.qualified and date.shape is not Shape.WINDOW


def _count(days: int) -> str:
    return str(days) if days < 10**4 else "".join(rounded(days, _UNITS))
