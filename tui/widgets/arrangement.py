"""Where the panes stand: layout, zoom and focus turned into the classes that `screen.tcss` knows."""

from textual.screen import Screen

from tui.state.layout import Layout
from tui.state.scene import PANES, Scene
from tui.widgets.card import DetailPane
from tui.widgets.footer import Footer
from tui.widgets.pane import Pane
from tui.widgets.summaries import Summaries
from tui.widgets.tabs import Tabs
from tui.widgets.timeline import TimelinePane


def arrange(screen: Screen[None], layout: Layout, scene: Scene) -> None:
    """Let all widgets of the main screen stand as a layout and a scene have it; they must be there."""
    where = scene.stance.pane
    single = scene.stance.zoomed or layout.tabbed
    for name, on in (
        ("too-small", layout.too_small),
        ("tabbed", layout.tabbed),
        ("strip", layout.strip),
        ("single", single),
        ("split", layout.split),
        ("columns", layout.columns),
    ):
        screen.set_class(on, f"-{name}")
    for name in PANES:
        pane = screen.query_one(f"#{name}", Pane)
        pane.set_class(single and name != where, "-hidden")
        pane.active = name == where
    screen.query_one("#right").set_class(single and where == "timeline", "-hidden")
    screen.query_one(DetailPane).alone = single
    screen.query_one(TimelinePane).titled = not layout.tabbed
    screen.query_one(Footer).place = scene.place
    for bar in (screen.query_one(Tabs), screen.query_one(Summaries)):
        bar.pane = where
