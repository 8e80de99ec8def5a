"""Objects one a line: JSON Lines, and the entities of Follow the Money."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.json_cells import ColumnNames, cells_of, in_columns, objects_by_line
from model.exchange.tables.streams.stream import BLANK, RowTally, Stream, StreamRow
from model.exchange.tables.streams.text_file import TextFile


def json_lines(file: TextFile) -> Stream:
    """The rows of a file of JSON Lines. Raises `UnreadableTable` where no line has an object."""
    return _stream(file, "jsonl", cells_of, "It is no object with names and values.")


def followthemoney(file: TextFile) -> Stream:
    """The entities of such a file: id, schema and whatever else stands beside, and each property by its name."""
    return _stream(file, "ftm", _entity, "It is no entity: it has no id and no schema.")


def _entity(value: Mapping[str, Any]) -> dict[str, str]:
    properties = value.get("properties")
    if not isinstance(value.get("id"), str) or not isinstance(value.get("schema"), str):
        return {}
    beside = {name: it for name, it in value.items() if name != "properties"}
    if not isinstance(properties, dict):
        return cells_of(beside)
    cells = cells_of(beside)
    for name, it in cells_of(properties).items():
        cells[name if name not in cells else f"properties.{name}"] = it
    return cells


def _stream(
    file: TextFile, format: str, cells: Callable[[Mapping[str, Any]], dict[str, str]], otherwise: str
) -> Stream:
    names = ColumnNames()
    for _, _, value in objects_by_line(file.lines(RowTally())):
        if isinstance(value, dict):
            names.see(cells(value))
    columns = names.columns()
    if not columns:
        raise UnreadableTable("it is empty" if not file.source.size else "no line of it is a JSON object")

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        """Each line that holds an object; any other with why it is none."""
        for number, raw, value in objects_by_line(file.lines(tally)):
            if not raw.strip():
                tally.add(BLANK, number)
            elif isinstance(value, str):
                yield StreamRow(number, (), raw, value)
            elif not (found := cells(value)):
                yield StreamRow(number, (), raw, otherwise if value else "It is empty.")
            else:
                yield StreamRow(number, in_columns(found, columns, number, tally), raw)

    return Stream(file.source, format, columns, rows, file.said)
