"""The source pane: the document, with the selected quote lit where it stands."""

from functools import lru_cache

from textual.events import Click, MouseUp

from model.corpus.records import Claim
from model.quotes.span import TextSpan
from tui.document.coverage import coverage_words
from tui.document.names import source_names
from tui.document.page import lay_out, line_at
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

_KEPT_READINGS = 4
"""So many are kept as they read on a day: each holds all that was known then."""


class SourcePane(Pane):
    """Shows the document of the lit quote. Enter goes to what the quote speaks of."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="source")
        self._top = 0
        self._laid: tuple[object, ...] = ()
        self._reading: DocumentReading | None = None
        # Of documents that are come back to: what does not depend on the day, and what does.
        self._laid_out = lru_cache(maxsize=_KEPT)(lay_out)
        self._reading_of = lru_cache(maxsize=_KEPT_READINGS)(self._read)

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
        """The document's name, whose words are lit (empty: nobody's), which quote that is; in ever fewer words."""
        lit, reading = self._lit, self._reading
        if reading is None or (lit is None and self.selection.place is None):
            return ("Source",), ("",), ("",)
        names = source_names(reading.source, self.ctx.telling(reading.source))
        whose = voices(lit, self.phrases) if lit is not None else ("",)
        if lit is not None and lit.statement is None:
            # Who speaks is the publisher: his name alone would only say it twice.
            names = (*names[:-1], "")
        if self.ctx.scene.gaps == reading.source or self._marking is not None:
            # Then how much is, or is not, comes before all but the speaker.
            whose = whose[-1:]
        return names, whose, self._which(reading, lit)

    def _which(self, reading: DocumentReading, lit: Claim | None) -> tuple[str, ...]:
        """Which of the quotes is lit, or what else is to be seen; in ever fewer words."""
        if self.ctx.scene.gaps == reading.source:
            return (coverage_words(self.ctx.gaps, self._marking),)
        if (marked := self._marking) is not None:
            words = len(reading.words_in(marked.span).split())
            return (f"marked: {counted(words, 'word')}",)
        quotes = reading.quotes
        if lit is None and (place := self.selection.place) is not None and place.lit:
            return ("as printed",)
        if lit is None:
            return (f"found here, claims: {len(quotes)}",)
        which = f"{quotes[lit.id]} of {len(quotes)}"
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
        reading = self._reading = self._reading_of(source, width, self.ctx.telling(source), gaps)
        where = (span, reading.page, width, height)
        if where != self._laid:
            same_page = self._laid[1:] == where[1:]
            self._laid = where
            first, last = reading.rows_of(span)
            # A quote that is in sight stays where it is: the eye keeps its place, and a slow line its breath.
            if not (same_page and self._top <= first and last < self._top + height):
                self._scroll(first - round(height * QUOTE_AT), height)
        marked = self._marking
        if marked is not None:
            self._see(marked.moving - (not marked.at_start), height)
        shown = range(self._top, min(self._top + height, len(reading.page)))
        stretch = marked.span if marked is not None else None
        own = span if place is not None and place.lit and lit is None else None
        lines = [reading.line(row, lit, stretch, own) for row in shown]
        return with_found(lines, self.ctx.finder)

    def _see(self, place: int, height: int) -> None:
        """Have a code point in sight."""
        if self._reading is not None:
            row = line_at(self._reading.page, place)
            if not self._top <= row < self._top + height:
                self._scroll(row - round(height * (QUOTE_AT if row < self._top else 1 - QUOTE_AT)), height)

    def to_mark(self) -> TextTarget | Say:
        """Where one begins to mark: at what is lit, where that is in sight, else at the first text that is."""
        reading = self._reading
        if reading is None or not self._laid:
            return Say("There is no text here to mark.")
        span = self._laid[0]
        assert isinstance(span, TextSpan)
        seen = range(self._top, min(self._top + self.size.height - self.titled, len(reading.page)))
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
        self._scroll(self._top + by, self.size.height - 1)
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
        if claim := self._reading.claim_at(self._top + row, click.x):
            self.post_message(Entered(ClaimTarget(claim)))

    def on_mouse_up(self, event: MouseUp) -> None:
        """What the mouse has marked of the text is marked for good."""
        marked, reading = self.text_selection, self._reading
        if marked is None or reading is None or marked.start is None or marked.end is None:
            return
        first, last = sorted((marked.start, marked.end), key=lambda end: (end.y, end.x))
        top, rows = self._top - self.titled, len(reading.page)
        above, below = max(0, first.y + top), last.y + top
        if below < 0 or above >= rows:
            # Over the beginning of a document, or below the end of a short one.
            return
        start = reading.place_at(above, first.x)
        within = below < rows
        end = reading.place_at(below, last.x - 1, after=True) if within else reading.page[rows - 1].end
        if start < end:
            self.post_message(Dragged(TextTarget(reading.source, start, end)))

    @property
    def _marking(self) -> Marking | None:
        """What is marked of the document that is shown."""
        marked, reading = self.ctx.scene.marking, self._reading
        return marked if marked is not None and reading and marked.source == reading.source else None

    def _scroll(self, top: int, height: int) -> None:
        lines = len(self._reading.page) if self._reading is not None else 0
        self._top = max(0, min(top, lines - height))

    @property
    def _lit(self) -> Claim | None:
        """The lit claim; None where there is none, or where a search has led to some other place."""
        lit = self.selection.lit
        return self.phrases.corpus.claims[lit] if lit is not None else None

    def _read(self, source: str, width: int, phrases: Phrases, gaps: tuple[TextSpan, ...]) -> DocumentReading:
        page = page_of(phrases.corpus, source, width, phrases.signs.ascii_only, self._laid_out)
        return DocumentReading(source, page, phrases, gaps)
