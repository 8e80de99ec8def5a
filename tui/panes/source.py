"""The source pane: the document, with the selected quote lit where it stands."""

from bisect import bisect_right
from functools import lru_cache

from textual.events import Click

from model.asof.saying import saying
from model.asof.state import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.dates.edtf import parse
from model.dates.wording import bounds_form
from model.quotes.span import Span as TextSpan
from model.quotes.span import position_of
from tui.messages import Entered, Note
from tui.page import PageLine, lay_out, line_at
from tui.panes.base import Pane
from tui.scene import Scene
from tui.text.found import with_found
from tui.text.line import BLANK, HEDGE, LIT, MUTE, TEXT, Line, Look, Span, Target
from tui.text.signs import ROLES

GUTTER = 2
"""Cells of the gutter that holds the signs of claims."""

QUOTE_AT = 0.3
"""How far down the pane the first line of the lit quote stands."""


class SourcePane(Pane):
    """Shows the document of the lit quote. Enter goes to what the quote speaks of."""

    def __init__(self, corpus: Corpus, scene: Scene) -> None:
        super().__init__(scene, id="source")
        self._corpus = corpus
        self._page: list[PageLine] = []
        self._top = 0
        self._laid: tuple[object, ...] = ()
        self._lay_out = lru_cache(maxsize=8)(self._lay_out_afresh)
        self._claims_as_of = lru_cache(maxsize=8)(self._claims_afresh)

    def title(self) -> tuple[str, str]:
        """Publisher and date of publication; which of the quotes is lit."""
        claim, place = self._lit(), self.selection.place
        shown = claim.claim.source if claim is not None else place.source if place is not None else None
        if shown is None:
            return "Source", ""
        source = self._corpus.sources[shown]
        quotes = [item.claim.id for item in self._claims_here(source.id)]
        name = self.phrases.name(source.publisher)
        if source.published.edtf is not None:
            dates = bounds_form(parse(source.published.edtf))
            full = f"{name}, published {dates}"
            name = full if self.size.width - len(full) > 24 else f"{name}, {dates}"
        later = len(self._corpus.claims_in_source[source.id]) - len(quotes)
        unsaid = f", {later} said later" if later else ""
        which = f"quote {quotes.index(claim.claim.id) + 1} of" if claim is not None else "found here, quotes:"
        return name, f"{which} {len(quotes)}{unsaid}"

    def content(self, width: int, height: int) -> list[Line]:
        """The document around the lit quote, or from where it was scrolled to."""
        lit, place = self._lit(), self.selection.place
        if lit is not None:
            source, span = lit.claim.source, self._corpus.anchors.claims[lit.claim.id]
        elif place is not None:
            source, span = place.source, TextSpan(place.start, place.end)
        else:
            return [Line((Span(" No quote is selected.", MUTE),))]
        self._page = self._lay_out(source, width - GUTTER - 1)
        where = (span, source, width, height)
        if where != self._laid:
            same_page = self._laid[1:] == where[1:]
            self._laid = where
            first, last = line_at(self._page, span.start), line_at(self._page, span.end - 1)
            # A quote that is in sight stays where it is: the eye keeps its place, and a slow line its breath.
            if not (same_page and self._top <= first and last < self._top + height):
                self._scroll(first - round(height * QUOTE_AT), height)
        looks = _Looks(self._corpus, source, lit, [item.claim.id for item in self._claims_here(source)])
        signs = self._signs_of_lines(source, lit)
        shown = range(self._top, min(self._top + height, len(self._page)))
        lines = [self._line(self._page[number], signs.get(number), looks) for number in shown]
        return with_found(lines, self.scene.finder if self.scene is not None else None)

    def move(self, by: int) -> None:
        """Scroll the text."""
        self._scroll(self._top + by, self.size.height - 1)
        self.redraw()

    def enter(self) -> None:
        """Go to what the lit quote speaks of."""
        if self.selection.quote is None or self.selection.place is not None:
            self.post_message(Note("No quote is lit here. [ and ] go to those around."))
        else:
            self.post_message(Entered(Target("claim", self.selection.quote)))

    def on_click(self, click: Click) -> None:
        """Go to what the clicked quote speaks of; of several, the shortest."""
        row = self.content_row(click)
        position = self._position_at(click.x - GUTTER - 1, row) if row is not None else None
        source = self._laid[1] if self._laid else None
        if position is None or not isinstance(source, str):
            return
        spans = self._corpus.anchors.claims
        here = [
            item.claim.id
            for item in self._claims_here(source)
            if spans[item.claim.id].start <= position < spans[item.claim.id].end
        ]
        if here:
            self.post_message(
                Entered(Target("claim", min(here, key=lambda name: spans[name].end - spans[name].start)))
            )

    def _scroll(self, top: int, height: int) -> None:
        self._top = max(0, min(top, len(self._page) - height))

    def _lit(self) -> VisibleClaim | None:
        """The lit claim; None where there is none, or where a search has led to some other place."""
        quote = self.selection.quote if self.selection.place is None else None
        return self._visible(quote) if quote is not None else None

    def _visible(self, claim: str) -> VisibleClaim:
        record = self._corpus.claims[claim]
        return visible_claim(self._corpus, record, saying(self._corpus, record), self.phrases.day)

    def _claims_here(self, source: str) -> tuple[VisibleClaim, ...]:
        """The claims of a source that could be known, in the order of their quotes."""
        return self._claims_as_of(source, self.phrases.day)

    def _claims_afresh(self, source: str, day: int) -> tuple[VisibleClaim, ...]:
        items = [self._visible(claim.id) for claim in self._corpus.claims_in_source.get(source, ())]
        return tuple(item for item in items if item.said.visible <= day)

    def _lay_out_afresh(self, source: str, width: int) -> list[PageLine]:
        furniture = self._corpus.anchors.furniture.get(source, ())
        return lay_out(self._corpus.texts[source], furniture, max(width, 8), self.signs.ascii_only)

    def _signs_of_lines(self, source: str, lit: VisibleClaim | None) -> dict[int, VisibleClaim]:
        """The claim whose sign stands beside each line: the lit one where it starts, else the first that does."""
        starts = [line.start for line in self._page]
        found: dict[int, VisibleClaim] = {}
        for item in self._claims_here(source):
            number = bisect_right(starts, self._corpus.anchors.claims[item.claim.id].start) - 1
            if number not in found or (lit is not None and item.claim.id == lit.claim.id):
                found[number] = item
        return found

    def _line(self, line: PageLine, item: VisibleClaim | None, looks: "_Looks") -> Line:
        if line.note:
            return Line((Span(" " * (GUTTER + 1)), Span(line.note, MUTE)))
        if not line.clusters:
            return BLANK
        sign = Span(" ")
        if item is not None:
            sign = Span(self.signs.of(item.word, item.claim.status), Look(ROLES[item.word]))
        spans = [Span(" "), sign, Span(" ")]
        # The space at a line's break is not lit: it would stick out.
        shown = line.clusters[:-1] if line.clusters[-1].shown == " " else line.clusters
        for cluster in shown:
            look = looks.at(cluster.start)
            if spans[-1].look == look and len(spans) > 3:
                spans[-1] = Span(spans[-1].text + cluster.shown, look)
            else:
                spans.append(Span(cluster.shown, look))
        return Line(tuple(spans))

    def _position_at(self, x: int, y: int) -> int | None:
        if self._top + y >= len(self._page):
            return None
        for cluster in self._page[self._top + y].clusters:
            x -= cluster.cells
            if x < 0:
                return cluster.start
        return None


class _Looks:
    """How each code point of a document looks: lit, quoted by some claim, or by none."""

    def __init__(self, corpus: Corpus, source: str, lit: VisibleClaim | None, claims: list[str]) -> None:
        self._lit = corpus.anchors.claims[lit.claim.id] if lit is not None else TextSpan(0, 0)
        hedge = lit.claim.hedge if lit is not None else None
        self._hedge = position_of(corpus.texts[source], hedge, self._lit) if hedge else None
        spans = [corpus.anchors.claims[claim] for claim in claims]
        statements = {corpus.claims[claim].statement for claim in claims}
        spans += [corpus.anchors.statements[name] for name in statements if name is not None]
        self._quoted = _merged(spans)
        self._starts = [span.start for span in self._quoted]

    def at(self, position: int) -> Look:
        """The look of one code point."""
        if self._hedge is not None and self._hedge.start <= position < self._hedge.end:
            return HEDGE
        if self._lit.start <= position < self._lit.end:
            return LIT
        number = bisect_right(self._starts, position) - 1
        return TEXT if number >= 0 and position < self._quoted[number].end else MUTE


def _merged(spans: list[TextSpan]) -> list[TextSpan]:
    """The spans in order, with overlapping ones joined."""
    merged: list[TextSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = TextSpan(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
