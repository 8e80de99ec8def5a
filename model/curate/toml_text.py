"""The text of a TOML file as the records in it: which lines are whose, where each value stands, how lines end."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.findings import Path, Problem
from model.corpus.syntax import edited_table
from model.corpus.toml_tree import Entry, entries


class CannotEdit(Exception):
    """An edit that cannot be made to a text as it stands; the message is one sentence, to follow the file's name."""


@dataclass(frozen=True, slots=True)
class ByteSpan:
    """Bytes of a text, from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it stands: its bytes, those of its key and of both (alike for an item of an array).

    `keys` are the parts of the key. `inline` says that it stands inside another value, `form` is what the grammar
    calls it.
    """

    path: Path
    whole: ByteSpan
    keys: tuple[ByteSpan, ...]
    value: ByteSpan
    inline: bool
    form: str


@dataclass(frozen=True, slots=True)
class Section:
    """A header with the pairs below it, as whole lines: `lines` from its own comments on, `head` the header's.

    Its own comments stand directly above it, or directly below its last pair; what an empty line parts from it is not
    its own.
    """

    path: Path
    lines: ByteSpan
    head: ByteSpan


class TomlText:
    """A TOML file that can be read, with the places of all that is in it. Raises `CannotEdit` where it is none."""

    def __init__(self, data: bytes) -> None:
        table = edited_table(data)
        if isinstance(table, Problem):
            raise CannotEdit(f"{table.message}; mend that first")
        self.data = data
        self.table: dict[str, Any] = table
        self.newline = b"\r\n" if data[: data.find(b"\n") + 1].endswith(b"\r\n") else b"\n"
        # Of a header that is given twice, the one with its number comes last.
        headers = {entry.node.start_byte: entry for entry in entries(data, lambda _: False)}
        self.sections = [*map(self._section, headers.values())]

    @cached_property
    def values(self) -> dict[Path, Written]:
        """Every value, by its path."""
        found: dict[Path, Written] = {}
        for entry in entries(self.data):
            if entry.value is not None:
                key, value = _span(entry.node), _span(entry.value)
                whole, keys = ByteSpan(key.start, value.end), tuple(map(_span, entry.keys))
                found[entry.path] = Written(entry.path, whole, keys, value, entry.inline, entry.value.type)
        return found

    def _section(self, header: Entry) -> Section:
        name, *held = header.node.named_children
        start = self.line_start(header.node.start_byte)
        head = ByteSpan(start, self.line_end(name.end_byte))
        pairs = [it for it in held if it.type == "pair"]
        end = self.line_end(pairs[-1].end_byte) if pairs else head.end
        above = start
        while above and self._is_comment(self.line_start(above - 1)):
            above = self.line_start(above - 1)
        below = end
        while self._is_comment(below):
            below = self.line_end(below)
        if below < len(self.data) and not self.is_blank(below):
            # What stands directly above the next header is about that.
            below = end
        return Section(header.path, ByteSpan(above, below), head)

    def sections_of(self, path: Path) -> list[Section]:
        """The sections of a record, or of a table: what stands below its header, and below those within it."""
        return [it for it in self.sections if it.path[: len(path)] == path]

    def records(self) -> Iterator[Path]:
        """The paths of the records, in the order of their headers: ("claim", 3), and ("source",)."""
        for section in self.sections:
            if len(section.path) == 1 or (len(section.path) == 2 and isinstance(section.path[1], int)):
                yield section.path

    def record(self, path: Path) -> dict[str, Any]:
        """What a record holds. Raises `KeyError` and `IndexError` where there is none."""
        found: Any = self.table
        for step in path:
            found = found[step]
        return dict(found)

    def line_start(self, at: int) -> int:
        """Where the line begins in which a byte is."""
        return self.data.rfind(b"\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line after the one of a byte begins."""
        found = self.data.find(b"\n", at)
        return len(self.data) if found < 0 else found + 1

    def is_blank(self, start: int) -> bool:
        """Whether a line that begins here, and is not the end of the file, holds nothing."""
        return start < len(self.data) and not self.data[start : self.line_end(start)].strip()

    def _is_comment(self, start: int) -> bool:
        return self.data[start : self.line_end(start)].lstrip().startswith(b"#")


def _span(node: Any) -> ByteSpan:
    return ByteSpan(node.start_byte, node.end_byte)
