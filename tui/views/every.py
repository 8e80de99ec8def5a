"""All views of the first pane."""

from collections.abc import Mapping

from model.index.archive import Archive
from tui.views.company import CompanyView
from tui.views.entities import EntitiesView
from tui.views.grid import GridView
from tui.views.lags import LagsView
from tui.views.lanes import LanesView
from tui.views.search import SearchView
from tui.views.timeline import TimelineView
from tui.views.view import View

Views = Mapping[str, View]
"""Views by name, in the order in which one walks them."""


def views_of(archive: Archive) -> Views:
    """The views of an archive, the timeline first (the order of `tui.commands.command.VIEWS`)."""
    kinds: tuple[type[View], ...] = (
        TimelineView,
        LanesView,
        LagsView,
        EntitiesView,
        CompanyView,
        GridView,
        SearchView,
    )
    return {kind.name: kind(archive) for kind in kinds}
