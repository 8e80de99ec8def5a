"""Objects in one JSON document: those of the path that has most of them, each with the plain values above it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.json_cells import DECODER, ColumnNames, cells_of, in_columns
from model.exchange.tables.streams.json_whole import JsonDocument, document, skip_blanks
from model.exchange.tables.streams.stream import RowTally, SourceFile, Stream, StreamRow

_MOST_KEPT = 2_000

Path = tuple[str | None, ...]
"""ColumnNames of an object's members; None is any element of a list."""


@dataclass(frozen=True, slots=True)
class JsonPiece:
    """A value of a document: where it begins and ends in the text."""

    value: Any
    start: int
    end: int


def json_document(file: SourceFile, data: bytes, encoding: str | None) -> Stream:
    """The objects in the lists of the path that has most objects. Raises `UnreadableTable` where there is none."""
    found = document(data, encoding)
    paths = _counted(found.value)
    if not paths:
        raise UnreadableTable("no list in it has objects with names and values")
    path = max(paths, key=lambda it: (paths[it], -len(it)))
    # What rows stand in, and what stands in rows, is in their cells.
    others = sum(count for it, count in paths.items() if path[: len(it)] != it[: len(path)])
    said = [f"rows are the objects in {spelled(path)}"]
    if others:
        said.append(f"{others:,} objects in other lists are no rows of this table")
    return stream_of(file, "json", found, path, tuple(said))


def stream_of(
    file: SourceFile,
    format: str,
    found: JsonDocument,
    path: Path,
    said: tuple[str, ...] = (),
    title: str = "",
) -> Stream:
    """The objects of a path as rows, with the plain values of what they stand in, under their names."""
    text, file = found.text, replace(file, encoding=found.encoding)
    names = ColumnNames()
    for _, cells in _objects(text, path):
        names.see(cells)
    columns = names.columns()
    if not columns:
        raise UnreadableTable(f"there is nothing in {spelled(path)}")

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        """Each object of the list by the line on which it begins; what is no object says so."""
        line, at = 1, 0
        for piece, cells in _objects(text, path):
            line += text.count("\n", at, piece.start)
            at = piece.start
            raw = found.as_it_stands[piece.start : piece.end]
            if not isinstance(piece.value, dict):
                yield StreamRow(line, (), raw, "It is no object with names and values.")
            elif not any(cells.values()):
                yield StreamRow(line, (), raw, "It is empty.")
            else:
                yield StreamRow(line, in_columns(cells, columns, line, tally), raw)
        if (broken := broken_row(found)) is not None:
            yield broken

    return Stream(file, format, columns, one_a_line(rows), (*found.said, *said), title=title)


def broken_row(found: JsonDocument) -> StreamRow | None:
    """What cannot be read of a document that is not sound to its end, as one row that says so; None of a sound one."""
    if found.broken_at is None:
        return None
    line = found.as_it_stands.count("\n", 0, found.broken_at) + 1
    rest = found.as_it_stands[found.broken_at : found.broken_at + _MOST_KEPT]
    return StreamRow(line, (), rest.strip(), f"From here on nothing can be read: {found.why}.")


def one_a_line(rows: Any) -> Any:
    """The same rows, whose numbers ascend: of several in one line, the later ones count on."""

    def numbered(tally: RowTally) -> Iterator[StreamRow]:
        before = 0
        for row in rows(tally):
            before = max(row.number, before + 1)
            yield row if row.number == before else row._replace(number=before)

    return numbered


def spelled(path: Path) -> str:
    """A path as people write it: `timeBins[].data[]`."""
    words = "".join("[]" if it is None else f".{it}" for it in path).removeprefix(".")
    return words or "the document"


def members(text: str, at: int) -> Iterator[tuple[str, JsonPiece]]:
    """The members of the object that begins at a place of a sound document."""
    at = skip_blanks(text, at + 1)
    while text[at] != "}":
        name, at = scanstring(text, at + 1, True)
        start = skip_blanks(text, skip_blanks(text, at) + 1)
        value, end = DECODER.raw_decode(text, start)
        yield name, JsonPiece(value, start, end)
        at = skip_blanks(text, end)
        at = skip_blanks(text, at + 1) if text[at] == "," else at


def elements(text: str, at: int) -> Iterator[JsonPiece]:
    """The elements of the list that begins at a place of a sound document."""
    at = skip_blanks(text, at + 1)
    while text[at] != "]":
        value, end = DECODER.raw_decode(text, at)
        yield JsonPiece(value, at, end)
        at = skip_blanks(text, end)
        at = skip_blanks(text, at + 1) if text[at] == "," else at


def _objects(text: str, path: Path) -> Iterator[tuple[JsonPiece, dict[str, str]]]:
    yield from _below(text, skip_blanks(text, 0), path, {}, "")


def _below(
    text: str, at: int, path: Path, above: dict[str, str], named: str
) -> Iterator[tuple[JsonPiece, dict[str, str]]]:
    step, rest = path[0], path[1:]
    if step is None:
        if text[at] != "[":
            return
        for piece in elements(text, at):
            if not rest:
                own = cells_of(piece.value) if isinstance(piece.value, dict) else {}
                yield piece, above | own if own else own
            elif text[piece.start] in "{[":
                inherited = above | _plain(piece.value, named)
                yield from _below(text, piece.start, rest, inherited, named)
    elif text[at] == "{":
        for name, piece in members(text, at):
            if name == step and text[piece.start] in "{[":
                inherited = above | (_plain(piece.value, f"{named}{name}.") if rest[:1] != (None,) else {})
                yield from _below(text, piece.start, rest, inherited, f"{named}{name}.")


def _plain(value: Any, named: str) -> dict[str, str]:
    """The plain values of an object that stands above rows; what is in it besides are the rows."""
    if not isinstance(value, dict):
        return {}
    plain = {name: it for name, it in value.items() if not isinstance(it, dict | list)}
    return {f"{named}{name}": it for name, it in cells_of(plain).items()}


def has_rows(value: Any) -> bool:
    """Whether any list in a document has objects."""
    return bool(_counted(value))


def _counted(value: Any) -> Counter[Path]:
    """How many objects stand in the lists of each path."""
    paths: Counter[Path] = Counter()
    try:
        _count(value, (), paths)
    except RecursionError:
        raise UnreadableTable("it is no JSON that can be read: it is nested too deep") from None
    return paths


def _count(value: Any, path: Path, paths: Counter[Path]) -> None:
    if isinstance(value, dict):
        for name, it in value.items():
            _count(it, (*path, name), paths)
    elif isinstance(value, list):
        here = (*path, None)
        for it in value:
            if isinstance(it, dict):
                paths[here] += 1
            _count(it, here, paths)
