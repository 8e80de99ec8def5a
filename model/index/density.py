"""How many events each day, month, year or decade has, counted by SQLite once for each zoom that is looked at."""

import sqlite3

from model.dates.units import Zoom
from model.index.values import Group

SCHEMA = """
CREATE TABLE density (                 -- units that have events, as of the timeline's day
    zoom        INTEGER NOT NULL,
    unit_group  INTEGER NOT NULL,      -- see model.dates.units
    unit        INTEGER NOT NULL,
    events      INTEGER NOT NULL,
    PRIMARY KEY (zoom, unit)
) WITHOUT ROWID;

CREATE INDEX density_group ON density (zoom, unit_group);
"""

# SQLite divides towards zero; centuries before year 1 must be rounded down as all others are.
_YEAR = "(month - (month % 12 + 12) % 12) / 12"
_UNITS = {
    Zoom.DAY: ("month", "day"),
    Zoom.MONTH: (_YEAR, "month"),
    Zoom.YEAR: (f"({_YEAR} - ({_YEAR} % 10 + 10) % 10) / 10", _YEAR),
    Zoom.DECADE: (
        f"({_YEAR} - ({_YEAR} % 100 + 100) % 100) / 100",
        f"({_YEAR} - ({_YEAR} % 10 + 10) % 10) / 10",
    ),
}
"""For each zoom the group and the unit of a row of `present`."""


class Density:
    """Events by unit and by group of units. Everything asked for is bounded by how much is asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._counted: dict[Zoom, int] = {}

    def forget(self) -> None:
        """The timeline is another now."""
        if self._counted:
            self._counted.clear()
            with self._database:
                self._database.execute("DELETE FROM density")

    def most(self, zoom: Zoom) -> int:
        """The events of the fullest unit; 0 where nothing is dated."""
        self._count(zoom)
        return self._counted[zoom]

    def groups(self, zoom: Zoom, group: int, by: int, count: int) -> list[Group]:
        """At most `count` groups that have events: from `group` on or, where `by` is -1, those before it, backwards."""
        self._count(zoom)
        order, beyond = ("ASC", ">=") if by > 0 else ("DESC", "<")
        found = self._database.execute(
            f"""SELECT unit_group, CASE count(*) WHEN 1 THEN unit END AS only FROM density
                WHERE zoom = ? AND unit_group {beyond} ? GROUP BY unit_group ORDER BY unit_group {order} LIMIT ?""",
            (zoom, group, count),
        )
        return [Group(row["unit_group"], row["only"]) for row in found]

    def between(self, zoom: Zoom, first: int, last: int) -> dict[int, int]:
        """The events of each unit from `first` to `last` that has any."""
        self._count(zoom)
        found = self._database.execute(
            "SELECT unit, events FROM density WHERE zoom = ? AND unit BETWEEN ? AND ?", (zoom, first, last)
        )
        return {row["unit"]: row["events"] for row in found}

    def units(self, zoom: Zoom, unit: int, by: int, count: int) -> list[int]:
        """At most `count` units that have events: from `unit` on or, where `by` is -1, those before it, backwards."""
        self._count(zoom)
        order, beyond = ("ASC", ">=") if by > 0 else ("DESC", "<")
        found = self._database.execute(
            f"SELECT unit FROM density WHERE zoom = ? AND unit {beyond} ? ORDER BY unit {order} LIMIT ?",
            (zoom, unit, count),
        )
        return [row["unit"] for row in found]

    def _count(self, zoom: Zoom) -> None:
        if zoom in self._counted:
            return
        group, unit = _UNITS[zoom]
        with self._database:
            self._database.execute(
                f"""INSERT INTO density SELECT ?, {group}, {unit}, count(*)
                    FROM present WHERE day IS NOT NULL GROUP BY 2, 3""",
                (zoom,),
            )
        row = self._database.execute(
            "SELECT max(events) AS most FROM density WHERE zoom = ?", (zoom,)
        ).fetchone()
        self._counted[zoom] = row["most"] or 0
