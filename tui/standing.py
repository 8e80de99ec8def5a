"""How the panes stand: which one has the hands, which one the whole body, which view the first one shows."""

from collections.abc import Mapping
from dataclasses import replace

from textual.geometry import Offset
from textual.widget import Widget

from model.index.archive import Archive
from tui.asking import Asking
from tui.bars import Footer
from tui.commands.command import PANES, VIEWS
from tui.cursor import place_in
from tui.layout import Layout
from tui.levels import Level
from tui.narrow import Summaries, Tabs, TooSmall
from tui.panes.base import Pane
from tui.panes.detail import DetailPane
from tui.panes.timeline import TimelinePane
from tui.scene import Lanes, Scene
from tui.selection import Selection
from tui.text.signs import Signs
from tui.views.every import views_of
from tui.views.lanes import LanesView
from tui.views.search import SearchView
from tui.views.view import View


class Standing(Asking):
    """Arranges the panes; goes in a level, and back out."""

    def __init__(self, archive: Archive, signs: Signs, selection: Selection | None = None) -> None:
        super().__init__(archive, signs, selection)
        self._views: Mapping[str, View] = views_of(archive)
        self._layout = Layout.of(80, 24)
        self._zoomed = False
        self._where = "timeline"
        # What Esc leads back to, the last one gone into at the end.
        self._levels: list[Level] = []

    # Where one is

    @property
    def focused_name(self) -> str:
        """The name of the pane that has the focus, or had it last."""
        return self._where

    @property
    def place(self) -> str:
        """The place whose keys act: the view in the first pane, the pane, or a conflict in it."""
        name, card = self._where, self.selection.card
        if name == "timeline":
            return self._scene.view
        return "conflict" if name == "detail" and card is not None and card.kind == "conflict" else name

    @property
    def cursor_place(self) -> Offset:
        """The cell for the terminal's own cursor: what is selected in the focused pane."""
        pane = self.query_one_optional(f"#{self._where}", Pane)
        return place_in(pane) if pane is not None else Offset()

    def level(self) -> Level:
        """Where one is, to come back to."""
        # The line is that of the card that is shown.
        self._arrive()
        scene = self._scene
        line = self.query_one(DetailPane).line
        return Level(scene.selection, self._where, scene.view, self._zoomed, line)

    @property
    def _pane(self) -> Pane:
        return self.query_one(f"#{self._where}", Pane)

    @property
    def _view(self) -> View:
        return self._views[self._scene.view]

    @property
    def lanes(self) -> LanesView:
        """The lanes, on the screen or not."""
        view = self._views[LanesView.name]
        assert isinstance(view, LanesView)
        return view

    def _lanes_here(self) -> Lanes:
        """The lanes as they are entered: around the selected event."""
        position = self._archive.timeline.position_of(self.selection.event)
        day = self._archive.timeline.days.day_at(position) if position is not None else None
        return replace(self._scene.lanes, around=day)

    def hits_view(self) -> SearchView:
        """The view that lists hits."""
        view = self._views[SearchView.name]
        assert isinstance(view, SearchView)
        return view

    # Going

    def watch_focused(self, widget: Widget | None) -> None:
        """The panes stand as the focus has it; it may also leave them, for a prompt or another window."""
        if isinstance(widget, Pane) and widget.id is not None:
            self._where = widget.id
            self.leave_prompt()
            self._arrange()

    def watch_scene(self, before: Scene | None, now: Scene | None) -> None:
        """Another card may be another place, with keys of its own."""
        if (footer := self.query_one_optional(Footer)) is not None:
            footer.place = self.place

    def to_pane(self, name: str) -> None:
        """Give a pane the focus; it shows what is selected by then."""
        self._arrive()
        # At once: `focus` would only ask for it, and the second of two quick Tabs would start from where the first did.
        pane = self.query_one(f"#{name}", Pane)
        if pane is self.focused:
            self._arrange()
        else:
            self.set_focus(pane)

    def action_pane(self, name: str) -> None:
        """Go to a pane; in the first one, outside of the others, nothing is left to back out of."""
        if name == "timeline":
            self._levels.clear()
        self.to_pane(name)

    def action_next_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        self.action_pane(PANES[(PANES.index(self._where) + by) % len(PANES)])

    def action_zoom(self) -> None:
        """Give the focused pane the whole body, or put it back."""
        self._zoomed = not self._zoomed
        self._arrange()

    def zoom_into(self, name: str) -> None:
        """Give a pane the focus and the whole body."""
        self.stand(name, zoomed=True)

    def go_in(self) -> None:
        """Remember where one is: Esc leads back."""
        self._levels.append(self.level())

    def come_out(self) -> bool:
        """Go back to where one went in; False where one is in nothing."""
        while self._levels:
            level = self._levels.pop()
            if level != self.level():
                self.return_to(level)
                return True
        return False

    def return_to(self, level: Level) -> None:
        """Let all stand as it did there, as far as it is known as of the day that it is now."""
        selection = self._selector.as_known(level.selection)
        self._scene = replace(self._scene, selection=selection, view=level.view)
        self.stand(level.pane, level.zoomed)
        self.query_one(DetailPane).go_to(level.line)

    def show_view(self, name: str, focus: bool = True) -> None:
        """Show a view in the first pane, which has the focus then; some take the whole body."""
        self._scene = replace(self._scene, view=name, lanes=self._lanes_here())
        self._zoomed = self._view.whole
        if focus:
            self.action_pane("timeline")
        else:
            self._arrange()

    def action_aside(self, by: int) -> None:
        """Show what is further left or right in the view; elsewhere, what stands beside."""
        found = self._view.aside(self._scene, by) if self._where == "timeline" else None
        if isinstance(found, Scene):
            self._scene = found
        elif found is not None:
            self.say(found)
        else:
            super().action_aside(by)

    def action_view(self, by: int) -> None:
        """Show the next view in the first pane, or the one before."""
        # Hits are a view of what was searched for, and of nothing where nothing was.
        walked = [name for name in VIEWS if name != "search" or self._scene.found is not None]
        here = walked.index(self._view.name) if self._view.name in walked else 0
        self.show_view(walked[(here + by) % len(walked)])

    def stand(self, pane: str, zoomed: bool) -> None:
        """Give a pane the focus and, `zoomed`, the whole body."""
        self._zoomed = zoomed
        self.to_pane(pane)

    def _arrange(self) -> None:
        """Put the panes where layout, zoom and focus have them."""
        if not self.query(TooSmall) or len(self.query(Pane)) < len(PANES):
            # A size, or the end, may come before the panes do; the last of them is this one.
            return
        layout, name = self._layout, self._where
        self.set_class(layout.too_small, "-too-small")
        self.set_class(layout.tabbed, "-tabbed")
        self.set_class(layout.strip, "-strip")
        single = self._zoomed or layout.tabbed
        self.set_class(single, "-single")
        self.set_class(layout.columns, "-columns")
        self.set_class(layout.uneven, "-uneven")
        for pane in PANES:
            widget = self.query_one(f"#{pane}", Pane)
            widget.set_class(single and pane != name, "-hidden")
            widget.active = pane == name
        self.query_one("#right").set_class(single and name == "timeline", "-hidden")
        self.query_one(DetailPane).alone = single
        self.query_one(TimelinePane).titled = not layout.tabbed
        self.query_one(Footer).place = self.place
        for bar in (self.query_one(Tabs), self.query_one(Summaries)):
            bar.pane = name
