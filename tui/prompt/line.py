"""The prompt: one line at the foot of the screen, for what is typed after a mark such as a colon."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key, Paste
from textual.widgets import Label

from model.index.faults import faults_told
from tui.seam.field import TypingField
from tui.seam.widget import LinesWidget
from tui.state.outcome import Ask, Choices
from tui.text.line import ACCENT, BOLD, MUTE, RULE, Line, Span
from tui.text.shown import cells, cut
from tui.text.signs import Signs
from tui.text.wrap import wrap_at_most

Answer = Callable[[str], str]
"""From what has been typed to what would come of it, in a few safe words; empty where there is nothing to say."""

Done = Callable[[str | None], None]
"""What is to be done with the line; None where there is none."""


def _ignored(typed: str | None) -> None:
    pass


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

    def says_why(self, offered: Choices) -> bool:
        """Say why what was typed cannot be given; False where it can."""
        if offered.wrong:
            self.show(replace(offered, heading=offered.wrong))
        return bool(offered.wrong)

    def pick(self, by: int) -> None:
        """Pick the next choice, or the one before."""
        last = len(self.offered.choices) - 1
        if last >= 0:
            here = self.picked if self.picked is not None else -1 if by > 0 else 0
            self.picked = min(max(here + by, 0), last)
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """A rule, the heading, the choices around the picked one."""
        choices, picked = self.offered.choices, self.picked or 0
        # The heading is told whole where that hides no choice.
        most = max(height - 1 - len(choices), 1)
        heading = wrap_at_most(self.offered.heading, width - 2, most, self.signs.cut)
        rows = max(1, height - 1 - len(heading))
        if cut_off := len(choices) > rows > 2:
            # The last row says how many are not in sight.
            rows -= 1
        self._top = min(max(self._top, picked - rows + 1), picked)
        shown = enumerate(choices[self._top : self._top + rows], self._top)
        lines = [
            Line((Span(self.signs.rule * width, RULE),)),
            *(Line((Span(f" {row}", BOLD),)) for row in heading),
        ]
        for number, choice in shown:
            mark = Span(self.signs.selected if number == self.picked else " ", ACCENT)
            lines.append(Line((mark, Span(" "), *choice.line.spans)))
        if cut_off:
            above, below = self._top, len(choices) - self._top - rows
            where = [f"{above} above, up"] * bool(above) + [f"{below} more, down"] * bool(below)
            lines.append(Line((Span(f"  {self.signs.cut} {'   '.join(where)}", MUTE),)))
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


class Prompt(Vertical):
    """Asks for one line as a question says (`tui.state.outcome.Ask`); gives it to `done`, or None after Esc.

    `answer` and `step` are the question's, brought up to what is shown. It is part of the screen that asks
    (`tui.prompt.asking`), so that what it changes there is drawn with it at once.
    """

    def __init__(
        self, question: Ask, signs: Signs, answer: Answer, step: Callable[[int], None] | None = None
    ) -> None:
        super().__init__()
        self.set_class(question.choose is not None, "-choosing")
        self.done: Done = _ignored
        self._question = question
        self._over = False
        self._answer = answer
        self._step = step
        self._offered: list[str] = []
        can_list = question.choose is not None or question.lists is not None
        self._list = ChoiceList(signs) if can_list else None
        self._answer_line = AnswerLine(signs, short=question.choose is not None or step is not None)
        self._field = TypingField(
            question.typed,
            self._changed,
            self._special(),
            question.grey,
            question.longest,
            signs.ascii_only,
            # What Enter takes is seen, if only its beginning.
            signs.cut if question.offered else "",
        )

    def compose(self) -> ComposeResult:
        """What may be meant; the mark, room to type, the answer."""
        if self._list is not None:
            yield self._list
        with Horizontal(id="prompt"):
            yield Label(self._question.mark, markup=False)
            yield self._field
            yield self._answer_line

    def on_mount(self) -> None:
        """Let it be typed in."""
        if not self._over:
            self.screen.set_focus(self._field)
        self._changed(self._field.value)

    def knows(self, event: Key) -> bool:
        """Whether a key types something, or does something here."""
        return self._field.knows(event)

    async def take(self, event: Key | Paste) -> None:
        """Let what is typed have its effect."""
        if isinstance(event, Key) and event.key == "ctrl+c" and self._field.selection.is_empty:
            # With nothing to copy it leaves, as wherever else one is asked for a line.
            self.leave()
        else:
            await self._field.take(event)

    def _special(self) -> dict[str, Callable[[], None]]:
        """The keys that type nothing."""
        keys = {"enter": self._given, "escape": self.leave}
        for names, by in (("down ctrl+n", 1), ("up ctrl+p", -1), ("pagedown", 8), ("pageup", -8)):
            keys |= dict.fromkeys(names.split(), partial(self._pick, by))
        keys |= {"tab": partial(self._take, 1), "shift+tab": partial(self._take, -1)}
        return keys | ({"right": self._right} if self._question.offered else {})

    def _right(self) -> None:
        if self._field.value:
            self._field.action_cursor_right()
        else:
            self._type(self._question.offered)

    def _given(self) -> None:
        """Enter takes what was picked or, without that, gives what was typed, else what is offered."""
        question = self._question
        typed = self._field.value if self._field.value.strip() else question.offered
        if question.picks or (question.choose is None and self._picked):
            self._give_choice()
        elif self._picked:
            self._take(1)
        elif typed.strip() and (why := question.wrong(typed)):
            self._answer_line.say(why)
            self._list_what_there_is(typed)
        elif self._list is None or question.choose is None or not self._list.says_why(question.choose(typed)):
            self._end(typed.strip())

    @property
    def _picked(self) -> bool:
        return self._list is not None and self._list.picked is not None

    def _list_what_there_is(self, typed: str) -> None:
        """Let what there is stand above what was typed, which stays to be mended."""
        if self._list is not None and self._question.lists is not None:
            offered = self._question.lists(typed)
            self.set_class(bool(offered.choices), "-choosing")
            self._list.show(offered)

    def _give_choice(self) -> None:
        if self._list is not None and (choices := self._list.offered.choices):
            self._end(choices[self._list.picked or 0].typed)

    def leave(self) -> None:
        """Esc gives nothing."""
        self._end(None)

    def left(self) -> None:
        """Something else has the focus now: that ends it."""
        self._end(None)

    def answer_again(self) -> None:
        """Answer what has been typed, if anything has, once more: there may be more to say."""
        if self._field.value:
            self._changed(self._field.value)

    def close(self) -> None:
        """Be hidden at once, and go when the screen has been drawn without it."""
        self.display = False
        self.call_after_refresh(self._go)

    async def gone(self) -> None:
        """Go now, where that has not been done yet."""
        if self.is_attached:
            await self.remove()

    def _go(self) -> None:
        # Not given back: who called would wait for it, and it for them.
        if self.is_attached:
            self.remove()

    def _pick(self, by: int) -> None:
        """Pick among what may be meant, or go on in what the screen below shows."""
        if self._list is not None and self._list.offered.choices:
            self._list.pick(by)
        elif self._step is not None:
            self._step(by)

    def _take(self, by: int) -> None:
        """Type what was picked or is offered, else the first of what may be meant; without a list, the next reading."""
        if not self._field.value and self._question.offered and not self._picked:
            self._type(self._question.offered)
        elif self._list is None or (self._question.choose is None and not self._picked):
            self._next_reading(by)
        elif self._list.offered.choices:
            self._type(self._list.offered.choices[self._list.picked or 0].typed)

    def _next_reading(self, by: int) -> None:
        """The first reading is the one that was shown."""
        typed = self._field.value
        if typed in self._offered:
            here = self._offered.index(typed)
        else:
            self._offered, here = list(self._question.offer(typed)), 0
        if self._offered:
            self._type(self._offered[(here + by) % len(self._offered)])

    def _type(self, words: str) -> None:
        self._field.value = words
        self._field.cursor_position = len(self._field.value)

    def _changed(self, typed: str) -> None:
        """Each key may change the answer."""
        if self._over:
            return
        # What is typed stands, whatever comes of it: an engine that cannot answer takes no letter.
        with faults_told(self._answer_line.say):
            self._answer_line.say(self._answer(typed or self._question.offered))
            if self._list is not None and self._question.choose is not None:
                self._list.show(self._question.choose(typed))

    def _end(self, typed: str | None) -> None:
        """Give it once: a click elsewhere may come with the key."""
        if not self._over:
            self._over = True
            self.done(typed)
