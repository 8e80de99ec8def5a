"""Where the panes stand: layout, zoom and focus turned into the classes that `screen.tcss` knows."""

from collections.abc import Mapping

from textual.screen import Screen
from textual.widget import Widget

from tui.state.layout import Layout
from tui.state.scene import PANES, Scene
from tui.widgets.card import DetailPane
from tui.widgets.pane import Pane
from tui.widgets.summaries import Summaries
from tui.widgets.tabs import Tabs
from tui.widgets.timeline import TimelinePane


def arrange(screen: Screen[None], layout: Layout, scene: Scene) -> None:
    """Let all widgets of the main screen stand as a layout and a scene have it; they must be there."""
    where = scene.stance.pane
    single = scene.stance.zoomed or layout.tabbed
    screen.update_classes({"-too-small": layout.too_small, "-tabbed": layout.tabbed, "-strip": layout.strip})
    panes = {name: screen.query_one(f"#{name}", Pane) for name in PANES}
    _arrange_inside(
        screen.query_one("#body"),
        {"-single": single, "-split": layout.split, "-columns": layout.columns},
        {
            screen.query_one("#right"): single and where == "timeline",
            **{pane: single and name != where for name, pane in panes.items()},
        },
    )
    for name, pane in panes.items():
        pane.active = name == where
    screen.query_one("#detail", DetailPane).alone = single
    screen.query_one("#timeline", TimelinePane).titled = not layout.tabbed
    for bar in (screen.query_one("#tabs", Tabs), screen.query_one("#summaries", Summaries)):
        bar.pane = where


def _arrange_inside(body: Widget, classes: Mapping[str, bool], hidden: Mapping[Widget, bool]) -> None:
    """Give the body its classes, and hide what is hidden in it.

    Textual works out anew the styles of all that is inside of what changes: the body once, and nothing of it twice.
    """
    wanted = {body: classes, **{widget: {"-hidden": is_hidden} for widget, is_hidden in hidden.items()}}
    changed = [
        widget
        for widget, its in wanted.items()
        if any(widget.has_class(name) is not on for name, on in its.items())
    ]
    for widget in changed:
        widget.update_classes(wanted[widget], update=False)
    for widget in [body] if body in changed else changed:
        widget.update_node_styles()
