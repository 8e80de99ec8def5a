"""Commands as Textual's bindings."""

from collections.abc import Iterable

from textual.binding import Binding

from tui.commands.command import Command


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The bindings of the main screen; a key that several commands share has one action.

    All have priority: what a key asks for is done before the next key of a burst is looked at. Others are passed from
    widget to widget by messages, and arrive out of order.
    """
    ways = {way.action: way for command in commands for way in command.ways}
    return [
        Binding(",".join(way.keys), way.action, way.help, show=False, priority=True) for way in ways.values()
    ]
