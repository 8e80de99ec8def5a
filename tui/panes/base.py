"""What all panes share: they follow the scene, have a title row, and the hands are in one of them."""

from textual.events import Click
from textual.reactive import reactive

from tui.scene import Scene
from tui.seam.focus import QuietFocus
from tui.seam.widget import LinesWidget
from tui.selection import Selection
from tui.text.line import Line
from tui.text.phrases import Phrases
from tui.text.titles import title_line


class Follower(LinesWidget):
    """A widget that follows the scene."""

    scene: reactive[Scene | None] = reactive(None, repaint=False)
    """What is shown, bound to the screen's."""

    def __init__(self, scene: Scene, id: str) -> None:
        super().__init__(scene.phrases.signs, id=id)
        self.set_reactive(Follower.scene, scene)

    def made_from(self, scene: Scene) -> object:
        """What of a scene the lines are made from: where that is the same in the next one, they are too."""
        return scene

    def watch_scene(self, before: Scene | None, now: Scene | None) -> None:
        """Show what is shown now."""
        if before is None or now is None or self.made_from(before) != self.made_from(now):
            self.redraw()

    @property
    def selection(self) -> Selection:
        """What is selected."""
        assert self.scene is not None
        return self.scene.selection

    @property
    def phrases(self) -> Phrases:
        """How things are said as of the day."""
        assert self.scene is not None
        return self.scene.phrases


class Pane(Follower, QuietFocus, can_focus=True):
    """A pane: a title row, then content. Moving in it is its own business; choosing is said in messages."""

    active: reactive[bool] = reactive(False, repaint=False)
    """Whether the hands are here: the screen says so at once, Textual's own word for it comes with a later message."""

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
        left, right = self.title()
        title = title_line(left, right, self.active, width, self.signs)
        return [title, *content]

    def move(self, by: int) -> None:
        """Go up or down by lines; by more than there are, to the end."""
        raise NotImplementedError

    def enter(self) -> None:
        """Go in: what the line under the cursor leads to."""
        raise NotImplementedError

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
        """The title shows where the hands are."""
        self.redraw()
