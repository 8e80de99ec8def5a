"""Records taken out of the text of a file, with their own comments; what stands apart from them stays."""

from collections.abc import Iterable
from typing import Any

from model.corpus.findings import Path
from model.curate.splice import proven, spliced
from model.curate.toml_text import ByteSpan, CannotEdit, TomlText


def without_records(data: bytes, paths: Iterable[Path]) -> bytes:
    """The text without the records at some paths, as ("claim", 3). Raises `CannotEdit` where one is not there so.

    One empty line goes with each: the one below it, or at the end of the file the one above.
    """
    text = TomlText(data)
    gone = frozenset(paths)
    sections = []
    for path in gone:
        of_record = text.sections_of(path)
        if not of_record:
            raise CannotEdit("it is not written in a table of its own; edit it by hand")
        sections += of_record
    after = data
    for section in sorted(sections, key=lambda it: it.lines.start, reverse=True):
        after = _cut(after, section.lines)

    def change(table: dict[str, Any]) -> None:
        for path in sorted(gone, reverse=True):
            _take_out(table, path, text)

    return proven(text, after, change)


def _take_out(table: dict[str, Any], path: Path, text: TomlText) -> None:
    """Take a record out of what was read; a table of which nothing is left is not there."""
    if len(path) == 1 or not path[:-1]:
        table.pop(str(path[0]))
        return
    inner: Any = table
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    if not inner and not any(it.path == path[:-1] for it in text.sections):
        _take_out(table, path[:-1], text)


def _cut(data: bytes, lines: ByteSpan) -> bytes:
    """The text without some whole lines and one empty line beside them."""
    start, end = lines.start, lines.end
    if end < len(data):
        below = data.find(b"\n", end) + 1 or len(data)
        if not data[end:below].strip():
            end = below
        return spliced(data, ByteSpan(start, end), b"")
    above = data.rfind(b"\n", 0, max(start - 1, 0)) + 1
    if above < start and not data[above:start].strip():
        start = above
    left = data[:start]
    if not data.endswith(b"\n"):
        left = left.removesuffix(b"\n").removesuffix(b"\r")
    return left
