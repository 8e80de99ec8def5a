"""Where the terminal's own cursor stands: on what is selected, so that braille displays and magnifiers follow it."""

from textual.geometry import Offset, Region
from textual.strip import Strip

from tui.text.line import LIT
from tui.text.shown import cells
from tui.widgets.pane import Pane


def place_in(pane: Pane) -> Offset:
    """The cell of the screen where the pane's mark stands, or its lit quote begins; its first cell where none does."""
    width, height = pane.size
    top = int(pane.titled)
    strips = pane.render_lines(Region(0, top, width, height - top)) if height > top else []
    for y, strip in enumerate(strips, top):
        if next((text for text, *_ in strip), "").startswith(pane.signs.selected):
            return pane.content_region.offset + Offset(0, y)
    for y, strip in enumerate(strips, top):
        if (x := _lit_at(strip, pane)) is not None:
            return pane.content_region.offset + Offset(min(x, width - 1), y)
    return pane.content_region.offset


def _lit_at(strip: Strip, pane: Pane) -> int | None:
    """The column in which a row begins to be lit."""
    lit = pane.style_of(LIT)
    x = 0
    for text, style, _ in strip:
        if style is not None and (style.bgcolor, style.reverse) == (lit.bgcolor, lit.reverse):
            return x
        x += cells(text)
    return None
