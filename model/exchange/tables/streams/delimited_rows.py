"""Rows of text with separators (RFC 4180 and its relatives), one after the other. A broken row costs itself alone."""

import csv
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice

from model.exchange.tables.columns import header_of, names_of
from model.exchange.tables.delimited import SEPARATORS, separator_of
from model.exchange.tables.sheet import Sheet, SheetRow, UnreadableTable
from model.exchange.tables.streams.stream import RowTally, Stream, StreamRow, aligned
from model.exchange.tables.streams.text_file import TextFile

MOST_ROW = 1 << 20
"""The most characters of a row that are read."""

_MOST_KEPT = 2_000
_SAMPLED_LINES, _SAMPLED = 60, 100_000
_SPREAD = "It begins a quoted cell that ends in another row, if at all."
_AS_THEY_STAND = "rows with quotes inside of quotes, their cells taken as they stand"

Lines = Callable[[RowTally], Iterator[str]]


def delimited(file: TextFile, format: str, separator: str | None = None, header: int | None = None) -> Stream:
    """The rows of such a file. `header` is the number of the row that has the headers, where somebody has said it.

    Raises `UnreadableTable` where there is no row.
    """
    sample = "".join(_sample(file.lines(RowTally())))
    skipped = 0
    if separator is None and (named := _named_separator(sample)) is not None:
        separator, skipped = named, 1
        sample = sample.partition("\n")[2]
    separator = separator or separator_of(sample)
    lines: Lines = file.lines if not skipped else lambda tally: islice(file.lines(tally), skipped, None)

    first = [
        SheetRow(number + skipped, tuple(it.strip() for it in cells))
        for number, cells, _, why in islice(records(lines(RowTally()), separator), 200)
        if not why
    ]
    found = (
        header_of(Sheet("", tuple(first)))
        if header is None
        else next((row for row in first if row.number == header), None)
    )
    if found is None:
        if header is not None:
            raise UnreadableTable(f"header is {header}, and no row begins in that line")
        raise UnreadableTable(
            "it has nothing in it that could be a header" if file.source.size else "it is empty"
        )
    names = names_of(found)
    width = len(names)

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        at = found.number
        for number, cells, raw, why in records(lines(tally), separator, width=width):
            number += skipped
            if number > at:
                yield _row(number, cells, raw, why, separator, width, tally)
            elif number < at:
                empty = not any(it.strip() for it in cells)
                yield StreamRow(number, (), raw, "It is empty." if empty else "It stands above the headers.")

    parted = SEPARATORS.get(separator, repr(separator))
    said = (*file.said, f"parted by {parted}")
    return Stream(file.source, format, names, rows, said, found.number, names=found.cells)


def records(
    lines: Iterator[str], separator: str, quoting: int = csv.QUOTE_MINIMAL, width: int = 0
) -> Iterator[tuple[int, list[str], str, str]]:
    """Each record: the number of its first line, its cells, as it stood without its end, and what is wrong with it.

    Where quotes do not come out even, or a record of several lines has not as many cells as there are columns (`width`,
    0 where nobody knows), the first line alone is the record, and the next begins with the next line.
    """
    csv.field_size_limit(2**31 - 1)
    feed = _Feed(lines)
    number = 1
    while True:
        # An iterator that has raised is at its end, and a reader after an error somewhere within a row.
        reader = csv.reader(feed.lines(), delimiter=separator, strict=True, quoting=quoting)  # type: ignore[arg-type]
        why = ""
        try:
            for cells in reader:
                taken = feed.taken
                if len(taken) > 1 and width and len(cells) != width:
                    yield number, [], feed.first_again(), _SPREAD
                    number += 1
                    continue
                yield number, cells, (taken[0] if len(taken) == 1 else "".join(taken)).rstrip("\r\n"), ""
                number += len(taken)
                taken.clear()
                feed.size = 0
        except csv.Error as error:
            why = _why(str(error))
        except _TooLong:
            why = f"It is longer than {MOST_ROW:,} characters, which is the most that is read."
        if not feed.taken:
            return
        if len(feed.taken) > 1 and "longer" in why:
            why = _SPREAD
        yield number, [], feed.first_again(), why
        number += 1


class _Feed:
    """Lines on their way into a reader of rows: which it has taken since the last row, and some of them once more."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.taken: list[str] = []
        self.size = 0
        self._lines = lines
        self._again: deque[str] = deque()

    def lines(self) -> Iterator[str]:
        """One after the other. Raises `_TooLong` where a row is made of too many characters."""
        again, taken = self._again, self.taken
        self.size = 0
        while True:
            line = again.popleft() if again else next(self._lines, None)
            if line is None:
                return
            taken.append(line)
            self.size += len(line)
            if self.size >= MOST_ROW:
                raise _TooLong
            yield line

    def first_again(self) -> str:
        """The first of the lines taken, without its end; the others come once more."""
        first, *others = self.taken
        self._again.extendleft(reversed(others))
        self.taken.clear()
        return first.rstrip("\r\n")


class _TooLong(Exception):
    """A record of more characters than are read."""


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


def _why(error: str) -> str:
    if "unexpected end of data" in error:
        return "It begins a quoted cell that never ends."
    if "expected after" in error:
        return "Something stands between the end of a quoted cell and the next separator."
    return f"It cannot be read: {error}."
