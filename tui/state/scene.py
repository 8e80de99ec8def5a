"""What is shown, as one frozen value: a command makes the next one, and everything on the screen follows at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from model.curate.changes import Written
from model.dates.units import Zoom
from model.index.values import AsOf, GroupedBy, Grouping
from model.query.terms import ALL, Query
from tui.state.history import History, Stance
from tui.state.marking import Marking
from tui.state.selection import Selection
from tui.text.target import ConflictTarget

if TYPE_CHECKING:
    # No start needs what is found.
    from model.index.found import Found

PANES = ("timeline", "detail", "source")
"""The panes by name, in the order of the screen."""

PLACES = ("detail", "conflict", "source", "marked", "gaps")
"""The places in which keys act beside the views of the first pane: the card (of a conflict), the source.

`marked` is the source once a stretch of it is marked, `gaps` while it shows of what nothing is made.
"""

MARKING = "marking"
"""The place whose keys mark, and do nothing else."""

FIRST_VIEW = "timeline"
"""The view that the first pane begins with, and that Esc leads back to."""


@dataclass(frozen=True, slots=True)
class LaneSettings:
    """How the lanes are drawn: grouped `by` what, at which `scale`, around which day (None: the as-of day).

    `folded` are the ids of the lanes of which only the heading is shown.
    """

    by: GroupedBy = Grouping.STRAND
    scale: Zoom = Zoom.DAY
    around: int | None = None
    folded: frozenset[str] = frozenset()

    def by_of(self, groupings: Sequence[GroupedBy]) -> GroupedBy | None:
        """What they are grouped by, of what they can be; None where that is nothing."""
        return self.by if self.by in groupings else next(iter(groupings), None)


@dataclass(frozen=True, slots=True)
class Viewed:
    """What the first pane shows: the view by its `name`, how the lanes stand, the first column of the grid.

    `entry` is the entry of the view that was gone to last: several of them may lead to the same. `unfolded` are the
    origins of which all is shown that rests on them. `since` is the day from which changes are told, None for the step
    before the as-of day. `lent` is the as-of day that was asked for with it, and the one that comes again once one
    leaves; None where the as-of day stayed.
    """

    name: str = FIRST_VIEW
    lanes: LaneSettings = LaneSettings()
    column: int = 0
    entry: int | None = None
    unfolded: frozenset[str] = frozenset()
    since: int | None = None
    lent: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched for: the `words` that were typed, and the `hit` that was gone to last, counted from 0.

    `beyond` is the row that was gone to last, where that is a hit after those that are listed; `hit` is None then.
    `begun` is what has been found of it while it is being typed, which may be the first hits only; None once it was
    given: what is found then follows from the words.
    """

    words: str
    hit: int | None = None
    beyond: str = ""
    begun: "Found | None" = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that was sent to the clipboard, and from where: sent once more from there, it goes to a file."""

    text: str
    selection: Selection
    when: AsOf


@dataclass(frozen=True, slots=True)
class LastEntry:
    """The claim that was written last, by id; the title of its event, the id of its statement (empty: none)."""

    event: str
    speaker: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that decides what is on the screen, but for its size and where panes are scrolled to.

    `when` is the as-of day with the filter, `since` the one before the last step: what differs is marked until one
    moves on. `mark` is the event from which distances are counted, `strip` how fine the strip over the panes is,
    `sought` what was searched for and `taken` what was sent to the clipboard last, None where nothing was; `marking` is
    what is marked in the source, `gaps` the source that shows of what nothing is made, `passed` the code point up to
    which it was dealt with in there, `contest` the claim that another one is to be set against, `entered` the claim
    that was written last, None where nothing is or was; `written` is what this program has written and can take back.
    `laid` is the filter under which the rows of a table were seen last among the events.
    """

    when: AsOf
    selection: Selection = field(default_factory=Selection)
    viewed: Viewed = Viewed()
    stance: Stance = field(default_factory=Stance)
    history: History = field(default_factory=History)
    since: AsOf | None = None
    mark: str | None = None
    strip: Zoom = Zoom.MONTH
    sought: Search | None = None
    taken: Taken | None = None
    marking: Marking | None = None
    gaps: str | None = None
    passed: int | None = None
    contest: str | None = None
    entered: LastEntry | None = None
    written: Written = ()
    laid: Query = ALL

    def after(self, before: "Scene") -> "Scene":
        """The scene as it follows another one.

        What was sent before anything else was done is forgotten, and nothing is marked in what one has left.
        """
        scene = self
        if scene.taken is not None and scene.taken is before.taken:
            scene = replace(scene, taken=None)
        if scene.marking is not None and scene.selection != before.selection:
            scene = replace(scene, marking=None)
        return scene

    @property
    def without_gaps(self) -> "Scene":
        """The scene in which no gaps are lit."""
        return replace(self, gaps=None, passed=None)

    @property
    def place(self) -> str:
        """The place whose keys act: the view in the first pane, the pane, or what is done in it."""
        pane = self.stance.pane
        if pane == "timeline":
            return self.viewed.name
        if pane == "source" and self.marking is not None:
            return MARKING if not self.marking.taken else "gaps" if self.gaps is not None else "marked"
        if pane == "source" and self.gaps is not None:
            return "gaps"
        return "conflict" if pane == "detail" and isinstance(self.selection.card, ConflictTarget) else pane
