"""The tables of CSV, and of other formats of tables: a file holds one, and what the others hold is said."""

from collections.abc import Iterator
from pkgutil import resolve_name

from model.exchange.csv_cells import safe_line
from model.exchange.enumeration import enumerated
from model.exchange.extract import Extract

_ROWS = {
    "claims": "model.exchange.to_csv:rows",
    "conflicts": "model.exchange.csv_conflicts:rows",
    "questions": "model.exchange.csv_asked:rows_of_questions",
    "searches": "model.exchange.csv_asked:rows_of_searches",
    "lists": "model.exchange.csv_lists:rows",
}

TABLES = tuple(_ROWS)
"""The names of the tables; the first one is written where none is asked for."""


NUMBERS = frozenset({"start", "end", "place", "place_before"})
"""The columns in which whole numbers stand, or nothing."""


def write(extract: Extract) -> Iterator[str]:
    """The table that is asked for as lines of CSV (RFC 4180)."""
    return map(safe_line, rows(extract))


def rows(extract: Extract) -> Iterator[list[str]]:
    """The rows of the table that is asked for, its header first; cells as they are, not yet made safe."""
    yield from resolve_name(_ROWS[extract.table or TABLES[0]])(extract)


def left_out(extract: Extract) -> Iterator[str]:
    """What was asked for, or is there, and does not stand in this one table: in sentences."""
    if extract.table not in ("", TABLES[0]):
        if extract.since is not None or extract.drafts:
            yield "What changed, and drafts, stand in the table of claims alone."
        return
    # Imported here: only who asks what is left out needs them.
    from model.exchange.brief_lists import lists_asked_for
    from model.exchange.brief_questions import questions_of
    from model.exchange.csv_asked import searches_of

    others = {
        "conflicts": len(extract.conflicts),
        "questions": len(questions_of(extract)),
        "searches": len(searches_of(extract)),
        "lists": len(lists_asked_for(extract)),
    }
    there = {name: f"{name} ({number})" for name, number in others.items() if number}
    if there:
        yield f"A table of claims has no place for {enumerated([*there.values()])}: --what {'|'.join(there)}."
