"""What events rest on as of a day: the origins without which they would not stand as they do."""

import sqlite3

from model.asof.origin import origin_meant
from model.asof.support import legs
from model.corpus.corpus import Corpus

KEPT = 4
"""For how many days it is kept: there and back."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS leg (
    day         INTEGER NOT NULL,
    event       TEXT NOT NULL,
    origin      TEXT NOT NULL,         -- by the name that it has when all is known
    PRIMARY KEY (day, event, origin)
) WITHOUT ROWID
"""


def add_legs(database: sqlite3.Connection, corpus: Corpus, day: int) -> None:
    """Add the rows of a day."""
    database.execute(_SCHEMA)
    rows = (
        (day, event, origin_meant(corpus, origin))
        for event, origins in legs(corpus, day)
        for origin in origins
    )
    with database:
        database.executemany("INSERT INTO leg VALUES (?, ?, ?)", rows)


def drop_legs(database: sqlite3.Connection, day: int) -> None:
    """Take the rows of a day away."""
    with database:
        database.execute("DELETE FROM leg WHERE day = ?", (day,))
