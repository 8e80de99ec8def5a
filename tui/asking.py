"""Asking for a line: the prompt as a part of the main screen, and the focus on its way there and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.messages import Note
from tui.walking import Walking

if TYPE_CHECKING:
    from tui.prompt import Prompt


class Asking(Walking):
    """Puts a prompt over the footer; while it is there, keys are its own."""

    _prompt: "Prompt | None" = None

    def ask(self, prompt: "Prompt", done: Callable[[str | None], None]) -> None:
        """Let the prompt ask, and do something with the line that it gives; the focus comes back to where it was."""
        if self._prompt is not None:
            return
        self._prompt = prompt
        focused = self.focused
        # A key that asks is taken before others, and so no key that ends a message in the footer.
        self.post_message(Note(""))

        def answered(typed: str | None) -> None:
            self._prompt = None
            # At once, not in a message: the next key of a burst is meant for the pane.
            self.set_focus(focused)
            prompt.close()
            done(typed)

        prompt.done = answered
        self.mount(prompt)
        self.set_focus(prompt)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, no key of the screen acts: not those that ask, which come first elsewhere."""
        return self._prompt is None and super().check_action(action, parameters)

    def leave_prompt(self) -> None:
        """Where a click has put the focus elsewhere, nobody is typing any more."""
        if self._prompt is not None:
            self._prompt.leave()
