"""One field of a record set, replaced or removed where it stands; all else stays byte for byte.

A field is named by its path in the file, as ("claim", 3, "date", "words"). Its place is kept however it is written: on
a line of its own, in an inline table, under a header of its own, with a dotted key.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from model.corpus.fields import fields_of
from model.corpus.findings import Path
from model.corpus.reading import KINDS
from model.corpus.records import Record
from model.curate.splice import line_ends_of, proven, spliced
from model.curate.toml_text import ByteSpan, CannotEdit, TomlText, Written
from model.exchange.to_toml import on_one_line, written_key, written_value


def with_value(data: bytes, path: Path, value: Any) -> bytes:
    """The text with a field that has this value, a plain one, or a part of a record such as a `Dated`.

    What has the value already is left as it is written. A new field comes where the order of fields has it. Raises
    `CannotEdit` where there is no such record, and where it is written so that nothing can be put there.
    """
    text = TomlText(data)
    plain = _plain(value)
    if _found(text.table, path) == plain and type(_found(text.table, path)) is type(plain):
        return data
    _record_of(text, path)

    def change(table: dict[str, Any]) -> None:
        at: Any = table
        for step in path[:-1]:
            at = at.setdefault(step, {}) if isinstance(step, str) else at[step]
        at[path[-1]] = plain

    return proven(text, _set(text, path, value), change)


def without_value(data: bytes, path: Path) -> bytes:
    """The text without a field, or without an item of a list. What is not there is left out already.

    Comments on lines of their own stay. Raises `CannotEdit`.
    """
    text = TomlText(data)
    if _found(text.table, path) is None:
        return data

    def change(table: dict[str, Any]) -> None:
        del _found(table, path[:-1])[path[-1]]

    return proven(text, _removed(text, path), change)


def _set(text: TomlText, path: Path, value: Any) -> bytes:
    written = text.values.get(path)
    if written is not None:
        new = on_one_line(value) if written.inline else written_value(value)
        return spliced(text.data, written.value, line_ends_of(text, new))
    if _found(text.table, path) is not None:
        # A table under a header of its own, or of dotted keys: it is written anew, in one line.
        return _set(TomlText(_removed(text, path)), path, value)
    parent = path[:-1]
    inside = text.values.get(parent)
    if inside is not None:
        return _put_inside(text, inside, path, value)
    if any(section.path == parent for section in text.sections):
        return _put_line(text, parent, path, value)
    if _found(text.table, parent) is not None:
        return _put_dotted(text, path, value)
    return _set(text, parent, {path[-1]: value})


def _put_line(text: TomlText, parent: Path, path: Path, value: Any) -> bytes:
    """A line of its own below a header, after the fields that come before it."""
    section = next(it for it in text.sections if it.path == parent)
    pairs = [it for it in text.values.values() if not it.inline and _within(it.whole, section.lines)]
    order = _order_within(parent)
    rank = order.get(str(path[-1]), len(order))
    before = [it for it in pairs if order.get(str(it.path[len(parent)]), len(order)) <= rank]
    at = text.line_end(before[-1].value.end) if before else section.head.end
    # As its neighbours stand, or the header.
    beside = text.line_start(before[-1].whole.start if before else section.head.start)
    indent = text.data[beside:]
    indent = indent[: len(indent) - len(indent.lstrip(b" \t"))]
    return _line_put(text, at, indent + _pair(text, path[-1:], value))


def _put_dotted(text: TomlText, path: Path, value: Any) -> bytes:
    """A line after others whose dotted keys begin alike."""
    parent = path[:-1]
    alike = [it for it in text.values.values() if it.path[: len(parent)] == parent and not it.inline]
    if not alike:
        raise CannotEdit("it is written in a way that cannot be edited safely; edit it by hand")
    last = alike[-1]
    steps = len(parent) - (len(last.path) - len(last.keys))
    start = text.line_start(last.whole.start)
    lead = text.data[start : last.keys[steps].start]
    return _line_put(text, text.line_end(last.value.end), lead + _pair(text, path[-1:], value))


def _line_put(text: TomlText, at: int, line: bytes) -> bytes:
    if at and not text.data[:at].endswith(b"\n"):
        return text.data[:at] + text.newline + line
    return spliced(text.data, ByteSpan(at, at), line + text.newline)


def _pair(text: TomlText, key: Path, value: Any) -> bytes:
    return line_ends_of(text, f"{written_key(str(key[0]))} = {written_value(value)}")


def _put_inside(text: TomlText, table: Written, path: Path, value: Any) -> bytes:
    """A pair in an inline table, after the fields that come before it."""
    if table.form != "inline_table":
        raise CannotEdit(f'"{path[-2]}" is not a table; give it a value as a whole')
    pair = f"{written_key(str(path[-1]))} = {on_one_line(value)}".encode()
    inside = [it for it in text.values.values() if it.path[:-1] == table.path and it.inline]
    if not inside:
        return spliced(text.data, table.value, b"{ " + pair + b" }")
    order = _order_within(table.path)
    rank = order.get(str(path[-1]), len(order))
    before = [it for it in inside if order.get(str(it.path[-1]), len(order)) <= rank]
    if before:
        at = before[-1].value.end
        return spliced(text.data, ByteSpan(at, at), b", " + pair)
    at = inside[0].whole.start
    return spliced(text.data, ByteSpan(at, at), pair + b", ")


def _removed(text: TomlText, path: Path) -> bytes:
    written = text.values.get(path)
    if written is None:
        return _without_group(text, path)
    if written.inline:
        return _without_piece(text, written)
    return spliced(text.data, _lines(text, written), b"")


def _without_group(text: TomlText, path: Path) -> bytes:
    """Without a table that is written under headers of its own, or with dotted keys."""
    gone = []
    for section in text.sections_of(path):
        start = section.lines.start
        above = text.line_start(start - 1) if start else start
        # The empty line that parts it from what it belongs to.
        gone.append(ByteSpan(above if above < start and text.is_blank(above) else start, section.lines.end))
    for it in text.values.values():
        if (
            it.path[: len(path)] == path
            and not it.inline
            and not any(_within(it.whole, span) for span in gone)
        ):
            gone.append(_lines(text, it))
    data = text.data
    for span in sorted(gone, key=lambda it: it.start, reverse=True):
        data = spliced(data, span, b"")
    return data


def _without_piece(text: TomlText, piece: Written) -> bytes:
    """Without a pair of an inline table or an item of an array, and the comma that parted it from the others."""
    beside = [
        it
        for it in text.values.values()
        if it.inline and it.path[:-1] == piece.path[:-1] and len(it.keys) == len(piece.keys)
    ]
    number = beside.index(piece)
    start, end = piece.whole.start, piece.whole.end
    after = beside[number + 1].whole.start if number + 1 < len(beside) else None
    line = text.line_start(start)
    tail = text.data[end : text.line_end(end)].lstrip(b" \t,")
    if not text.data[line:start].strip() and (not tail.strip() or tail.startswith(b"#")):
        # It has lines of its own: they go, with what is said of it there.
        return spliced(text.data, ByteSpan(line, text.line_end(end)), b"")
    if after is not None:
        return spliced(text.data, ByteSpan(start, after), b"")
    if number:
        return spliced(text.data, ByteSpan(beside[number - 1].whole.end, end), b"")
    around = text.values[piece.path[:-1]].value
    empty = text.data[around.start : around.start + 1] + text.data[around.end - 1 : around.end]
    return spliced(text.data, around, empty)


def _lines(text: TomlText, written: Written) -> ByteSpan:
    return ByteSpan(text.line_start(written.whole.start), text.line_end(written.value.end))


def _within(inner: ByteSpan, outer: ByteSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _found(table: Any, path: Path) -> Any:
    """What is at a path of a table; None where nothing is."""
    for step in path:
        if isinstance(table, str):
            return None
        try:
            table = table[step]
        except (KeyError, IndexError, TypeError):
            return None
    return table


def _record_of(text: TomlText, path: Path) -> None:
    """Raises `CannotEdit` where the record is not there."""
    if not any(it.path == path[: len(it.path)] for it in text.sections):
        raise CannotEdit(f'there is no such record as "{path[0]}" here; look and do it again')


def _order_within(path: Path) -> dict[str, int]:
    """The rank of each field of the record, or the part of one, at a path."""
    kind: type[Record] | None = KINDS.get(str(path[0]))
    for step in path[1:]:
        if isinstance(step, str) and kind is not None:
            kind = next((it.within for it in fields_of(kind) if it.name == step), None)
    return {it.name: number for number, it in enumerate(fields_of(kind))} if kind is not None else {}


def _plain(value: Any) -> Any:
    """A value as a reader of TOML has it."""
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    return msgspec.to_builtins(value) if not isinstance(value, tuple) else [_plain(it) for it in value]
