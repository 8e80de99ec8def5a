"""How far each event lies from a marked one, in days."""

from dataclasses import dataclass

from model.dates.apart import Apart, Bounds
from model.dates.edtf import Edtf
from model.index.protocol import Reader
from model.index.values import TimelineRow

CELLS, ROOMY = 11, 17
"""The cells of a column of distances, and those in which almost all are said in words."""


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

    def words(self, row: TimelineRow, room: int | None = None) -> str:
        """`+3 d` between two full days, `+11 to +40 d` where a date is coarse; shorter where `room` is less; `mark`.

        Empty without a date.
        """
        if self.date is None or row.date is None:
            return ""
        if row.event == self.event:
            return "mark"
        return Apart.between(Bounds.of(self.date), Bounds.of(row.date)).signed(room)
