"""Keys as people write them and as Textual names them, and commands under other keys.

Nothing of Textual is imported: keys are read before it is.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from model.index.features import CODED, CURATED
from tui.commands.command import ALWAYS, Command, Way
from tui.terminal.layouts import latin_keys

Changes = Mapping[str, tuple[str, ...]]
"""For a key of the list of commands, those that are to do the same in its place; all as Textual names them."""

_NAMED = {
    "up": "Up", "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End",
    "pageup": "PgUp", "pagedown": "PgDn", "tab": "Tab", "enter": "Enter", "escape": "Esc", "space": "Space",
    "backspace": "Backspace", "delete": "Delete", "insert": "Insert",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}  # fmt: skip
_ALSO = {"pgup": "pageup", "pgdn": "pagedown", "esc": "escape", "return": "enter", "del": "delete"}
_MODIFIERS = ("ctrl", "shift")
"""Not Alt: a terminal sends Esc and the key for it."""
_OTHERS = "ijm"
"""Letters that with Ctrl are other keys: Tab and Enter."""
_REPLACED = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip


def textual_name(written: str) -> str | None:
    """Textual's name of a key that is written as `/`, `Ctrl-d`, `PgDn` or `ctrl+d`; None for what is no key."""
    if len(written) == 1:
        return _of_character(written)
    parts = written.replace("+", "-").lower().split("-")
    *modifiers, last = parts
    last = _ALSO.get(last, last)
    if modifiers:
        # As the keyboard has it: with Ctrl, a key of another layout is the Latin one at its place.
        last = latin_keys(last) or last
    known = last in _NAMED or (
        len(last) == 1 and modifiers == ["ctrl"] and last.isalnum() and last not in _OTHERS
    )
    if not known or any(modifier not in _MODIFIERS for modifier in modifiers):
        return None
    return "+".join([*dict.fromkeys(modifiers), last])


def written(name: str) -> str:
    """A key as people read it: `/`, `Ctrl-d`, `PgDn`."""
    *modifiers, last = name.split("+")
    if not modifiers and (character := _CHARACTERS.get(last)) is not None:
        return character
    shown = _NAMED.get(last, last)
    return "-".join([*(modifier.capitalize() for modifier in modifiers), shown])


def _of_character(character: str) -> str | None:
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    if not character.isprintable():
        return None
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _REPLACED.get(name, name) or None


_CHARACTERS = {
    name: character for character in map(chr, range(0x21, 0x7F)) if (name := _of_character(character))
}


def changed(commands: Iterable[Command], changes: Changes) -> tuple[Command, ...]:
    """The commands with their keys changed; what is shown of them follows."""
    return tuple(_changed(command, changes) for command in commands)


def _changed(command: Command, changes: Changes) -> Command:
    ways = tuple(_way(way, changes) for way in command.ways)
    if ways == command.ways:
        return command
    keys = " ".join(written(way.keys[0]) for way in ways if way.keys)
    also = " ".join(written(key) for way in ways for key in way.keys[1:])
    return replace(command, keys=keys, also=also, ways=ways)


def _way(way: Way, changes: Changes) -> Way:
    keys = dict.fromkeys(new for key in way.keys for new in changes.get(key, (key,)))
    return replace(way, keys=tuple(keys))


def clashes(commands: Collection[Command]) -> Iterator[str]:
    """A sentence for each key that would do two things in one place."""
    told = set()
    for place, features in product(ALWAYS, (CURATED, CODED)):
        does: defaultdict[str, list[Way]] = defaultdict(list)
        for command in commands:
            if place in command.where and command.lacking(features) is None:
                for way in command.ways:
                    for key in way.keys:
                        does[key].append(way)
        for key, ways in does.items():
            if len(ways) > 1 and key not in told:
                told.add(key)
                first, second = ways[0].help.rstrip("."), ways[1].help.rstrip(".")
                yield f'"{written(key)}" would do two things: "{first}" and "{second}"; give one of them another key'
