"""The bindings of a screen: whether one knows a key, and the same under other keys."""

from collections.abc import Iterable
from typing import Any

from textual.binding import Binding, BindingsMap
from textual.screen import Screen


def knows(screen: Screen[Any], key: str) -> bool:
    """Whether a screen, or the app, has a binding for a key (as Textual names it)."""
    return any(key in it._bindings.key_to_bindings for it in (screen, screen.app))


def rebind(screen: Screen[Any], old: Iterable[Binding], new: Iterable[Binding]) -> None:
    """Give a screen `new` bindings for `old`; those that Textual brings stay."""
    gone = {binding.action for binding in old}
    kept = {
        key: [binding for binding in bindings if binding.action not in gone]
        for key, bindings in screen._bindings.key_to_bindings.items()
    }
    kept = {key: bindings for key, bindings in kept.items() if bindings}
    screen._bindings = BindingsMap.merge([BindingsMap(new), BindingsMap.from_keys(kept)])
