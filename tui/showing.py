"""Showing the scene: it is drawn when a burst of keys is done, and what is typed in the first pane before all else."""

from collections.abc import Callable
from dataclasses import replace

from textual.reactive import reactive

from tui.rereading import RereadingScreen
from tui.state.context import Context
from tui.state.layout import Layout
from tui.state.outcome import Outcomes
from tui.state.scene import Scene
from tui.widgets.arrangement import arrange
from tui.widgets.pane import Pane


class ShowingScreen(RereadingScreen):
    """A screen whose widgets are bound to what is shown of its scene."""

    context: reactive[Context | None] = reactive(None, repaint=False)
    """What is shown. Everything on the screen is bound to it; it follows the scene once a burst of keys is done."""

    beside: reactive[Context | None] = reactive(None, repaint=False)
    """The same for what stands beside the first pane: what is typed is answered there, a frame before all else."""

    _typed: Scene | None = None
    """The scene that came of what was typed in a prompt."""

    @property
    def _layout(self) -> Layout:
        return Layout.of(*self.app.size)

    @property
    def _pane(self) -> Pane:
        return self.query_one(f"#{self._scene.stance.pane}", Pane)

    def now(self) -> Context:
        """The context of this moment."""
        size, page = self.app.size, self._pane.page
        drawn = replace(self._base, layout=self._layout, width=size.width, page=page)
        return replace(drawn, scene=self._scene, working=self.working, news=self.counted)

    def renew(self) -> None:
        """Show the scene once more: more is known of it."""
        self.context = self.beside = self.now()

    def _answer_typed(self, asked: Callable[[], Outcomes]) -> None:
        self.answer(asked)
        self._typed = self._scene

    def _show_led(self) -> None:
        """Show where keys have led: where they were typed in a prompt, in the first pane first, all as of one day."""
        day = self.context.scene.when.day if self.context is not None else None
        self._show(first_alone=self._scene is self._typed and self._scene.when.day == day)

    def _follow(self) -> None:
        """Have all that stands beside the first pane show what that does."""
        self.beside = self.context

    def _show(self, first_alone: bool = False) -> None:
        """Show the scene, where it or the layout is another than on the screen."""
        if self.query_one_optional("#too-small") is None:
            # A size, or the end, may come before the widgets do; the last of them is this one.
            return
        layout, before = self._layout, self.context
        if before is None or before.scene is not self._scene or before.layout != layout:
            arrange(self, layout, self._scene)
            self.context = self.now()
        if first_alone:
            self.follow_at_once(self._follow)
        else:
            self._follow()
        if not self._asking.asks and not layout.too_small and self._pane is not self.focused:
            # At once: `focus` would only ask for it.
            self.set_focus(self._pane)
