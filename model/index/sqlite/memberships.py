"""Which lanes of sources and entities each event belongs to, and from which day on that is known.

What follows from its word is not here, nor what it is a part of: that is another event once more is known.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from model.asof.entity import taking_part
from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.index.values import Grouping

SCHEMA = """
CREATE TABLE lane_of (
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
"""


Id = tuple[str]
"""The id of an event, as SQLite takes it."""

Rank = tuple[str, str, int]
"""A grouping, the id of a lane, and its place in the order of the corpus."""


def take_out(database: sqlite3.Connection, events: Iterable[Id]) -> None:
    """Take the lanes of some events out of the index."""
    groupings = f"'{Grouping.SOURCE}', '{Grouping.ENTITY}'"
    database.executemany(f"DELETE FROM lane_of WHERE grouping IN ({groupings}) AND event = ?", events)


def put(database: sqlite3.Connection, corpus: Corpus, events: Iterable[str]) -> None:
    """Put into the index which lanes some events are in, of which there are claims."""
    database.executemany(
        """INSERT INTO lane_of VALUES (?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET since = min(since, excluded.since)""",
        _memberships(corpus, events),
    )


def _memberships(corpus: Corpus, events: Iterable[str]) -> Iterator[tuple[str, str, str, int]]:
    for event in events:
        for claim in corpus.claims_of_event[event]:
            since = saying(corpus, claim).visible
            yield Grouping.SOURCE, claim.source, event, since
            for entity in taking_part(corpus, claim):
                yield Grouping.ENTITY, entity, event, since


def ranks_of(corpus: Corpus) -> list[Rank]:
    """The order of the lanes that stand as the corpus has them."""
    ranked = {Grouping.STRAND: corpus.events, Grouping.SOURCE: corpus.sources}
    return [(grouping, id, rank) for grouping, ids in ranked.items() for rank, id in enumerate(ids)]


def rank(database: sqlite3.Connection, ranks: Sequence[Rank]) -> None:
    """Put this order of lanes into the index, in place of the one that is there."""
    database.execute("DELETE FROM lane_rank")
    database.executemany("INSERT INTO lane_rank VALUES (?, ?, ?)", ranks)
