"""What a command is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from model.index.features import Feature
from tui.commands.on_selection import anything
from tui.state.context import Context
from tui.state.outcome import Outcomes
from tui.state.scene import MARKING, PLACES
from tui.views.registry import NAMES

EVERYWHERE = (*NAMES, *PLACES)
"""The places where keys act: the views of the first pane, the card (of a conflict), the source."""

ALWAYS = (*EVERYWHERE, MARKING)
"""The same, and while one marks."""


CURATING_GROUP = "Curating"
"""The group of what changes a corpus."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing a command: what is given to it (`by`), its keys as Textual names them, and one sentence.

    `name` is what does it at the colon, from anywhere; empty where nothing does. `words` are others by which it is
    found, there and in the palette. `needs` is what an archive must have for it. `help_of_rows` is the sentence in a
    table of coded rows, where that is another; `help_of_readers` that for who may only read.
    """

    by: int | float | str
    keys: tuple[str, ...]
    help: str
    name: str = ""
    words: tuple[str, ...] = ()
    needs: Feature | None = None
    help_of_rows: str = ""
    help_of_readers: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done, often in two directions (`ways`).

    `id` names it for good. `keys` are those worth showing, `also` the others, as people read them. `label` is one or
    two words for the footer, `help` one sentence. `run` makes what comes of it from the context and a way's `by`; where
    it cannot act, it says why. `where` names the places in which it acts. `writes` is for what acts outside the
    program: writes a file, fills the clipboard, starts an editor, takes a path or a URL from the person. `--read-only`
    knows no such command; in a browser it knows those that fill the clipboard first (`copies`). `passing` is for moves:
    of a burst of them only the end is shown. `needs` is what an archive must have for all of its ways. `help_of_rows`
    and `help_of_readers` are as with `Way`. `able` says whether what it acts on is selected; where not, neither footer
    nor help names it.
    """

    id: str
    keys: str
    label: str
    help: str
    group: str
    run: Callable[[Context, Any], Outcomes]
    ways: tuple[Way, ...]
    also: str = ""
    where: tuple[str, ...] = EVERYWHERE
    writes: bool = False
    copies: bool = False
    passing: bool = False
    needs: Feature | None = None
    help_of_rows: str = ""
    help_of_readers: str = ""
    able: Callable[[Context], bool] = anything

    def worded(self, features: frozenset[Feature], read_only: bool) -> "Command":
        """The same, with the help of what an archive has, and of what may be done with it."""
        rows = Feature.ROWS in features
        if not rows and not read_only:
            return self

        def help_of(it: Command | Way) -> str:
            return (read_only and it.help_of_readers) or (rows and it.help_of_rows) or it.help

        return replace(
            self, help=help_of(self), ways=tuple(replace(it, help=help_of(it)) for it in self.ways)
        )

    def lacking(self, features: frozenset[Feature], way: Way | None = None) -> Feature | None:
        """What it, or one way of doing it, needs and is not among the features; None where nothing is."""
        needed = (self.needs, way.needs if way is not None else None)
        return next((it for it in needed if it is not None and it not in features), None)
