"""A file as tables, by its format: the table of formats of tables."""

from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name

from model.corpus.files import MAX_BYTES
from model.exchange.registry import Format
from model.exchange.tables.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat(Format):
    """A format of tables. `reader` takes the bytes of a file and the encoding that is named, and gives its sheets.

    It is a function or where to find one, and raises `UnreadableTable`. At most `most` bytes are read.
    """

    reader: str | Callable[[bytes, str | None], tuple[Sheet, ...]]
    most: int = MAX_BYTES

    def sheets(self, data: bytes, encoding: str | None = None) -> tuple[Sheet, ...]:
        """The tables in `data`. Raises `UnreadableTable`."""
        found = resolve_name(self.reader) if isinstance(self.reader, str) else self.reader
        sheets: tuple[Sheet, ...] = found(data, encoding)
        return sheets


def comma_separated(data: bytes, encoding: str | None) -> tuple[Sheet, ...]:
    """The one table of a text with separators, whichever they are."""
    from model.exchange.tables.delimited import read_delimited

    return (read_delimited(data, encoding),)


def tab_separated(data: bytes, encoding: str | None) -> tuple[Sheet, ...]:
    """The one table of a text with tabs."""
    from model.exchange.tables.delimited import read_delimited

    return (read_delimited(data, encoding, "\t"),)


def workbook(data: bytes, encoding: str | None) -> tuple[Sheet, ...]:
    """The sheets of a workbook, which says itself how its texts are encoded."""
    from model.exchange.tables.workbook import read_workbook

    return read_workbook(data)


_FORMATS = (
    TableFormat(
        name="csv",
        endings=(".csv",),
        about="a table of text, with commas, semicolons, tabs or bars",
        reader=comma_separated,
    ),
    TableFormat(
        name="tsv", endings=(".tsv", ".tab"), about="a table of text with tabs", reader=tab_separated
    ),
    TableFormat(
        name="xlsx",
        endings=(".xlsx", ".xlsm"),
        about="the sheets of a workbook (needs dprk-tui[tables])",
        reader=workbook,
    ),
)

TABLES: dict[str, TableFormat] = {it.name: it for it in _FORMATS}
"""The formats of tables, by name."""


def table_format_for(ending: str) -> TableFormat | None:
    """The format that the ending of a file's name says, as in ".csv"; None for one of no table."""
    return next((it for it in _FORMATS if ending.lower() in it.endings), None)
