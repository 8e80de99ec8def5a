"""The title row of a pane."""

from tui.text.line import BOLD, FOCUSED, MUTE, Line, Span, between
from tui.text.signs import Signs


def title_line(left: str, right: str, focused: bool, width: int, signs: Signs) -> Line:
    """The title, a rule, what stands at the right. In focus the title stands in a block."""
    name = [Span(f" {left} ", FOCUSED)] if focused else [Span(" "), Span(left, BOLD)]
    return between(name, [Span(right, MUTE)], width, signs.rule, signs.cut)
