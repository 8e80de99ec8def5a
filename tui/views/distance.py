"""How far each event lies from a marked one, in days."""

from dataclasses import dataclass

from model.dates.edtf import Edtf
from model.dates.rounding import rounded
from model.index.protocol import Reader
from model.index.values import TimelineRow

CELLS = 8
"""The most cells that a distance takes that is not a range."""

_ROUGH = 10**4
_UNITS = ((10**12, "T"), (10**9, "bn"), (10**6, "M"), (10**3, "k"))
"""From 10,000 days on they are counted in thousands, and so on."""


@dataclass(frozen=True, slots=True)
class Distance:
    """Distances from the date of a marked event.

    `event` is the marked event, `date` None where no event is marked, or none with a date.
    """

    event: str | None = None
    date: Edtf | None = None

    @classmethod
    def of(cls, reader: Reader, event: str | None) -> "Distance":
        """The distances from an event as of the reader's day; none where it is not known on that day."""
        row = reader.row_of(event)
        return cls(event, row.date) if row is not None and row.date is not None else cls()

    def words(self, row: TimelineRow, room: int = 1000) -> str:
        """`+3 d` between two full days, `+11 to +40 d` where a date is coarse, else `~+2 d`; empty without a date.

        A range has `~` too where a date is about or doubtful; where it has no room, in cells, it is said as the others
        are. `mark` on the event itself.
        """
        if self.date is None or row.date is None:
            return ""
        if row.event == self.event:
            return "mark"
        days = row.date.sort_key[1] - self.date.sort_key[1]
        if _is_day(self.date) and _is_day(row.date) and abs(days) < _ROUGH:
            return f"{_signed(days)} d"
        return _range(self.date, row.date, room) or f"~{_signed(days)} d"


def _is_day(date: Edtf) -> bool:
    """Whether a date is one full day, without a doubt."""
    return date.single_day is not None and not date.qualified


def _range(marked: Edtf, date: Edtf, room: int) -> str:
    """The least and the most days between two dates of which one is coarse; empty where they are not bounded."""
    begun, ended, first, last = marked.earliest, marked.latest, date.earliest, date.latest
    parts = (marked.start, marked.end, date.start, date.end)
    coarse = any(part is not None and part.day is None for part in parts)
    if not coarse or begun is None or ended is None or first is None or last is None:
        return ""
    least, most = first - ended, last - begun
    exact = max(abs(least), abs(most)) < _ROUGH and not (marked.qualified or date.qualified)
    words = f"{'' if exact else '~'}{_signed(least)} to {_signed(most)} d"
    return words if len(words) <= room and _signed(least) != _signed(most) else ""


def _signed(days: int) -> str:
    sign = "-" if days < 0 else "+" if days else ""
    return f"{sign}{abs(days) if abs(days) < _ROUGH else ''.join(rounded(abs(days), _UNITS))}"
