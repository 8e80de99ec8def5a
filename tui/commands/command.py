"""What a command is, and the places in which one acts."""

from dataclasses import dataclass

VIEWS = ("timeline", "lanes", "lags", "entities", "company", "grid", "search")
"""The views of the first pane, in the order in which one walks them; the timeline itself is the first."""

PANES = ("timeline", "detail", "source")
"""The panes by name, in the order of the screen."""

EVERYWHERE = (*VIEWS, "detail", "conflict", "source")
"""The places where keys act: the view that the first pane shows, the card (of a conflict), the source."""


@dataclass(frozen=True, slots=True)
class Way:
    """One action, its keys as Textual names them, and one sentence of what it does."""

    action: str
    keys: tuple[str, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done, often in two directions (`ways`).

    `keys` are those worth showing, `also` the others, as people read them. `label` is one or two words for the footer,
    `help` one sentence. `where` names the places in which it acts. `writes` is for what acts outside the program:
    writes a file, fills the clipboard, starts an editor, takes a path or a URL from the person. `--read-only` knows no
    such command.
    """

    keys: str
    also: str
    label: str
    help: str
    group: str
    ways: tuple[Way, ...]
    where: tuple[str, ...] = EVERYWHERE
    writes: bool = False


def command(
    group: str,
    keys: str,
    label: str,
    help: str,
    *ways: Way,
    also: str = "",
    where: tuple[str, ...] = EVERYWHERE,
    writes: bool = False,
) -> Command:
    """A command, written in the order in which one thinks of it."""
    return Command(keys, also, label, help, group, ways, where, writes)
