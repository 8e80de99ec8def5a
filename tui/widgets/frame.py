"""What holds the panes: their common frame, and the line between two columns."""

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip

from tui.seam.widget import LinesWidget
from tui.text.line import RULE, Line, Span
from tui.text.signs import Signs


class Divider(LinesWidget):
    """The dashed line between two columns."""

    def __init__(self, signs: Signs, id: str) -> None:
        super().__init__(signs, id=id)
        self.add_class("divider")

    def lines(self, width: int, height: int) -> list[Line]:
        """One mark a row."""
        return [Line((Span(self.signs.divider, RULE),))] * height


class Frame(Container):
    """Holds panes that lie over all of it: Textual would draw it below them all the same, and at each key."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blanks, which nobody sees."""
        return [Strip.blank(crop.width)] * crop.height
