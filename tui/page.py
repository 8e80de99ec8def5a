"""A source laid out as a page: wrapped lines that know their code points, with furniture folded away."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.quotes.span import Span as TextSpan
from tui.text.shown import Cluster, clusters
from tui.text.wrap import wrap


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
        """The text as it is shown. Made when it is asked for: of a long document, most lines are never seen."""
        return tuple(clusters(self.text, self.start, self.ascii_only))


def lay_out(text: str, furniture: Sequence[TextSpan], width: int, ascii_only: bool) -> list[PageLine]:
    """The lines of a document in `width` cells: blank lines never doubled, runs of furniture on one line."""
    page: list[PageLine] = []
    fold: list[TextSpan] = []
    for paragraph in _paragraphs(text):
        blank = not text[paragraph.start : paragraph.end].strip()
        if blank:
            if not fold and page and page[-1].text:
                page.append(PageLine(paragraph.start, paragraph.end))
        elif _inside(paragraph, text, furniture):
            fold.append(paragraph)
        else:
            page += _folded(fold, page)
            fold = []
            words = text[paragraph.start : paragraph.end]
            for start, end in wrap(words, width, ascii_only):
                here = paragraph.start
                page.append(PageLine(here + start, here + end, words[start:end], ascii_only=ascii_only))
    return [*page, *_folded(fold, page)]


def line_at(page: Sequence[PageLine], position: int) -> int:
    """The number of the line in which a code point is shown."""
    number = bisect_right(page, position, key=lambda line: line.start) - 1
    if number < 0 or position >= page[number].end:
        number += 1
    return max(0, min(number, len(page) - 1))


def _paragraphs(text: str) -> Iterator[TextSpan]:
    start = 0
    for row in text.split("\n"):
        yield TextSpan(start, start + len(row.removesuffix("\r")))
        start += len(row) + 1


def _inside(paragraph: TextSpan, text: str, furniture: Sequence[TextSpan]) -> bool:
    """Whether all words of a paragraph are furniture."""
    left = [paragraph]
    for span in furniture:
        left = [part for piece in left for part in _without(piece, span)]
    return not any(text[part.start : part.end].strip() for part in left)


def _without(piece: TextSpan, span: TextSpan) -> Iterator[TextSpan]:
    if span.end <= piece.start or piece.end <= span.start:
        yield piece
        return
    if piece.start < span.start:
        yield TextSpan(piece.start, span.start)
    if span.end < piece.end:
        yield TextSpan(span.end, piece.end)


def _folded(fold: Sequence[TextSpan], page: Sequence[PageLine]) -> list[PageLine]:
    if not fold:
        return []
    count = f"{len(fold)} line{'' if len(fold) == 1 else 's'} of page furniture"
    start, end = fold[0].start, fold[-1].end
    before = [PageLine(start, start)] if page and page[-1].text else []
    return [*before, PageLine(start, end, note=count), PageLine(end, end)]
