"""A plot of how figures grow with the number of rows, as SVG: each as a ratio to itself at the least size."""

import math
from collections.abc import Mapping, Sequence
from html import escape

_WIDTH, _HEIGHT = 960, 480
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 610, 60, 400
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c6bb1", "#666666")
"""Those that are told apart also by who sees fewer colours (Okabe and Ito), and two more."""
_DASHES = ("", "7 3", "2 3")
_LEAST_GAP = 17
"""Between the names of two lines."""


def plot(title: str, about: str, lines: Mapping[str, Sequence[tuple[int, float]]]) -> str:
    """An SVG of lines by their names, each of sizes and ratios above 0; both axes are logarithmic.

    `about` stands small below: on which machine it was measured.
    """
    shown = {name: points for name, points in lines.items() if points}
    sizes = sorted({size for points in shown.values() for size, _ in points}) or [1]
    ratios = [ratio for points in shown.values() for _, ratio in points] or [1.0]
    low, high = min(0.5, *ratios), max(2.0, *ratios)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_LEFT, 26, title, size=16),
        _text(_LEFT, 46, "times as much as at the least size; less is better", fill="#555555"),
        _text(_LEFT, _HEIGHT - 12, about, size=11, fill="#555555"),
    ]
    for tick in _ticks(low, high):
        y = _place(tick, low, high, _BOTTOM, _TOP)
        parts.append(_line([(_LEFT, y), (_RIGHT, y)], "#999999" if tick == 1 else "#dddddd", 1))
        parts.append(_text(_LEFT - 8, y + 4, f"{tick:g}", anchor="end"))
    for size in sizes:
        x = _place(size, sizes[0], sizes[-1], _LEFT, _RIGHT)
        parts.append(_text(x, _BOTTOM + 20, f"{size:,}", anchor="middle"))
    parts.append(_text((_LEFT + _RIGHT) / 2, _BOTTOM + 38, "rows", anchor="middle", fill="#555555"))
    ends = {name: _place(points[-1][1], low, high, _BOTTOM, _TOP) for name, points in shown.items()}
    names = _apart(ends)
    for number, (name, points) in enumerate(shown.items()):
        colour, dash = _COLOURS[number % len(_COLOURS)], _DASHES[number // len(_COLOURS) % len(_DASHES)]
        places = [
            (_place(size, sizes[0], sizes[-1], _LEFT, _RIGHT), _place(ratio, low, high, _BOTTOM, _TOP))
            for size, ratio in points
        ]
        parts.append(_line(places, colour, 2, dash))
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        parts.append(_line([(places[-1][0] + 4, places[-1][1]), (_RIGHT + 14, names[name])], colour, 1))
        parts.append(_text(_RIGHT + 18, names[name] + 4, f"{name}  {points[-1][1]:.2f}", fill=colour))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _place(value: float, low: float, high: float, start: float, end: float) -> float:
    """Where a value stands between two ends of an axis."""
    if high <= low:
        return (start + end) / 2
    return start + (end - start) * math.log(value / low) / math.log(high / low)


def _ticks(low: float, high: float) -> list[float]:
    """1, 2, 5, 10 and so on, where these are within; of many, only powers of ten."""
    powers = [10.0**it for it in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]
    steps = (1,) if len(powers) > 4 else (1, 2, 5)
    return [tick for power in powers for step in steps if low <= (tick := round(power * step, 9)) <= high]


def _apart(ends: Mapping[str, float]) -> dict[str, float]:
    """Where names stand beside the ends of their lines, none over another."""
    found: dict[str, float] = {}
    last = float("-inf")
    for name, y in sorted(ends.items(), key=lambda it: (it[1], it[0])):
        last = max(y, last + _LEAST_GAP)
        found[name] = last
    over = max(0.0, last - _BOTTOM)
    return {name: y - over for name, y in found.items()}


def _line(places: Sequence[tuple[float, float]], colour: str, width: int, dash: str = "") -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def _text(
    x: float, y: float, words: str, anchor: str = "start", size: int = 13, fill: str = "#222222"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{fill}">'
        f"{escape(words)}</text>"
    )
