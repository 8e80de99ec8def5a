"""Where in a TOML file a value stands: line and column, for error messages.

`tomllib` keeps no positions, so the file is parsed a second time (`toml_tree`). Only mistakes need positions; a sound
corpus never pays for this.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from model.corpus.findings import Finding, Path, Place, Problem
from model.corpus.silenced import Names, record_at
from model.corpus.toml_tree import entries

_Positions = dict[Path, tuple[int, int]]


def locate(problems: Iterable[Problem], files: Mapping[str, bytes], names: Names) -> list[Finding]:
    """The problems as findings with line and column (from 1, columns in characters), in file order.

    What is left out with something else comes after everything else: it is mended with that. `files` has the bytes of
    the TOML files by their name; a problem of a file that is not there keeps line 0. `names` has the kind and id of the
    records by their places.
    """
    problems = tuple(problems)
    known: dict[str, _Positions] = {}
    asked: defaultdict[str, list[Path]] = defaultdict(list)
    for place in (it for problem in problems for it in (problem.place, problem.other) if it is not None):
        asked[place.file].append(place.path)
    # What could not be read stands nowhere in what could; who could not read it knew the line.
    told = {problem.place: (problem.line, problem.column) for problem in problems if problem.line}

    def look(place: Place) -> tuple[int, int]:
        """Line and column of a place, both from 1; (0, 0) in a file that was not read."""
        if place in told and place.path:
            return told[place]
        if place.file not in files:
            return 0, 0
        if place.file not in known:
            known[place.file] = _positions(files[place.file], asked[place.file])
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
    return _nearest(_positions(data, (path,)), path)


def _nearest(table: _Positions, path: Path) -> tuple[int, int]:
    while path not in table and path:
        path = path[:-1]
    return table.get(path, (1, 1))


def _positions(data: bytes, asked: Iterable[Path]) -> _Positions:
    """The positions of all headers, and of what stands in the records in which those are that are asked for."""
    records = {path[:length] for path in asked for length in (0, 1, 2)}
    columns = _Columns(data)
    table: _Positions = {}
    for entry in entries(data, lambda path: path[:2] in records):
        row, column = entry.node.start_point
        table.setdefault(entry.path, (row + 1, columns.character(row, column) + 1))
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
