"""The sheets of a workbook as streams. It is held as a whole: nothing can read one otherwise."""

from collections.abc import Iterator
from dataclasses import replace

from model.exchange.tables.columns import header_of, names_of
from model.exchange.tables.sheet import Sheet, UnreadableTable
from model.exchange.tables.streams.stream import RowTally, SourceFile, Stream, StreamRow, aligned
from model.exchange.tables.workbook import read_workbook


def workbook_streams(file: SourceFile, data: bytes, header: int | None) -> tuple[Stream, ...]:
    """Each sheet that has rows below its headers. Raises `UnreadableTable` where none has."""
    sheets = read_workbook(data)
    streams = [it for sheet in sheets if (it := _stream(file, sheet, header, len(sheets) > 1)) is not None]
    if not streams:
        raise UnreadableTable("no sheet of it has a row below its headers")
    names = {it.sheet for it in streams}
    without = [it.name for it in sheets if it.name not in names and len(sheets) > 1]
    if without:
        said = f"sheets without rows, left out: {', '.join(without)}"
        streams[0] = replace(streams[0], said=(*streams[0].said, said))
    return tuple(streams)


def _stream(file: SourceFile, sheet: Sheet, header: int | None, several: bool) -> Stream | None:
    found = (
        header_of(sheet)
        if header is None
        else next((row for row in sheet.rows if row.number == header), None)
    )
    if found is None:
        return None
    names = names_of(found)
    last = max((row.number for row in sheet.rows if not row.empty), default=0)
    if last <= found.number:
        return None

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        """Each row of the sheet below the one with the names; of one above it, why it is no row."""
        for row in sheet.rows:
            raw = "\t".join(row.cells).rstrip("\t")
            if row.number > last:
                return
            if row.number > found.number:
                yield aligned(row.number, row.cells, len(names), raw, tally)
            elif row.number < found.number:
                why = "It is empty." if row.empty else "It stands above the headers."
                yield StreamRow(row.number, (), raw, why)

    return Stream(
        file,
        "xlsx",
        names,
        rows,
        sheet.said,
        found.number,
        sheet=sheet.name if several else "",
        names=found.cells,
    )
