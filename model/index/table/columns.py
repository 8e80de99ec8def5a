"""The columns of a table as keys of filters."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from model.index.table.coded import Column
from model.query.folding import words
from model.query.twins import in_ascii

_KEY = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_LONGEST = 30
"""Characters of a header of which a key is made."""

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


def header_name(header: str) -> str:
    """How the header of a column is typed before a colon, whatever its case and blanks: `Event_Type` as `event_type`.

    One with blanks stands in quotation marks there: `"event type":launch`.
    """
    return " ".join(unicodedata.normalize("NFC", in_ascii(header)).lower().split())


def made_of(header: str) -> str:
    """A key of the words of a header, in whatever script: empty where there is no letter."""
    key = "-".join(words(in_ascii(header)[:_LONGEST]))
    return key if is_key(key) and any(letter.isalpha() for letter in key) else ""


def is_key(key: str) -> bool:
    """Whether it can be typed before a colon, as it stands: words of small letters and digits, joined by hyphens."""
    return _KEY.fullmatch(key) is not None and header_name(key) == key


def _readable(columns: Sequence[Column]) -> Iterator[str]:
    """The keys as they can be read before a colon: with a letter, and none of the signs of the language."""
    for column in columns:
        key = "-".join(words(column.key))
        yield key if any(letter.isalpha() for letter in key) else f"column-{key}".rstrip("-")
