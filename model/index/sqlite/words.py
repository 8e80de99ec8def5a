"""Full text, found by prefix, in SQLite's FTS5.

Texts go in as folded words (`model.query.folding`), each separated by a space, and FTS5 splits them there and nowhere
else: both sides are folded by the same code. Rows of one kind stand together, so that each kind has its range of ids.
"""

import sqlite3
from collections.abc import Iterator

from model.corpus.corpus import Corpus
from model.index.found import Kind
from model.index.sqlite.folded import FoldedText, FoldedTexts
from model.index.texts import KINDS, Text
from model.query.folding import Whole, alternatives
from model.query.sought import Sought

STEP = 10_000
"""How many letters of texts are made, or put into the tables, in one step: some thousandths of a second."""

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


class TextTables:
    """The tables of texts, made in small steps.

    `texts` are what they are made of, as far as that has been read, and None once the tables are ready. Then `ranges`
    has the first and the last id of each kind.
    """

    def __init__(self, database: sqlite3.Connection, corpus: Corpus) -> None:
        self._database = database
        self.texts: FoldedTexts | None = FoldedTexts(corpus)
        self.ranges: dict[Kind, tuple[int, int]] = {}
        self._steps = self._made(self.texts)

    def step(self) -> bool:
        """Make a part of what is left; returns whether all is ready."""
        next(self._steps, None)
        return self.texts is None

    def _made(self, texts: FoldedTexts) -> Iterator[None]:
        # What this needs has been imported by now: that was a step of its own.
        yield
        for kind in KINDS:
            while not texts.is_whole(kind):
                texts.make(kind, STEP)
                yield
        self._database.executescript(SCHEMA)
        number = 1
        for kind in KINDS:
            first = number
            for some in _parted(texts.made(kind)):
                self._add(number, some)
                number += len(some)
                yield
            self.ranges[kind] = (first, number - 1)
        self.texts = None

    def _add(self, first: int, texts: list[FoldedText]) -> None:
        """Put texts into the tables, the first one with that number."""
        with self._database as database:
            words = ((number, it.words) for number, it in enumerate(texts, first))
            database.executemany("INSERT INTO doc (rowid, words) VALUES (?, ?)", words)
            places = (_place(number, it.text) for number, it in enumerate(texts, first))
            database.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", places)


def _parted(texts: list[FoldedText]) -> Iterator[list[FoldedText]]:
    """The texts, so many at a time as make a step."""
    some, cost = list[FoldedText](), 0
    for text in texts:
        some.append(text)
        cost += text.cost
        if cost >= STEP:
            yield some
            some, cost = [], 0
    if some:
        yield some


def add_words(database: sqlite3.Connection) -> None:
    """Make and fill the table of the words of all texts, which are there."""
    database.executescript(WORDS)


def _place(number: int, text: Text) -> tuple[object, ...]:
    place = text.place
    return number, place.kind, place.ref, place.event, text.from_day, place.span.start, place.span.end


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
