"""The palette: every command that acts where one is, found by typing part of its name."""

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.commands import Way, commands_in


class Commands(Provider):
    """The one list of commands, as the palette wants it."""

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
        pane = self.focused.id if self.focused is not None else None
        commands = commands_in(pane or "timeline")
        return [(command.keys, way) for command in commands for way in command.ways]

    async def _run(self, way: Way) -> None:
        await self.app.run_action(way.action, self.screen)


def palette() -> CommandPalette:
    """A palette of our commands alone."""
    return CommandPalette(providers=[Commands], placeholder="What to do?")
