"""The events of a day and a query, in their places: a table for each reader."""

import weakref
from typing import Any

from model.asof.knowledge import step_at
from model.index.sqlite.store import CorpusStore
from model.index.values import AsOf

_COLUMNS = """
    position    INTEGER PRIMARY KEY,   -- counts from 0
    event       TEXT NOT NULL UNIQUE,
    from_day    INTEGER NOT NULL,      -- of its state
    busy_until  INTEGER,               -- last day of all that stands before; NULL at the start
    day         INTEGER,               -- sort_day and sort_month of what is dated; NULL else
    month       INTEGER
"""

_ONE_BY_ONE = 50
"""Events that are asked for by themselves; then the places of all are read at once."""

KNOWN = "from_day <= :day AND :day < until_day"
"""The condition on `event_state` that a state holds on a day."""


class Present:
    """The table `name`, and the tables that parts of the reader make beside it.

    `states` is the FROM clause of it with the states of its events, `rows` with all that is known of them. The tables
    are dropped some time after nobody holds this any more.
    """

    def __init__(self, store: CorpusStore, when: AsOf) -> None:
        self.store = store
        self.when = when
        self.day = when.day
        self.step = step_at(store.steps, when.day)
        self._number = store.number()
        self._tables: list[str] = []
        weakref.finalize(self, store.drop, self._tables).atexit = False
        self.name = self.make("present", _COLUMNS)
        self.states = f"FROM {self.name} JOIN event_state USING (event, from_day)"
        self.rows = f"{self.states} JOIN event ON event.id = event"
        # The same events are asked for again and again.
        self._positions: dict[str | None, int | None] = {}
        self._has_all = False
        self._fill()

    def make(self, what: str, columns: str, more: str = "") -> str:
        """Make a table of this reader's own; returns its name."""
        name = f"temp.{what}_{self._number}"
        self.store.database.execute(f"CREATE TABLE {name} ({columns}) {more}")
        self._tables.append(name)
        return name

    def index(self, name: str, columns: str) -> None:
        """Make an index on columns of one of these tables."""
        made = f"{name}_by_{columns.replace(', ', '_')}"
        self.store.database.execute(f"CREATE INDEX {made} ON {name.removeprefix('temp.')} ({columns})")

    def all(self, sql: str, **values: object) -> list[Any]:
        """The rows of a question; `:day` is the reader's day."""
        return self.store.database.execute(sql, {"day": self.day, **values}).fetchall()

    def first(self, sql: str, **values: object) -> Any:
        """The first row of a question; `:day` is the reader's day."""
        return self.store.database.execute(sql, {"day": self.day, **values}).fetchone()

    def position_of(self, event: str | None) -> int | None:
        """Where an event stands, None where it is not there."""
        if not self._has_all and event not in self._positions:
            self._ask_for(event)
        return self._positions.get(event)

    def _ask_for(self, event: str | None) -> None:
        if len(self._positions) < _ONE_BY_ONE:
            row = self.first(f"SELECT position FROM {self.name} WHERE event = :event", event=event)
            self._positions[event] = row["position"] if row is not None else None
        else:
            # Whoever goes through the events of a list goes through all of it.
            found = self.all(f"SELECT event, position FROM {self.name}")
            self._positions, self._has_all = {it["event"]: it["position"] for it in found}, True

    def _fill(self) -> None:
        condition, values = "1", dict[str, object]()
        if self.when.narrowed:
            # Imported here: no start needs it.
            from model.index.sqlite.filtering import condition_of

            found = condition_of(self.when.query, self.store, self.day)
            condition, values = found.sql, found.values
        with self.store.database as database:
            database.execute(
                f"""INSERT INTO {self.name} (position, event, from_day, busy_until, day, month)
                    SELECT count(*) OVER before, event, from_day, max(last_day) OVER before,
                           CASE sort_group WHEN 0 THEN sort_day END, sort_month
                    FROM event_state WHERE {KNOWN} AND {condition}
                    WINDOW before AS (ORDER BY sort_group, sort_day, sort_tie, event
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)""",
                {"day": self.day, **values},
            )
