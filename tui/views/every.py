"""All views of the first pane."""

from collections.abc import Mapping

from model.index.archive import Archive
from tui.views.lags import LagsView
from tui.views.lanes import LanesView
from tui.views.timeline import TimelineView
from tui.views.view import View

Views = Mapping[str, View]
"""Views by name, in the order in which one walks them."""


def views_of(archive: Archive) -> Views:
    """The views of an archive, the timeline first (the order of `tui.commands.command.VIEWS`)."""
    return {view.name: view for view in (TimelineView(archive), LanesView(archive), LagsView(archive))}
