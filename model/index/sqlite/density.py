"""How many events each day, month, year or decade has, counted by SQLite once for each zoom that is looked at."""

from functools import cached_property

from model.dates.units import Zoom
from model.index.sqlite.present import Present
from model.index.values import Group

_COLUMNS = """
    zoom        INTEGER NOT NULL,
    unit_group  INTEGER NOT NULL,      -- see model.dates.units
    unit        INTEGER NOT NULL,
    events      INTEGER NOT NULL,
    PRIMARY KEY (zoom, unit)
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


class SqliteDensity:
    """See `model.index.protocol.Density`."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self._counted: dict[Zoom, int] = {}

    @cached_property
    def _name(self) -> str:
        """The table of units that have events."""
        name = self._present.make("density", _COLUMNS, "WITHOUT ROWID")
        self._present.index(name, "zoom, unit_group")
        return name

    def most(self, zoom: Zoom) -> int:
        """The events of the fullest unit; 0 where nothing is dated."""
        self._count(zoom)
        return self._counted[zoom]

    def groups(self, zoom: Zoom, group: int, by: int, n: int) -> list[Group]:
        """At most `n` groups that have events: from `group` on or, where `by` is -1, those before it, backwards."""
        self._count(zoom)
        order, beyond = ("ASC", ">=") if by > 0 else ("DESC", "<")
        found = self._present.all(
            f"""SELECT unit_group, CASE count(*) WHEN 1 THEN unit END AS only FROM {self._name}
                WHERE zoom = :zoom AND unit_group {beyond} :group
                GROUP BY unit_group ORDER BY unit_group {order} LIMIT :n""",
            zoom=zoom,
            group=group,
            n=n,
        )
        return [Group(row["unit_group"], row["only"]) for row in found]

    def units(self, zoom: Zoom, unit: int, by: int, n: int) -> list[int]:
        """At most `n` units that have events: from `unit` on or, where `by` is -1, those before it, backwards."""
        self._count(zoom)
        order, beyond = ("ASC", ">=") if by > 0 else ("DESC", "<")
        found = self._present.all(
            f"SELECT unit FROM {self._name} WHERE zoom = :zoom AND unit {beyond} :unit ORDER BY unit {order} LIMIT :n",
            zoom=zoom,
            unit=unit,
            n=n,
        )
        return [row["unit"] for row in found]

    def between(self, zoom: Zoom, first: int, last: int) -> dict[int, int]:
        """The events of each unit from `first` to `last` that has any."""
        self._count(zoom)
        found = self._present.all(
            f"SELECT unit, events FROM {self._name} WHERE zoom = :zoom AND unit BETWEEN :first AND :last",
            zoom=zoom,
            first=first,
            last=last,
        )
        return {row["unit"]: row["events"] for row in found}

    def _count(self, zoom: Zoom) -> None:
        if zoom in self._counted:
            return
        group, unit = _UNITS[zoom]
        with self._present.store.database as database:
            database.execute(
                f"""INSERT INTO {self._name} SELECT ?, {group}, {unit}, count(*)
                    FROM {self._present.name} WHERE day IS NOT NULL GROUP BY 2, 3""",
                (zoom,),
            )
        row = self._present.first(
            f"SELECT max(events) AS most FROM {self._name} WHERE zoom = :zoom", zoom=zoom
        )
        self._counted[zoom] = row["most"] or 0
