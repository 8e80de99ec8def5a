"""The prompt: one line at the foot of the screen, for what is typed after a mark such as a colon."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

MAX_LENGTH = 200
"""The most characters that are taken; a command is short."""

Answer = Callable[[str], str]
"""From what has been typed to what would come of it, in a few safe words; empty where there is nothing to say."""


Offer = Callable[[str], Sequence[str]]
"""From what has been typed to what it can mean, each in words of its own; empty where there is no choice."""


def _silent(typed: str) -> str:
    return ""


def _nothing(typed: str) -> Sequence[str]:
    return ()


class Prompt(ModalScreen[str | None]):
    """Asks for one line; gives it, or None where it was left with Esc. `answer` is shown beside it at each key.

    Tab puts what `offer` gives, one after the other, in place of what was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("tab", "offer(1)", "Another reading", show=False),
        Binding("shift+tab", "offer(-1)", "The reading before", show=False),
    ]

    def __init__(
        self, mark: str, hint: str, answer: Answer = _silent, typed: str = "", offer: Offer = _nothing
    ) -> None:
        super().__init__()
        self._mark = mark
        self._hint = hint
        self._answer = answer
        self._typed = typed
        self._offer = offer
        self._offered: list[str] = []

    def compose(self) -> ComposeResult:
        """The mark, room to type, the answer."""
        with Horizontal(id="prompt"):
            yield Label(self._mark, markup=False)
            yield Input(
                self._typed,
                placeholder=self._hint,
                max_length=MAX_LENGTH,
                select_on_focus=False,
                compact=True,
            )
            yield Label(Content(self._answer(self._typed)), id="answer")

    def on_mount(self) -> None:
        """No blinking: idle writes nothing."""
        self.query_one(Input).cursor_blink = False

    def on_input_changed(self, changed: Input.Changed) -> None:
        """Each key may change the answer."""
        self.query_one("#answer", Label).update(Content(self._answer(changed.value)))

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        """Enter gives what was typed."""
        if self.is_current:
            self.dismiss(submitted.value.strip())

    def action_offer(self, by: int) -> None:
        """Put the next reading in place of what was typed; the first is the one that was shown."""
        field = self.query_one(Input)
        if field.value not in self._offered:
            self._offered = list(self._offer(field.value))
            here = 0
        else:
            here = self._offered.index(field.value)
        if self._offered:
            field.value = self._offered[(here + by) % len(self._offered)]
            field.cursor_position = len(field.value)

    def action_leave(self) -> None:
        """Esc gives nothing."""
        if self.is_current:
            self.dismiss(None)
