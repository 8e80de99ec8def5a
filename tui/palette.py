"""The palette: every command that acts where one is, found by typing words of what it does, or its key."""

from collections.abc import Iterator

from model.query.folding import folded, words
from tui.commands.command import Command, Way
from tui.commands.every import commands_in
from tui.commands.keys import written
from tui.prompt import Choice, Choices
from tui.text.line import KEY, TEXT, Line, Span
from tui.text.shown import fit
from tui.text.shown import folded as safe
from tui.text.signs import Signs

BEGIN = "What to do? Words of it, or its key. Up and Down pick, Enter does it."

_KEYS = 12
_NOT = 9


class Commands:
    """Answers a prompt while a command is looked for among those that act in a place."""

    def __init__(self, place: str, read_only: bool, signs: Signs) -> None:
        self._signs = signs
        self._ways = [(it, way) for it in commands_in(place, read_only) for way in it.ways]

    def offer(self, typed: str) -> Choices:
        """The commands that may be meant, the likeliest first."""
        found = tuple(self._choice(way) for way in self._found(typed))
        words = safe(typed.strip(), self._signs.ascii_only)
        return Choices(BEGIN if found else f'Nothing that can be done here is called "{words}".', found)

    def action(self, help: str) -> str:
        """The action of the command that is described so."""
        return next(way.action for _, way in self._ways if way.help == help)

    def _found(self, typed: str) -> Iterator[Way]:
        ranked = [(self._rank(typed, *pair), number) for number, pair in enumerate(self._ways)]
        return (self._ways[number][1] for rank, number in sorted(ranked) if rank < _NOT)

    @staticmethod
    def _rank(typed: str, command: Command, way: Way) -> int:
        """By its key, what the footer calls it, its own words, or those of its kind; else `_NOT`."""
        if typed.strip() in map(written, way.keys):
            return 0
        places = (
            command.label,
            f"{command.label} {way.help}",
            f"{command.label} {command.help} {command.group}",
        )
        wanted = words(typed)
        for rank, place in enumerate(places, 1):
            there = words(place)
            if all(any(word.startswith(folded(one)) for word in there) for one in wanted):
                return rank
        return _NOT

    def _choice(self, way: Way) -> Choice:
        keys = Span(fit(written(way.keys[0]), _KEYS, self._signs.cut), KEY)
        return Choice(Line((keys, Span(way.help, TEXT))), way.help)
