"""A source laid out as a page: wrapped lines that know their code points, with furniture folded away."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from model.quotes.span import TextSpan
from tui.text.shown import Cluster, clusters
from tui.text.signs import ASCII, UNICODE
from tui.text.wrap import wrap

REST_LATER = "the rest was printed later"
"""What stands at the end of a document that had not been printed yet."""


@dataclass(frozen=True)
class PageLine:
    """One line of a page: its text, or what it says of folded text. `start` and `end` are code points."""

    start: int
    end: int
    text: str = ""
    note: str = ""
    ascii_only: bool = False

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """The text as it is shown."""
        return tuple(clusters(self.text, self.start, self.ascii_only))


class Page(Sequence[PageLine]):
    """The lines of a document, or of a stretch of it, which may come `after_text`. Of each, two numbers are kept.

    `starts` has the first code point of each line.
    """

    def __init__(self, text: str, ascii_only: bool, after_text: bool = False) -> None:
        self.starts, self._ends = array("q"), array("q")
        self._after_text = after_text
        self._text = text
        self._ascii_only = ascii_only
        self._notes: dict[int, str] = {}
        self._has_text = bytearray()

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, row: int) -> PageLine: ...
    @overload
    def __getitem__(self, row: slice) -> list[PageLine]: ...
    def __getitem__(self, row: int | slice) -> PageLine | list[PageLine]:
        if isinstance(row, slice):
            return [self[number] for number in range(*row.indices(len(self)))]
        start, end = self.starts[row], self._ends[row]
        words = self._text[start:end] if self._has_text[row] else ""
        return PageLine(start, end, words, self._notes.get(row % len(self), ""), self._ascii_only)

    @property
    def ends_in_text(self) -> bool:
        """Whether the last line so far is text."""
        return bool(self._has_text[-1]) if self._has_text else self._after_text

    def add_text(self, start: int, end: int) -> None:
        """Add a line of text."""
        self._add(start, end, True)

    def add_blank(self, start: int, end: int) -> None:
        """Add a blank line for white space."""
        self._add(start, end, False)

    def add_furniture(self, fold: Sequence[TextSpan]) -> None:
        """Add one line, set apart, that says how many lines of furniture are folded; none where there are none."""
        if not fold:
            return
        lines = f"{len(fold)} line{'' if len(fold) == 1 else 's'}"
        self.add_note(f"{lines} of page furniture", fold[0].start, fold[-1].end)

    def add_note(self, words: str, start: int, end: int) -> None:
        """Add one line, set apart, that says what is not shown of the text from `start` to `end`."""
        if self.ends_in_text:
            self.add_blank(start, start)
        self._notes[len(self)] = words
        self._add(start, end, False)
        self.add_blank(end, end)

    def _add(self, start: int, end: int, has_text: bool) -> None:
        self.starts.append(start)
        self._ends.append(end)
        self._has_text.append(has_text)


def lay_out_stretch(
    text: str, stretch: TextSpan, folded: Sequence[TextSpan], width: int, ascii_only: bool
) -> Page:
    """The lines of whole paragraphs in `width` cells: blank lines never doubled, runs of furniture on one line.

    A stretch that does not begin the text follows a paragraph that is shown. `folded` is all furniture, in order and
    without overlaps.
    """
    page = Page(text, ascii_only, after_text=stretch.start > 0)
    fold: list[TextSpan] = []
    for paragraph in _paragraphs(text, stretch):
        words = text[paragraph.start : paragraph.end]
        if not words.strip():
            if not fold and page.ends_in_text:
                page.add_blank(paragraph.start, paragraph.end)
        elif inside(paragraph, text, folded):
            fold.append(paragraph)
        else:
            page.add_furniture(fold)
            fold = []
            for start, end in wrap(words, width, ascii_only):
                page.add_text(paragraph.start + start, paragraph.start + end)
    page.add_furniture(fold)
    return page


def lay_out_stretches(text: str, stretches: Sequence[TextSpan], width: int, ascii_only: bool) -> Page:
    """The lines of the stretches of a document, with what says that all else of it was printed later."""
    page = Page(text, ascii_only)
    between = (ASCII if ascii_only else UNICODE).cut
    for number, stretch in enumerate(stretches):
        if number:
            page.add_note(between, stretch.start, stretch.start)
        for paragraph in _paragraphs(text, stretch):
            for start, end in wrap(text[paragraph.start : paragraph.end], width, ascii_only):
                page.add_text(paragraph.start + start, paragraph.start + end)
    page.add_note(REST_LATER, len(text), len(text))
    return page


def _paragraphs(text: str, stretch: TextSpan) -> Iterator[TextSpan]:
    start = stretch.start
    for row in text[stretch.start : stretch.end].split("\n"):
        yield TextSpan(start, start + len(row.removesuffix("\r")))
        start += len(row) + 1


def inside(paragraph: TextSpan, text: str, furniture: Sequence[TextSpan]) -> bool:
    """Whether all words of a paragraph are furniture, of which the spans are in order and do not overlap."""
    at = paragraph.start
    for number in range(bisect_right(furniture, at, key=lambda span: span.end), len(furniture)):
        span = furniture[number]
        if span.start >= paragraph.end or text[at : span.start].strip():
            break
        at = span.end
    return not text[at : paragraph.end].strip()
