"""What is said where nothing can be shown."""

from tui.seam.widget import LinesWidget
from tui.text.line import KEY, MUTE, Line, Span
from tui.text.signs import Signs


class TooSmall(LinesWidget):
    """What is said where nothing can be shown."""

    def __init__(self, signs: Signs, way_out: str) -> None:
        super().__init__(signs, id="too-small")
        self._way_out = way_out

    def lines(self, width: int, height: int) -> list[Line]:
        """The size that is needed, and the way out."""
        words = "30x8 or larger, please"
        return [
            Line((Span(words if width >= len(words) else "30x8!"),)),
            Line((Span(self._way_out, KEY), Span(" quit", MUTE))),
        ]
