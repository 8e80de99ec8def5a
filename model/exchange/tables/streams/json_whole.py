"""A JSON document as it can be read: strictly, without commas that are too many, or as far as it goes."""

import json
import re
from dataclasses import dataclass
from typing import Any

from model.exchange.tables.encoding import decoded
from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.json_cells import DECODER

_BLANK = " \t\r\n"
_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=[ \t\r\n]*[}\]])', re.DOTALL)
_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
_CLOSING = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class JsonDocument:
    """A document: its value, its text as it can be read, and that as it stands, whose places are the same.

    `broken_at` is where it cannot be read any more, of one that is not sound to its end, and `why` that is so.
    """

    value: Any
    text: str
    as_it_stands: str
    encoding: str
    said: tuple[str, ...]
    broken_at: int | None = None
    why: str = ""


def document(data: bytes, encoding: str | None) -> JsonDocument:
    """The document in the bytes of a file. Raises `UnreadableTable` where nothing of it can be read.

    Commas before a closing bracket are passed over. Of one that breaks off, what is whole in lists is there.
    """
    text, named = decoded(data, encoding)
    text = text.lstrip("\ufeff")
    said: tuple[str, ...] = (f"read as {named}",)
    try:
        return JsonDocument(_value(text), text, text, named, said)
    except json.JSONDecodeError:
        pass
    mended = _COMMA.sub(lambda it: " " if it[0] == "," else it[0], text)
    if mended != text:
        said = (*said, "commas before a closing bracket, which JSON does not have, are passed over")
    try:
        return JsonDocument(_value(mended), mended, text, named, said)
    except json.JSONDecodeError as error:
        why = f"it is no JSON: {error.msg}, in line {error.lineno}, column {error.colno}"
        cut = _whole_objects(mended, error.pos)
        if cut is None:
            raise UnreadableTable(why) from None
        closed, end = cut
        return JsonDocument(_value(closed), closed, text, named, said, end, why)


def skip_blanks(text: str, at: int) -> int:
    """The first place from `at` on where something stands."""
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at


def _value(text: str) -> Any:
    """The value of a text. Raises `json.JSONDecodeError`, and `UnreadableTable` for what is nested too deep."""
    try:
        value, end = DECODER.raw_decode(text, skip_blanks(text, 0))
    except RecursionError:
        raise UnreadableTable("it is no JSON that can be read: it is nested too deep") from None
    if (rest := skip_blanks(text, end)) < len(text):
        raise json.JSONDecodeError("something follows its end", text, rest)
    return value


def _whole_objects(text: str, broken: int) -> tuple[str, int] | None:
    """The text up to the last object of a list before a place, with what is open closed, and where that is."""
    open_: list[str] = []
    last: tuple[str, int] | None = None
    for mark in _MARK.finditer(text, 0, broken):
        if mark[0] in _CLOSING:
            open_.append(mark[0])
        elif mark[0] in "}]":
            if not open_ or _CLOSING[open_.pop()] != mark[0]:
                break
            if mark[0] == "}" and open_ and open_[-1] == "[":
                last = "".join(_CLOSING[it] for it in reversed(open_)), mark.end()
    return (text[: last[1]] + last[0], last[1]) if last else None
