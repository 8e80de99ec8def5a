"""Full text: names, titles, claims and the sources' own words, found by prefix, in SQLite's FTS5.

Texts go in as folded words (`model.query.folding`), each separated by a space, and FTS5 splits them there and nowhere
else: both sides are folded by the same code. Rows of one kind stand together, so that each kind has its range of ids.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.asof.saying import ALWAYS, published, saying
from model.corpus.corpus import Corpus
from model.corpus.draft import as_quote
from model.index.found import Kind
from model.query.folding import indexed
from model.quotes.span import Span

SCHEMA = """
CREATE VIRTUAL TABLE doc USING fts5 (
    words, content = '', tokenize = 'ascii', detail = none, columnsize = 0, prefix = '1 2 3'
);
CREATE VIRTUAL TABLE doc_word USING fts5vocab (doc, row);
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

LONGEST_PASSAGE = 1000
"""Code points of a passage; a longer paragraph is several."""

_PARAGRAPH = re.compile(r"[^\n\r]*\S[^\n\r]*")
_CHUNK = re.compile(rf".{{1,{LONGEST_PASSAGE}}}(?=\s|\Z)|.{{{LONGEST_PASSAGE}}}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Doc:
    """One text that can be found, and where it leads."""

    kind: Kind
    ref: str
    event: str
    from_day: int
    span: Span
    text: str


def add_texts(database: sqlite3.Connection, corpus: Corpus) -> dict[Kind, tuple[int, int]]:
    """Make and fill the tables of texts; returns the first and the last id of each kind."""
    ranges: dict[Kind, tuple[int, int]] = {}
    database.executescript(SCHEMA)
    number = 0
    with database:
        for kind, docs in (
            (Kind.NAME, _names(corpus)),
            (Kind.EVENT, _titles(corpus)),
            (Kind.CLAIM, _claims(corpus)),
            (Kind.TEXT, _passages(corpus)),
        ):
            first = number + 1
            for number, doc in enumerate(docs, first):
                _add(database, number, doc)
            ranges[kind] = (first, number)
    return ranges


def _add(database: sqlite3.Connection, number: int, doc: Doc) -> None:
    words = " ".join(indexed(doc.text))
    database.execute("INSERT INTO doc (rowid, words) VALUES (?, ?)", (number, words))
    values = (number, doc.kind, doc.ref, doc.event, doc.from_day, doc.span.start, doc.span.end)
    database.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def _names(corpus: Corpus) -> Iterator[Doc]:
    for entity in corpus.entities.values():
        yield Doc(Kind.NAME, entity.id, "", ALWAYS, Span(0, 0), "\n".join(names_of(corpus, entity.id)))


def names_of(corpus: Corpus, entity: str) -> tuple[str, ...]:
    """All that an entity is called; labels as printed are claims of their own, known from a day on."""
    record = corpus.entities[entity]
    return (record.name, *record.aliases)


def _titles(corpus: Corpus) -> Iterator[Doc]:
    for event in corpus.events.values():
        if event.id in corpus.claims_of_event:
            yield Doc(Kind.EVENT, event.id, event.id, ALWAYS, Span(0, 0), event.title)


def _claims(corpus: Corpus) -> Iterator[Doc]:
    for claim in corpus.claims.values():
        span, seen = corpus.anchors.claims[claim.id], saying(corpus, claim).visible
        yield Doc(Kind.CLAIM, claim.id, claim.event or "", seen, span, as_quote(claim.quote).exact)


def _passages(corpus: Corpus) -> Iterator[Doc]:
    """The paragraphs of the documents, but for page furniture, which is folded away when one reads."""
    for source in corpus.sources.values():
        text, seen = corpus.texts[source.id], published(source)
        furniture = corpus.anchors.furniture.get(source.id, ())
        for span in _spans(text):
            if not _inside(span, furniture):
                yield Doc(Kind.TEXT, source.id, "", seen, span, text[span.start : span.end])


def _spans(text: str) -> Iterator[Span]:
    for paragraph in _PARAGRAPH.finditer(text):
        for chunk in _CHUNK.finditer(text, *paragraph.span()):
            yield Span(*chunk.span())


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)
