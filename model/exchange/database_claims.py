"""The tables of a database that tell of claims: what each says and of whom, how they stand together, conflicts."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.asof.conflict_list import listed_conflicts
from model.asof.entity import parts_in
from model.corpus.records import Claim
from model.dates.civil import iso_day
from model.exchange.csv_tables import NUMBERS
from model.exchange.database_file import ID, DataTable
from model.exchange.extract import Extract
from model.exchange.to_csv import rows_of_claims

_LINKS = ("supersedes", "contradicts", "corroborates", "resolves", "explains")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes into the database: the claims that are asked for, and every event that is needed to tell of them."""

    extract: Extract
    claims: dict[str, Claim]
    events: tuple[str, ...]


def wanted_of(extract: Extract) -> Wanted:
    """What an extract asks for; under a filter also the claims that are in conflict with one of it."""
    corpus, scope = extract.corpus, extract.scope
    shown = set(scope.events)
    disputed = {name for it in extract.conflicts for name in it.claims}
    claims = {
        name: it
        for name, it in corpus.claims.items()
        if not scope.filter or it.event in shown or name in disputed
    }
    events = dict.fromkeys((*scope.events, *(it.event for it in claims.values() if it.event is not None)))
    for event in [*events]:
        above = corpus.events[event].part_of
        while above is not None and above not in events and above in corpus.events:
            events[above] = None
            above = corpus.events[above].part_of
    return Wanted(extract, claims, tuple(events))


def tables_of_claims(wanted: Wanted) -> Iterator[DataTable]:
    """Claims, whom they name, how they stand to one another, and conflicts."""
    yield _claims(wanted)
    yield _parts(wanted)
    yield _links(wanted)
    yield from _conflicts(wanted)


def _claims(wanted: Wanted) -> DataTable:
    corpus, day = wanted.extract.corpus, wanted.extract.scope.day
    table = rows_of_claims(corpus, day)
    names = next(table)
    columns = tuple(
        (_CLAIM_NAMES.get(it, it), _claim_type(it), _CLAIM_ABOUT.get(it, "as in the table of CSV"))
        for it in names
    )
    at = names.index("claim")
    rows = (
        (
            *(
                int(cell) if cell and name in NUMBERS else cell or None
                for name, cell in zip(names, row, strict=True)
            ),
            corpus.claims[row[at]].statement,
        )
        for row in table
        if row[at] in wanted.claims
    )
    statement = (
        "statement",
        "TEXT REFERENCES statements (id)",
        "the act of saying; none is the document's own voice",
    )
    return DataTable("claims", "what one source says, in one place", (*columns, statement), rows)


_CLAIM_NAMES = {"claim": "id"}
_CLAIM_REFERS = {
    "claim": ID,
    "event": "TEXT REFERENCES events (id)",
    "entity": "TEXT REFERENCES entities (id)",
    "office": "TEXT REFERENCES entities (id)",
    "speaker": "TEXT REFERENCES entities (id)",
    "source": "TEXT NOT NULL REFERENCES sources (id)",
    "publisher": "TEXT REFERENCES entities (id)",
    "word": "TEXT NOT NULL",
}
_CLAIM_ABOUT = {
    "claim": "its id",
    "event": "the event that it is about",
    "event_status": "the word of that event, which other claims decide too",
    "word": "what this claim says of the event by itself",
    "date": "when it happens, as EDTF",
    "start": "where its quote begins in the document, in code points from 0",
    "end": "where its quote ends",
    "quote": "the words that assert it",
}


def _claim_type(name: str) -> str:
    return _CLAIM_REFERS.get(name, "INTEGER" if name in NUMBERS else "TEXT")


def _parts(wanted: Wanted) -> DataTable:
    columns = (
        ("claim", "TEXT NOT NULL REFERENCES claims (id)", "the claim"),
        ("entity", "TEXT NOT NULL REFERENCES entities (id)", "whom it names"),
        ("part", "TEXT NOT NULL", "in which role, or that it speaks or passes it on"),
    )
    rows = (
        (name, entity, part)
        for name, claim in wanted.claims.items()
        for entity, parts in parts_in(wanted.extract.corpus, claim).items()
        for part in parts
    )
    return DataTable("claim_entities", "an entity that a claim names", columns, rows)


def _links(wanted: Wanted) -> DataTable:
    columns = (
        ("claim", "TEXT NOT NULL REFERENCES claims (id)", "the claim"),
        ("link", "TEXT NOT NULL", f"how it stands to the other: {', '.join(_LINKS)}"),
        ("other", "TEXT NOT NULL REFERENCES claims (id)", "the other claim"),
    )
    rows = (
        (name, link, other)
        for name, claim in wanted.claims.items()
        for link in _LINKS
        for other in getattr(claim, link)
        if other in wanted.claims
    )
    return DataTable("claim_links", "how one claim stands to another", columns, rows)


def _conflicts(wanted: Wanted) -> Iterator[DataTable]:
    extract = wanted.extract
    listed = [*listed_conflicts(extract.corpus, extract.conflicts, extract.scope.day)]
    columns = (
        ("id", ID, "its id"),
        ("standing", "TEXT NOT NULL", "how it stands on the day"),
        ("kind", "TEXT NOT NULL", "how its claims stand to one another"),
        ("topic", "TEXT NOT NULL", "what they differ about"),
        ("since", "TEXT NOT NULL", "the day from which on it could be known"),
        ("reason", "TEXT", "why, as the curator says"),
        ("open", "TEXT", "what no claim answers"),
    )
    rows = [
        (it.conflict.id, it.standing.value, it.view.known_kind.value, it.conflict.topic, iso_day(it.since),
         it.view.reason or None, it.view.open or None)
        for it in listed
    ]  # fmt: skip
    yield DataTable("conflicts", "claims that do not stand together", columns, rows)
    readings = [
        (it.conflict.id, item.claim.id, reading.words, int(reading.preferred), int(reading.superseded))
        for it in listed
        for reading in it.view.readings
        for item in reading.claims
    ]
    of_claims = (
        ("conflict", "TEXT NOT NULL REFERENCES conflicts (id)", "the conflict"),
        ("claim", "TEXT NOT NULL REFERENCES claims (id)", "a claim in it"),
        ("reading", "TEXT NOT NULL", "what it says on the point"),
        ("preferred", "INTEGER NOT NULL", "1 where the curator holds with it"),
        ("superseded", "INTEGER NOT NULL", "1 where something has taken its place"),
    )
    yield DataTable("conflict_claims", "a claim of a conflict", of_claims, readings)
