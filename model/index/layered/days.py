"""Where days are among events and rows."""

from model.dates.units import Zoom, first_day_of, unit_of
from model.index.layered.merging import Merging
from model.index.values import Nearest


class LayeredDays:
    """See `model.index.protocol.Days`."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        self._days = [it.reader.days for it in merging.parts]

    @property
    def dated(self) -> int:
        """How many rows have a day."""
        return sum(it.dated for it in self._days)

    def day_at(self, position: int) -> int | None:
        """The day by which a row is placed."""
        found = self._merging.at(position)
        return self._days[found[0]].day_at(found[1]) if found is not None else None

    def first_from(self, day: int) -> int:
        """The position of the first row on `day` or later."""
        return sum(it.first_from(day) for it in self._days)

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
        found = ((part, it.nearest(first, last)) for part, it in enumerate(self._days))
        there = [(_rank(it, first, last), part, it) for part, it in found if it is not None]
        if not there:
            return None
        _, part, best = min(there, key=lambda it: it[:2])
        return _moved(best, self._merging.place_of(part, best.position))


def _rank(found: Nearest, first: int, last: int) -> tuple[bool, bool, int]:
    away = max(first - found.day, found.day - last, 0)
    return not found.inside, not found.around, 0 if found.inside or found.around else away


def _moved(found: Nearest, position: int) -> Nearest:
    return Nearest(position, found.day, found.inside, found.around)
