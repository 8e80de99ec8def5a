"""What the columns of tables mean, as a TOML file that people write and mend."""

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

import msgspec
import tomlkit

from model.corpus.shortened import shortened
from model.corpus.suggest import did_you_mean
from model.dates.column import DayOrder
from model.exchange.tables.columns import MEANINGS, SEVERAL, Columns, names_of
from model.exchange.tables.sheet import Sheet

_MOST_NAMED = 20
W = TypeVar("W", bound=StrEnum)


class UnreadableMap(Exception):
    """A file that says wrongly what columns mean; the message is one sentence that says where."""


def map_text(sheets: Iterable[Columns], file: str) -> str:
    """The file that says what the columns of the sheets of a file mean, with what else could be said."""
    lines = heading(file, MEANINGS)
    for columns in sheets:
        lines += ["", "[[sheet]]", f"name = {_quoted(columns.sheet)}", f"header = {columns.header}"]
        lines += told(columns)
    return "\n".join(lines) + "\n"


def heading(file: str, meanings: Mapping[str, str]) -> list[str]:
    """The lines at the head of such a file: what it is, and what may be said in it."""
    return [
        f"# What the columns of {tomlkit.string(file).as_string()} mean.",
        "# Mend what is wrong, and name this file with --map.",
        "# A column is named by its header; one whose header is empty by its number, as #3,",
        "# and one of several with the same header by both, as date (#3), or by the number alone.",
        *(f"# {name}: {about}" for name, about in meanings.items()),
        "# order: day-first or month-first, where dates are written as 3/4/2017",
    ]


def told(columns: Columns) -> list[str]:
    """The lines that say what columns mean, and which have no meaning."""
    lines = []
    for name, numbers in columns.of:
        named = [_quoted(columns.names[number]) for number in numbers]
        lines.append(f"{name} = {named[0] if len(named) == 1 else '[' + ', '.join(named) + ']'}")
    if columns.order is not None:
        lines.append(f'order = "{columns.order}"')
    elif columns.columns("date"):
        lines.append(f'# order = "{DayOrder.DAY_FIRST}"')
    return lines + [f"# not used: {_quoted(name)}" for name in columns.unused]


def read_map(data: bytes, sheets: Sequence[Sheet]) -> tuple[Columns, ...]:
    """What such a file says of the sheets that it names, in its order. Raises `UnreadableMap`."""
    return tuple(_columns(row, number, sheets) for number, row in enumerate(sheets_of(data), 1))


def sheets_of(data: bytes) -> list[Any]:
    """The tables `[[sheet]]` of such a file. Raises `UnreadableMap`."""
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableMap(f"it is no TOML: {error}") from None
    rows = table.get("sheet")
    if not isinstance(rows, list) or not rows or table.keys() != {"sheet"}:
        raise UnreadableMap("it has a [[sheet]] for each sheet, and nothing else")
    return rows


def checked(table: Any, known: Collection[str], where: str) -> dict[str, Any]:
    """One such table, in which only names stand that are known. Raises `UnreadableMap`."""
    if not isinstance(table, dict):
        raise UnreadableMap(f"{where}: it is no table")
    for name in table:
        if name not in known:
            hint = did_you_mean(name, known) or f"; known here: {', '.join(known)}"
            raise UnreadableMap(f'{where}: there is no "{shortened(name)}"{hint}')
    return table


def _columns(table: Any, number: int, sheets: Sequence[Sheet]) -> Columns:
    where = f"in the [[sheet]] {number}"
    table = checked(table, ("name", "header", "order", *MEANINGS), where)
    sheet = next((it for it in sheets if it.name == table.get("name", "")), None)
    if sheet is None:
        named = ", ".join(f'"{it.name}"' for it in sheets)
        raise UnreadableMap(f"{where}: there is no sheet {table.get('name', '')!r}; there are: {named}")
    header = next((row for row in sheet.rows if row.number == table.get("header", 1)), None)
    if header is None or isinstance(table.get("header"), bool):
        raise UnreadableMap(f"{where}: header is the number of a row of that sheet, from 1")
    return columns_in(table, MEANINGS, SEVERAL, Columns(sheet.name, header.number, names_of(header)), where)


def columns_in(
    table: Mapping[str, Any],
    meanings: Collection[str],
    several: Collection[str],
    columns: Columns,
    where: str,
) -> Columns:
    """`columns` with what a table says that they mean. Raises `UnreadableMap`."""
    of = tuple(
        (it, _numbers(table[it], it, columns.names, it in several, where)) for it in meanings if it in table
    )
    return replace(columns, of=of, order=one_of(DayOrder, table.get("order"), "order", where))


def _numbers(value: object, meaning: str, names: Sequence[str], several: bool, where: str) -> tuple[int, ...]:
    listed: list[object] = value if isinstance(value, list) else [value]
    given = [it for it in listed if isinstance(it, str)]
    if len(given) < len(listed) or not given or (len(given) > 1 and not several):
        raise UnreadableMap(f"{where}: {meaning} is the name of a column, in quotes")
    found = [
        next((at for at, it in enumerate(names) if name == it or _is_number_of(name, it)), -1)
        for name in given
    ]
    for name, at in zip(given, found, strict=True):
        if at < 0:
            hint = (
                did_you_mean(name, names) or f"; there are: {', '.join(map(shortened, names[:_MOST_NAMED]))}"
            )
            raise UnreadableMap(f'{where}: {meaning}: there is no column "{shortened(name)}"{hint}')
    return tuple(found)


def _is_number_of(number: str, name: str) -> bool:
    """Whether `#3` is said of the column `date (#3)`."""
    return number.startswith("#") and name.endswith(f"({number})")


def one_of(words: type[W], value: object, name: str, where: str) -> W | None:
    """One of some words, None where nothing is said. Raises `UnreadableMap`."""
    if value is None:
        return None
    try:
        return msgspec.convert(value, words)
    except msgspec.ValidationError:
        *others, last = words
        raise UnreadableMap(f"{where}: {name} is {', '.join(others)} or {last}") from None


def _quoted(text: str) -> str:
    return tomlkit.string(text).as_string()
