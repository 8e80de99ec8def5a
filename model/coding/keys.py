"""The columns of a table of coded rows: their meaning, and the key of each in filters."""

import re
import unicodedata
from collections.abc import Iterator

from model.exchange.tables.columns import Columns
from model.index.table.coded import Column, Meaning
from model.index.table.columns import made_of

_LONGEST = 30
_MEANINGS = {it.value: it for it in Meaning}
_FIRST = ("date", "end", "known", "who", "place", "type", "source", "note", "address", "id", "title")
"""Which meaning a column has that has several: the title is made of columns that mean something else too."""


def coded_columns(columns: Columns) -> tuple[Column, ...]:
    """Each column with its key, which no other has, and what it means, if we know."""
    meanings: dict[int, str] = {}
    for meaning in reversed(_FIRST):
        for number in columns.columns(meaning):
            meanings[number] = meaning
    keys = _keys(columns.names, meanings)
    return tuple(
        Column(name, key, _MEANINGS[meanings[number]] if number in meanings else None)
        for number, (name, key) in enumerate(zip(columns.names, keys, strict=True))
    )


def _keys(names: tuple[str, ...], meanings: dict[int, str]) -> Iterator[str]:
    taken: set[str] = set()
    for number, name in enumerate(names):
        key = _key(name) or made_of(name) or meanings.get(number, "") or f"column-{number + 1}"
        again = 2
        unique = key
        while unique in taken:
            unique, again = f"{key}-{again}", again + 1
        taken.add(unique)
        yield unique


def _key(name: str) -> str:
    """Its letters of the Latin alphabet and its digits; empty where most of it are others."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if 2 * len(re.sub(r"[\W_]", "", plain)) < len(re.sub(r"[\W_]", "", name)) or not plain.strip("#"):
        return ""
    # `Actor1CountryCode` is read as the words that it is.
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", "-", plain)
    key = re.sub(r"[^a-z0-9]+", "-", parted.casefold()).strip("-")[:_LONGEST].strip("-")
    return "" if key.isdigit() and name.startswith("#") else key
