"""The screen as Textual has it, told otherwise where it must be: focus, frames, keys, the terminal's cursor."""

from collections.abc import Callable

from textual.events import Key, Paste
from textual.geometry import Offset
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.seam.answering import Answering
from tui.seam.frames import FrameClock


class SeamScreen(Screen[None]):
    """A screen that is given what is typed before any widget is, and whose panes say themselves who has the focus."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """What has the focus. Textual would paint the whole screen for it; here the panes paint themselves."""

    _frames: FrameClock | None = None

    def __init__(self) -> None:
        super().__init__()
        self.answering = Answering()

    @property
    def _update_timer(self) -> FrameClock:  # type: ignore[override]
        """What has frames drawn."""
        if self._frames is None:
            self._frames = FrameClock(self._on_timer_update, self.answering.end, self.app._handle_exception)
        return self._frames

    @property
    def cursor_place(self) -> Offset:
        """The cell for the terminal's own cursor."""
        return Offset()

    def follow_at_once(self, follow: Callable[[], None]) -> None:
        """Once what is to be drawn is there, `follow` it with more, in the frame that comes right after."""

        def more() -> None:
            self._update_timer.hurry()
            follow()

        self.call_after_refresh(more)

    async def typed(self, event: Key | Paste) -> bool:
        """Do what is asked for by what is typed; False where it is left to the bindings."""
        return False
