"""The tables of states, filled from a corpus."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache, cached_property

from model.asof.saying import saying
from model.asof.timetable import EventChanges, Stretch, event_changes, stretches
from model.asof.word import PAST, Word
from model.corpus.corpus import Corpus
from model.dates.edtf import UNDATED_KEY, Edtf, Shape
from model.dates.units import Zoom, unit_of
from model.index.sqlite import memberships
from model.index.sqlite.memberships import Id, Rank, ranks_of

SCHEMA = """
CREATE TABLE event (
    id          TEXT PRIMARY KEY,
    title       TEXT NOT NULL,
    part_of     TEXT                   -- the event that it belongs to, whether or not that is known
) WITHOUT ROWID;

CREATE TABLE event_state (
    event       TEXT NOT NULL REFERENCES event (id),
    from_day    INTEGER NOT NULL,      -- the state holds from this day
    until_day   INTEGER NOT NULL,      -- until the day before this one
    sort_group  INTEGER NOT NULL,      -- 0 dated, 1 no last day, 2 undated
    sort_day    INTEGER NOT NULL,
    sort_tie    INTEGER NOT NULL,      -- 0 windows, 1 durations, 2 points
    claim       TEXT NOT NULL,         -- the claim that decides
    word        TEXT NOT NULL,
    status      TEXT NOT NULL,         -- the deciding claim's own status
    who         TEXT NOT NULL,         -- the entity that speaks first
    date        TEXT,                  -- EDTF
    dated_by    TEXT,                  -- who speaks in the claim that the date is borrowed from; NULL where it is not
    earliest    INTEGER,               -- first and last possible day of the date; NULL where open, or undated
    latest      INTEGER,
    last_day    INTEGER,               -- of what the event takes up; NULL where undated
    ahead_until INTEGER,               -- still ahead up to this day; NULL where past or without a last day
    due_after   INTEGER,               -- due on days after this one; NULL where never
    unanswered_after INTEGER,          -- without a last day, unanswered on days after this one; NULL where never
    contested   INTEGER NOT NULL,
    origins     INTEGER NOT NULL,
    records     TEXT NOT NULL,         -- the footings of who supports the word, each between blanks
    changed     INTEGER NOT NULL,      -- a claim came, or was superseded, on from_day
    estimated_until INTEGER,           -- known only by an estimated date up to this day; NULL where never
    sort_month  INTEGER,               -- the month of sort_day, year * 12 + month - 1; NULL where not dated
    PRIMARY KEY (event, from_day)
) WITHOUT ROWID;

-- All that the places of a day are made from, in their order: nothing is sorted, and no wider row read.
CREATE INDEX event_state_in_order ON event_state
    (sort_group, sort_day, sort_tie, event, from_day, until_day, last_day, sort_month);
"""


class Made:
    """What the tables of an index are made of, by event. What is not asked for is not made."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def titles(self) -> Mapping[str, tuple[str, str, str | None]]:
        """The row of each event in the table of events."""
        return {it.id: (it.id, it.title, it.part_of) for it in self._corpus.events.values()}

    @cached_property
    def told(self) -> Mapping[str, tuple[EventChanges, str | None]]:
        """All that states and lanes follow from: what happens to an event, and its place."""
        corpus = self._corpus
        return {it: (event_changes(corpus, it), corpus.events[it].place) for it in corpus.claims_of_event}

    @cached_property
    def ranks(self) -> Sequence[Rank]:
        """The order of lanes."""
        return ranks_of(self._corpus)


@dataclass(frozen=True)
class Built:
    """The tables of an index as bytes (`image`), and what they are made of."""

    made: Made
    image: bytes


def build(corpus: Corpus, before: Built | None = None) -> tuple[sqlite3.Connection, Built]:
    """An index of `corpus` in memory; what is in it as it was `before` is taken from there."""
    if before is not None:
        database = restored(before.image)
    else:
        database = _in_memory()
        database.executescript(SCHEMA + memberships.SCHEMA)
    now = Made(corpus)
    titles, told = (before.made.titles, before.made.told) if before is not None else ({}, {})
    with database:
        gone, come = _differing(titles, now.titles)
        database.executemany("DELETE FROM event WHERE id = ?", gone)
        database.executemany("INSERT INTO event VALUES (?, ?, ?)", (now.titles[event] for (event,) in come))
        gone, come = _differing(told, now.told)
        database.executemany("DELETE FROM event_state WHERE event = ?", gone)
        rows = (_row(corpus, it) for (event,) in come for it in stretches(event, now.told[event][0]))
        database.executemany(f"INSERT INTO event_state VALUES ({', '.join('?' * 24)})", rows)
        memberships.take_out(database, gone)
        memberships.put(database, corpus, (event for (event,) in come))
        if before is None or before.made.ranks != now.ranks:
            memberships.rank(database, now.ranks)
    return database, Built(now, database.serialize())


def restored(image: bytes) -> sqlite3.Connection:
    """An index in memory from its bytes. Raises `sqlite3.DatabaseError` for those of anything else."""
    database = _in_memory()
    with closing(sqlite3.connect(":memory:")) as stored:
        stored.deserialize(image)
        stored.backup(database)
    # Before anything is asked of it: what it defines is run by SQLite.
    if _definitions(database) != _own_definitions():
        raise sqlite3.DatabaseError("these are not the tables of an index")
    return database


def _in_memory() -> sqlite3.Connection:
    # A corpus that is read anew is built beside the screen, and given to it whole.
    return sqlite3.connect(":memory:", check_same_thread=False)


def _definitions(database: sqlite3.Connection) -> list[tuple[str, ...]]:
    return database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name").fetchall()


@cache
def _own_definitions() -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(SCHEMA + memberships.SCHEMA)
        return _definitions(empty)


def _differing(before: Mapping[str, object], now: Mapping[str, object]) -> tuple[list[Id], list[Id]]:
    """Whose rows go, and whose come in their place or for the first time."""
    gone = [(event,) for event, it in before.items() if now.get(event) != it]
    return gone, [(event,) for event, it in now.items() if before.get(event) != it]


def _row(corpus: Corpus, stretch: Stretch) -> tuple[object, ...]:
    state = stretch.state
    date, said = state.date, state.chosen.said
    return (
        state.event,
        stretch.from_day,
        stretch.until_day,
        *(date.sort_key if date is not None else UNDATED_KEY),
        state.chosen.claim.id,
        state.word,
        state.chosen.claim.status,
        said.speaker,
        date.text if date is not None else None,
        saying(corpus, state.dated_by).speaker if state.borrows else None,
        date.earliest if date is not None else None,
        date.latest if date is not None else None,
        _last_day(date),
        _ahead_until(state.word, date),
        state.due_after,
        state.unanswered_after,
        bool(state.conflicts),
        state.origins,
        f" {' '.join(sorted(state.records))} ",
        stretch.changed,
        said.certain if said.visible < said.certain else None,
        _sort_month(date),
    )


def _sort_month(date: Edtf | None) -> int | None:
    if date is None or date.sort_key[0] > 0:
        return None
    return unit_of(date.sort_key[1], Zoom.MONTH)


def _ahead_until(word: Word, date: Edtf | None) -> int | None:
    """A duration is ahead until it begins; all else until its last day is over."""
    if word in PAST or date is None:
        return None
    begins = date.shape is Shape.EXTENT and date.earliest is not None
    return date.earliest if begins else date.latest


def _last_day(date: Edtf | None) -> int | None:
    """What is open-ended takes up its first day: the stretch after it is a gap like any other."""
    if date is None:
        return None
    return date.latest if date.latest is not None else date.earliest
