"""The palette: every command that acts where one is, found by typing words of what it does, or its key."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.query.folding import folded, words
from tui.state.context import Context
from tui.state.outcome import Ask, Choice, Choices, Do
from tui.text.line import KEY, TEXT, Line, Span
from tui.text.shown import fit
from tui.text.shown import folded as safe
from tui.text.signs import Signs

BEGIN = "What to do? Words of it, or its key. Up and Down pick, Enter does it."

_KEYS = 12
_NOT = 9


@dataclass(frozen=True, slots=True)
class Doable:
    """Something that can be done: its keys as people write them, what describes it alone, other words for it.

    Its name at the colon, if it has one, is the last of its keys. `label` has what it is called, in several words.
    """

    keys: tuple[str, ...]
    help: str
    label: str
    about: str
    do: Do


def ask_for_command(doable: Iterable[Doable], signs: Signs) -> Ask:
    """The question for one of the things that can be done."""
    answers = CommandAnswers(doable, signs)

    def done(ctx: Context, typed: str | None) -> Do | None:
        return answers.meant(typed) if typed is not None else None

    return Ask(mark="do ", hints=("words", "a key"), lead="type", done=done, choose=answers.offer, picks=True)


class CommandAnswers:
    """Answers a prompt while a command is looked for."""

    def __init__(self, doable: Iterable[Doable], signs: Signs) -> None:
        self._signs = signs
        self._doable = tuple(doable)

    def offer(self, typed: str) -> Choices:
        """The commands that may be meant, the likeliest first."""
        found = tuple(self._choice(one) for one in self._found(typed))
        words = safe(typed.strip(), self._signs.ascii_only)
        return Choices(BEGIN if found else f'Nothing that can be done here is called "{words}".', found)

    def meant(self, help: str) -> Do | None:
        """What is described so; None where nothing is."""
        return next((one.do for one in self._doable if one.help == help), None)

    def _found(self, typed: str) -> Iterator[Doable]:
        ranked = [(self._rank(typed, one), number) for number, one in enumerate(self._doable)]
        return (self._doable[number] for rank, number in sorted(ranked) if rank < _NOT)

    @staticmethod
    def _rank(typed: str, one: Doable) -> int:
        """By its key or name, what it is called, its own words, or those of its kind; else `_NOT`."""
        if typed.strip() in one.keys or f":{folded(typed.strip())}" in one.keys:
            return 0
        places = (one.label, f"{one.label} {one.help}", f"{one.label} {one.about}")
        wanted = words(typed)
        for rank, place in enumerate(places, 1):
            there = words(place)
            if all(any(word.startswith(folded(part)) for word in there) for part in wanted):
                return rank
        return _NOT

    def _choice(self, one: Doable) -> Choice:
        keys = Span(fit(one.keys[0], _KEYS, self._signs.cut), KEY)
        return Choice(Line((keys, Span(one.help, TEXT))), one.help)
