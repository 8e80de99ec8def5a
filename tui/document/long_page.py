"""A document of whatever length as a page: laid out block by block, where it is looked at.

How many lines stand above some place is not known, and nobody has to know: a row says in which block it is, and which
line of that, and one goes from row to row. The lines are those of a layout of the whole, whatever was looked at before.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from model.quotes.span import TextSpan, merged
from tui.document.page import Page, PageLine, inside, lay_out_stretch

BLOCK = 4096
"""Code points after which a block ends with the next paragraph: a few screens, and a few milliseconds in Hangul."""

_MOST_LINES = 4
"""More lines than there can be for each code point: a line of folded furniture is set apart by two."""

Row = tuple[int, int]
"""Where the block begins in the text, and the number of the line in it. Rows compare as they follow one another."""

FIRST: Row = (0, 0)
"""The first row of every page."""


class LongPage:
    """The lines of a document in `width` cells, by their rows.

    A block ends where a paragraph does that is shown, so that what follows looks the same, whatever came before.
    """

    def __init__(
        self, text: str, furniture: Sequence[TextSpan], width: int, ascii_only: bool, block: int = BLOCK
    ) -> None:
        self._text = text
        self._folded = merged(furniture)
        self._width = width
        self._ascii_only = ascii_only
        self._size = block
        # Of each multiple of the size of a block: where the first block at or after it begins, None where none does.
        self._borders: dict[int, int | None] = {0: 0}
        self._blocks: dict[int, Page] = {}

    @classmethod
    def of(cls, page: Page, text: str) -> "LongPage":
        """A page that is one block, laid out already."""
        found = cls(text, (), 1, False, block=len(text) + 1)
        found._borders[1] = None
        found._blocks[0] = page
        return found

    def __getitem__(self, row: Row) -> PageLine:
        """The line of a row."""
        return self._block(row[0])[row[1]]

    def rows(self) -> Iterator[Row]:
        """All rows: for those who look at the whole."""
        row: Row | None = FIRST if len(self._block(0)) else None
        while row is not None:
            yield row
            row = self.at(row, 1)

    def row_of(self, position: int) -> Row:
        """The row in which a code point is shown; of what is not shown, the next one."""
        begin = self._beginning(position)
        block = self._block(begin)
        number = bisect_right(block.starts, position) - 1
        if number < 0 or position >= block[number].end:
            number += 1
        if number < len(block):
            return begin, number
        after = self._after(begin)
        return (after, 0) if after is not None else (begin, max(0, len(block) - 1))

    def starts(self, row: Row) -> tuple[int, int | None]:
        """The first code point of a row, and that of the next row, None where that is the last one."""
        begin, number = row
        starts = self._block(begin).starts
        return starts[number], starts[number + 1] if number + 1 < len(starts) else self._after(begin)

    def at(self, row: Row, by: int) -> Row | None:
        """The row so many below another one, or above it; None where there is none."""
        found, left = self._gone(row, by)
        return found if not left else None

    def moved(self, row: Row, by: int) -> Row:
        """The same; at most the first or the last row."""
        return self._gone(row, by)[0]

    def window(self, top: Row, height: int) -> list[Row]:
        """At most `height` rows from `top` on."""
        if not len(self._block(0)):
            return []
        rows: list[Row] = []
        row: Row | None = top
        while row is not None and len(rows) < height:
            rows.append(row)
            row = self.at(row, 1)
        return rows

    def filled(self, top: Row, height: int) -> Row:
        """The row at the top of a window of `height` that is full, as near to `top` as it can be."""
        return self.moved(self.moved(top, max(height, 1) - 1), 1 - max(height, 1))

    def _gone(self, row: Row, by: int) -> tuple[Row, int]:
        """The row by so many lines on, and how many of them there are too few."""
        begin, number = row
        if by < -_MOST_LINES * (begin + number + 1):
            return FIRST, by
        if by > _MOST_LINES * (len(self._text) - begin + 1):
            begin = self._beginning(len(self._text))
            return (begin, max(0, len(self._block(begin)) - 1)), by
        number += by
        while number < 0:
            before = self._beginning(begin - 1) if begin else None
            if before is None:
                return FIRST, number
            begin = before
            number += len(self._block(begin))
        while number >= (lines := len(self._block(begin))):
            after = self._after(begin)
            if after is None:
                return (begin, max(0, lines - 1)), number - lines + 1
            begin, number = after, number - lines
        return (begin, number), 0

    def _block(self, begin: int) -> Page:
        if begin not in self._blocks:
            after = self._after(begin)
            # Without the end of its last line, after which the next one begins.
            stretch = TextSpan(begin, len(self._text) if after is None else after - 1)
            self._blocks[begin] = lay_out_stretch(
                self._text, stretch, self._folded, self._width, self._ascii_only
            )
        return self._blocks[begin]

    def _beginning(self, position: int) -> int:
        """Where the block begins in which a code point is."""
        number = position // self._size
        while (begin := self._border(number)) is None or begin > position:
            number -= 1
        return begin

    def _after(self, begin: int) -> int | None:
        """Where the block after one begins; None after the last."""
        number = begin // self._size + 1
        while (found := self._border(number)) == begin:
            number += 1
        return found

    def _border(self, number: int) -> int | None:
        if number not in self._borders:
            text, end = self._text, number * self._size - 1
            while (end := text.find("\n", end)) >= 0:
                start = text.rfind("\n", 0, end) + 1
                if text[start:end].strip() and not inside(TextSpan(start, end), text, self._folded):
                    break
                end += 1
            found = end + 1 if end >= 0 else None
            # For all multiples that were passed by, it is the same.
            last = (end if end >= 0 else len(text)) // self._size
            self._borders |= dict.fromkeys(range(number, max(number, last) + 1), found)
        return self._borders[number]
