"""Asking for a line: the prompt as a part of the main screen, and the focus on its way there and back."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.events import Key, Paste
from textual.widget import AwaitMount

from tui.walking import Walking

if TYPE_CHECKING:
    from tui.prompt import Prompt


class Asking(Walking):
    """Puts a prompt over the footer; while it is there, keys are its own."""

    _asking: "tuple[Prompt, AwaitMount] | None" = None
    _then: Callable[[], Awaitable[object]] | None = None
    """What the line that was given leads to, where that has to be waited for."""

    def ask(self, prompt: "Prompt", done: Callable[[str | None], None]) -> None:
        """Let the prompt ask, and do something with the line that it gives; the focus comes back to where it was."""
        if self._asking is not None:
            return
        focused = self.focused

        def answered(typed: str | None) -> None:
            self._asking = None
            self.set_focus(focused)
            prompt.close()
            done(typed)

        prompt.done = answered
        self._asking = prompt, self.mount(prompt)

    async def typed(self, event: Key | Paste) -> bool:
        """Give what is typed to the prompt; False where none asks.

        Here, and not by a message: each key of a burst finds done what the one before it asked for.
        """
        if self._asking is None:
            return False
        prompt, mounting = self._asking
        if not prompt.is_mounted:
            await mounting
        await prompt.take(event)
        if (then := self._then) is not None:
            self._then = None
            await then()
        return True

    def leave_prompt(self) -> None:
        """Where a click has put the focus elsewhere, nobody is typing any more."""
        if self._asking is not None:
            self._asking[0].leave()
