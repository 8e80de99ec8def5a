"""The source pane: the document, with the selected quote lit where it stands."""

from collections.abc import Callable
from functools import lru_cache

from textual.events import Click, MouseUp

from model.corpus.records import Claim
from model.quotes.span import TextSpan
from tui.document.coverage import coverage_words
from tui.document.long_page import FIRST, LongPage, Row
from tui.document.names import source_names
from tui.document.reading import DocumentReading, page_of
from tui.seam.widget import NOTCH
from tui.state.context import Context
from tui.state.marking import Marking
from tui.state.outcome import Say
from tui.text.found import with_found
from tui.text.line import MUTE, Line, Span
from tui.text.phrases import Phrases, counted
from tui.text.target import ClaimTarget, Target, TextTarget
from tui.text.titles import fitted, title_line
from tui.text.voice import voices
from tui.text.wrap import wrap_text
from tui.widgets.messages import Dragged, Entered
from tui.widgets.pane import Pane

QUOTE_AT = 0.3
"""How far down the pane the first line of the lit quote stands."""

NO_DOCUMENT = "There is no document yet; in a shell, dprk-tui add-source brings one in."
"""What is said in a corpus that has only begun."""

_KEPT = 64
"""So many documents are kept as they are laid out."""

_KEPT_READINGS = 16
"""So many are kept as they read on a day."""

_KEPT_DAYS = 2
"""For so many days: each holds all that was known then."""


class SourcePane(Pane):
    """Shows the document of the lit quote. Enter goes to what the quote speaks of."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="source")
        self._top: Row = FIRST
        self._laid: tuple[object, ...] = ()
        self._reading: DocumentReading | None = None
        # Of documents that are come back to: what does not depend on the day, and what does.
        self._laid_out = lru_cache(maxsize=_KEPT)(LongPage)
        self._readings = lru_cache(maxsize=_KEPT_DAYS)(self._readings_by)

    def title(self) -> tuple[str, str]:
        """Publisher and date of publication, and whose words are lit; which of the quotes that is."""
        (name, *_), (whose, *_), (which, *_) = self._title_words()
        return f"{name}  {whose}".rstrip(), which

    def title_row(self, width: int) -> Line:
        """The title in as many words as fit: whose words are lit stands there in any width."""
        name, whose, which = fitted(*self._title_words(), width, self.signs.cut)
        if not name:
            name, whose = whose, ""
        return title_line(name, which, self.active, width, self.signs, whose)

    def _title_words(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The document's name, whose words are lit (or empty), which quote that is or what is marked; ever shorter."""
        lit, reading = self._lit, self._reading
        if reading is None or (lit is None and self.selection.place is None):
            return ("Source",), ("",), ("",)
        names = source_names(reading.source, self.ctx.telling(reading.source))
        if lit is None or self._marking is not None:
            # Who says what is marked is not known before it is written.
            return names, ("",), self._which(reading, lit)
        whose = voices(lit, self.phrases)
        if lit.statement is None:
            # Who speaks is the publisher: his name alone would only say it twice.
            names = (*names[:-1], "")
        if self.ctx.scene.gaps == reading.source:
            # Then how much is not claimed comes before all but the speaker.
            whose = whose[-1:]
        return names, whose, self._which(reading, lit)

    def _which(self, reading: DocumentReading, lit: Claim | None) -> tuple[str, ...]:
        """Which of the quotes is lit, or what else is to be seen; in ever fewer words."""
        if self.ctx.scene.gaps == reading.source:
            return (coverage_words(self.ctx.gaps, self._marking),)
        if (marked := self._marking) is not None:
            words = len(reading.words_in(marked.span).split())
            return (f"marked: {counted(words, 'word')}",)
        quotes = reading.quoted
        if lit is None and (place := self.selection.place) is not None and place.lit:
            return ("as printed",)
        if lit is None:
            return (f"found here, claims: {len(quotes.claims)}",)
        which = f"{quotes.number_of(lit.id)} of {len(quotes.claims)}"
        return f"claim {which}", which

    def content(self, width: int, height: int) -> list[Line]:
        """The document around the lit quote, or from where it was scrolled to."""
        lit, place = self._lit, self.selection.place
        if lit is not None:
            source, span = lit.source, self.phrases.corpus.anchors.claims[lit.id]
        elif place is not None:
            source, span = place.source, TextSpan(place.start, place.end)
        else:
            self._laid = ()
            words = "No quote is selected." if self.ctx.archive.whole.sources else NO_DOCUMENT
            return [Line((Span(f" {row}", MUTE),)) for row in wrap_text(words, width - 1)]
        gaps = tuple(it.span for it in self.ctx.gaps) if self.ctx.scene.gaps == source else ()
        reading = self._reading = self._readings(self.ctx.telling(source))(source, width, gaps)
        where = (span, reading.page, width, height)
        if where != self._laid:
            same_page = self._laid[1:] == where[1:]
            self._laid = where
            first, last = reading.rows_of(span)
            # A quote that is in sight stays where it is: the eye keeps its place, and a slow line its breath.
            if not (same_page and self._top <= first and last in self._seen(height)):
                self._scroll(first, -round(height * QUOTE_AT), height)
        marked = self._marking
        if marked is not None:
            self._see_marked(marked, height)
        shown = self._seen(height)
        stretch = marked.span if marked is not None else None
        own = span if place is not None and place.lit and lit is None else None
        lines = [reading.line(row, lit, stretch, own) for row in shown]
        return with_found(lines, self.ctx.finder)

    def _see(self, place: int, height: int) -> None:
        """Have a code point in sight."""
        if self._reading is not None:
            row = self._reading.page.row_of(place)
            if row not in self._seen(height):
                self._scroll(row, -round(height * (QUOTE_AT if row < self._top else 1 - QUOTE_AT)), height)

    def _see_marked(self, marked: Marking, height: int) -> None:
        """Have all that is marked in sight; of what is longer than the pane, the end that moves."""
        ends = (marked.start, marked.end - 1)
        moving, other = ends if marked.at_start else ends[::-1]
        self._see(moving, height)
        if self._reading is None or (row := self._reading.page.row_of(other)) in self._seen(height):
            return
        top = self._top
        self._scroll(row, 1 - height if marked.at_start else 0, height)
        if self._reading.page.row_of(moving) not in self._seen(height):
            self._top = top

    def _seen(self, height: int) -> list[Row]:
        """The rows that are in sight."""
        return self._reading.page.window(self._top, height) if self._reading is not None else []

    def to_mark(self) -> TextTarget | Say:
        """Where one begins to mark: at what is lit, where that is in sight, else at the first text that is."""
        reading = self._reading
        if reading is None or not self._laid:
            return Say("There is no text here to mark.")
        span = self._laid[0]
        assert isinstance(span, TextSpan)
        seen = self._seen(self.size.height - self.titled)
        if reading.rows_of(span)[0] in seen:
            return TextTarget(reading.source, span.start, span.end)
        lines = (reading.page[row] for row in seen)
        first = next((line for line in lines if line.text.strip()), None)
        if first is None:
            return Say("There is no text here to mark.")
        return TextTarget(reading.source, first.start, first.end)

    def seek(self) -> None:
        """Go to the lit quote, wherever the text was scrolled to."""
        self._laid = ()
        self.redraw()

    def move(self, by: int) -> None:
        """Scroll the text; the same quote stays lit."""
        self._scroll(self._top, by, self.size.height - 1)
        self.redraw()

    def wheel(self, by: int) -> None:
        """Scroll the text."""
        self.move(by * NOTCH)

    def entered(self) -> Target | Say:
        """The lit quote, which leads to what it speaks of."""
        quote = self.selection.quote
        return ClaimTarget(quote) if quote is not None else Say("No quote is lit here.")

    def on_click(self, click: Click) -> None:
        """Go to what the clicked quote speaks of."""
        row = self.content_row(click)
        if row is None or self._reading is None:
            return
        clicked = self._reading.page.at(self._top, row)
        if clicked is not None and (claim := self._reading.claim_at(clicked, click.x)):
            self.post_message(Entered(ClaimTarget(claim)))

    def on_mouse_up(self, event: MouseUp) -> None:
        """What the mouse has marked of the text is marked for good."""
        marked, reading = self.text_selection, self._reading
        if marked is None or reading is None or marked.start is None or marked.end is None:
            return
        first, last = sorted((marked.start, marked.end), key=lambda end: (end.y, end.x))
        page, top, into, out = reading.page, self._top, first.y - self.titled, last.y - self.titled
        above = page.at(top, into) or (next(page.rows(), None) if into < 0 else None)
        below = page.at(top, out)
        if above is None or (below is None and out < 0):
            # Over the beginning of a document, or below the end of a short one.
            return
        start = reading.place_at(above, first.x)
        end = reading.place_at(below, last.x - 1, after=True) if below else page[page.moved(top, out)].end
        if start < end:
            self.post_message(Dragged(TextTarget(reading.source, start, end)))

    @property
    def _marking(self) -> Marking | None:
        """What is marked of the document that is shown."""
        marked, reading = self.ctx.scene.marking, self._reading
        return marked if marked is not None and reading and marked.source == reading.source else None

    def _scroll(self, top: Row, by: int, height: int) -> None:
        """Have a row on top, or the one so many lines `by`; the pane stays full where there is enough text."""
        if self._reading is not None:
            page = self._reading.page
            self._top = page.filled(page.moved(top, by), height)

    @property
    def _lit(self) -> Claim | None:
        """The lit claim; None where there is none, or where a search has led to some other place."""
        lit = self.selection.lit
        return self.phrases.corpus.claims[lit] if lit is not None else None

    def _readings_by(self, phrases: Phrases) -> Callable[[str, int, tuple[TextSpan, ...]], DocumentReading]:
        """What reads a document in a width as of the day of `phrases`, with gaps to be seen; it keeps a few."""

        @lru_cache(maxsize=_KEPT_READINGS)
        def read(source: str, width: int, gaps: tuple[TextSpan, ...]) -> DocumentReading:
            page = page_of(phrases.corpus, source, width, phrases.signs.ascii_only, self._laid_out)
            return DocumentReading(source, page, phrases, gaps)

        return read
