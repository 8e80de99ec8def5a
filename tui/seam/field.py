"""The line that is typed in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Self

from textual._styles_cache import StylesCache
from textual.events import Key, Mount, Paste, Resize
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

from tui.seam.focus import QuietFocus
from tui.text.shown import cells, fit, shown, typeable


class TypingField(QuietFocus, Input):
    """Textual's input line, whose size is given: Textual's own asks for a new layout of the screen at each key.

    `changed` is told of each change; `hints` are examples of what may be typed, which may be from files. It is given
    what is typed by `take`, where keys in `special` do what they are for. A first hint that has no room ends
    with `cut`; without that, it is left out.
    """

    value = reactive("", init=False)
    """What has been typed."""

    virtual_size = reactive(Size(0, 0))
    """How long it is, which moves nothing but what is seen of it."""

    def __init__(
        self,
        value: str,
        changed: Callable[[str], None],
        special: Mapping[str, Callable[[], None]],
        hints: Sequence[str],
        max_length: int,
        ascii_only: bool = False,
        cut: str = "",
    ) -> None:
        # The value that it begins with is no change.
        self._tell: Callable[[str], None] | None = None
        self._special = special
        self._cut = cut
        self._hints = [shown(it, ascii_only) for it in hints]
        super().__init__(value, max_length=max_length, select_on_focus=False, compact=True)
        # No blinking: idle writes nothing.
        self.cursor_blink = False
        self._tell = changed

    def _on_mount(self, event: Mount) -> None:
        """Be there, and nothing else.

        Textual's own would subscribe to a signal of the screen, which then holds every line that was ever typed in for
        as long as the program runs; and start a timer for the cursor, which does not blink.
        """
        event.prevent_default()

    def on_unmount(self) -> None:
        """Let go of what was drawn: Textual keeps colours by the widget that asked, and with it all that it held."""
        StylesCache.get_inner_outer.cache_clear()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the line with its cursor, or without."""
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """While nothing is typed, show as many whole hints as there is room for."""
        fitting = ["   ".join(self._hints[:count]) for count in range(len(self._hints) + 1)]
        room = event.size.width - 1
        self.placeholder = next(hint for hint in reversed(fitting) if cells(hint) <= room or not hint)
        if self._cut and self._hints and not self.placeholder:
            self.placeholder = fit(self._hints[0], max(room, 0), self._cut).rstrip()

    def validate_value(self, value: str) -> str:
        """Hold nothing that cannot be seen, wherever it comes from."""
        return typeable(value)

    def validate(self, value: str) -> None:
        """Nothing: whatever is typed is answered in words. Textual's own has the styles worked out anew."""

    def watch_value(self, value: str) -> None:
        """Tell of a change."""
        if self._tell is not None:
            self._tell(value)

    def blur(self) -> Self:
        """Nothing: Textual takes the focus from what is hidden, when something else has it already."""
        return self

    def knows(self, event: Key) -> bool:
        """Whether a key types something, or does something here."""
        return event.is_printable or event.key in self._special or event.key in self._bindings.key_to_bindings

    async def take(self, event: Key | Paste) -> None:
        """Do what a key is for, or write it or what was pasted, at once."""
        if isinstance(event, Paste):
            # What there is room for: Textual would take nothing of it.
            event.text = event.text[: max((self.max_length or 0) - len(self.value), 0)]
            self._on_paste(event)
        elif event.key in self._special:
            self._special[event.key]()
        elif known := self._bindings.key_to_bindings.get(event.key):
            await self.app.run_action(known[0].action, self)
        else:
            await self._on_key(event)
