"""What each claim is found by: who has a part in it, who says it, in which document, and so on, from which day on.

The tables are made when they are first needed: an archive that is only read has no use for them.
"""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from model.asof.entity import parts_in
from model.asof.known import known_from
from model.asof.saying import ALWAYS, saying
from model.asof.visible import fallen_from
from model.corpus.corpus import Corpus
from model.corpus.noted import has_todo
from model.corpus.records import Claim
from model.query.keys import FILTER_KEYS

MENTION = "mention"
"""Every entity of a claim, in whatever part: what lists of entities count. No key of the language."""

SCHEMA = """
CREATE TABLE tag (
    key         TEXT NOT NULL,         -- a key of model.query.keys, or "mention"
    value       TEXT NOT NULL,
    event       TEXT NOT NULL,         -- empty where a claim is of no event
    claim       TEXT NOT NULL,         -- empty where the event itself is so
    from_day    INTEGER NOT NULL,      -- it is known from this day on
    PRIMARY KEY (key, value, event, claim)
) WITHOUT ROWID;
"""

STEP = 1_000
"""How many tags are added in one step: some thousandths of a second."""

Tag = tuple[str, str, str, str, int]


def tags_added(database: sqlite3.Connection, corpus: Corpus) -> Iterator[None]:
    """Make the table of tags and fill it, a part at each step."""
    with database:
        database.execute(SCHEMA)
        # Before there is anything in it: made afterwards, it would be a long step.
        database.execute("CREATE INDEX tag_of_event ON tag (event, key, value, from_day)")
    tags = _tags(corpus)
    while some := list(islice(tags, STEP)):
        with database:
            database.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?, ?, ?, ?)", some)
        yield


def _tags(corpus: Corpus) -> Iterator[Tag]:
    for key in FILTER_KEYS:
        if key.of_event is not None:
            for event in corpus.events.values():
                yield from ((key.name, value, event.id, "", ALWAYS) for value in key.of_event(corpus, event))
    for claim in corpus.claims.values():
        yield from _claim_tags(corpus, claim)
    for source in corpus.sources.values():
        if source.id not in corpus.claims_in_source:
            continue
        # A publisher is met in its documents, whether or not a claim names it.
        first = min(saying(corpus, claim).visible for claim in corpus.claims_in_source[source.id])
        yield MENTION, source.publisher, "", f"/{source.id}", first


def _claim_tags(corpus: Corpus, claim: Claim) -> Iterator[Tag]:
    said, event = saying(corpus, claim), claim.event or ""
    for key in FILTER_KEYS:
        if key.of_claim is not None:
            for value in key.of_claim(corpus, claim, said):
                yield key.name, value, event, claim.id, said.visible
        if key.later is not None:
            # Of a value that it has twice, the first one in the table stays.
            for value, day in sorted(key.later(corpus, claim), key=lambda item: item[1]):
                yield key.name, value, event, claim.id, max(said.visible, day)
    for entity in parts_in(corpus, claim):
        yield MENTION, entity, event, claim.id, said.visible
    if has_todo(corpus, claim):
        # Todos have no day of their own: they are there when all is.
        yield "has", "todo", event, claim.id, max(said.visible, known_from(corpus))
    if (gone := fallen_from(corpus, claim)) is not None:
        yield "has", "superseded", event, claim.id, gone
