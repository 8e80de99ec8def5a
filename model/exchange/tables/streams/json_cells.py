"""JSON (RFC 8259) as rows: objects one a line or in a document, whose names are columns and whose values are texts."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from model.exchange.tables.streams.csv_records import MOST_ROW
from model.exchange.tables.streams.stream import RowTally

MOST_COLUMNS = 1_000
"""The most names that become columns; what has another is in the last, `#more`, as JSON."""

MORE = "#more"
_DEEPEST = 4

DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
"""Numbers stay as they were written."""


def cells_of(value: Mapping[str, Any]) -> dict[str, str]:
    """An object as texts by name: what stands in an object in it, under both names with a point between."""
    found: dict[str, str] = {}
    _into(found, "", value, 0)
    return found


def _into(found: dict[str, str], before: str, value: Mapping[str, Any], depth: int) -> None:
    for name, it in value.items():
        if isinstance(it, str):
            found[before + name] = it
        elif isinstance(it, dict) and depth < _DEEPEST and it:
            _into(found, f"{before}{name}.", it, depth + 1)
        else:
            found[before + name] = text_of(it)


def text_of(value: Any) -> str:
    """A value as the text of a cell; several plain ones joined by semicolons."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(it, list | dict) for it in value):
        return "; ".join(text_of(it) for it in value)
    return json.dumps(value, ensure_ascii=False)


def clean(text: str) -> str:
    """A text without halves of characters, which JSON can write and nothing can keep."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def object_in(line: str) -> dict[str, Any] | str:
    """The object that a text is, or a sentence that says what is wrong with it."""
    text = line.strip(" \t\r\n\ufeff\x1e")
    if not text:
        return "It is empty."
    try:
        value, end = DECODER.raw_decode(text)
    except json.JSONDecodeError as error:
        return f"It is no JSON: {error.msg}, at character {error.pos + 1}."
    except RecursionError:
        return "It is no JSON that can be read: it is nested too deep."
    if text[end:].strip():
        return f"It is no JSON: something follows it, at character {end + 1}."
    return value if isinstance(value, dict) else "It is no object with names and values."


class ColumnNames:
    """The names that objects have, in the order in which they come; as many as become columns."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}
        self._more = False

    def see(self, cells: Mapping[str, str]) -> None:
        """More of them."""
        for name in cells:
            if name not in self._names:
                if len(self._names) < MOST_COLUMNS:
                    self._names[name] = None
                else:
                    self._more = True

    def columns(self) -> tuple[str, ...]:
        """All of them."""
        return (*self._names, MORE) if self._more else (*self._names,)


def in_columns(
    cells: Mapping[str, str], columns: tuple[str, ...], number: int, tally: RowTally
) -> tuple[str, ...]:
    """The cells of an object in the order of columns."""
    if columns and columns[-1] == MORE:
        named = columns[:-1]
        kept = frozenset(named)
        rest = {name: it for name, it in cells.items() if name not in kept}
        if rest:
            tally.add(
                f"rows with names beyond the first {MOST_COLUMNS:,}, which are in the column {MORE}", number
            )
        more = json.dumps(rest, ensure_ascii=False) if rest else ""
        found = (*(cells.get(name, "") for name in named), more)
    else:
        found = tuple([cells.get(name, "") for name in columns])
    return tuple(clean(it) for it in found) if any(map(_broken, found)) else found


def _broken(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= it <= "\udfff" for it in text)


def objects_by_line(lines: Iterator[str]) -> Iterator[tuple[int, str, dict[str, Any] | str]]:
    """Each line: its number, as it stood, and the object in it or what is wrong."""
    for number, line in enumerate(lines, 1):
        if len(line) >= MOST_ROW:
            why = f"It is longer than {MOST_ROW:,} characters, which is the most that is read."
            yield number, f"{line[:2_000]} ...", why
        else:
            yield number, line.rstrip("\r\n"), object_in(line)
