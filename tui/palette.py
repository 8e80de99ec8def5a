"""The palette: every command that acts where one is, found by typing part of its name."""

from contextlib import suppress
from functools import partial

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.commands.command import Way
from tui.commands.every import commands_in
from tui.walking import Walking


class Commands(Provider):
    """The one list of commands, as the palette wants it."""

    read_only = False
    """Whether commands that write are left out."""

    async def discover(self) -> Hits:
        """All that can be done in the focused pane."""
        for keys, way in self._ways():
            yield DiscoveryHit(way.help, partial(self._run, way), help=keys)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for keys, way in self._ways():
            if (score := matcher.match(way.help)) > 0:
                yield Hit(score, matcher.highlight(way.help), partial(self._run, way), help=keys)

    def _ways(self) -> list[tuple[str, Way]]:
        assert isinstance(self.screen, Walking)
        commands = commands_in(self.screen.place, self.read_only)
        return [(command.keys, way) for command in commands for way in command.ways]

    async def _run(self, way: Way) -> None:
        await self.app.run_action(way.action, self.screen)


class Palette(CommandPalette):
    """Textual's palette, which survives every key at every size."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave; a second key of the same burst finds the palette gone already."""
        return super().dismiss(result) if self.is_current else AwaitComplete.nothing()  # type: ignore[no-untyped-call]

    def _action_command_list(self, action: str) -> None:
        # Textual 8.2.8: to page through a list that has had no room to be laid out raises KeyError.
        with suppress(KeyError):
            super()._action_command_list(action)


class ReadersCommands(Commands):
    """The commands of one who may only read."""

    read_only = True


def palette(read_only: bool = False) -> Palette:
    """A palette of our commands alone."""
    return Palette(providers=[ReadersCommands if read_only else Commands], placeholder="What to do?")
