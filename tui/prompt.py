"""The prompt: one line at the foot of the screen, for what is typed after a colon."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Label

MAX_LENGTH = 200
"""The most characters that are taken; a command is short."""


class Prompt(ModalScreen[str | None]):
    """Asks for one line; gives it, or None where it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self, mark: str, hint: str) -> None:
        super().__init__()
        self._mark = mark
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The mark, and room to type."""
        with Horizontal(id="prompt"):
            yield Label(self._mark, markup=False)
            yield Input(placeholder=self._hint, max_length=MAX_LENGTH, select_on_focus=False, compact=True)

    def on_mount(self) -> None:
        """No blinking: idle writes nothing."""
        self.query_one(Input).cursor_blink = False

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        """Enter gives what was typed."""
        if self.is_current:
            self.dismiss(submitted.value.strip())

    def action_leave(self) -> None:
        """Esc gives nothing."""
        if self.is_current:
            self.dismiss(None)
