"""Full text, found by prefix, in SQLite's FTS5.

Texts go in as folded words (`model.query.folding`), each separated by a space, and FTS5 splits them there and nowhere
else: both sides are folded by the same code. Rows of one kind stand together, so that each kind has its range of ids.
"""

import sqlite3

from model.corpus.corpus import Corpus
from model.index.found import Kind
from model.index.texts import Text, texts_of
from model.query.folding import Whole, alternatives, indexed
from model.query.sought import Sought

SCHEMA = """
CREATE VIRTUAL TABLE doc USING fts5 (
    words, content = '', tokenize = 'ascii', detail = none, columnsize = 0, prefix = '1 2 3'
);
CREATE TABLE place (
    id          INTEGER PRIMARY KEY,   -- the row of doc
    kind        TEXT NOT NULL,
    ref         TEXT NOT NULL,         -- the id of the entity, event, claim or source
    event       TEXT NOT NULL,         -- the event it leads to, empty where there is none
    from_day    INTEGER NOT NULL,      -- it could be known from this day on
    start       INTEGER NOT NULL,      -- code points in the source's text; 0 and 0 for names and titles
    stop        INTEGER NOT NULL
);
"""

WORDS = """
CREATE VIRTUAL TABLE doc_word USING fts5vocab (doc, instance);
CREATE TABLE word (
    term        TEXT PRIMARY KEY,
    from_day    INTEGER NOT NULL       -- a text that holds it could be known from this day on
) WITHOUT ROWID;
INSERT INTO word SELECT term, min(from_day) FROM doc_word JOIN place ON place.id = doc GROUP BY term;
"""


def add_texts(database: sqlite3.Connection, corpus: Corpus) -> dict[Kind, tuple[int, int]]:
    """Make and fill the tables of texts; returns the first and the last id of each kind."""
    ranges: dict[Kind, tuple[int, int]] = {}
    database.executescript(SCHEMA)
    number = 0
    with database:
        for kind in Kind:
            first = number + 1
            for number, text in enumerate(texts_of(corpus, kind), first):
                _add(database, number, text)
            ranges[kind] = (first, number)
    return ranges


def add_words(database: sqlite3.Connection) -> None:
    """Make and fill the table of the words of all texts, which are there."""
    database.executescript(WORDS)


def _add(database: sqlite3.Connection, number: int, text: Text) -> None:
    place = text.place
    words = " ".join(indexed(text.words))
    database.execute("INSERT INTO doc (rowid, words) VALUES (?, ?)", (number, words))
    values = (number, place.kind, place.ref, place.event, text.from_day, place.span.start, place.span.end)
    database.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def match_of(typed: str) -> str:
    """An FTS5 query for all words of `typed`, each by prefix unless it is whole; empty where there is none."""
    ways = [
        " OR ".join(f"({' AND '.join(_quoted(word) for word in way)})" for way in part)
        for part in alternatives(typed)
    ]
    return " AND ".join(f"({way})" for way in ways)


def search_of(sought: Sought) -> str:
    """An FTS5 query for texts that hold what is wanted and nothing that is not; empty where nothing is wanted."""
    match = match_of(sought.wanted)
    for unwanted in sought.unwanted:
        match = f"({match}) NOT ({match_of(unwanted)})"
    return match


def _quoted(word: str) -> str:
    # A folded word is of letters and digits alone.
    return f'"{word}"' if isinstance(word, Whole) else f'"{word}"*'
