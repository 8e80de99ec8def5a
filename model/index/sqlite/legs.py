"""What events rest on as of a day: the origins without which they would not stand as they do."""

import sqlite3
from collections.abc import Iterator

from model.asof.origin import origin_meant
from model.asof.support import legs
from model.corpus.corpus import Corpus

KEPT = 4
"""For how many days it is kept: there and back."""

STEP = 100
"""Of how many events it is found out in one step: some thousandths of a second."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS leg (
    day         INTEGER NOT NULL,
    event       TEXT NOT NULL,
    origin      TEXT NOT NULL,         -- by the name that it has when all is known
    PRIMARY KEY (day, event, origin)
) WITHOUT ROWID
"""


def legs_added(database: sqlite3.Connection, corpus: Corpus, day: int) -> Iterator[None]:
    """Add the rows of a day, having found out a part of them at each step."""
    rows = list[tuple[int, str, str]]()
    for number, (event, origins) in enumerate(legs(corpus, day)):
        rows += ((day, event, origin_meant(corpus, origin)) for origin in origins)
        if number % STEP == 0:
            yield
    with database:
        database.execute(_SCHEMA)
        database.executemany("INSERT INTO leg VALUES (?, ?, ?)", rows)


def drop_legs(database: sqlite3.Connection, day: int) -> None:
    """Take the rows of a day away."""
    with database:
        database.execute("DELETE FROM leg WHERE day = ?", (day,))
