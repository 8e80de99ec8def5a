"""A table of formats: those that come along, and those of plug-ins, whose names are read without importing them."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENDING = re.compile(r"(?:\.[a-z0-9]+)+")
_LONGEST = 40


class PluginFault(Exception):
    """A plug-in that cannot be used; the message is one sentence, whose words may come from outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its name on the command line, the endings of its files (".md") and what it is, in a few words.

    `plugin` is the package that brings it, empty for one that comes along. Raises `ValueError` for a name or an ending
    that could not be typed.
    """

    name: str
    endings: tuple[str, ...]
    about: str
    plugin: str = ""

    def __post_init__(self) -> None:
        if not is_name(self.name):
            raise ValueError("the name of a format is lower-case letters, digits and single hyphens")
        if not _are_endings(self.endings):
            raise ValueError('the endings of a format are a tuple of lower-case ones such as ".md"')


F = TypeVar("F", bound=Format)


class Registry(Generic[F]):
    """The formats of one kind: `built_in`, and those that entry points of a group name."""

    def __init__(self, kind: type[F], group: str, *built_in: F) -> None:
        self.built_in = built_in
        self._kind = kind
        self._group = group
        self._known = {it.name: it for it in built_in}

    def __contains__(self, name: object) -> bool:
        # Plug-ins are only looked for where it could be one of theirs.
        return name in self._known or name in self._plugins[0]

    def names(self) -> tuple[str, ...]:
        """The names, built-in ones first; no plug-in is imported for that."""
        return (*(it.name for it in self.built_in), *self._plugins[0])

    def plugin_names(self) -> tuple[str, ...]:
        """The names that plug-ins bring."""
        return tuple(self._plugins[0])

    def faults(self) -> tuple[str, ...]:
        """A sentence for each plug-in that is left out because of its name."""
        return tuple(self._plugins[1])

    def get(self, name: str) -> F:
        """The format of a name. Raises `KeyError` where there is none, `PluginFault` where it cannot be loaded."""
        if name not in self._known:
            self._known[name] = self._loaded(self._plugins[0][name])
        return self._known[name]

    @cached_property
    def _plugins(self) -> "tuple[dict[str, EntryPoint], list[str]]":
        """The entry points by name, and what is wrong with the others."""
        # Imported here: it takes longer than all else that a start reads.
        from importlib.metadata import entry_points

        found: dict[str, EntryPoint] = {}
        faults = []
        for point in sorted(entry_points(group=self._group), key=lambda it: (it.name, _package(it))):
            if not is_name(point.name):
                what = f"has to be up to {_LONGEST} lower-case letters, digits and single hyphens"
            elif any(it.name == point.name for it in self.built_in):
                what = "is the name of a format that comes along"
            elif point.name in found:
                what = f"is the name of a format of {_package(found[point.name])} too"
            else:
                found[point.name] = point
                continue
            faults.append(
                f'the plug-in "{_short(point.name)}" of {_package(point)} is left out: its name {what}'
            )
        return found, faults

    def _loaded(self, point: "EntryPoint") -> F:
        where = f'the plug-in "{point.name}" of {_package(point)} cannot be loaded'
        try:
            loaded = point.load()
        # Whatever a stranger's module does while it is imported, the rest goes on.
        except (Exception, SystemExit) as error:
            raise PluginFault(f"{where}: {_said(error)}") from error
        if not isinstance(loaded, self._kind) or loaded.name != point.name:
            raise PluginFault(f'{where}: it is no {self._kind.__name__} of the name "{point.name}"')
        return replace(loaded, plugin=_package(point))


def is_name(text: str) -> bool:
    """Whether a format may be called so."""
    return len(text) <= _LONGEST and _NAME.fullmatch(text) is not None


def _are_endings(given: object) -> bool:
    """Whether a plug-in, which no type checker has seen, gives endings that a file's name can have."""
    return isinstance(given, tuple) and all(
        isinstance(ending, str) and _ENDING.fullmatch(ending) for ending in given
    )


def failed(format: Format, error: Exception) -> PluginFault:
    """What to say of a plug-in whose own code has failed."""
    return PluginFault(f'the plug-in "{format.name}" of {format.plugin} has failed: {_said(error)}')


def _package(point: "EntryPoint") -> str:
    return _short(point.dist.name) if point.dist is not None else "an unknown package"


def _said(error: BaseException) -> str:
    return _short(f"{type(error).__name__}: {error}", 200)


def _short(text: str, longest: int = _LONGEST) -> str:
    """Words from outside, on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 3]}..."
