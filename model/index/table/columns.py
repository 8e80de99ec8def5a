"""The columns of a table as keys of filters."""

from collections.abc import Iterator, Sequence

from model.index.table.coded import Column
from model.query.folding import words

AFTER, BEFORE = "after", "before"

DATES = {
    AFTER: "a day, month or year: goes on, or may go on, in it or later",
    BEFORE: "a day, month or year: begins, or may begin, before it",
}
"""The keys that every table has, with what they mean."""

_TAKEN = frozenset({*DATES, "as"})
"""What no column is called by in a filter: `as:` saves one."""


def keys_of(columns: Sequence[Column]) -> list[str]:
    """The key of each column: its own, with a number after it where another column or the language has that too."""
    taken = set(_TAKEN)
    found = []
    for key in _readable(columns):
        number, one = 2, key
        while one in taken:
            number, one = number + 1, f"{key}-{number}"
        taken.add(one)
        found.append(one)
    return found


def _readable(columns: Sequence[Column]) -> Iterator[str]:
    """The keys as they can be read before a colon: with a letter, and none of the signs of the language."""
    for column in columns:
        key = "-".join(words(column.key))
        yield key if any(letter.isalpha() for letter in key) else f"column-{key}".rstrip("-")
