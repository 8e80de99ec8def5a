"""Commands as Textual's bindings."""

from textual.binding import Binding

from tui.commands.command_list import CommandList


def bindings(commands: CommandList) -> list[Binding]:
    """The bindings of the main screen: a key is passed on by its name, since what it does depends on the place.

    All have priority: what a key asks for is done before the next key of a burst is looked at. Others are passed from
    widget to widget by messages, and arrive out of order.
    """
    return [Binding(key, f"press({key!r})", show=False, priority=True) for key in commands.all_keys]
