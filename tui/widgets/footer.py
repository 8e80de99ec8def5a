"""The line below the panes: the keys of where one is, or a message."""

from collections.abc import Callable, Sequence

from textual.reactive import reactive

from tui.seam.widget import LinesWidget
from tui.text.line import KEY, MUTE, Line, Span
from tui.text.signs import Signs

Hints = Sequence[tuple[str, str]]
"""Keys, each with a word or two on what they do."""


class Footer(LinesWidget):
    """The keys of where one is, or a message until the next key."""

    place: reactive[str] = reactive("timeline", repaint=False)
    """The place whose keys act."""
    note: reactive[str] = reactive("", repaint=False)
    """A sentence that takes the footer."""

    def __init__(self, signs: Signs, hints: Callable[[str], Hints]) -> None:
        super().__init__(signs, id="footer")
        self._hints = hints

    def watch_place(self) -> None:
        """Show the place's keys."""
        self.redraw()

    def watch_note(self) -> None:
        """Show the message, or the keys again."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Whole hints only; those that do not fit go from the right."""
        if self.note:
            return [Line((Span(" "), Span(self.note)))]
        spans: list[Span] = []
        used = 0
        for keys, label in self._hints(self.place):
            hint = [Span(" " if not spans else "   "), Span(keys, KEY), Span(f" {label}", MUTE)]
            used += sum(span.cells for span in hint)
            if used > width:
                break
            spans += hint
        return [Line(tuple(spans))]
