"""A corpus as of a day as an SQLite database: events with their words, what was claimed, by whom, and where it differs.

It is for whoever asks questions in SQL. What follows from the records (`word`, `date_edtf`, `origins`) is worked out
already, and every row that tells of an event says its word, so that what was planned never reads as what happened.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from model.asof.state import event_state
from model.corpus.records import Dated
from model.dates.civil import iso_day
from model.exchange.database_claims import Wanted, tables_of_claims, wanted_of
from model.exchange.database_dates import DATE_COLUMNS, DATES, date_values
from model.exchange.database_file import ID, DataTable, Value, write_database
from model.exchange.extract import Extract
from model.exchange.row_links import row_links
from model.exchange.told_event import without_drafts

_WORDS = (
    "word says how an event stands: only what occurred is said to have happened; due is what should have happened by "
    "then, of which nobody has said whether it did"
)
_GROUPS = "strand"
"""The word of what only groups events, and is none."""


def write(extract: Extract, path: Path) -> None:
    """The database. Raises `CannotExport`."""
    info, scope = extract.whole.info, extract.scope
    readme = [
        ("title", info.title),
        ("as of", f"{iso_day(scope.day)}: what could be known on that day, and nothing else"),
        ("words", _WORDS),
        ("dates", DATES),
    ]
    if scope.filter:
        readme.append(("filter", f"{scope.filter}: events, their claims and conflicts are only some"))
    write_database(path, readme, _tables(wanted_of(extract)))


def left_out(extract: Extract) -> Iterator[str]:
    """What was asked for in vain."""
    if extract.since is not None:
        yield "What changed has no table; csv, tsv and jsonl have a column for it."
    yield from without_drafts(extract)


def _tables(wanted: Wanted) -> Iterator[DataTable]:
    yield _entities(wanted)
    yield _sources(wanted)
    yield _statements(wanted)
    yield _hops(wanted)
    yield _events(wanted)
    yield _linked_rows(wanted)
    yield from tables_of_claims(wanted)


def _entities(wanted: Wanted) -> DataTable:
    columns = (
        ("id", ID, "its id"),
        ("type", "TEXT NOT NULL", "person, organization, country, place, office, object or anonymous"),
        ("name", "TEXT NOT NULL", "its name"),
        ("aliases", "TEXT", "other forms as printed, parted by semicolons"),
    )
    found = wanted.extract.corpus.entities.values()
    rows = ((it.id, it.type.value, it.name, "; ".join(it.aliases) or None) for it in found)
    return DataTable("entities", "someone or something named in the sources", columns, rows)


def _sources(wanted: Wanted) -> DataTable:
    columns = (
        ("id", ID, "its id"),
        ("title", "TEXT NOT NULL", "as printed"),
        ("publisher", "TEXT NOT NULL REFERENCES entities (id)", "who published it"),
        ("language", "TEXT NOT NULL", "of the text, BCP 47"),
        ("published_edtf", "TEXT", "when it was published, as EDTF; often bounds"),
        ("url", "TEXT", "where it was obtained"),
        ("sha256", "TEXT", "of the bytes of its text"),
    )
    found = wanted.extract.corpus.sources.values()
    rows = (
        (it.id, it.title, it.publisher, it.language, _edtf(it.published), it.url, it.sha256) for it in found
    )
    return DataTable("sources", "a document", columns, rows)


def _edtf(dated: Dated | None) -> str | None:
    return dated.edtf if dated is not None else None


def _statements(wanted: Wanted) -> DataTable:
    columns = (
        ("id", ID, "its id"),
        ("source", "TEXT NOT NULL REFERENCES sources (id)", "the document that reports it"),
        ("said_edtf", "TEXT", "the day of saying, as EDTF"),
        ("public", "INTEGER NOT NULL", "1 where it was told to the world, 0 to one newspaper"),
        ("origin", "TEXT", "the statement that it goes back to; its own id where that is itself"),
    )
    found = wanted.extract.corpus.statements.values()
    rows = ((it.id, it.source, _edtf(it.on), int(it.public), it.origin or it.id) for it in found)
    return DataTable("statements", "an act of saying", columns, rows)


def _hops(wanted: Wanted) -> DataTable:
    columns = (
        ("statement", "TEXT NOT NULL REFERENCES statements (id)", "the act of saying"),
        ("place", "INTEGER NOT NULL", "1 for who said it first"),
        ("who", "TEXT NOT NULL REFERENCES entities (id)", "who said it, or passed it on"),
        ("record", "TEXT", "on-record, document or anonymous"),
    )
    rows = (
        (it.id, place, hop.who, hop.record.value)
        for it in wanted.extract.corpus.statements.values()
        for place, hop in enumerate(it.chain, 1)
    )
    return DataTable("statement_chain", "who said a statement, through whom", columns, rows)


def _events(wanted: Wanted) -> DataTable:
    columns = (
        ("id", ID, "its id"),
        ("word", "TEXT NOT NULL", "how it stands on the day; only what occurred is said to have happened"),
        ("title", "TEXT NOT NULL", "a few words with nothing disputed in them"),
        *DATE_COLUMNS,
        ("type", "TEXT NOT NULL", "what it is"),
        ("place", "TEXT REFERENCES entities (id)", "where"),
        ("part_of", "TEXT REFERENCES events (id)", "the event it belongs to"),
        ("decided_by", "TEXT REFERENCES claims (id)", "the claim that gives its word"),
        (
            "dated_by",
            "TEXT REFERENCES claims (id)",
            "the claim that gives its date, where that is another one",
        ),
        ("origins", "INTEGER NOT NULL", "how many independent origins support its word"),
        ("contested", "INTEGER NOT NULL", "1 where claims of it contradict one another"),
    )
    return DataTable(
        "events",
        "something that happened or may happen",
        columns,
        (_event(wanted, it) for it in wanted.events),
    )


def _linked_rows(wanted: Wanted) -> DataTable:
    columns = (
        ("event", "TEXT NOT NULL REFERENCES events (id)", "the event"),
        ("table_title", "TEXT NOT NULL", "the title of the table"),
        ("row", "TEXT NOT NULL", "the key of the row in it, else its file and line"),
    )
    rows = ((event, it.table, it.row) for event, it in row_links(wanted.extract))
    return DataTable(
        "linked_rows", "a row of a table of coded rows that an event is linked to", columns, rows
    )


def _event(wanted: Wanted, name: str) -> Sequence[Value]:
    corpus, day = wanted.extract.corpus, wanted.extract.scope.day
    event, state = corpus.events[name], event_state(corpus, name, day)
    about = event.type, event.place, event.part_of
    if state is None:
        return name, _GROUPS, event.title, *date_values(None), *about, None, None, 0, 0
    by = state.dated_by.id if state.borrows else None
    return (
        name, state.word_at(day).value, event.title, *date_values(state.date), *about,
        state.chosen.claim.id if state.chosen.claim.id in wanted.claims else None,
        by if by in wanted.claims else None, state.origins, int(bool(state.conflicts)),
    )  # fmt: skip
