"""What is shown, as one frozen value: the screen makes the next one, and everything on it follows at once."""

from dataclasses import dataclass, field

from tui.commands.command import VIEWS
from tui.selection import Selection
from tui.text.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Scene:
    """What is selected; how things are said as of the day (`phrases`); the events that the last step changed.

    `view` is what the first pane shows: a name of `tui.commands.command.VIEWS`.
    """

    selection: Selection
    phrases: Phrases
    changed: frozenset[str] = field(default_factory=frozenset)
    view: str = VIEWS[0]
