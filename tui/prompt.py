"""The prompt: one line at the foot of the screen, for what is typed after a mark such as a colon."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Region
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input, Label

from tui.panes.base import LinesWidget
from tui.text.line import ACCENT, BOLD, MUTE, RULE, Line, Span
from tui.text.shown import cells, cut
from tui.text.signs import UNICODE, Signs

MAX_LENGTH = 200
"""The most characters that are taken; a command is short."""

Answer = Callable[[str], str]
"""From what has been typed to what would come of it, in a few safe words; empty where there is nothing to say."""


def _silent(typed: str) -> str:
    return ""


def _nothing(typed: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be meant: how it is shown, and the whole line typed once it has been taken."""

    line: Line
    typed: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be meant by what has been typed, under a `heading` that explains; safe to show.

    `ready` tells whether what has been typed can be given as it is; where not, Enter gives nothing, and the heading
    says why.
    """

    heading: str = ""
    choices: tuple[Choice, ...] = ()
    ready: bool = True


Offer = Callable[[str], Sequence[str]]
"""From what has been typed to what it can mean, each in words of its own; empty where there is no choice."""

Choose = Callable[[str], Choices]
"""From what has been typed to what may be meant, for a list above the prompt."""

Step = Callable[[int], None]
"""Goes down (or up) in what the screen below shows."""


class ChoiceList(LinesWidget):
    """What may be meant, above the prompt; one of it may be picked."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(signs, id="choices")
        self.offered = Choices()
        self.picked: int | None = None
        self._top = 0

    def show(self, offered: Choices) -> None:
        """Show other choices, none of them picked."""
        self.offered, self.picked, self._top = offered, None, 0
        self.redraw()

    def pick(self, by: int) -> None:
        """Pick the next choice, or the one before."""
        last = len(self.offered.choices) - 1
        if last >= 0:
            here = self.picked if self.picked is not None else -1 if by > 0 else 0
            self.picked = min(max(here + by, 0), last)
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """A rule, the heading, the choices around the picked one."""
        rows = max(1, height - 2)
        picked = self.picked or 0
        self._top = min(max(self._top, picked - rows + 1), picked)
        shown = enumerate(self.offered.choices[self._top : self._top + rows], self._top)
        lines = [
            Line((Span(self.signs.rule * width, RULE),)),
            Line((Span(f" {self.offered.heading}", BOLD),)),
        ]
        for number, choice in shown:
            mark = Span(self.signs.selected if number == self.picked else " ", ACCENT)
            lines.append(Line((mark, Span(" "), *choice.line.spans)))
        return lines


class AnswerLine(LinesWidget):
    """What would come of what has been typed, at the right. Its width is given: no answer lays anything out anew."""

    def __init__(self, signs: Signs, short: bool) -> None:
        super().__init__(signs, id="answer")
        self.set_class(short, "-short")
        self._words = ""

    def say(self, words: str) -> None:
        """Show another answer."""
        self._words = words
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The answer, cut at its end where it is too long."""
        words = cut(self._words, width - 1, self.signs.cut)
        return [Line((Span(" " * (width - 1 - cells(words))), Span(words, MUTE)))]


class Field(Input):
    """Textual's input line, which asks for a new layout of the screen at each key; its size here is given."""

    value = reactive("", init=False)
    """What has been typed."""


class Prompt(ModalScreen[str | None]):
    """Asks for one line; gives it, or None where it was left with Esc. `answer` is shown beside it at each key.

    Tab puts what `offer` gives, one after the other, in place of what was typed. With `choose`, what may be meant
    stands above instead: Down and Up pick, Tab (or Enter on what was picked) takes. Else Down and Up are given to
    `step`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("down,ctrl+n", "pick(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "pick(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "pick(8)", "Page down", show=False, priority=True),
        Binding("pageup", "pick(-8)", "Page up", show=False, priority=True),
        Binding("tab", "take(1)", "Complete", show=False, priority=True),
        Binding("shift+tab", "take(-1)", "The reading before", show=False, priority=True),
    ]

    def __init__(
        self,
        mark: str,
        hint: str,
        answer: Answer = _silent,
        typed: str = "",
        offer: Offer = _nothing,
        *,
        signs: Signs = UNICODE,
        choose: Choose | None = None,
        step: Step | None = None,
        longest: int = MAX_LENGTH,
    ) -> None:
        super().__init__()
        self._mark = mark
        self._hint = hint
        self._answer = answer
        self._typed = typed
        self._offer = offer
        self._offered: list[str] = []
        self._choose = choose
        self._step = step
        self._longest = longest
        self._list = ChoiceList(signs) if choose is not None else None
        self._answer_line = AnswerLine(signs, short=choose is not None or step is not None)

    def compose(self) -> ComposeResult:
        """What may be meant; the mark, room to type, the answer."""
        if self._list is not None:
            yield self._list
        with Horizontal(id="prompt"):
            yield Label(self._mark, markup=False)
            yield Field(
                self._typed,
                placeholder=self._hint,
                max_length=self._longest,
                select_on_focus=False,
                compact=True,
            )
            yield self._answer_line

    def on_mount(self) -> None:
        """No blinking: idle writes nothing."""
        self.query_one(Input).cursor_blink = False
        self._show(self._typed)

    def on_input_changed(self, changed: Input.Changed) -> None:
        """Each key may change the answer."""
        # Textual tells of the text that it began with too, which has been answered.
        if changed.value != self._typed:
            self._typed = changed.value
            self._show(changed.value)

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        """Enter takes what was picked or, without that, gives what was typed."""
        if not self.is_current:
            return
        if self._list is not None and self._list.picked is not None:
            self.action_take(1)
        elif self._choose is None or self._choose(submitted.value).ready:
            self.dismiss(submitted.value.strip())

    def action_leave(self) -> None:
        """Esc gives nothing."""
        if self.is_current:
            self.dismiss(None)

    def action_pick(self, by: int) -> None:
        """Pick among what may be meant, or go on in what the screen below shows."""
        if self._list is not None:
            self._list.pick(by)
        elif self._step is not None:
            self._step(by)

    def action_take(self, by: int) -> None:
        """Type what was picked, or the first of what may be meant; without a list, the next reading."""
        if self._list is None:
            self._next_reading(by)
        elif self._list.offered.choices:
            self._type(self._list.offered.choices[self._list.picked or 0].typed)

    def _next_reading(self, by: int) -> None:
        """The first reading is the one that was shown."""
        typed = self.query_one(Input).value
        if typed in self._offered:
            here = self._offered.index(typed)
        else:
            self._offered, here = list(self._offer(typed)), 0
        if self._offered:
            self._type(self._offered[(here + by) % len(self._offered)])

    def _type(self, words: str) -> None:
        field = self.query_one(Input)
        field.value = words
        field.cursor_position = len(words)

    def _show(self, typed: str) -> None:
        self._answer_line.say(self._answer(typed))
        if self._list is not None and self._choose is not None:
            self._list.show(self._choose(typed))

    def render_lines(self, crop: Region) -> list[Strip]:
        """What stands on the screen below, where nothing of the prompt does.

        Textual (8.2.8) would draw all of that screen anew and tint it, for each line that changes.
        """
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if below is None or below.size != self.size:
            return super().render_lines(crop)
        rows = range(crop.y, crop.bottom)
        chops = below._compositor._render_chops(Region(0, crop.y, crop.right, crop.height), rows.__contains__)
        strips = [Strip.join(chops[y].values()) for y in rows]
        return [strip.crop_extend(crop.x, crop.right, None) for strip in strips]
