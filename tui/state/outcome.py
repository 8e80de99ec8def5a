"""What comes of a command: the next scene, a sentence, a question, or something done outside of the scene."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from tui.state.form import Fill
from tui.state.scene import Scene
from tui.text.line import Line

if TYPE_CHECKING:
    from model.index.archive import Archive
    from tui.state.context import Context


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence for the footer, until the next key. What a person typed may be in it, as it was typed.

    What may be otherwise once more is known, as a number that is counted, is made `anew` then; "" if it holds no more.
    """

    words: str
    anew: "Callable[[Context], str] | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that is done outside of the scene."""


@dataclass(frozen=True, slots=True)
class PaneEffect(Effect):
    """Something that a pane does, as it stands with what is scrolled and laid out in it."""


@dataclass(frozen=True, slots=True)
class MovePane(PaneEffect):
    """The focused pane moves by lines, as it sees fit."""

    by: int


@dataclass(frozen=True, slots=True)
class EnterPane(PaneEffect):
    """The focused pane goes where the line under its cursor leads."""


@dataclass(frozen=True, slots=True)
class SeekQuote(PaneEffect):
    """The source goes to the lit quote, wherever the text was scrolled to."""


@dataclass(frozen=True, slots=True)
class PutCursor(PaneEffect):
    """The card's cursor goes back to a line."""

    line: int


@dataclass(frozen=True, slots=True)
class StartMark(PaneEffect):
    """The source says where one begins to mark: at what is lit, or at what is in sight of it."""


@dataclass(frozen=True, slots=True)
class OpenLine(PaneEffect):
    """The record that the line under the focused pane's cursor names is opened in an editor."""


@dataclass(frozen=True, slots=True)
class ShowHelp(Effect):
    """The help is shown, over everything; from the signs on, where these were asked for."""

    signs: bool = False


@dataclass(frozen=True, slots=True)
class NextTheme(Effect):
    """All is drawn in the next theme."""

    action: ClassVar[str] = "next_theme"


@dataclass(frozen=True, slots=True)
class ShowPalette(Effect):
    """A command is asked for, by words of what it does."""


@dataclass(frozen=True, slots=True)
class Do(Effect):
    """A command is done, by its name, with what one of its ways gives to it."""

    id: str
    by: int | float | str


@dataclass(frozen=True, slots=True)
class Copy(Effect):
    """Text for the terminal's clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Redraw(Effect):
    """All is drawn anew: something else may have written on the terminal."""

    action: ClassVar[str] = "redraw"


@dataclass(frozen=True, slots=True)
class LendTerminal(Effect):
    """Another program has the terminal until it ends; where it ended well, something may be `said`."""

    command: tuple[str, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class TakeUp(Effect):
    """The corpus has been written: the screen goes on in the archive that it is now.

    `then` makes what comes of it from the context before and the one with that archive.
    """

    archive: "Archive"
    then: "Callable[[Context, Context], Outcomes]"


@dataclass(frozen=True, slots=True)
class Reopen(Effect):
    """The newest table is read in the place of the one that is shown."""

    action: ClassVar[str] = "screen.reopen"


@dataclass(frozen=True, slots=True)
class Quit(Effect):
    """The program ends."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be meant: how it is shown, and the whole line typed once it has been taken."""

    line: Line
    typed: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be meant by what has been typed, under a `heading` that explains; safe to show.

    `wrong` says why what has been typed cannot be given as it is, empty where it can: Enter then gives nothing, and
    puts that in place of the heading.
    """

    heading: str = ""
    choices: tuple[Choice, ...] = ()
    wrong: str = ""


class Prepared(Enum):
    """What has come of one part of preparing: more is to be done, what was typed can be answered anew, all is ready."""

    MORE = auto()
    NEWS = auto()
    ALL = auto()


MOST_TYPED = 200
"""The most characters that a prompt takes, where it is not said otherwise; what is typed is short."""


def _silent(typed: str) -> str:
    return ""


def _nothing(typed: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question: a prompt with a `mark` before what is typed, and `hints` on what may be.

    Enter gives `offered` where nothing is typed, and Tab or Right types it: it stands in grey there. Without it nothing
    grey is taken, so hints stand behind a word (`lead`) that tells them from a value.
    `done` makes the outcome of the line that was given, or of None where the prompt was left with Esc. `answer` says
    at each key what would come of the line, in a few safe words. What is `wrong` is not given: Enter says why, and the
    words stay to be mended; with `lists`, what there is stands above then, and may be picked. Tab puts what `offer`
    gives, one after the other, in place of what was typed. With `choose`, what may be meant stands in a list at once,
    and where a choice is all that is asked for (`picks`), Enter gives what was picked, or the first. `shows` makes the
    scene that goes with a line while it is typed, `step` goes down (or up) in what is shown meanwhile; both are given
    the context of that moment, as is `prepare`, which does a small part of what the answers need once, while nobody
    types.
    """

    mark: str
    hints: Sequence[str]
    lead: str = "e.g."
    offered: str = ""
    done: "Callable[[Context, str | None], Outcomes]"
    typed: str = ""
    answer: Callable[[str], str] = _silent
    wrong: Callable[[str], str] = _silent
    lists: Callable[[str], Choices] | None = None
    offer: Callable[[str], Sequence[str]] = _nothing
    choose: Callable[[str], Choices] | None = None
    picks: bool = False
    shows: "Callable[[Context, str], Shown] | None" = None
    step: "Callable[[Context, int], Outcomes] | None" = None
    prepare: "Callable[[Context], Prepared] | None" = None
    longest: int = MOST_TYPED

    @property
    def grey(self) -> Sequence[str]:
        """What stands where nothing is typed: pieces, each of which may be left out with those after it."""
        if self.offered:
            return (self.offered, *(f"or {it}" for it in self.hints))
        return [f"{self.lead} {it}" if not number else it for number, it in enumerate(self.hints)]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown while a line is typed, and what is said beside it; safe to show."""

    scene: Scene
    words: str = ""


Outcome = Scene | Say | Ask | Fill | Effect
"""One thing that comes of a command."""

Outcomes = Outcome | Iterable[Outcome] | None
"""All that comes of it, in the order in which it is to be done."""


def one_by_one(outcomes: Outcomes) -> Iterator[Outcome]:
    """What comes of a command, each by itself."""
    if isinstance(outcomes, Outcome):
        yield outcomes
    elif outcomes is not None:
        yield from outcomes
