"""The modes of a terminal, read off what a program has written: which are left other than they were."""

import re

_PRIVATE = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
_KEYBOARD = re.compile(r"\x1b\[([><])[0-9;]*u")
_MARGINS = re.compile(r"\x1b\[[0-9;]*r")
_SGR = re.compile(r"\x1b\[([0-9;]*)m")

NAMES = {
    "7": "wrapping", "25": "cursor", "1000": "mouse", "1002": "mouse", "1003": "mouse", "1004": "focus reports",
    "1006": "mouse", "1015": "mouse", "1016": "mouse", "1049": "alternate screen", "2004": "bracketed paste",
    "2026": "frame", "2048": "size reports",
}  # fmt: skip
ON = {"7", "25"}
"""The modes that a terminal has on before any program; all others are off."""


def used(heard: str) -> set[str]:
    """The names of the modes that were changed at any time."""
    return {NAMES.get(mode, mode) for modes, _ in _PRIVATE.findall(heard) for mode in modes.split(";")}


def left_changed(heard: str) -> set[str]:
    """What is not as it was before: names of modes, and `keyboard`, `margins` and `pen`."""
    state = dict.fromkeys(ON, "h")
    for modes, way in _PRIVATE.findall(heard):
        state |= dict.fromkeys(modes.split(";"), way)
    left = {NAMES.get(mode, mode) for mode, way in state.items() if (way == "h") != (mode in ON)}
    ways = _KEYBOARD.findall(heard)
    if ways.count(">") != ways.count("<"):
        left.add("keyboard")
    if _MARGINS.search(heard):
        left.add("margins")
    pens = _SGR.findall(heard)
    if pens and pens[-1].split(";")[-1] not in ("", "0"):
        left.add("pen")
    return left
