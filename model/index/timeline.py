"""The timeline as of a day, read from the index in windows of rows."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from model.asof.knowledge import Step, step_at
from model.asof.word import Word
from model.corpus.vocabulary import Status
from model.dates.edtf import parse
from model.index.days import Days
from model.index.density import Density
from model.index.lanes import Lanes
from model.index.values import Key, TimelineRow

_PRESENT = "FROM present JOIN event_state USING (event, from_day) JOIN event ON event.id = event"


class Timeline:
    """The rows of an index as of one day. Not to be shared between threads.

    `total`, `contested` and `due` count events, `known` also those that the `filter` (empty: none) leaves out;
    `first_ahead` is the position before which everything is past (`total` where nothing is ahead). `days`, `density`
    and `lanes` answer of the same rows by time and by lane. `version` is another number whenever the rows may be
    others: what is kept of an answer is kept under it.
    """

    def __init__(self, database: sqlite3.Connection, steps: Sequence[Step], day: int) -> None:
        self._database = database
        self._database.row_factory = sqlite3.Row
        self._steps = tuple(steps)
        self.days = Days(database)
        self.density = Density(database)
        self.lanes = Lanes(database)
        self._condition, self._values = "1", dict[str, object]()
        self.filter = ""
        # What was asked for since the timeline is as it is: the same events are asked for again and again.
        self._positions: dict[str | None, int | None] = {}
        self._row_asked: TimelineRow | None = None
        self.version = 0
        self.go_to(day)

    @property
    def database(self) -> sqlite3.Connection:
        """The index that it reads from, for those who ask other questions of it."""
        return self._database

    def narrow(self, filter: str, condition: str = "1", values: Mapping[str, object] | None = None) -> None:
        """Show only the events that meet a `condition` in SQL on `event_state`; `filter` is what people call it."""
        self.filter, self._condition, self._values = filter, condition, dict(values or {})
        self.go_to(self.day)

    def go_to(self, day: int) -> None:
        """Show what could be known on `day`."""
        self.day = day
        self.version += 1
        self.step = step_at(self._steps, day)
        with self._database:
            self._database.execute("DELETE FROM present")
            self._database.execute(
                f"""INSERT INTO present (position, event, from_day, busy_until, day, month)
                   SELECT row_number() OVER timeline - 1, event, from_day,
                          max(last_day) OVER (timeline ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
                          CASE sort_group WHEN 0 THEN sort_day END, sort_month
                   FROM event_state WHERE from_day <= :day AND :day < until_day AND {self._condition}
                   WINDOW timeline AS (ORDER BY sort_group, sort_day, sort_tie, event)""",
                {"day": day, **self._values},
            )
        self._positions.clear()
        self._row_asked = None
        self.days.recount()
        self.density.forget()
        self.lanes.forget()
        counts = self._first(
            f"""SELECT count(*) AS total,
                       count(*) FILTER (WHERE contested) AS contested,
                       count(*) FILTER (WHERE due_after < :day) AS due,
                       min(position) FILTER (WHERE sort_group > 0 OR ahead_until >= :day) AS first_ahead
                {_PRESENT}""",
            day=day,
        )
        self.total: int = counts["total"]
        known = "SELECT count(*) AS known FROM event_state WHERE from_day <= :day AND :day < until_day"
        self.known: int = self._first(known, day=day)["known"] if self.filter else self.total
        self.contested: int = counts["contested"]
        self.due: int = counts["due"]
        self.first_ahead: int = self.total if counts["first_ahead"] is None else counts["first_ahead"]

    def changed_since(self, day: int) -> frozenset[str]:
        """The events whose state is another than on `day`, or that were not there."""
        found = self._database.execute(
            """SELECT event FROM present WHERE NOT EXISTS (
                   SELECT 1 FROM event_state AS before
                   WHERE before.event = present.event AND before.from_day = present.from_day
                     AND before.from_day <= :day AND :day < before.until_day)""",
            {"day": day},
        )
        return frozenset(row["event"] for row in found)

    def due_from(self, position: int, by: int) -> str | None:
        """The next event after `position` (before it: `by` is -1) that is due, None where there is no other."""
        order, beyond = ("ASC", ">") if by > 0 else ("DESC", "<")
        row = self._first(
            f"SELECT event {_PRESENT} WHERE due_after < :day AND position {beyond} :position"
            f" ORDER BY position {order} LIMIT 1",
            day=self.day,
            position=position,
        )
        return row["event"] if row is not None else None

    def rows(self, first: int, count: int) -> list[TimelineRow]:
        """At most `count` rows from position `first` on; positions outside the timeline are left out."""
        found = self._database.execute(
            f"SELECT * {_PRESENT} WHERE position >= ? AND position < ? ORDER BY position",
            (first, first + count),
        )
        return [self._row(values) for values in found]

    def lane_rows(self, lane: str, first: int, count: int) -> list[TimelineRow]:
        """At most `count` rows of a lane (see `lanes.of`, which must have been asked) from its row `first` on."""
        found = self._database.execute(
            f"SELECT * {_PRESENT} JOIN lane_row USING (position) WHERE lane = ? AND nth >= ? AND nth < ? ORDER BY nth",
            (lane, first, first + count),
        )
        return [self._row(values) for values in found]

    def position_of(self, event: str | None) -> int | None:
        """Where an event stands, None where it is not on the timeline as of this day, or where there is no event."""
        if event not in self._positions:
            row = self._first(
                "SELECT min(position) AS position FROM present WHERE event = :event", event=event
            )
            self._positions[event] = row["position"]
        return self._positions[event]

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of an event, None where it is not on the timeline as of this day, or where there is no event."""
        if self._row_asked is None or self._row_asked.event != event:
            position = self.position_of(event)
            self._row_asked = self.rows(position, 1)[0] if position is not None else None
        return self._row_asked

    def _row(self, values: sqlite3.Row) -> TimelineRow:
        due_after, estimated_until = values["due_after"], values["estimated_until"]
        due = due_after is not None and due_after < self.day
        at_this_step = self.step > 1 and values["from_day"] == self._steps[self.step - 1].day
        sort_key = values["sort_group"], values["sort_day"], values["sort_tie"]
        return TimelineRow(
            key=Key(sort_key, values["event"]),
            position=values["position"],
            event=values["event"],
            title=values["title"],
            date=parse(values["date"]) if values["date"] is not None else None,
            group=values["sort_group"],
            word=Word.DUE if due else Word(values["word"]),
            status=Status(values["status"]),
            claim=values["claim"],
            who=values["who"],
            contested=bool(values["contested"]),
            origins=values["origins"],
            new=at_this_step and bool(values["changed"]),
            estimated=estimated_until is not None and self.day <= estimated_until,
            busy_until=values["busy_until"],
        )

    def _first(self, query: str, **values: object) -> Any:
        return self._database.execute(query, values).fetchone()
