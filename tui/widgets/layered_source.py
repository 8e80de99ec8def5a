"""The source pane of a corpus with a table under it: the document of what is curated, a row as it stood in its file."""

from textual.events import Click, MouseUp

from tui.state.context import Context
from tui.state.outcome import Say
from tui.text.line import Line
from tui.text.target import RowTarget, Target, TextTarget
from tui.text.titles import fitted, title_line
from tui.widgets.raw import THIS_IS_ALL, RawText
from tui.widgets.source import SourcePane


class LayeredSourcePane(SourcePane):
    """Shows what the selected card rests on, whichever it is of."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._raw = RawText()

    @property
    def _shows_row(self) -> bool:
        return isinstance(self.selection.card, RowTarget)

    def title(self) -> tuple[str, str]:
        """That of the row, or of the document."""
        return self._raw.title(self.ctx) if self._shows_row else super().title()

    def title_row(self, width: int) -> Line:
        """The same in as many words as fit."""
        if not self._shows_row:
            return super().title_row(width)
        name, row, how = fitted(*self._raw.title_words(self.ctx), width, self.signs.cut)
        return title_line(name or row, how, self.active, width, self.signs, row if name else "")

    def content(self, width: int, height: int) -> list[Line]:
        """The row, or the document."""
        return self._raw.lines(self.ctx, width, height) if self._shows_row else super().content(width, height)

    def move(self, by: int) -> None:
        """Scroll it."""
        if self._shows_row:
            self._raw.scroll(by, self.size.height - self.titled)
            self.redraw()
        else:
            super().move(by)

    def entered(self) -> Target | Say:
        """The lit quote; of a row, nothing further."""
        return Say(THIS_IS_ALL) if self._shows_row else super().entered()

    def to_mark(self) -> TextTarget | Say:
        """Where one begins to mark; a row has no words that a claim could quote."""
        if self._shows_row:
            return Say("A row was coded elsewhere: nothing of it is quoted, so nothing is marked.")
        return super().to_mark()

    def on_click(self, click: Click) -> None:
        """Go to what the clicked quote speaks of."""
        if not self._shows_row:
            super().on_click(click)

    def on_mouse_up(self, event: MouseUp) -> None:
        """What the mouse has marked of a document is marked for good."""
        if not self._shows_row:
            super().on_mouse_up(event)
