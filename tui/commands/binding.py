"""Commands as Textual's bindings."""

from collections.abc import Iterable

from textual.binding import Binding, BindingsMap

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


def rebound(known: BindingsMap, old: Iterable[Binding], new: Iterable[Binding]) -> BindingsMap:
    """The bindings of a screen with `new` ones for `old`; those that Textual brings stay."""
    gone = {binding.action for binding in old}
    kept = {
        key: [binding for binding in bindings if binding.action not in gone]
        for key, bindings in known.key_to_bindings.items()
    }
    kept = {key: bindings for key, bindings in kept.items() if bindings}
    return BindingsMap.merge([BindingsMap(new), BindingsMap.from_keys(kept)])
