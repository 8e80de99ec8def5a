"""Where days are among the rows of a table: found by ranks and bitmaps, without reading the rows between."""

from collections.abc import Callable

from model.dates.edtf import SortKey
from model.dates.units import Zoom, first_day_of, unit_of
from model.index.table.order import sort_key_of
from model.index.table.present import first_id
from model.index.table.selection import RowSelection
from model.index.table.timeline_rows import may_last
from model.index.table.units import TableUnits
from model.index.values import Nearest

# One row at a time is read, since the order of ids says almost all that is asked.


class TableDays:
    """See `model.index.protocol.Days`. `first_ids` keeps what `id_from` has found, for all readers of a table."""

    def __init__(self, selection: RowSelection, units: TableUnits, first_ids: dict[SortKey, int]) -> None:
        self._selection = selection
        self._store = selection.bitmaps.store
        self._units, self._first_ids = units, first_ids

    @property
    def dated(self) -> int:
        """How many rows have a day."""
        return self._selection.rank(self._store.dated)

    def day_at(self, position: int) -> int | None:
        """The day by which a row is placed."""
        number = self._number_at(position)
        return self._day_of(number) if number is not None else None

    def first_from(self, day: int) -> int:
        """The position of the first row on `day` or later."""
        return self._selection.rank(self._from(day))

    def next_unit(self, position: int, zoom: Zoom, by: int) -> int | None:
        """The first row of the next unit that has any."""
        units, number = self._units.of(zoom), self._number_at(position)
        here = units.of(number) if number is not None else None
        if by > 0:
            after = units.first_of(here + 1) if here is not None else units.end
            return self._rank_of(self._selection.first_from(after, units.end))
        end = units.first_of(here) if here is not None else units.end
        last = next(self._selection.downwards(end), None)
        unit = units.of(last) if last is not None else None
        return self._selection.rank(units.first_of(unit)) if unit is not None else None

    def nearest(self, first: int, last: int) -> Nearest | None:
        """The row that answers best to the days `first` to `last`."""
        begin, end = self._from(first), self._from(last + 1)
        inside = self._selection.first_from(begin, end)
        if inside is not None:
            return self._nearest(self._inside(inside, end, last), inside=True)
        around = self._around(first, begin)
        if around is not None:
            return self._nearest(around, around=True)
        before = next(self._selection.downwards(begin), None)
        after = self._selection.first_from(end, self._store.dated)
        if before is None:
            return self._nearest(after) if after is not None else None
        day = self._day_of(before)
        assert day is not None
        day_after = self._day_of(after) if after is not None else None
        if after is not None and day_after is not None and day_after - last < first - day:
            return self._nearest(after)
        return self._nearest(self._selection.first_from(self._from(day)))

    def id_from(self, place: SortKey) -> int:
        """The first id, of all rows of the table, that does not stand before a place in time."""
        if place not in self._first_ids:
            self._first_ids[place] = self._found_from(place)
        return self._first_ids[place]

    def _found_from(self, place: SortKey) -> int:
        group, day, _ = place
        ids = range(self._store.dated, self._store.total)
        if group == 0:
            ids = range(self._from(day), self._from(day + 1))
        return self._first(ids, lambda number: self.place_of(number) >= place)

    def _around(self, day: int, end: int) -> int | None:
        """The last row before an id that lasts until a day or longer: first of all rows, to find out few chunks."""
        bitmaps = self._selection.bitmaps
        size = self._store.chunk
        for chunk in range((end - 1) // size, -1, -1):
            first = chunk * size
            last = min(size, end - first) - 1
            if not may_last(bitmaps, first + last + 1, day):
                return None
            longer = bitmaps.lasting(day, chunk)
            if longer.rank(last) and (many := (here := longer & self._selection.chunk(chunk)).rank(last)):
                return first + here[many - 1]
        return None

    def _inside(self, number: int, end: int, last: int) -> int:
        """The row that answers best to the days from that of a row, the first one in them, to `last`."""
        whole = _ending(self._selection, last)
        found = whole.first_from(number, end)
        if found is None:
            return number
        day = self._day_of(found)
        assert day is not None
        after = self._from(day + 1)
        # Of one day, what happens on it stands after what lasts until then or happens by then.
        tie = self._tie_of(next(whole.downwards(after)))
        begin = self._first(range(self._from(day), after), lambda number: self._tie_of(number) >= tie)
        best = whole.first_from(begin)
        assert best is not None
        return best

    def _from(self, day: int) -> int:
        """The first id of all on a day or later: looked for in its month, since there may be very many days."""
        if (days := self._units.at_hand(Zoom.DAY)) is not None:
            return days.first_of(day)
        months, month = self._units.of(Zoom.MONTH), unit_of(day, Zoom.MONTH)
        if day == first_day_of(month, Zoom.MONTH):
            return months.first_of(month)
        places = range(months.first_of(month), months.first_of(month + 1))
        return self._first(places, lambda number: self._dated_at(number) >= day)

    def _first(self, ids: range, holds: Callable[[int], bool]) -> int:
        return first_id(self._selection.bitmaps.away, ids, holds)

    def _day_of(self, number: int) -> int | None:
        if (days := self._units.at_hand(Zoom.DAY)) is not None:
            return days.of(number)
        return self._dated_at(number) if 0 <= number < self._store.dated else None

    def _dated_at(self, number: int) -> int:
        return self.place_of(number)[1]

    def _tie_of(self, number: int) -> int:
        return self.place_of(number)[2]

    def place_of(self, number: int) -> SortKey:
        """The place in time of a row of the table, by its id."""
        return sort_key_of(self._store.rows(number, 1)[0].date)

    def _number_at(self, position: int) -> int | None:
        return next(iter(self._selection.at(position, 1)), None) if position >= 0 else None

    def _rank_of(self, number: int | None) -> int | None:
        return self._selection.rank(number) if number is not None else None

    def _nearest(self, number: int | None, inside: bool = False, around: bool = False) -> Nearest:
        assert number is not None
        day = self._day_of(number)
        assert day is not None, "only what has a day is near one"
        return Nearest(self._selection.rank(number), day, inside, around)


def _ending(selection: RowSelection, day: int) -> RowSelection:
    """The rows of which the last day is not after a day, and those without any."""
    return selection.without(lambda bitmaps, chunk: bitmaps.lasting(day + 1, chunk))
