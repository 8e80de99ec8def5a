"""All views of the first pane, in the order in which one walks them: a new one is added here."""

from model.index.features import CURATED, Feature
from tui.views.candidates import CandidatesView
from tui.views.changes import ChangesView
from tui.views.company import CompanyView
from tui.views.conflicts import ConflictsView
from tui.views.entities import EntitiesView
from tui.views.findings import FindingsView
from tui.views.grid import GridView
from tui.views.inbox import InboxView
from tui.views.lags import LagsView
from tui.views.lanes import LanesView
from tui.views.lists import ListsView
from tui.views.questions import QuestionsView
from tui.views.search import SearchView
from tui.views.sources import SourcesView
from tui.views.support import SupportView
from tui.views.timeline import TimelineView
from tui.views.view import View

VIEWS: tuple[type[View], ...] = (
    TimelineView,
    LanesView,
    ConflictsView,
    LagsView,
    EntitiesView,
    CompanyView,
    GridView,
    SourcesView,
    SupportView,
    InboxView,
    QuestionsView,
    ListsView,
    CandidatesView,
    SearchView,
    FindingsView,
    ChangesView,
)

NAMES = tuple(kind.name for kind in VIEWS)
"""Their names, which are places in which keys act."""


def keys_to(view: str) -> tuple[str, ...]:
    """The keys that lead from the first view to another: `v` as often as it takes."""
    return ("v",) * NAMES.index(view)


def new_views(features: frozenset[Feature] = CURATED) -> dict[str, View]:
    """One of each that an archive with these features can fill, by name, scrolled to nowhere yet."""
    return {it.name: it() for it in VIEWS if it.needs is None or it.needs in features}
