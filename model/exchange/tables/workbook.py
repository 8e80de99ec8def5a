"""Workbooks of spreadsheet programs (xlsx, ECMA-376), read by calamine."""

import datetime
import io
from typing import TYPE_CHECKING, Any

from model.exchange.tables.encoding import INSTALL
from model.exchange.tables.packed import formulas_without_value
from model.exchange.tables.sheet import Sheet, SheetRow, UnreadableTable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The sheets in the bytes of a workbook, in order. Formulas have the value that was last worked out.

    Raises `UnreadableTable`: for what is none, is locked, unpacks to more than is read, or where calamine is missing.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum
    except ImportError:
        raise UnreadableTable(f"workbooks need a reader that is not here; install {INSTALL}") from None
    unvalued = formulas_without_value(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = []
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            hidden = ("hidden in the workbook",) if about.visible is not SheetVisibleEnum.Visible else ()
            found.append(_sheet(book.get_sheet_by_name(about.name), hidden))
    except BaseException as error:
        # A fault in calamine itself is no `Exception`, and has no name that could be imported.
        is_panic = type(error).__name__ == "PanicException"
        if not is_panic and not isinstance(error, (CalamineError, OSError, ValueError)):
            raise
        raise UnreadableTable(f"it is no workbook that can be read: {_short(error)}") from None
    if unvalued and found:
        formulas = "1 formula has" if unvalued == 1 else f"{unvalued} formulas have"
        said = f"{formulas} no value in the file: open and save it in a spreadsheet program first"
        found[0] = Sheet(found[0].name, found[0].rows, (*found[0].said, said))
    return tuple(found)


def _sheet(sheet: "CalamineSheet", hidden: tuple[str, ...]) -> Sheet:
    rows = tuple(
        SheetRow(number, tuple(_text(value) for value in row))
        for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1)
    )
    merged = len(sheet.merged_cell_ranges or ())
    said = (f"merged cells: {merged}, each with its text in its first cell alone",) if merged else ()
    return Sheet(sheet.name, rows, (*hidden, *said))


def _text(value: Any) -> str:
    """A cell as text: a day without its midnight, a whole number without its point."""
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat()
        return value.isoformat(sep=" ", timespec="auto" if value.second or value.microsecond else "minutes")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
