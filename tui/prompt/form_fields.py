"""The lines of a form: its heading and its fields, as whoever holds them draws them."""

from collections.abc import Callable

from tui.seam.widget import LinesWidget
from tui.text.line import Line
from tui.text.signs import Signs


class FieldLines(LinesWidget):
    """The heading and the fields, the one that is typed in without its value; `drawn` gives them for a size."""

    def __init__(self, drawn: Callable[[int, int], list[Line]], signs: Signs) -> None:
        super().__init__(signs, id="fields")
        self._drawn = drawn

    def lines(self, width: int, height: int) -> list[Line]:
        """The heading, the keys or a word on what is wrong, the fields in sight."""
        return self._drawn(width, height)
