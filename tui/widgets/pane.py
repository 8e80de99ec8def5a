"""What all panes share: a title row, then content; one of them is focused."""

from textual.events import Click
from textual.reactive import reactive

from tui.seam.focus import QuietFocus
from tui.seam.widget import LATE
from tui.state.outcome import Say
from tui.text.line import Line
from tui.text.target import ClaimTarget, Target, TextTarget
from tui.text.titles import title_line
from tui.widgets.follower import Follower


class Pane(QuietFocus, Follower, can_focus=True):
    """A pane. Moving in it is its own business; what that leads to, it gives back or says in messages."""

    active: reactive[bool] = reactive(False, repaint=False)
    """Whether it is focused: the screen says so at once, Textual's own word for it comes with a later message."""

    titled: reactive[bool] = reactive(True, repaint=False)
    """Whether the title row is shown: where one pane has the screen, tabs may say it."""

    def title(self) -> tuple[str, str]:
        """The title, and what stands at the right end of its row. Both safe to show."""
        raise NotImplementedError

    def content(self, width: int, height: int) -> list[Line]:
        """The lines under the title."""
        raise NotImplementedError

    def lines(self, width: int, height: int) -> list[Line]:
        """Title row and content."""
        if not self.titled:
            return self.content(width, height)
        content = self.content(width, height - 1)
        return [self.title_row(width), *content]

    def title_row(self, width: int) -> Line:
        """The title as it stands over the content; asked after that."""
        return title_line(*self.title(), self.active, width, self.signs)

    def lines_of_late(self, width: int, height: int) -> list[Line]:
        """A faint row for each that is to come."""
        title = [title_line("...", "", self.active, width, self.signs)] if self.titled else []
        return [*title, *[LATE] * (height - len(title))]

    def move(self, by: int) -> ClaimTarget | TextTarget | None:
        """Go up or down by lines; by more than there are, to the end. Gives the quote to be lit, where one is."""
        return None

    def entered(self) -> Target | Say | None:
        """What the line under the cursor leads to, or a word on why nothing."""
        return None

    @property
    def page(self) -> int:
        """The lines of a page."""
        return max(1, self.size.height - 2)

    def watch_titled(self) -> None:
        """Show or leave out the title row."""
        self.redraw()

    def content_row(self, click: Click) -> int | None:
        """The row of the content that was clicked; None on the title, or where the mouse has marked text."""
        row = click.y - self.titled
        return row if row >= 0 and not self.screen.get_selected_text() else None

    def watch_active(self) -> None:
        """The title shows which pane is focused."""
        self.redraw()
