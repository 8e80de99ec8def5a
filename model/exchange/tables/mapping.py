"""What the columns of tables mean, as a TOML file that people write and mend."""

import tomllib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import tomlkit

from model.corpus.shortened import shortened
from model.corpus.suggest import did_you_mean
from model.dates.column import DayOrder
from model.exchange.tables.columns import MEANINGS, SEVERAL, Columns, names_of
from model.exchange.tables.sheet import Sheet

_MOST_NAMED = 20


class UnreadableMap(Exception):
    """A file that says wrongly what columns mean; the message is one sentence that says where."""


def map_text(sheets: Iterable[Columns], file: str) -> str:
    """The file that says what the columns of the sheets of a file mean, with what else could be said."""
    lines = [
        f"# What the columns of {tomlkit.string(file).as_string()} mean.",
        "# Mend what is wrong, and name this file with --map.",
        "# A column is named by its header; one whose header is empty or there twice by its number, as #3.",
        *(f"# {name}: {about}" for name, about in MEANINGS.items()),
        "# order: day-first or month-first, where dates are written as 3/4/2017",
    ]
    for columns in sheets:
        lines += ["", "[[sheet]]", f"name = {_quoted(columns.sheet)}", f"header = {columns.header}"]
        for name, numbers in columns.of:
            named = [_quoted(columns.names[number]) for number in numbers]
            lines.append(f"{name} = {named[0] if len(named) == 1 else '[' + ', '.join(named) + ']'}")
        if columns.order is not None:
            lines.append(f'order = "{columns.order}"')
        lines += [f"# not used: {_quoted(name)}" for name in columns.unused]
    return "\n".join(lines) + "\n"


def read_map(data: bytes, sheets: Sequence[Sheet]) -> tuple[Columns, ...]:
    """What such a file says of the sheets that it names, in its order. Raises `UnreadableMap`."""
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableMap(f"it is no TOML: {error}") from None
    rows = table.get("sheet")
    if not isinstance(rows, list) or not rows or table.keys() != {"sheet"}:
        raise UnreadableMap("it has a [[sheet]] for each sheet, and nothing else")
    return tuple(_columns(row, number, sheets) for number, row in enumerate(rows, 1))


def _columns(table: Any, number: int, sheets: Sequence[Sheet]) -> Columns:
    where = f"in the [[sheet]] {number}"
    if not isinstance(table, dict):
        raise UnreadableMap(f"{where}: it is no table")
    known = ("name", "header", "order", *MEANINGS)
    for name in table:
        if name not in known:
            hint = did_you_mean(name, known) or f"; known here: {', '.join(known)}"
            raise UnreadableMap(f'{where}: there is no "{shortened(name)}"{hint}')
    sheet = next((it for it in sheets if it.name == table.get("name", "")), None)
    if sheet is None:
        named = ", ".join(f'"{it.name}"' for it in sheets)
        raise UnreadableMap(f"{where}: there is no sheet {table.get('name', '')!r}; there are: {named}")
    header = next((row for row in sheet.rows if row.number == table.get("header", 1)), None)
    if header is None or isinstance(table.get("header"), bool):
        raise UnreadableMap(f"{where}: header is the number of a row of that sheet, from 1")
    names = names_of(header)
    of = tuple((it, _numbers(table[it], it, names, where)) for it in MEANINGS if it in table)
    return Columns(sheet.name, header.number, names, of, _order(table.get("order"), where))


def _numbers(value: object, meaning: str, names: Sequence[str], where: str) -> tuple[int, ...]:
    listed: list[object] = value if isinstance(value, list) else [value]
    given = [it for it in listed if isinstance(it, str)]
    if len(given) < len(listed) or not given or (len(given) > 1 and meaning != SEVERAL):
        raise UnreadableMap(f"{where}: {meaning} is the name of a column, in quotes")
    for name in given:
        if name not in names:
            hint = (
                did_you_mean(name, names) or f"; there are: {', '.join(map(shortened, names[:_MOST_NAMED]))}"
            )
            raise UnreadableMap(f'{where}: {meaning}: there is no column "{shortened(name)}"{hint}')
    return tuple(names.index(name) for name in given)


def _order(value: object, where: str) -> DayOrder | None:
    if value is None:
        return None
    try:
        return msgspec.convert(value, DayOrder)
    except msgspec.ValidationError:
        raise UnreadableMap(f"{where}: order is day-first or month-first") from None


def _quoted(text: str) -> str:
    return tomlkit.string(text).as_string()
