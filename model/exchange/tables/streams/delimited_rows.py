"""Rows of text with separators (RFC 4180 and its relatives), one after the other. A broken row costs itself alone."""

import csv
from collections.abc import Callable, Iterator
from itertools import islice

from model.exchange.tables.columns import header_of, names_of
from model.exchange.tables.delimited import SEPARATORS, separator_of
from model.exchange.tables.prose import why_no_table
from model.exchange.tables.sheet import Sheet, SheetRow, UnreadableTable
from model.exchange.tables.streams.csv_records import MOST_ROW, records
from model.exchange.tables.streams.stream import BLANK, RowTally, Stream, StreamRow, aligned
from model.exchange.tables.streams.text_file import TextFile

_MOST_KEPT = 2_000
_SAMPLED_LINES, _SAMPLED = 60, 100_000
_BLANKS = " \r\n\ufeff"
"""What a line may have in it that is blank; tabs part cells."""
_AS_THEY_STAND = "rows with quotes inside of quotes, their cells taken as they stand"

Batches = Callable[[RowTally], Iterator[list[str]]]


def delimited(
    file: TextFile,
    format: str,
    separator: str | None = None,
    header: int | None = None,
    may_be_one_column: bool = False,
) -> Stream:
    """The rows of such a file. `header` is the number of the row that has the headers, where somebody has said it.

    Raises `UnreadableTable` where there is no row, or no table.
    """
    sample = "".join(_sample(file.lines(RowTally())))
    skipped = 0
    if separator is None and (named := _named_separator(sample)) is not None:
        separator, skipped = named, 1
        sample = sample.partition("\n")[2]
    separator = separator or separator_of(sample)
    lines: Batches = file.batches if not skipped else lambda tally: _without_first(file.batches(tally))

    found = _header(_first_rows(lines, separator, skipped), header, file, may_be_one_column)
    names = names_of(found)
    width = len(names)

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        """Each line below the one with the names; of one above it, why it is no row. Blank ones are counted."""
        at, new = found.number, tuple.__new__
        for number, cells, raw, why in records(lines(tally), separator, width=width):
            number += skipped
            if number > at:
                if len(cells) == width and any(cells):
                    # What `_row` would give, at a third of the time.
                    yield new(StreamRow, (number, tuple(cells), raw, ""))
                elif not raw.strip(_BLANKS):
                    tally.add(BLANK, number)
                else:
                    yield _row(number, cells, raw, why, separator, width, tally)
            elif number < at and not raw.strip(_BLANKS):
                tally.add(BLANK, number)
            elif number < at:
                empty = not any(it.strip() for it in cells)
                yield StreamRow(number, (), raw, "It is empty." if empty else "It stands above the headers.")

    said = (*file.said, f"parted by {SEPARATORS.get(separator, repr(separator))}")
    return Stream(file.source, format, names, rows, said, found.number, names=found.cells)


def _first_rows(lines: Batches, separator: str, skipped: int) -> list[SheetRow]:
    return [
        SheetRow(number + skipped, tuple(it.strip() for it in cells))
        for number, cells, _, why in islice(records(lines(RowTally()), separator), 200)
        if not why
    ]


def _header(first: list[SheetRow], number: int | None, file: TextFile, may_be_one_column: bool) -> SheetRow:
    """The row that has the headers. Raises `UnreadableTable` where there is none, or no table below it."""
    if number is None:
        found = header_of(Sheet("", tuple(first)))
        if found is None:
            raise UnreadableTable(
                "it has nothing in it that could be a header" if file.source.size else "it is empty"
            )
        below = [row for row in first if row.number > found.number]
        if why := why_no_table(found, below, may_be_one_column):
            raise UnreadableTable(why)
        return found
    if (named := next((row for row in first if row.number == number), None)) is not None:
        return named
    raise UnreadableTable(f"header is {number}, and no row begins in that line")


def _row(
    number: int, cells: list[str], raw: str, why: str, separator: str, width: int, tally: RowTally
) -> StreamRow:
    if not why:
        return aligned(number, tuple(cells), width, raw, tally)
    if len(raw) >= MOST_ROW:
        return StreamRow(number, (), f"{raw[:_MOST_KEPT]} ...", why)
    as_they_stand = next(csv.reader([raw], delimiter=separator, quoting=csv.QUOTE_NONE), [])
    if len(as_they_stand) == width and all(map(_closed, as_they_stand)):
        tally.add(_AS_THEY_STAND, number)
        return StreamRow(number, tuple(map(_unquoted, as_they_stand)), raw)
    return StreamRow(number, (), raw, why)


def _without_first(batches: Iterator[list[str]]) -> Iterator[list[str]]:
    """All lines but the first."""
    for lines in batches:
        yield lines[1:]
        break
    yield from batches


def _closed(cell: str) -> bool:
    """Whether a cell that begins with a quote ends with one, so that nothing of it can belong to the next."""
    return not cell.startswith('"') or (len(cell) > 1 and cell.endswith('"'))


def _unquoted(cell: str) -> str:
    return cell[1:-1] if cell.startswith('"') else cell


def _sample(lines: Iterator[str]) -> Iterator[str]:
    size = 0
    for line in islice(lines, _SAMPLED_LINES):
        yield line[:_SAMPLED]
        size += len(line)
        if size > _SAMPLED:
            return


def _named_separator(text: str) -> str | None:
    """What a first line such as `sep=;` names, which some spreadsheets write."""
    line = text.partition("\n")[0].rstrip("\r")
    return line[4:] if line.lower().startswith("sep=") and len(line) == 5 else None
