"""What the columns of a table of coded rows mean, as TOML that people mend: as for drafts, and more."""

from dataclasses import dataclass
from typing import Any

from model.dates.cell_dates import Numbers
from model.dates.column import DayOrder
from model.exchange.tables.columns import CODED_MEANINGS, CODED_SEVERAL, Columns
from model.exchange.tables.mapping import UnreadableMap, checked, columns_in, heading, one_of, sheets_of, told

_WHERE = "in the [[sheet]]"


@dataclass(frozen=True, slots=True)
class CodedMap:
    """Such a file as it was read.

    `header` is the number of the row with the headers, None where nothing is said; `sheet` the one sheet of a workbook
    that is meant, empty where all are.
    """

    table: dict[str, Any]
    header: int | None
    sheet: str

    def columns(self, names: tuple[str, ...], header: int) -> Columns:
        """What columns of these names mean. Raises `UnreadableMap` where there is no such column."""
        return columns_in(self.table, CODED_MEANINGS, CODED_SEVERAL, Columns("", header, names), _WHERE)

    @property
    def numbers(self) -> Numbers | None:
        """What numbers in columns of dates count. Raises `UnreadableMap`."""
        return one_of(Numbers, self.table.get("numbers"), "numbers", _WHERE)


def read_coded_map(data: bytes) -> CodedMap:
    """What such a file says. Raises `UnreadableMap`."""
    sheets = sheets_of(data)
    if len(sheets) != 1:
        raise UnreadableMap("it has one [[sheet]], since all rows come into one table")
    table = checked(sheets[0], ("name", "header", "order", "numbers", *CODED_MEANINGS), _WHERE)
    header = table.get("header")
    if header is not None and (not isinstance(header, int) or isinstance(header, bool) or header < 0):
        raise UnreadableMap(f"{_WHERE}: header is the number of a row, from 1, or 0 where there is none")
    sheet = table.get("name", "")
    if not isinstance(sheet, str):
        raise UnreadableMap(f"{_WHERE}: name is that of a sheet, in quotes")
    found = CodedMap(table, header or None, sheet)
    one_of(DayOrder, table.get("order"), "order", _WHERE)
    assert found.numbers is None or found.numbers in Numbers
    return found


def coded_map_text(columns: Columns, file: str, numbers: Numbers | None) -> str:
    """The file that says what columns mean, with what else could be said."""
    lines = heading(file, CODED_MEANINGS)
    lines.append("# name: the sheet of a workbook that is meant, where it is not all of them")
    lines.append(f"# numbers: {', '.join(Numbers)}, where all dates are numbers that count so")
    lines += ["", "[[sheet]]", f"header = {columns.header}", *told(columns)]
    if numbers is not None:
        lines.append(f'numbers = "{numbers}"')
    return "\n".join(lines) + "\n"
