"""The bindings of a screen: whether one knows a key, and bindings of its own."""

from collections.abc import Iterable
from typing import Any

from textual.binding import Binding, BindingsMap
from textual.screen import Screen


def knows(screen: Screen[Any], key: str) -> bool:
    """Whether a screen, or the app, has a binding for a key (as Textual names it)."""
    return any(key in it._bindings.key_to_bindings for it in (screen, screen.app))


def bind(screen: Screen[Any], bindings: Iterable[Binding]) -> None:
    """Give a screen bindings of its own; those that Textual brings stay."""
    screen._bindings = BindingsMap.merge([BindingsMap(bindings), screen._bindings])
