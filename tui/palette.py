"""The palette: every command that acts where one is, found by typing part of its name."""

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.commands import COMMANDS, Command


class Commands(Provider):
    """The one list of commands, as the palette wants it."""

    async def discover(self) -> Hits:
        """All commands that act in the focused pane."""
        for command in self._commands():
            yield DiscoveryHit(command.help, partial(self._run, command), help=command.shown)

    async def search(self, query: str) -> Hits:
        """The commands whose help matches."""
        matcher = self.matcher(query)
        for command in self._commands():
            if (score := matcher.match(command.help)) > 0:
                run = partial(self._run, command)
                yield Hit(score, matcher.highlight(command.help), run, help=command.shown)

    def _commands(self) -> list[Command]:
        pane = self.focused.id if self.focused is not None else None
        return [command for command in COMMANDS if (pane or "timeline") in command.where]

    async def _run(self, command: Command) -> None:
        namespace = self.focused if command.pane and self.focused is not None else self.screen
        await self.app.run_action(command.action, namespace)


def palette() -> CommandPalette:
    """A palette of our commands alone."""
    return CommandPalette(providers=[Commands], placeholder="What to do?")
