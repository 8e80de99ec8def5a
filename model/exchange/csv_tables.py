"""The tables of CSV: a file holds one of them, and what the others hold is said."""

from collections.abc import Iterator
from pkgutil import resolve_name

from model.exchange.extract import Extract

_WRITERS = {
    "claims": "model.exchange.to_csv:write",
    "conflicts": "model.exchange.csv_conflicts:write",
    "questions": "model.exchange.csv_asked:write_questions",
    "searches": "model.exchange.csv_asked:write_searches",
    "lists": "model.exchange.csv_lists:write",
}

TABLES = tuple(_WRITERS)
"""The names of the tables; the first one is written where none is asked for."""


def write(extract: Extract) -> Iterator[str]:
    """The lines of the table that is asked for, its header first."""
    yield from resolve_name(_WRITERS[extract.table or TABLES[0]])(extract)


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
        yield f"A table of claims has no place for {_joined([*there.values()])}: --what {'|'.join(there)}."


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
