"""A TOML file as the grammar of tree-sitter sees it: each key with its value, each item, each header, with their bytes.

`tomllib` gives the values and keeps no positions; this gives the positions and no values.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.corpus.findings import Path

if TYPE_CHECKING:
    from tree_sitter import Node

_KEYS = {"bare_key", "quoted_key", "dotted_key"}
_HEADERS = {"table", "table_array_element"}

_DEEPEST = 16
"""How many steps of a path are followed. Records are far shallower; a hostile file may be as deep as it is long."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something at a path of a TOML file.

    `node` is where it begins: its key, its header as a whole, or itself for an item of an array. `keys` are the parts
    of its key, the last of them the last step of `path`; `value` is what it is given. Both are absent of a header, and
    keys of an item. `inline` is what stands inside of a value.
    """

    path: Path
    node: "Node"
    keys: "tuple[Node, ...]" = ()
    value: "Node | None" = None
    inline: bool = False

    @property
    def is_header(self) -> bool:
        """Whether it is the header of a table, or of one of several, with all that stands below it."""
        return self.node.type in _HEADERS


def _everywhere(path: Path) -> bool:
    return True


def entries(data: bytes, inside: Callable[[Path], bool] = _everywhere) -> Iterator[Entry]:
    """All that stands in a TOML file, in its order. A file that is no TOML gives what can be made out of it.

    The header of one of several tables is given twice: by the name of them all, and with its number. All headers are
    given, and what stands below those of which the path is to be looked `inside`: that takes nine tenths of the time.
    """
    import tree_sitter
    import tree_sitter_toml

    tree = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language())).parse(data)
    counts: dict[Path, int] = {}
    for child in tree.root_node.named_children:
        if child.type == "pair" and inside(()):
            yield from _pair((), child, False)
        elif child.type in _HEADERS:
            # By itself, and not out of a list of all that is below: that list takes longer than to parse the file.
            name = child.named_child(0)
            path = _header(_steps(name), counts, child.type == "table_array_element")
            if child.type == "table_array_element":
                yield Entry(path[:-1], child)
            yield Entry(path, child)
            for pair in child.named_children[1:] if inside(path) else ():
                if pair.type == "pair":
                    yield from _pair(path, pair, False)


def _header(steps: Path, counts: dict[Path, int], is_one_of_several: bool) -> Path:
    """The path of a header: what it names of several tables so far is the last one of them."""
    path: Path = ()
    for step in steps[:-1]:
        path = (*path, step)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, *steps[-1:])
    if is_one_of_several:
        counts[path] = counts.get(path, -1) + 1
        return (*path, counts[path])
    return path


def _pair(prefix: Path, pair: "Node", inline: bool) -> Iterator[Entry]:
    key, *rest = [child for child in pair.named_children if child.type != "comment"]
    keys = _parts(key)
    path = prefix + tuple(_name(part) for part in keys)
    yield Entry(path, key, keys, rest[0] if rest else None, inline)
    for value in rest:
        yield from _value(path, value)


def _value(path: Path, value: "Node") -> Iterator[Entry]:
    if len(path) >= _DEEPEST:
        return
    if value.type == "inline_table":
        for pair in value.named_children:
            if pair.type == "pair":
                yield from _pair(path, pair, True)
    elif value.type == "array":
        items = [child for child in value.named_children if child.type != "comment"]
        for number, item in enumerate(items):
            yield Entry((*path, number), item, (), item, True)
            yield from _value((*path, number), item)


def _steps(node: "Node") -> Path:
    return tuple(_name(part) for part in _parts(node))


def _parts(node: "Node") -> "tuple[Node, ...]":
    """The parts of a key, its first ones only where it is too long. Iterative: the grammar nests dotted keys."""
    parts: list[Node] = []
    pending = [node]
    while pending and len(parts) < _DEEPEST:
        part = pending.pop()
        if part.type == "dotted_key":
            pending.extend(child for child in reversed(part.named_children) if child.type in _KEYS)
        else:
            parts.append(part)
    return tuple(parts)


def _name(part: "Node") -> str:
    return (part.text or b"").decode("utf-8", "replace").strip("\"'")
