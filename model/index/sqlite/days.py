"""Where days are on the timeline: what is on one, and what comes next, found without reading the rows between."""

from bisect import bisect_left

from model.dates.units import Zoom, first_day_of, unit_of
from model.index.sqlite.present import Present
from model.index.values import Nearest

_WHOLE = """
    WITH RECURSIVE above (id) AS (
        SELECT event.part_of
        UNION ALL
        SELECT part.part_of FROM above JOIN event AS part USING (id)
        WHERE (SELECT min(from_day) FROM event_state WHERE event_state.event = part.id) > :day)
    SELECT 1 FROM above JOIN {} AS whole ON whole.event = above.id WHERE whole.day = present.day
"""
"""What a row is a part of, where that is placed on the same day: the nearest above it that is known, if it is a row."""


class SqliteDays:
    """See `model.index.protocol.Days`.

    Since days grow with positions, a day is found by halving: a few look-ups by key, however many rows there are.
    """

    def __init__(self, present: Present) -> None:
        self._present = present
        self.dated: int = present.first(f"SELECT count(day) AS dated FROM {present.name}")["dated"]

    def day_at(self, position: int) -> int | None:
        """The day by which a row is placed; None where it is undated, or has no last day."""
        row = self._present.first(f"SELECT day FROM {self._present.name} WHERE position = :at", at=position)
        day: int | None = row["day"] if row is not None else None
        return day

    def first_from(self, day: int) -> int:
        """The position of the first row on `day` or later; `dated` where there is none."""
        return bisect_left(range(self.dated), day, key=self._dated_at)

    def next_unit(self, position: int, zoom: Zoom, by: int) -> int | None:
        """The first row of the next day, month, year that has events (before: `by` is -1), seen from a row.

        None where there is no other. From a row without a day, what is before is the last unit of all.
        """
        day = self.day_at(position)
        if by > 0:
            found = (
                self.first_from(first_day_of(unit_of(day, zoom) + 1, zoom)) if day is not None else self.dated
            )
            return found if found < self.dated else None
        last = (
            self.first_from(first_day_of(unit_of(day, zoom), zoom)) - 1 if day is not None else self.dated - 1
        )
        return self.first_from(first_day_of(unit_of(self._dated_at(last), zoom), zoom)) if last >= 0 else None

    def nearest(self, first: int, last: int) -> Nearest | None:
        """The first row of the days `first` to `last`, else one that lasts over them, else the nearest one.

        Rows that lie wholly in those days come before others; of one day's rows, what happens on it before what lasts
        until then or happens by then, and before its parts what they are part of.
        """
        if not self.dated:
            return None
        after = self.first_from(first)
        if after < self.dated and self._dated_at(after) <= last:
            position = self._inside(after, last)
            return Nearest(position, self._dated_at(position), inside=True)
        around = self._around(after, first)
        if around is not None:
            return Nearest(around, self._dated_at(around), inside=False, around=True)
        before = self.first_from(self._dated_at(after - 1)) if after else None
        if before is None:
            return Nearest(after, self._dated_at(after), inside=False)
        day = self._dated_at(before)
        if after < self.dated and self._dated_at(after) - last < first - day:
            return Nearest(after, self._dated_at(after), inside=False)
        return Nearest(before, day, inside=False)

    def _inside(self, position: int, last: int) -> int:
        """The row that answers best to the days from that of `position`, the first row in them, to `last`."""
        # Days grow with positions: the first row that lies wholly in the days has the day of the best one.
        row = self._present.first(
            f"""SELECT position, day {self._present.rows}
                WHERE position >= :first AND position < :end AND last_day <= :last ORDER BY position LIMIT 1""",
            first=position,
            end=self.first_from(last + 1),
            last=last,
        )
        if row is None:
            return position
        best = self._present.first(
            f"""SELECT position FROM {self._present.name} AS present
                JOIN event_state USING (event, from_day) JOIN event ON event.id = event
                WHERE position >= :first AND position < :end AND last_day <= :last
                ORDER BY sort_tie DESC, EXISTS ({_WHOLE.format(self._present.name)}), position
                LIMIT 1""",
            first=row["position"],
            end=self.first_from(row["day"] + 1),
            last=last,
        )
        found: int = best["position"]
        return found

    def _around(self, position: int, day: int) -> int | None:
        """The last row before `position` that lasts until `day` or longer."""
        row = self._present.first(
            f"SELECT max(position) AS position {self._present.rows} WHERE position < :end AND last_day >= :from",
            **{"end": position, "from": day},
        )
        found: int | None = row["position"]
        return found

    def _dated_at(self, position: int) -> int:
        day = self.day_at(position)
        assert day is not None, "the dated rows come first"
        return day
