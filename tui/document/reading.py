"""A document as it reads as of a day, on a page: the claims on it, and how each of its lines looks."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from model.asof.saying import saying
from model.asof.visible import visible_claim
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.quotes.span import TextSpan, position_of
from tui.document.long_page import LongPage, Row
from tui.document.page import lay_out_stretches
from tui.document.quoted import SpanSet, quoted_in
from tui.text.ink import inked, inked_plain
from tui.text.line import BLANK, HEDGE, LIT, MARKED, MUTE, OPEN, TEXT, Line, Look, Span
from tui.text.phrases import Phrases
from tui.text.shown import is_plain
from tui.text.signs import ROLES

GUTTER = 2
"""Cells of the gutter that holds the signs of claims."""


LayOut = Callable[[str, Sequence[TextSpan], int, bool], LongPage]
"""`LongPage`, or what keeps its pages: they do not depend on the day."""


def page_of(
    corpus: Corpus, source: str, width: int, ascii_only: bool, laid_out: LayOut = LongPage
) -> LongPage:
    """The page of a source in a pane of `width` cells, gutter and all."""
    cells = max(width - GUTTER - 1, 8)
    text, stretches = corpus.texts[source], corpus.printed_later.get(source)
    if stretches is not None:
        return LongPage.of(lay_out_stretches(text, stretches, cells, ascii_only), text)
    return laid_out(text, corpus.anchors.furniture.get(source, ()), cells, ascii_only)


class DocumentReading:
    """One source of the corpus of `phrases`, as it was known on their day. `page` is its lines (see `page_of`).

    `open_spans` are stretches of which nothing is made, in order, where these are to be seen.
    """

    def __init__(
        self, source: str, page: LongPage, phrases: Phrases, open_spans: Sequence[TextSpan] = ()
    ) -> None:
        self.source = source
        self.page = page
        self.quoted = quoted_in(phrases.corpus, source)
        self._corpus = phrases.corpus
        self._text = phrases.corpus.texts[source]
        self._phrases = phrases
        self._plain: dict[Row, Line] = {}
        self._open = SpanSet(open_spans)

    def words_in(self, span: TextSpan) -> str:
        """The words of a stretch of the text."""
        return self._text[span.start : span.end]

    def rows_of(self, span: TextSpan) -> tuple[Row, Row]:
        """The first and the last line of the page on which a stretch of the text stands."""
        return self.page.row_of(span.start), self.page.row_of(span.end - 1)

    def claim_at(self, row: Row, column: int) -> str | None:
        """The claim whose quote stands in a cell of the page; of several, the shortest."""
        position = self._position_at(row, column - GUTTER - 1)
        return self.quoted.claim_at(position) if position is not None else None

    def line(
        self, row: Row, lit: Claim | None, marked: TextSpan | None = None, words: TextSpan | None = None
    ) -> Line:
        """A line of the page as it looks while the quote of the claim `lit` is lit and a stretch marked, or none.

        `words` are lit without being a claim's.
        """
        line = self.page[row]
        if marked is not None and marked.start < line.end and line.start < marked.end:
            under = self._lit_looks(lit) if lit is not None else self._plain_looks
            return self._drawn(row, under.over(marked, MARKED))
        if words is not None and words.start < line.end and line.start < words.end:
            return self._drawn(row, self._plain_looks.over(words, LIT))
        spans = self._corpus.anchors.of_claim(lit.id) if lit is not None else ()
        if lit is not None and any(span.start < line.end and line.start < span.end for span in spans):
            return self._drawn(row, self._lit_looks(lit), lit.id)
        if row not in self._plain:
            self._plain[row] = self._drawn(row, self._plain_looks)
        return self._plain[row]

    def _drawn(self, row: Row, looks: "_Looks", lit: str | None = None) -> Line:
        line = self.page[row]
        if line.note:
            return Line((Span(" " * (GUTTER + 1)), Span(line.note, MUTE)))
        if not line.text:
            return BLANK
        # The space at a line's break is not lit: it would stick out.
        if is_plain(line.text, line.ascii_only):
            borders = looks.borders(line.start, line.end)
            spans = inked_plain(line.text.removesuffix(" "), line.start, borders, looks.at)
        else:
            shown = line.clusters[:-1] if line.clusters[-1].shown == " " else line.clusters
            spans = inked(shown, looks.at)
        return Line((Span(" "), self._sign(row, lit), Span(" "), *spans))

    def _sign(self, row: Row, lit: str | None) -> Span:
        """The sign of the claim that starts on a line: the lit one, else the first."""
        starting = self.quoted.starting(*self.page.starts(row))
        if not starting:
            return Span(" ")
        claim = next((claim for claim in starting if claim.id == lit), starting[0])
        item = visible_claim(self._corpus, claim, saying(self._corpus, claim), self._phrases.day)
        return Span(self._phrases.signs.of(item.word, claim.status), Look(ROLES[item.word]))

    @cached_property
    def _plain_looks(self) -> "_Looks":
        open_spans, quoted = self._open, self.quoted.stretches

        def look_at(position: int) -> Look:
            if position in open_spans:
                return OPEN
            return TEXT if position in quoted else MUTE

        def borders(start: int, end: int) -> Iterator[int]:
            yield from open_spans.borders(start, end)
            yield from quoted.borders(start, end)

        return _Looks(look_at, borders)

    def _lit_looks(self, lit: Claim) -> "_Looks":
        spans = self._corpus.anchors.of_claim(lit.id)
        hedges = (position_of(self._text, lit.hedge, span) for span in spans if lit.hedge)
        hedge = next((span for span in hedges if span is not None), None)
        looks = self._plain_looks
        for span in reversed(spans):
            looks = looks.over(span, LIT)
        return looks.over(hedge, HEDGE) if hedge is not None else looks

    def place_at(self, row: Row, column: int, after: bool = False) -> int:
        """The code point of which a character of a line, gutter and all, is shown; the one `after` it."""
        line, ahead = self.page[row], column - GUTTER - 1
        for cluster in line.clusters:
            if ahead < len(cluster.shown):
                return cluster.end if after and ahead >= 0 else cluster.start
            ahead -= len(cluster.shown)
        return line.end

    def _position_at(self, row: Row, column: int) -> int | None:
        for cluster in self.page[row].clusters:
            column -= cluster.cells
            if column < 0:
                return cluster.start
        return None


class _Looks:
    """How a text looks: at a code point (`at`), and where in a stretch that changes (`borders`, in any order)."""

    def __init__(self, at: Callable[[int], Look], borders: Callable[[int, int], Iterator[int]]) -> None:
        self.at = at
        self.borders = borders

    def over(self, span: TextSpan, look: Look) -> "_Looks":
        """The same but for a stretch, which looks so."""

        def borders(start: int, end: int) -> Iterator[int]:
            yield from self.borders(start, end)
            yield from (span.start, span.end)

        return _Looks(lambda it: look if span.start <= it < span.end else self.at(it), borders)
