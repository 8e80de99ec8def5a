"""Which keys a filter has where a table lies under a corpus, and what of it is asked of the rows."""

from collections.abc import Mapping
from dataclasses import replace

from model.query.spelling import spell
from model.query.terms import Query
from model.query.vocabulary import DATE_KEYS, KEYS, Vocabulary

RowKeys = Mapping[str, str]
"""Keys of the columns of a table as they are written here, with those that they have in the table."""


def key_among_events(key: str) -> str:
    """The key of a table's column as it is written here: one that the corpus has already gets `row-` before it."""
    return f"row-{key}" if key in KEYS else key


def keys_of_rows(table: Vocabulary) -> dict[str, str]:
    """The keys of a table's columns as they are written here, with those that they have in the table."""
    return {key_among_events(key): key for key in table.about if key not in table.dates}


def rows_part(query: Query, keys: RowKeys) -> Query:
    """What of a filter is asked of rows: words, days, and the columns of the table, by the names they have there."""
    terms = tuple(
        replace(term, key=keys.get(term.key, term.key))
        for term in query.terms
        if not term.key or term.key in DATE_KEYS or term.key in keys
    )
    return Query(spell(terms), terms)
