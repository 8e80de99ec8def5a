"""The prompt: one line at the foot of the screen, for what is typed after a mark such as a colon."""

from collections.abc import Callable
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


def _silent(typed: str) -> str:
    return ""


class Prompt(ModalScreen[str | None]):
    """Asks for one line; gives it, or None where it was left with Esc. `answer` is shown beside it at each key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self, mark: str, hint: str, answer: Answer = _silent, typed: str = "") -> None:
        super().__init__()
        self._mark = mark
        self._hint = hint
        self._answer = answer
        self._typed = typed

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

    def action_leave(self) -> None:
        """Esc gives nothing."""
        if self.is_current:
            self.dismiss(None)
