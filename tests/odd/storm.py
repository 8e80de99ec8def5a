"""Keys in any order, as a person, a child or a cat presses them: what the program may never fall over.

Only what a person has is used here: keys go in, and the text of the screen comes out. It knows no name of the program's
inside, so that it holds whatever becomes of that.
"""

import random
from collections.abc import Iterator, Sequence

from textual.pilot import Pilot

from tests.tui.driving import settle, text_of
from tests.tui.looking import strike
from tui.views.registry import NAMES

KEYS = (
    *"jkgGdDmMyYxvVbBsSlhcCeEuU[]{}nN,.t+-z123wW!ar", "enter", "enter", "enter", "escape", "escape", "tab", "shift+tab",
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "ctrl+d", "ctrl+u", "ctrl+l", "ctrl+o",
    "backspace", "space", "delete", "f1", "f12", "?", "한", "é",
)  # fmt: skip
"""One key each. Not q, which ends it, nor X, which asks for a path: no random one may be typed there."""

PHRASES: tuple[Sequence[str], ...] = (
    ("/", *"zepp"), ("/", *"zepp", "enter"), ("/", *"by:who", "enter"), ("/", *"-zepp", "enter"), ("/", "enter"),
    ("f", *"who:", "down"), ("f", *"who:who", "enter"), ("f", *"-by:who", "enter"), ("f", *"after:2025", "enter"),
    ("f", *"has:conflict", "enter"), ("f", *"@", "down"), ("f", "ctrl+u", *"kim as:x", "enter"), ("f", *"who:puttin"),
    ("f", "ctrl+u", "enter"), ("f", *"type:", "down", "tab"),
    (":", *"9 may", "enter"), (":", *"+3d", "enter"), (":", *"44 bc", "enter"), (":", *"nonsense", "enter"),
    (":", *"asof 2025-05-01", "enter"), (":", *"asof 1900", "enter"), (":", *"asof 9999-12-31", "enter"), (":", "tab"),
    (":", *"due", "enter", "escape"), (":", *"due 2", "enter", "u", "u", "escape"), (":", *"as", "tab", *"1", "enter"),
    ("/", *"by:", "tab", "tab", "enter", "escape"), ("=", "tab", "enter", "="), ("X", "right", "enter"),
    ("X", "escape"), ("X", "ctrl+u", *"out.md", "enter", "escape"), ("X", "ctrl+u", *"no/such", "enter", "escape"),
    ("ctrl+p", "down", "escape"), ("ctrl+p", *"next view", "enter"), ("ctrl+p", *"xyzzy"),
    ("?", "pagedown", "end"), ("?", "escape"), ("1", "v", "v", "v"), ("2", "j", "enter"), ("3", "]", "enter"),
    ("c", "l", "enter"), ("e", "e", "e"), ("n", "n", "N"), (",", ",", ".", "."), ("escape", "escape", "escape"),
    (":", *"grid", "enter"), (":", *"zeppelin", "enter", "down", "enter"), (":", "tab", "tab", "enter"),
    (":", *"lists", "enter", "j", "enter", "j", "j", "enter", "escape", "escape", ","), ("]", "i", "delete", "escape"),
    (":", *"conflicts", "enter", "j", "enter", "c", "escape"), ("ctrl+p", *"theme", "enter"),
    (":", *"signs", "enter", "tab"), ("?", "tab", "tab"),
    ("=", "enter", "j", "="), ("=", *"30 april", "enter", ".", "j", "enter"), (".", "=", ",", "="),
    ("=", *"1900 to 2100", "enter", "escape"), ("=", *"nonsense", "enter", "escape"),
    (":", *"candidates", "enter", "a", "escape"), (":", *"candidates", "enter", "j", "r", *"no", "enter", "Z"),
    (":", *"candidates", "enter", "G", "a", "enter", "escape"),
    ("!", "j", "enter", "enter", "!"), ("!", "G", "enter", "escape", ","), ("2", "G", "enter", "!"),
    ("1", *"vvvvvvv", "i", *"Will it?", "down", "enter", "escape"), ("I", *"x", "down", *"who; wall", "tab", "escape"),
    ("3", "s", "P", "down", "tab", "down", *"yes", "enter", "escape"),
    ("3", "s", "w", "P", "end", *" = zeppelin", "enter", "escape"),
)  # fmt: skip
"""What is typed into each prompt and pressed in each place: with something to find, with nothing, with nonsense."""


def keys(chance: random.Random, count: int) -> Iterator[str]:
    """At least `count` keys."""
    pressed = 0
    while pressed < count:
        phrase = chance.choice(PHRASES) if chance.random() < 0.2 else (chance.choice(KEYS),)
        pressed += len(phrase)
        yield from phrase


VIEWS = len(NAMES)
"""Views to walk through."""


def every_place(
    places: Sequence[tuple[int, str]], phrases: Sequence[Sequence[str]] = PHRASES
) -> Iterator[str]:
    """Keys that lead, one after the other, through all keys in each place, and through phrases.

    A place is the number of a view and the key of a pane.
    """
    for view, pane in places:
        yield from ("escape", "escape", "escape", "escape", "1", *"v" * view, pane)
        yield from (*KEYS[: KEYS.index("enter")], "enter", "down", "up")
    for phrase in phrases:
        yield from ("escape", "escape", "escape", *phrase)


async def press_all(pilot: Pilot[None], pressed: Iterator[str]) -> int:
    """Press the keys, each when the one before it has been answered; returns how many. Fails where the program ends."""
    last: list[str] = []
    count = 0
    await settle(pilot)
    for key in pressed:
        last = [*last[-20:], key]
        strike(pilot, key)
        try:
            await settle(pilot)
        except Exception as error:
            error.add_note(f"after {last}")
            raise
        assert pilot.app.return_code is None, f"it has ended, after {last}"
        count += 1
    assert text_of(pilot).strip()
    return count
