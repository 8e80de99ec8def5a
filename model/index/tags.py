"""What each claim is found by: who has a part in it, who says it, in which document, and so on, from which day on.

The tables are made when they are first needed: an archive that is only read has no use for them.
"""

import sqlite3
from collections.abc import Iterator

from model.asof.entity import entities_of
from model.asof.saying import ALWAYS, saying
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.corpus.vocabulary import EntityType

MENTION = "mention"
"""Every entity of a claim, in whatever part: what lists of entities count. No key of the language."""

SCHEMA = """
CREATE TABLE tag (
    key         TEXT NOT NULL,         -- a key of model.query.vocabulary, or "mention"
    value       TEXT NOT NULL,
    event       TEXT NOT NULL,         -- empty where a claim is of no event
    claim       TEXT NOT NULL,         -- empty where the event itself is so
    from_day    INTEGER NOT NULL,      -- it is known from this day on
    PRIMARY KEY (key, value, event, claim)
) WITHOUT ROWID;
"""

Row = tuple[str, str, str, str, int]


def add_tags(database: sqlite3.Connection, corpus: Corpus) -> None:
    """Make and fill the table of tags."""
    with database:
        database.execute(SCHEMA)
        database.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?, ?, ?, ?)", _rows(corpus))
        database.execute("CREATE INDEX tag_of_event ON tag (event, key, value, from_day)")


def _rows(corpus: Corpus) -> Iterator[Row]:
    for event in corpus.events.values():
        yield "type", event.type, event.id, "", ALWAYS
    for claim in corpus.claims.values():
        yield from _claim_rows(corpus, claim)
    for source in corpus.sources.values():
        if source.id not in corpus.claims_in_source:
            continue
        # A publisher is met in its documents, whether or not a claim names it.
        first = min(saying(corpus, claim).visible for claim in corpus.claims_in_source[source.id])
        yield MENTION, source.publisher, "", f"/{source.id}", first


def _claim_rows(corpus: Corpus, claim: Claim) -> Iterator[Row]:
    said, event = saying(corpus, claim), claim.event or ""
    values = [("by", said.speaker), ("source", claim.source), ("origin", said.origin)]
    if claim.date is not None:
        values.append(("basis", claim.date.basis.value))
    parts = entities_of(corpus, claim)
    place = corpus.events[claim.event].place if claim.event is not None else None
    for entity, part in {**({place: "place"} if place else {}), **parts}.items():
        values.append((MENTION, entity))
        if part != "speaker" and corpus.entities[entity].type is not EntityType.ANONYMOUS:
            values.append(("who", entity))
    for key, value in values:
        yield key, value, event, claim.id, said.visible
    gone = [saying(corpus, other).visible for other in corpus.superseders.get(claim.id, ())]
    if gone:
        yield "has", "superseded", event, claim.id, max(said.visible, min(gone))
