"""The keys that are measured, how often, and what each may cost: the same here and over SSH."""

import statistics
from collections.abc import Mapping

from tests.benchmarks.meter import Answer, Meter, percentile
from tui.commands.every import COMMANDS

KEYS: dict[str, list[bytes]] = {
    "Down": [b"\x1b[B"],
    "PageDown": [b"\x1b[6~"],
    "Tab": [b"\t"],
    "as-of": [b",", b"."],
}
TIMES = {"Down": 50, "PageDown": 3, "Tab": 12, "as-of": 12, "search": 6}
if any("slash" in way.keys for command in COMMANDS for way in command.ways):
    KEYS["search"] = [b"/", b"\x1b"]

BYTES = {"Down": 3500, "PageDown": 8000, "Tab": 1500, "as-of": 8000}
"""The most bytes at 120x40, at the 95th percentile."""

BYTES_BY_TEXT = 1.35
"""The most bytes of Down for each byte of text that it changes: what moves and colours the cells may add."""


def measured(meter: Meter, ours: bool = True) -> dict[str, list[Answer]]:
    """The answers to each key, from the first row on."""
    found = {}
    for name, keys in KEYS.items():
        if ours and name != "Tab":
            meter.press(b"\x1b[H")
        meter.settle()
        found[name] = [meter.press(keys[number % len(keys)]) for number in range(TIMES[name])]
    return found


def table(title: str, found: Mapping[str, list[Answer]]) -> None:
    """Print bytes and milliseconds of each key; `of it text` is what the cells that change hold."""
    print(f"{title:26} {'bytes mean':>10} {'of it text':>10} {'p95':>6} {'ms p50':>7} {'p95':>7}")
    for name, answers in found.items():
        sizes, delays = [answer.size for answer in answers], [answer.last for answer in answers]
        mean, ink = statistics.mean(sizes), statistics.mean(answer.ink for answer in answers)
        print(
            f"  {name:24} {mean:10.0f} {ink:10.0f} {percentile(sizes, 0.95):6.0f}"
            f" {statistics.median(delays):7.1f} {percentile(delays, 0.95):7.1f}"
        )


def byte_goals(found: Mapping[str, list[Answer]]) -> list[tuple[str, float, float]]:
    """What was reached and the goal, for the bytes of each key."""
    goals: list[tuple[str, float, float]] = []
    for name, p95 in BYTES.items():
        goals.append((f"{name}: p95 bytes", percentile([answer.size for answer in found[name]], 0.95), p95))
    down = found["Down"]
    ratio = sum(answer.size for answer in down) / sum(answer.ink for answer in down)
    return [*goals, ("Down: bytes to a byte of the text it changes", ratio, BYTES_BY_TEXT)]


def verdict(goals: list[tuple[str, float, float]]) -> int:
    """Print which goals are met; 1 where one is not, else 0."""
    for what, value, limit in goals:
        print(f"{'met   ' if value <= limit else 'MISSED'}  {what} {value:.2f}, goal {limit:g}")
    return int(any(value > limit for _, value, limit in goals))
