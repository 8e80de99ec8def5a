"""What this terminal can do, asked of terminfo and of the environment."""

import curses
import os
import re
from functools import cache


@cache
def erases_in_ground() -> bool:
    """Whether it has `ech` (erase characters), and erases in the pen's ground (`bce`)."""
    return _known() and curses.tigetstr("ech") is not None and curses.tigetflag("bce") == 1


def colours() -> int:
    """How many colours may be used: 0 where it has none or NO_COLOR asks for none (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return 0
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return 2**24
    return max(curses.tigetnum("colors"), 0) if _known() else 8


def shows_signs() -> bool:
    """Whether its font can be expected to hold our signs: a console's, and a real terminal's of old, holds few."""
    return not re.match(r"(linux|vt\d+|ansi|cons25|sun)\b", os.environ.get("TERM", ""))


def has_light_ground() -> bool:
    """Whether it says in COLORFGBG, as rxvt and its kin do, that its ground is light."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def fitting_palette() -> str:
    """The name of the palette, and so of the theme, for this terminal."""
    number = colours()
    if number < 256:
        return "plain" if number < 8 else "terminal"
    return "light" if has_light_ground() else "dark"


@cache
def _known() -> bool:
    try:
        # Textual puts another object in the place of standard output, which has no number.
        curses.setupterm(fd=1)
    except curses.error:
        return False
    return True
