"""A reader over the tables of one day and query."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from model.index.sqlite.days import SqliteDays
from model.index.sqlite.density import SqliteDensity
from model.index.sqlite.lanes import SqliteLanes
from model.index.sqlite.present import KNOWN, Present
from model.index.sqlite.rows import in_order, key_of, row_from, rows_among, rows_of
from model.index.values import AsOf, Counts, Key, TimelineRow

if TYPE_CHECKING:
    from model.index.sqlite.facets import SqliteFacets
    from model.index.sqlite.find import SqliteFind
    from model.index.sqlite.mentions import SqliteMentions
    from model.query.vocabulary import Vocabulary

_KEPT = 1_000
"""Rows of which some may be asked for again; of more, all are read anew."""

# What follows from a filter or a search is imported where it is first asked for: no start needs it.


class SqliteReader:
    """See `model.index.protocol.Reader`. Its parts hold the tables, not the reader: each may outlive it."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self.when = present.when
        self.step = present.step
        self.counts = _counts(present)
        self.pending = None
        # One row, that of the selected event, is asked for again and again.
        self._asked: TimelineRow | None = None
        # With each letter of a search, nearly the same rows are, by the list of its hits and by the strip.
        self._among: dict[str, TimelineRow | None] = {}

    @property
    def vocabulary(self) -> "Vocabulary":
        """The values that terms can have, of what was known."""
        return self._present.store.vocabulary(self._present.day)

    @cached_property
    def days(self) -> SqliteDays:
        """Its rows by their days."""
        return SqliteDays(self._present)

    @cached_property
    def density(self) -> SqliteDensity:
        """How many of its rows each unit of time has."""
        return SqliteDensity(self._present)

    @cached_property
    def lanes(self) -> SqliteLanes:
        """Its rows in lanes."""
        return SqliteLanes(self._present)

    @cached_property
    def find(self) -> "SqliteFind":
        """Full text."""
        from model.index.sqlite.find import SqliteFind

        return SqliteFind(self._present)

    @cached_property
    def facets(self) -> "SqliteFacets":
        """What other queries would find on its day."""
        from model.index.sqlite.facets import SqliteFacets

        return SqliteFacets(self._present)

    @cached_property
    def mentions(self) -> "SqliteMentions":
        """Who is met in its rows."""
        from model.index.sqlite.mentions import SqliteMentions

        return SqliteMentions(self._present, self.counts.total)

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows from position `first` on."""
        return rows_of(self._present, first, n)

    def after(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The first `n` rows after a key."""
        places = range(self.counts.total)
        return self.rows(bisect_right(places, key, key=self._key_at) if key is not None else 0, n)

    def before(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The last `n` rows before a key."""
        places = range(self.counts.total)
        end = bisect_left(places, key, key=self._key_at) if key is not None else len(places)
        first = max(0, end - n)
        return self.rows(first, end - first)

    def position_of(self, event: str | None) -> int | None:
        """Where an event stands."""
        return self._present.position_of(event)

    def version_of(self, event: str | None) -> str | None:
        """Itself, where it is among the rows."""
        return event if self.position_of(event) is not None else None

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of an event."""
        if self._asked is None or self._asked.event != event:
            row = self._present.first(f"SELECT * {self._present.rows} WHERE event = :event", event=event)
            self._asked = row_from(row, self._present) if row is not None else None
        return self._asked

    def rows_among(self, events: Collection[str]) -> list[TimelineRow]:
        """The rows of some events."""
        if len(self._among) > _KEPT:
            self._among.clear()
        missing = [it for it in events if it not in self._among]
        if missing:
            self._among |= dict.fromkeys(missing)
            self._among |= {row.event: row for row in rows_among(self._present, missing)}
        found = (self._among[it] for it in {*events})
        return sorted((it for it in found if it is not None), key=lambda row: row.position)

    def in_order(self, events: Collection[str]) -> list[str]:
        """The order of some events."""
        return in_order(self._present, events)

    def next_due(self, position: int, by: int) -> str | None:
        """The next event that is due or, beyond the last one, unanswered."""
        if self._beyond(position - 1, 1, "unanswered_after < :day", f"position = {position:d}"):
            before = self._beyond(position, by, "unanswered_after < :day")
            return before or (None if by > 0 else self._beyond(self.counts.total, by, "due_after < :day"))
        after = self._beyond(position, by, "due_after < :day")
        return after or (self._beyond(-1, by, "unanswered_after < :day") if by > 0 else None)

    def passed_until(self, position: int) -> tuple[int, int]:
        """How many rows up to a position are due, and how many are unanswered."""
        found = self._present.first(
            f"""SELECT count(*) FILTER (WHERE due_after < :day) AS due,
                       count(*) FILTER (WHERE unanswered_after < :day) AS unanswered
                {self._present.states} WHERE position <= :position""",
            position=position,
        )
        return found["due"], found["unanswered"]

    def _beyond(self, position: int, by: int, *conditions: str) -> str | None:
        order, beyond = ("ASC", ">") if by > 0 else ("DESC", "<")
        row = self._present.first(
            f"SELECT event {self._present.states} WHERE position {beyond} :position AND {' AND '.join(conditions)}"
            f" ORDER BY position {order} LIMIT 1",
            position=position,
        )
        return row["event"] if row is not None else None

    def changed_since(self, other: AsOf) -> frozenset[str]:
        """The events whose state does not reach to the other day."""
        found = self._present.all(
            f"""SELECT event FROM {self._present.name} AS present WHERE NOT EXISTS (
                    SELECT 1 FROM event_state AS before
                    WHERE before.event = present.event AND before.from_day = present.from_day
                      AND before.from_day <= :other AND :other < before.until_day)""",
            other=other.day,
        )
        return frozenset(row["event"] for row in found)

    def _key_at(self, position: int) -> Key:
        return key_of(self._present.first(f"SELECT * {self._present.rows} WHERE position = :at", at=position))


def _counts(present: Present) -> Counts:
    found = present.first(
        f"""SELECT count(*) AS total,
                   count(*) FILTER (WHERE contested) AS contested,
                   count(*) FILTER (WHERE due_after < :day) AS due,
                   count(*) FILTER (WHERE unanswered_after < :day) AS unanswered,
                   max(position) FILTER (WHERE {_PAST}) AS last_past
            {present.states}"""
    )
    total = known = found["total"]
    if present.when.narrowed:
        known = present.first(f"SELECT count(*) AS known FROM event_state WHERE {KNOWN}")["known"]
    ahead = present.first(
        f"SELECT position {present.states} WHERE position > :last AND {_AHEAD} ORDER BY position LIMIT 1",
        last=found["last_past"] if found["last_past"] is not None else -1,
    )
    first_ahead = ahead["position"] if ahead is not None else total
    return Counts(total, known, found["contested"], found["due"], found["unanswered"], first_ahead)


_AHEAD = "(sort_group > 0 OR ahead_until >= :day)"
_PAST = f"(NOT ifnull({_AHEAD}, FALSE) AND sort_day <= :day)"
"""What is over. What only may have been by a day to come stands among that day's rows, and is no bound."""
