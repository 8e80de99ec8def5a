"""The timeline's events in lanes: by strand, entity, source or status; what has no date in a lane of its own."""

import sqlite3
from collections.abc import Iterator
from itertools import pairwise

from model.asof.entity import holders
from model.asof.saying import saying
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.index.values import REST, UNDATED, Grouping, Lane

_BEYOND = 10**15
"""A position after all, and a number of days before all."""

SCHEMA = """
CREATE TABLE lane_of (                 -- which lanes an event belongs to, whatever the day
    grouping    TEXT NOT NULL,
    lane        TEXT NOT NULL,
    event       TEXT NOT NULL,
    since       INTEGER NOT NULL,      -- the day on which that became known
    PRIMARY KEY (grouping, event, lane)
) WITHOUT ROWID;

CREATE TABLE lane_rank (               -- the order of lanes in the corpus
    grouping    TEXT NOT NULL,
    id          TEXT NOT NULL,
    rank        INTEGER NOT NULL,
    PRIMARY KEY (grouping, id)
) WITHOUT ROWID;

CREATE TABLE lane_row (                -- the lanes of one grouping as of the timeline's day; rows count from 0
    lane        TEXT NOT NULL,
    nth         INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    PRIMARY KEY (lane, nth)
) WITHOUT ROWID;

CREATE INDEX lane_row_position ON lane_row (position);
CREATE INDEX lane_row_in_order ON lane_row (lane, position);
"""


def fill(database: sqlite3.Connection, corpus: Corpus) -> None:
    """Put into the index what the corpus says of lanes; statuses follow from the timeline itself."""
    database.executemany(
        """INSERT INTO lane_of VALUES (?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET since = min(since, excluded.since)""",
        _memberships(corpus),
    )
    ranked = {Grouping.STRAND: corpus.events, Grouping.SOURCE: corpus.sources}
    database.executemany(
        "INSERT INTO lane_rank VALUES (?, ?, ?)",
        ((grouping, id, rank) for grouping, ids in ranked.items() for rank, id in enumerate(ids)),
    )


class Lanes:
    """The lanes of one grouping at a time; those of another are made when they are asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._made: tuple[Grouping, int] | None = None
        self._lanes: list[Lane] = []

    def forget(self) -> None:
        """The timeline is another now."""
        self._made = None

    def of(self, grouping: Grouping, day: int) -> list[Lane]:
        """The lanes as of the timeline's day, in order: the rest and the undated at the end."""
        if self._made != (grouping, day):
            self._make(grouping, day)
            self._made = (grouping, day)
        return self._lanes

    def places_of(self, position: int) -> list[tuple[str, int]]:
        """The lane and the place in it of a row of the timeline, once for each lane that it is in."""
        found = self._database.execute("SELECT lane, nth FROM lane_row WHERE position = ?", (position,))
        return [(row["lane"], row["nth"]) for row in found]

    def counts(self, lane: str, borders: list[int]) -> list[int]:
        """How many rows of a lane stand before the first of some positions, between each two, and from the last on."""
        return [
            self._database.execute(
                "SELECT count(*) FROM lane_row WHERE lane = ? AND position >= ? AND position < ?",
                (lane, *between),
            ).fetchone()[0]
            for between in pairwise([0, *borders, _BEYOND])
        ]

    def _make(self, grouping: Grouping, day: int) -> None:
        with self._database:
            self._database.execute("DELETE FROM lane_row")
            self._database.execute(
                f"""WITH state AS MATERIALIZED (
                        SELECT position, event, sort_group, word, due_after
                        FROM present JOIN event_state USING (event, from_day)),
                    found AS (
                        SELECT '{UNDATED}' AS lane, position FROM state WHERE sort_group = 2
                        UNION ALL
                        SELECT lane, position FROM state CROSS JOIN lane_of USING (event)
                        WHERE grouping = :grouping AND since <= :day AND sort_group < 2
                        UNION ALL
                        SELECT CASE WHEN due_after < :day THEN '{Word.DUE}' ELSE word END, position FROM state
                        WHERE :grouping = '{Grouping.STATUS}' AND sort_group < 2
                        UNION ALL
                        SELECT '{REST}', position FROM state
                        WHERE :grouping <> '{Grouping.STATUS}' AND sort_group < 2 AND NOT EXISTS (
                            SELECT 1 FROM lane_of WHERE lane_of.event = state.event
                            AND grouping = :grouping AND since <= :day))
                    INSERT INTO lane_row
                    SELECT lane, row_number() OVER (PARTITION BY lane ORDER BY position) - 1, position FROM found""",
                {"grouping": grouping, "day": day},
            )
        found = self._database.execute("SELECT lane, count(*) AS events FROM lane_row GROUP BY lane")
        lanes = [Lane(row["lane"], row["events"], grouping) for row in found]
        ranks = self._ranks(grouping)
        self._lanes = sorted(
            lanes, key=lambda lane: (_last(lane), ranks.get(lane.id, 0), -lane.events, lane.id)
        )

    def _ranks(self, grouping: Grouping) -> dict[str, int]:
        """Strands and sources stand as the corpus has them, statuses as their list has; entities by their events."""
        if grouping is Grouping.STATUS:
            return {word.value: number for number, word in enumerate(Word)}
        found = self._database.execute("SELECT id, rank FROM lane_rank WHERE grouping = ?", (grouping,))
        return {row["id"]: row["rank"] for row in found}


def _last(lane: Lane) -> int:
    return (REST, UNDATED).index(lane.id) + 1 if lane.id in (REST, UNDATED) else 0


def _memberships(corpus: Corpus) -> Iterator[tuple[str, str, str, int]]:
    parents = {event.part_of for event in corpus.events.values()}
    for event in corpus.events:
        top = _top(corpus, event)
        if top in parents:
            yield Grouping.STRAND, top, event, -_BEYOND
    for claim in corpus.claims.values():
        if claim.event is None:
            continue
        since = saying(corpus, claim).visible
        yield Grouping.SOURCE, claim.source, claim.event, since
        for role in claim.roles:
            for entity in holders(claim, role):
                yield Grouping.ENTITY, entity, claim.event, since


def _top(corpus: Corpus, event: str) -> str:
    """What an event is a part of in the end; itself where it is part of nothing."""
    while (parent := corpus.events[event].part_of) is not None:
        event = parent
    return event
