"""Where days are among events and rows."""

from model.dates.units import Zoom, first_day_of, unit_of
from model.index.layered.merging import Merging
from model.index.values import Nearest


class LayeredDays:
    """See `model.index.protocol.Days`."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        self._own, self._table = merging.own.days, merging.table.days

    @property
    def dated(self) -> int:
        """How many rows have a day."""
        return self._own.dated + self._table.dated

    def day_at(self, position: int) -> int | None:
        """The day by which a row is placed."""
        if position < 0:
            return None
        events, rows = self._merging.split(position)
        return self._own.day_at(events) if self._merging.is_event(position) else self._table.day_at(rows)

    def first_from(self, day: int) -> int:
        """The position of the first row on `day` or later."""
        return self._own.first_from(day) + self._table.first_from(day)

    def next_unit(self, position: int, zoom: Zoom, by: int) -> int | None:
        """The first row of the next unit that has any."""
        day = self.day_at(position)
        if by > 0:
            after = (
                self.first_from(first_day_of(unit_of(day, zoom) + 1, zoom)) if day is not None else self.dated
            )
            return after if after < self.dated else None
        end = self.first_from(first_day_of(unit_of(day, zoom), zoom)) if day is not None else self.dated
        last = self.day_at(end - 1)
        return self.first_from(first_day_of(unit_of(last, zoom), zoom)) if last is not None else None

    def nearest(self, first: int, last: int) -> Nearest | None:
        """The event that answers best to the days `first` to `last`, unless a row answers better.

        What is placed in those days comes before what lasts over them, and that before what is near; of two that answer
        alike, the event: the story is asked for first.
        """
        event, row = self._own.nearest(first, last), self._table.nearest(first, last)
        if event is not None and (row is None or _rank(event, first, last) <= _rank(row, first, last)):
            return _moved(event, self._merging.place_of_event(event.position))
        if row is None:
            return None
        [of_table] = self._merging.table.rows(row.position, 1)
        return _moved(row, self._merging.place_of_row(of_table))


def _rank(found: Nearest, first: int, last: int) -> tuple[bool, bool, int]:
    away = max(first - found.day, found.day - last, 0)
    return not found.inside, not found.around, 0 if found.inside or found.around else away


def _moved(found: Nearest, position: int) -> Nearest:
    return Nearest(position, found.day, found.inside, found.around)
