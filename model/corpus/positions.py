"""Where in a TOML file a value stands: line and column, for error messages.

`tomllib` keeps no positions, so the file is parsed a second time by tree-sitter's TOML grammar. Only mistakes
need positions; a sound corpus never pays for this.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from model.corpus.findings import Finding, Path, Place, Problem
from model.corpus.silenced import Names, record_at

if TYPE_CHECKING:
    from tree_sitter import Node

_Positions = dict[Path, tuple[int, int]]

_KEYS = {"bare_key", "quoted_key", "dotted_key"}

_DEEPEST = 16
"""How many steps of a path are followed. Records are far shallower; a hostile file may be as deep as it is long."""


def locate(problems: Iterable[Problem], files: Mapping[str, bytes], names: Names) -> list[Finding]:
    """The problems as findings with line and column (from 1, columns in characters), in file order.

    What is left out with something else comes after everything else: it is mended with that. `files` has the bytes of
    the TOML files by their name; a problem of a file that is not there keeps line 0. `names` has the kind and id of the
    records by their places.
    """
    problems = tuple(problems)
    known: dict[str, _Positions] = {}
    # What could not be read stands nowhere in what could; who could not read it knew the line.
    told = {problem.place: (problem.line, problem.column) for problem in problems if problem.line}

    def look(place: Place) -> tuple[int, int]:
        if place in told and place.path:
            return told[place]
        if place.file not in files:
            return 0, 0
        if place.file not in known:
            known[place.file] = _positions(files[place.file])
        return _nearest(known[place.file], place.path)

    findings = set()
    for problem in problems:
        place, message = problem.place, problem.message
        line, column = (problem.line, problem.column) if problem.line else look(place)
        if problem.other is not None:
            at = look(problem.other)[0] if problem.other.path else 0
            message += f" ({problem.other.file}{f':{at}' if at else ''})"
        kind, record = record_at(place, names)
        findings.add(Finding(place.file, line, column, place.field, message, problem.code, kind, record))
    return sorted(findings, key=lambda finding: (finding.follows, finding))


def position(data: bytes, path: Path) -> tuple[int, int]:
    """Line and column (from 1) of what stands at `path` in a TOML file, or of the nearest thing around it."""
    return _nearest(_positions(data), path)


def _nearest(table: _Positions, path: Path) -> tuple[int, int]:
    while path not in table and path:
        path = path[:-1]
    return table.get(path, (1, 1))


def _positions(data: bytes) -> _Positions:
    import tree_sitter
    import tree_sitter_toml

    tree = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language())).parse(data)
    columns = _Columns(data)
    table: _Positions = {}
    for path, node in _walk_document(tree.root_node):
        row, column = node.start_point
        table.setdefault(path, (row + 1, columns.character(row, column) + 1))
    return table


class _Columns:
    """Columns in characters, which people count, for columns in bytes, which tree-sitter counts; both from 0."""

    def __init__(self, data: bytes) -> None:
        self._lines = data.split(b"\n")
        self._row = self._bytes = self._characters = 0

    def character(self, row: int, column: int) -> int:
        """The column of a character. Counted on from the place asked for before: all may stand in one line."""
        if row != self._row or column < self._bytes:
            self._row, self._bytes, self._characters = row, 0, 0
        passed = self._lines[row][self._bytes : column]
        self._characters += len(passed.decode("utf-8", "replace"))
        self._bytes = column
        return self._characters


def _walk_document(root: "Node") -> Iterator[tuple[Path, "Node"]]:
    counts: dict[Path, int] = {}
    for child in root.named_children:
        if child.type == "pair":
            yield from _walk_pair((), child)
        elif child.type in {"table", "table_array_element"}:
            header = _key(child.named_children[0])
            path: Path = header
            if child.type == "table_array_element":
                yield header, child
                path = (*header, counts.setdefault(header, 0))
                counts[header] += 1
            yield path, child
            for pair in child.named_children[1:]:
                if pair.type == "pair":
                    yield from _walk_pair(path, pair)


def _walk_pair(prefix: Path, pair: "Node") -> Iterator[tuple[Path, "Node"]]:
    key, *rest = [child for child in pair.named_children if child.type != "comment"]
    path = prefix + _key(key)
    yield path, key
    for value in rest:
        yield from _walk_value(path, value)


def _walk_value(path: Path, value: "Node") -> Iterator[tuple[Path, "Node"]]:
    if len(path) >= _DEEPEST:
        return
    if value.type == "inline_table":
        for pair in value.named_children:
            if pair.type == "pair":
                yield from _walk_pair(path, pair)
    elif value.type == "array":
        items = [child for child in value.named_children if child.type != "comment"]
        for number, item in enumerate(items):
            yield (*path, number), item
            yield from _walk_value((*path, number), item)


def _key(node: "Node") -> Path:
    """The steps of a key, its first ones only where it is too long. Iterative: the grammar nests dotted keys."""
    steps: list[str] = []
    pending = [node]
    while pending and len(steps) < _DEEPEST:
        part = pending.pop()
        if part.type == "dotted_key":
            pending.extend(child for child in reversed(part.named_children) if child.type in _KEYS)
        else:
            steps.append((part.text or b"").decode("utf-8", "replace").strip("\"'"))
    return tuple(steps)
