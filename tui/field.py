"""The line that is typed in."""

from collections.abc import Callable, Mapping
from typing import Self

from textual.events import Key
from textual.reactive import reactive
from textual.widgets import Input


class Field(Input):
    """Textual's input line, whose size is given: Textual's own asks for a new layout of the screen at each key.

    `changed` is told of each change, and keys in `special` do what they are for, at once and not in a message: what
    follows is drawn with the key, and the next one of a burst finds it done.
    """

    value = reactive("", init=False)
    """What has been typed."""

    def __init__(
        self,
        value: str,
        changed: Callable[[str], None],
        special: Mapping[str, Callable[[], None]],
        placeholder: str,
        max_length: int,
    ) -> None:
        # The value that it begins with is no change.
        self._tell: Callable[[str], None] | None = None
        self._special = special
        self.over = False
        super().__init__(
            value, placeholder=placeholder, max_length=max_length, select_on_focus=False, compact=True
        )
        # No blinking: idle writes nothing.
        self.cursor_blink = False
        self._tell = changed

    def watch_value(self, value: str) -> None:
        """Tell of a change."""
        if self._tell is not None:
            self._tell(value)

    def blur(self) -> Self:
        """Nothing: Textual takes the focus from what is hidden, when something else has it already."""
        return self

    def on_key(self, event: Key) -> None:
        """Do what special keys are for; pass on what was meant for what has the focus now."""
        focused = self.screen.focused
        if self.over:
            if focused is not None and focused is not self:
                focused._forward_event(Key(event.key, event.character))
        elif event.key in self._special:
            self._special[event.key]()
        else:
            return
        event.stop()
        event.prevent_default()
