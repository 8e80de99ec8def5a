"""Which lanes of sources and entities each event belongs to, and from which day on that is known.

What follows from its word is not here, nor what it is a part of: that is another event once more is known.
"""

import sqlite3
from collections.abc import Iterator

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


def fill(database: sqlite3.Connection, corpus: Corpus) -> None:
    """Put into the index what the corpus says of lanes."""
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


def _memberships(corpus: Corpus) -> Iterator[tuple[str, str, str, int]]:
    for claim in corpus.claims.values():
        if claim.event is None:
            continue
        since = saying(corpus, claim).visible
        yield Grouping.SOURCE, claim.source, claim.event, since
        for entity in taking_part(corpus, claim):
            yield Grouping.ENTITY, entity, claim.event, since
