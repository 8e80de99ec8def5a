"""The records of text with separators (RFC 4180 and its relatives). A broken one costs itself alone."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Literal

MOST_ROW = 1 << 20
"""The most characters of a row that are read."""

SPREAD = "It begins a quoted cell that ends in another row, if at all."

Quoting = Literal[0, 3]
"""`csv.QUOTE_MINIMAL` or `csv.QUOTE_NONE`."""

Record = tuple[int, list[str], str, str]
"""The number of its first line, its cells, as it stood without its end, and what is wrong with it, if anything."""


def records(
    batches: Iterable[list[str]], separator: str, quoting: Quoting = csv.QUOTE_MINIMAL, width: int = 0
) -> Iterator[Record]:
    """Each record in lines that come many at a time, with their ends.

    Where quotes do not come out even, or a record of several lines has not as many cells as there are columns (`width`,
    0 where nobody knows), the first line alone is the record, and the next begins with the next line.
    """
    csv.field_size_limit(2**31 - 1)
    coming = iter(batches)
    number = 1
    for lines in coming:
        rows = _one_a_line(lines, separator, quoting)
        if rows is not None:
            for number, (cells, line) in enumerate(zip(rows, lines, strict=True), number):  # noqa: B020
                yield number, cells, line.rstrip("\r\n"), ""
            number += bool(lines)
            continue
        for count, cells, raw, why in _spread(_Feed(lines, coming), separator, quoting, width):
            yield number, cells, raw, why
            number += count


def _one_a_line(lines: list[str], separator: str, quoting: Quoting) -> list[list[str]] | None:
    """The cells of lines of which each is a record; None where not all are. Most are, and this is the quick way."""
    if lines and max(map(len, lines)) >= MOST_ROW:
        return None
    try:
        rows = [*csv.reader(lines, delimiter=separator, strict=True, quoting=quoting)]
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


def _spread(
    feed: "_Feed", separator: str, quoting: Quoting, width: int
) -> Iterator[tuple[int, list[str], str, str]]:
    """Each record up to where one ends together with a batch: how many lines it has, and the rest as in `Record`."""
    while feed.waits:
        # An iterator that has raised is at its end, and a reader after an error somewhere within a row.
        reader = csv.reader(feed.lines(), delimiter=separator, strict=True, quoting=quoting)
        why = ""
        try:
            for cells in reader:
                if len(feed.taken) > 1 and width and len(cells) != width:
                    yield 1, [], feed.first_again(), SPREAD
                else:
                    count = len(feed.taken)
                    yield count, cells, feed.all_taken(), ""
                if not feed.waits:
                    return
        except csv.Error as error:
            why = _why(str(error))
        except _TooLong:
            longer = f"It is longer than {MOST_ROW:,} characters, which is the most that is read."
            why = longer if len(feed.taken) == 1 else SPREAD
        if feed.taken:
            yield 1, [], feed.first_again(), why


class _Feed:
    """Lines on their way into a reader of records: which it has taken since the last, and some of them once more."""

    def __init__(self, lines: list[str], coming: Iterator[list[str]]) -> None:
        self.taken: list[str] = []
        self._size = 0
        self._lines = deque(lines)
        self._coming = coming

    @property
    def waits(self) -> bool:
        """Whether there are lines that have come and were not taken."""
        return bool(self._lines)

    def lines(self) -> Iterator[str]:
        """One after the other. Raises `_TooLong` where a record is made of too many characters."""
        self._size = 0
        while True:
            while not self._lines:
                more = next(self._coming, None)
                if more is None:
                    return
                self._lines.extend(more)
            line = self._lines.popleft()
            self.taken.append(line)
            self._size += len(line)
            if self._size >= MOST_ROW:
                raise _TooLong
            yield line

    def all_taken(self) -> str:
        """What was taken, as it stood without its end."""
        text = "".join(self.taken).rstrip("\r\n")
        self.taken.clear()
        self._size = 0
        return text

    def first_again(self) -> str:
        """The first of the lines taken, without its end; the others come once more."""
        first, *others = self.taken
        self._lines.extendleft(reversed(others))
        self.taken.clear()
        self._size = 0
        return first.rstrip("\r\n")


class _TooLong(Exception):
    """A record of more characters than are read."""


def _why(error: str) -> str:
    if "unexpected end of data" in error:
        return "It begins a quoted cell that never ends."
    if "expected after" in error:
        return "Something stands between the end of a quoted cell and the next separator."
    return f"It cannot be read: {error}."
