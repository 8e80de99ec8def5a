"""Bindings of a screen under other keys."""

from collections.abc import Iterable

from textual.binding import Binding, BindingsMap


def rebound(known: BindingsMap, old: Iterable[Binding], new: Iterable[Binding]) -> BindingsMap:
    """The bindings of a screen with `new` ones for `old`; those that Textual brings stay."""
    gone = {binding.action for binding in old}
    kept = {
        key: [binding for binding in bindings if binding.action not in gone]
        for key, bindings in known.key_to_bindings.items()
    }
    kept = {key: bindings for key, bindings in kept.items() if bindings}
    return BindingsMap.merge([BindingsMap(new), BindingsMap.from_keys(kept)])
