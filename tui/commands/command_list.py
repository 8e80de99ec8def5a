"""The commands of a run, under the keys of that run, and what is derived from them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from model.index.features import CURATED, Feature
from tui.commands.command import CURATING_GROUP, Command, Way
from tui.commands.on_selection import is_row
from tui.state.context import Context
from tui.state.named import Named
from tui.state.outcome import Do
from tui.state.scene import PLACES
from tui.views.registry import VIEWS

FOOTERS: Mapping[str, tuple[str, ...]] = {
    **{view.name: view.footer for view in VIEWS},
    "detail": ("help", "move", "open", "quotes", "conflict", "back"),
    "conflict": ("help", "reading", "move", "conflict", "sentence", "back"),
    "source": ("help", "move", "quotes", "its event", "mark text", "back"),
    "marking": ("help", "words", "sentences", "next sentence", "claim", "back"),
    "gaps": ("help", "gaps", "claim", "left out", "coverage", "back"),
    "marked": ("help", "claim", "left out", "furniture", "mark on", "back"),
}
"""The labels of at most six hints for each place, `?` first and the way out last."""

FOOTERS_OF_ROWS: Mapping[str, tuple[str, ...]] = {
    "timeline": ("help", "search", "filter", "as of", "open", "quit"),
    "detail": ("help", "move", "open", "citation", "next pane", "back"),
    "source": ("help", "move", "citation", "next pane", "zoom", "back"),
}
"""The same in a table of coded rows, where that has other things to do."""


FOOTERS_OF_LAYER: Mapping[str, tuple[str, ...]] = {
    "timeline": ("help", "search", "own events", "rows", "open", "quit"),
}
"""The same in a corpus with a table under it."""


@dataclass(frozen=True)
class CommandList:
    """Commands in the order in which they are listed, of which those are offered that can be done.

    Where one may only read (`read_only`), that is none that writes, unless it copies first and one may do that
    (`copying`); and none that needs what the archive has not.
    """

    commands: tuple[Command, ...]
    read_only: bool = False
    features: frozenset[Feature] = CURATED
    copying: bool = False

    def refuses(self, command: Command) -> bool:
        """Whether a command is not for who may only read."""
        return self.read_only and command.writes and not (self.copying and command.copies)

    @cached_property
    def _worded(self) -> tuple[Command, ...]:
        return tuple(it.worded(self.features, self.read_only) for it in self.commands)

    @cached_property
    def offered(self) -> tuple[Command, ...]:
        """The commands that may be used, each with the ways that can be gone."""
        return tuple(
            replace(it, ways=tuple(way for way in it.ways if it.lacking(self.features, way) is None))
            for it in self._worded
            if it.lacking(self.features) is None and not self.refuses(it)
        )

    def why_not(self, command: Command, by: int | float | str) -> str:
        """Why one of the ways of a command cannot be gone in this archive, as a sentence; empty where it can."""
        way = next((it for it in command.ways if it.by == by), None)
        needed = command.lacking(self.features, way)
        if needed is None:
            return ""
        # Taking away writes too, and changes nothing.
        changes = command.writes and command.group == CURATING_GROUP and needed is Feature.CLAIMS
        return f"Not here: {needed.lacking}{'; it is changed by importing it anew' if changes else ''}."

    def acting(self, place: str) -> list[Command]:
        """The commands that act in a place and may be used."""
        return [it for it in self.offered if place in it.where]

    def able(self, place: str, ctx: Context) -> list[Command]:
        """Those of them that can act on what is selected."""
        return [it for it in self.acting(place) if it.able(ctx)]

    def hints(self, place: str, ctx: Context) -> list[tuple[str, str]]:
        """The footer of a place: keys and label of each hint that can act on what is selected."""
        by_label = {command.label: command for command in self.acting(place)}
        found = (by_label[label] for label in self._labels(place, ctx) if label in by_label)
        return [(small(it.keys), it.label) for it in found if it.able(ctx)]

    def _labels(self, place: str, ctx: Context) -> tuple[str, ...]:
        own = FOOTERS_OF_LAYER if Feature.LAYER in self.features else {}
        if Feature.ROWS in self.features or (is_row(ctx) and place in PLACES):
            own = FOOTERS_OF_ROWS
        return own.get(place, FOOTERS[place])

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The keys in force by the labels of the commands, as the footer writes them: `n N`."""
        return {it.label: small(it.keys) for it in reversed(self._first_what_can_be_done)}

    @cached_property
    def _first_what_can_be_done(self) -> list[Command]:
        """All commands; what the archive has nothing for comes last, and only says why."""
        return sorted(self._worded, key=lambda it: it.lacking(self.features) is not None)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """What has a name at the colon, from anywhere: what can be done by it, or why that cannot be done here."""
        may = [it for it in self._first_what_can_be_done if not self.refuses(it)]
        named: dict[str, Named] = {}
        for it in may:
            for way in it.ways:
                if way.name:
                    needed = it.lacking(self.features, way)
                    why = needed.lacking if needed is not None else ""
                    named.setdefault(way.name, Named(way.name, way.words, way.help, Do(it.id, way.by), why))
        return tuple(named.values())

    @cached_property
    def _by_key(self) -> Mapping[str, list[tuple[Command, Way]]]:
        found: dict[str, list[tuple[Command, Way]]] = {}
        for command in self._first_what_can_be_done:
            for way in command.ways:
                for key in way.keys:
                    found.setdefault(key, []).append((command, way))
        return found

    def of_key(self, key: str, place: str) -> tuple[Command, Way] | None:
        """What a key, as Textual names it, does in a place; where nothing there, what it does elsewhere, or None.

        A command that acts elsewhere says so itself.
        """
        found = self._by_key.get(key, [])
        here = (pair for pair in found if place in pair[0].where)
        return next(here, found[0] if found else None)

    def of_id(self, id: str) -> Command:
        """The command of a name. Raises `KeyError`."""
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> Mapping[str, Command]:
        return {command.id: command for command in self.commands}

    @property
    def all_keys(self) -> list[str]:
        """Every key that does something somewhere, as Textual names them."""
        return list(self._by_key)


def small(keys: str) -> str:
    """Keys as the footer writes them: names in lower case, letters as they are."""
    return " ".join(key if len(key) == 1 else key.lower() for key in keys.split())
