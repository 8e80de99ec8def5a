"""A document as it reads as of a day, on a page: the claims on it, and how each of its lines looks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from model.asof.saying import saying
from model.asof.visible import visible_claim
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.quotes.span import TextSpan, merged, position_of
from tui.document.page import Page, lay_out, lay_out_stretches, line_at
from tui.text.ink import inked
from tui.text.line import BLANK, HEDGE, LIT, MARKED, MUTE, OPEN, TEXT, Line, Look, Span
from tui.text.phrases import Phrases
from tui.text.signs import ROLES

GUTTER = 2
"""Cells of the gutter that holds the signs of claims."""

_CLOSING = frozenset(".,;:!?)\"'”’")
"""What belongs to a quote to the eye, though the quote ends before it."""


LayOut = Callable[[str, Sequence[TextSpan], int, bool], Page]
"""`lay_out`, or what keeps its pages: they do not depend on the day."""


def page_of(corpus: Corpus, source: str, width: int, ascii_only: bool, laid_out: LayOut = lay_out) -> Page:
    """The page of a source in a pane of `width` cells, gutter and all."""
    cells = max(width - GUTTER - 1, 8)
    stretches = corpus.printed_later.get(source)
    if stretches is not None:
        return lay_out_stretches(corpus.texts[source], stretches, cells, ascii_only)
    return laid_out(corpus.texts[source], corpus.anchors.furniture.get(source, ()), cells, ascii_only)


class DocumentReading:
    """One source of the corpus of `phrases`, as it was known on their day. `page` is its lines (see `page_of`).

    `open_spans` are stretches of which nothing is made, in order, where these are to be seen.
    """

    def __init__(
        self, source: str, page: Page, phrases: Phrases, open_spans: Sequence[TextSpan] = ()
    ) -> None:
        self.source = source
        self.page = page
        self._corpus = phrases.corpus
        self._text = phrases.corpus.texts[source]
        self._phrases = phrases
        self._claims = phrases.corpus.claims_in_source.get(source, ())
        self._plain: dict[int, Line] = {}
        self._open = merged(open_spans)

    @cached_property
    def quotes(self) -> dict[str, int]:
        """Its claims in the order of their quotes, each with its number (from 1) among them."""
        return {claim.id: number for number, claim in enumerate(self._claims, 1)}

    def _starting(self, start: int, end: int | None) -> Sequence[Claim]:
        """The claims whose quotes start at `start` or after, and before `end` (None: anywhere)."""
        spans, claims = self._corpus.anchors.claims, self._claims
        first = bisect_left(claims, start, key=lambda claim: spans[claim.id].start)
        last = len(claims)
        if end is not None:
            last = bisect_left(claims, end, first, key=lambda claim: spans[claim.id].start)
        return claims[first:last]

    def words_in(self, span: TextSpan) -> str:
        """The words of a stretch of the text."""
        return self._text[span.start : span.end]

    def rows_of(self, span: TextSpan) -> tuple[int, int]:
        """The first and the last line of the page on which a stretch of the text stands."""
        return line_at(self.page, span.start), line_at(self.page, span.end - 1)

    def claim_at(self, row: int, column: int) -> str | None:
        """The claim whose quote stands in a cell of the page; of several, the shortest."""
        position = self._position_at(row, column - GUTTER - 1)
        here = [
            (span.end - span.start, name)
            for name in self.quotes
            for span in self._corpus.anchors.of_claim(name)
            if position is not None and span.start <= position < span.end
        ]
        return min(here, key=lambda pair: pair[0], default=(0, None))[1]

    def line(
        self, row: int, lit: Claim | None, marked: TextSpan | None = None, words: TextSpan | None = None
    ) -> Line:
        """A line of the page as it looks while the quote of the claim `lit` is lit and a stretch marked, or none.

        `words` are lit without being a claim's.
        """
        line = self.page[row]
        if marked is not None and marked.start < line.end and line.start < marked.end:
            under = self._lit_looks(lit) if lit is not None else self._plain_look
            return self._drawn(row, _looks_in(marked, MARKED, under))
        if words is not None and words.start < line.end and line.start < words.end:
            return self._drawn(row, _looks_in(words, LIT, self._plain_look))
        spans = self._corpus.anchors.of_claim(lit.id) if lit is not None else ()
        if lit is not None and any(span.start < line.end and line.start < span.end for span in spans):
            return self._drawn(row, self._lit_looks(lit), lit.id)
        if row not in self._plain:
            self._plain[row] = self._drawn(row, self._plain_look)
        return self._plain[row]

    def _drawn(self, row: int, look_at: Callable[[int], Look], lit: str | None = None) -> Line:
        line = self.page[row]
        if line.note:
            return Line((Span(" " * (GUTTER + 1)), Span(line.note, MUTE)))
        if not line.text:
            return BLANK
        # The space at a line's break is not lit: it would stick out.
        shown = line.clusters[:-1] if line.clusters[-1].shown == " " else line.clusters
        return Line((Span(" "), self._sign(row, lit), Span(" "), *inked(shown, look_at)))

    def _sign(self, row: int, lit: str | None) -> Span:
        """The sign of the claim that starts on a line: the lit one, else the first."""
        starts = self.page.starts
        starting = self._starting(starts[row], starts[row + 1] if row + 1 < len(starts) else None)
        if not starting:
            return Span(" ")
        claim = next((claim for claim in starting if claim.id == lit), starting[0])
        item = visible_claim(self._corpus, claim, saying(self._corpus, claim), self._phrases.day)
        return Span(self._phrases.signs.of(item.word, claim.status), Look(ROLES[item.word]))

    def _lit_looks(self, lit: Claim) -> Callable[[int], Look]:
        spans = self._corpus.anchors.of_claim(lit.id)
        hedges = (position_of(self._text, lit.hedge, span) for span in spans if lit.hedge)
        hedge = next((span for span in hedges if span is not None), None)

        def look_at(position: int) -> Look:
            if hedge is not None and hedge.start <= position < hedge.end:
                return HEDGE
            is_lit = any(span.start <= position < span.end for span in spans)
            return LIT if is_lit else self._plain_look(position)

        return look_at

    def _plain_look(self, position: int) -> Look:
        if _is_in(self._open, position):
            return OPEN
        return TEXT if _is_in(self._quoted, position) else MUTE

    @cached_property
    def _quoted(self) -> list[TextSpan]:
        """What some claim rests on, or the statement behind it, or a list."""
        anchors = self._corpus.anchors
        statements = {claim.statement for claim in self._claims} - {None}
        told = [name for name in statements if name is not None]
        spans = [*(anchors.claims[it] for it in self.quotes), *(anchors.statements[it] for it in told)]
        lists = [it.id for it in self._corpus.lists_in_source.get(self.source, ())]
        spans += [anchors.lists[it] for it in lists]
        records = [*(("list", it) for it in lists)]
        records += [*(("claim", it) for it in self.quotes), *(("statement", it) for it in told)]
        spans += [span for record in records for span in anchors.beside.get(record, {}).values()]
        return merged(_closed(span, self._text) for span in spans)

    def place_at(self, row: int, column: int, after: bool = False) -> int:
        """The code point of which a character of a line, gutter and all, is shown; the one `after` it."""
        line, ahead = self.page[row], column - GUTTER - 1
        for cluster in line.clusters:
            if ahead < len(cluster.shown):
                return cluster.end if after and ahead >= 0 else cluster.start
            ahead -= len(cluster.shown)
        return line.end

    def _position_at(self, row: int, column: int) -> int | None:
        if not 0 <= row < len(self.page):
            return None
        for cluster in self.page[row].clusters:
            column -= cluster.cells
            if column < 0:
                return cluster.start
        return None


def _is_in(spans: Sequence[TextSpan], position: int) -> bool:
    """Whether a code point is in one of some stretches, in order, that do not overlap."""
    number = bisect_right(spans, position, key=lambda span: span.start) - 1
    return number >= 0 and position < spans[number].end


def _looks_in(span: TextSpan, look: Look, under: Callable[[int], Look]) -> Callable[[int], Look]:
    """What looks so in a stretch, and as it did `under` that elsewhere."""

    def look_at(position: int) -> Look:
        return look if span.start <= position < span.end else under(position)

    return look_at


def _closed(span: TextSpan, text: str) -> TextSpan:
    """The span with the punctuation that follows it."""
    end = span.end
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return TextSpan(span.start, end)
