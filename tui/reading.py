"""A document as it reads as of a day, in a width: its page, the claims on it, and how each of its lines looks."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from model.asof.saying import saying
from model.asof.state import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.quotes.span import Span as TextSpan
from model.quotes.span import position_of
from tui.page import lay_out, line_at
from tui.text.ink import inked
from tui.text.line import BLANK, HEDGE, LIT, MUTE, TEXT, Line, Look, Span
from tui.text.phrases import Phrases
from tui.text.signs import ROLES

GUTTER = 2
"""Cells of the gutter that holds the signs of claims."""

_CLOSING = frozenset(".,;:!?)\"'”’")
"""What belongs to a quote to the eye, though the quote ends before it."""


class Reading:
    """One source, laid out in `width` cells, as of the day of `phrases`. `page` is its lines, furniture folded."""

    def __init__(self, corpus: Corpus, source: str, width: int, phrases: Phrases) -> None:
        self.source = source
        self._corpus = corpus
        self._text = corpus.texts[source]
        self._phrases = phrases
        self.page = lay_out(
            self._text,
            corpus.anchors.furniture.get(source, ()),
            max(width - GUTTER - 1, 8),
            phrases.signs.ascii_only,
        )
        self._plain: dict[int, Line] = {}

    @cached_property
    def claims(self) -> tuple[VisibleClaim, ...]:
        """The claims that could be known, in the order of their quotes."""
        items = (self.seen(claim) for claim in self._corpus.claims_in_source.get(self.source, ()))
        return tuple(item for item in items if item.said.visible <= self._phrases.day)

    def seen(self, claim: Claim) -> VisibleClaim:
        """A claim as of the day."""
        return visible_claim(self._corpus, claim, saying(self._corpus, claim), self._phrases.day)

    def rows_of(self, span: TextSpan) -> tuple[int, int]:
        """The first and the last line of the page on which a stretch of the text stands."""
        return line_at(self.page, span.start), line_at(self.page, span.end - 1)

    def claim_at(self, row: int, column: int) -> str | None:
        """The claim whose quote stands in a cell of the page; of several, the shortest."""
        position = self._position_at(row, column - GUTTER - 1)
        spans = self._corpus.anchors.claims
        here = [
            item.claim.id
            for item in self.claims
            if position is not None and spans[item.claim.id].start <= position < spans[item.claim.id].end
        ]
        return min(here, key=lambda name: spans[name].end - spans[name].start, default=None)

    def line(self, row: int, lit: Claim | None) -> Line:
        """A line of the page as it looks while the quote of the claim `lit` is lit, or none."""
        line = self.page[row]
        span = self._corpus.anchors.claims[lit.id] if lit is not None else TextSpan(0, 0)
        if lit is not None and span.start < line.end and line.start < span.end:
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
        starting = self._starting.get(row)
        if starting is None:
            return Span(" ")
        item = next((item for item in starting if item.claim.id == lit), starting[0])
        return Span(self._phrases.signs.of(item.word, item.claim.status), Look(ROLES[item.word]))

    @cached_property
    def _starting(self) -> dict[int, list[VisibleClaim]]:
        starts = [line.start for line in self.page]
        found: dict[int, list[VisibleClaim]] = {}
        for item in self.claims:
            row = bisect_right(starts, self._corpus.anchors.claims[item.claim.id].start) - 1
            found.setdefault(row, []).append(item)
        return found

    def _lit_looks(self, lit: Claim) -> Callable[[int], Look]:
        span = self._corpus.anchors.claims[lit.id]
        hedge = position_of(self._text, lit.hedge, span) if lit.hedge else None

        def look_at(position: int) -> Look:
            if hedge is not None and hedge.start <= position < hedge.end:
                return HEDGE
            return LIT if span.start <= position < span.end else self._plain_look(position)

        return look_at

    def _plain_look(self, position: int) -> Look:
        number = bisect_right(self._quoted, position, key=lambda span: span.start) - 1
        return TEXT if number >= 0 and position < self._quoted[number].end else MUTE

    @cached_property
    def _quoted(self) -> list[TextSpan]:
        """What some claim that could be known rests on, or the statement behind it."""
        anchors = self._corpus.anchors
        statements = {item.claim.statement for item in self.claims} - {None}
        spans = [anchors.claims[item.claim.id] for item in self.claims]
        spans += [anchors.statements[name] for name in statements if name is not None]
        return _merged(_closed(span, self._text) for span in spans)

    def _position_at(self, row: int, column: int) -> int | None:
        if not 0 <= row < len(self.page):
            return None
        for cluster in self.page[row].clusters:
            column -= cluster.cells
            if column < 0:
                return cluster.start
        return None


def _closed(span: TextSpan, text: str) -> TextSpan:
    """The span with the punctuation that follows it."""
    end = span.end
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return TextSpan(span.start, end)


def _merged(spans: Iterable[TextSpan]) -> list[TextSpan]:
    """The spans in order, with overlapping ones joined."""
    merged: list[TextSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = TextSpan(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
