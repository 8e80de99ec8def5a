"""The line below the panes: the keys of where one is, or a message."""

from collections.abc import Callable, Sequence

from textual.reactive import reactive

from tui.state.context import Context
from tui.text.line import KEY, MUTE, Line, Span
from tui.widgets.follower import Follower

Hints = Sequence[tuple[str, str]]
"""Keys, each with a word or two on what they do."""


class Footer(Follower):
    """The keys of where one is that can act on what is selected, or a message until the next key."""

    note: reactive[str] = reactive("", repaint=False)
    """A sentence that takes the footer."""

    def __init__(self, context: Context, hints: Callable[[str, Context], Hints]) -> None:
        super().__init__(context, id="footer")
        self._hints = hints

    def made_from(self, ctx: Context) -> object:
        """Its hints."""
        return self._hints(ctx.scene.place, ctx)

    def watch_note(self) -> None:
        """Show the message, or the keys again."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Whole hints only; those that do not fit go from the right."""
        if self.note:
            return [Line((Span(" "), Span(self.note)))]
        spans: list[Span] = []
        used = 0
        for keys, label in self._hints(self.ctx.scene.place, self.ctx):
            hint = [Span(" " if not spans else "   "), Span(keys, KEY), Span(f" {label}", MUTE)]
            used += sum(span.cells for span in hint)
            if used > width:
                break
            spans += hint
        return [Line(tuple(spans))]
