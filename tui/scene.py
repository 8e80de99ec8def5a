"""What is shown, as one frozen value: the screen makes the next one, and everything on it follows at once."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from model.dates.units import Zoom
from model.index.values import Grouping
from tui.commands.command import VIEWS
from tui.selection import Selection
from tui.text.phrases import Phrases

if TYPE_CHECKING:
    from model.index.found import Found
    from model.query.folding import Finder


@dataclass(frozen=True, slots=True)
class Lanes:
    """How the lanes are drawn: grouped `by` what, at which `scale`, around which day (None: the as-of day).

    `folded` are the ids of the lanes of which only the heading is shown.
    """

    by: Grouping = Grouping.STRAND
    scale: Zoom = Zoom.DAY
    around: int | None = None
    folded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scene:
    """What is selected; how things are said as of the day (`phrases`); the events that the last step changed.

    `view` is what the first pane shows: a name of `tui.commands.command.VIEWS`. `mark` is the event from which
    distances are counted, `strip` how fine the strip over the panes is, `lanes` how the lanes stand,
    `column` the first entity of the grid.
    `found` is what a search has found, and `finder` finds its words in whatever is shown.
    """

    selection: Selection
    phrases: Phrases
    changed: frozenset[str] = field(default_factory=frozenset)
    view: str = VIEWS[0]
    mark: str | None = None
    strip: Zoom = Zoom.MONTH
    lanes: Lanes = Lanes()
    column: int = 0
    found: "Found | None" = None

    @property
    def finder(self) -> "Finder | None":
        """What finds the words that were searched for, None where nothing was."""
        return self.found.finder if self.found is not None else None
