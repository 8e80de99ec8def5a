"""The title row of a pane."""

from collections.abc import Sequence

from tui.text.line import BOLD, FOCUSED, MUTE, Line, Span, between
from tui.text.shown import cells, cut
from tui.text.signs import Signs

_LEAST = 8
"""The fewest cells in which the beginning of a name is worth having."""


def title_line(left: str, right: str, focused: bool, width: int, signs: Signs, beside: str = "") -> Line:
    """The title, what stands `beside` it, a rule, what stands at the right. In focus the title stands in a block."""
    if 4 + _LEAST + cells(right) > width < 4 + cells(left) + cells(right):
        # What it is called comes first.
        right = ""
    name = [Span(f" {left} ", FOCUSED)] if focused else [Span(" "), Span(left, BOLD)]
    if beside:
        name.append(Span(f"{'' if focused else ' '} {beside}"))
    return between(name, [Span(right, MUTE)], width, signs.rule, signs.cut)


def fitted(
    names: Sequence[str], beside: Sequence[str], rights: Sequence[str], width: int, mark: str
) -> tuple[str, str, str]:
    """What is called how, what stands beside that, and what at the right, in a title row of `width` cells.

    Each is given in ever fewer words. The name gives way first, then what stands at the right, then what is beside it
    but for its last words: those stay whole while there is room for them at all, though the rest goes.
    """
    few, last = names[-1], rights[-1]
    ways = [(name, beside[0], rights[0]) for name in names]
    ways += [(few, beside[0], right) for right in rights[1:]]
    ways += [(few, words, last) for words in beside[1:2]]
    for words in beside[1:] or beside:
        ways += [
            (_cut_to_fit(few, words, last, width, mark), words, last),
            ("", words, last),
            ("", words, ""),
        ]
    fitting = (way for way in ways if _cells(*way) <= width)
    return next(fitting, ("", cut(beside[-1], max(width - 2, 0), mark), ""))


def _cut_to_fit(name: str, beside: str, right: str, width: int, mark: str) -> str:
    room = width - _cells("", beside, right) - (2 if beside else 0)
    return cut(name, room, mark) if room >= _LEAST else ""


def _cells(name: str, beside: str, right: str) -> int:
    """The cells that a title row needs: a blank at both ends of a block, and two before what stands at the right."""
    left = cells(name) + (2 if name and beside else 0) + cells(beside)
    return 2 + left + (2 + cells(right) if right else 0)
