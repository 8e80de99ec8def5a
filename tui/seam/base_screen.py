"""The screen as Textual has it, told otherwise where it must be: focus, frames, keys, the terminal's cursor."""

from textual.events import Key, Paste
from textual.geometry import Offset
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.seam.frames import FrameClock


class SeamScreen(Screen[None]):
    """A screen that is given what is typed before any widget is, and whose panes say themselves who has the focus."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """What has the focus. Textual would paint the whole screen for it; here the panes paint themselves."""

    _frames: FrameClock | None = None

    @property
    def _update_timer(self) -> FrameClock:  # type: ignore[override]
        """What has frames drawn."""
        if self._frames is None:
            self._frames = FrameClock(self._on_timer_update, self.app._handle_exception)
        return self._frames

    @property
    def cursor_place(self) -> Offset:
        """The cell for the terminal's own cursor."""
        return Offset()

    async def typed(self, event: Key | Paste) -> bool:
        """Do what is asked for by what is typed; False where it is left to the bindings."""
        return False
