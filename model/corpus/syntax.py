"""From the bytes of a TOML file to its table, or to what is wrong with it as TOML."""

import codecs
import pickle
import re
import tomllib
from typing import Any

from model.corpus.findings import Place, Problem
from model.corpus.shortened import shortened
from model.quotes.document import NotUtf8, decode

_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_LONGEST = 120
"""How many characters of the parser's own words are kept; it repeats keys from the file in full."""


_LONGEST_LINE = 1000
"""Of a line no more is looked at."""

_MAY_FOLLOW = frozenset(",]}#=")
_NEXT_FIELD = re.compile(r"[A-Za-z0-9_.-]+[ \t]*=")
_ONE_TEXT = re.compile(r'(?P<key>\s*[A-Za-z0-9_.-]+\s*=\s*)"(?P<text>.*)"\s*')

_MOST_PARTS = 100
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{_MOST_PARTS}}}")
"""A dotted key on which tomllib would spend time and memory quadratically."""


def toml_table(data: bytes, file: str) -> dict[str, Any] | Problem:
    """The table in `data`, or the one problem for which it cannot be read; `file` is what the problem calls it."""
    if (packed := _edited.get(data)) is not None:
        table: dict[str, Any] = pickle.loads(packed)
        return table
    place = Place(file)
    if data.startswith(codecs.BOM_UTF8):
        return Problem(
            place, "it begins with a byte order mark (BOM); save it as UTF-8 without one", "F006", 1, 1
        )
    try:
        text = decode(data)
        if deep := _DEEP.search(text):
            line = text.count("\n", 0, deep.start()) + 1
            message = f"it is nested too deeply: a key has more than {_MOST_PARTS} parts"
            return Problem(place, message, "F008", line, 1)
        return tomllib.loads(text)
    except NotUtf8 as error:
        return Problem(place, str(error), "F005", error.line, error.column)
    except tomllib.TOMLDecodeError as error:
        return _syntax_problem(place, str(error), data)
    except ValueError:
        # The one thing that tomllib leaves to Python: a decimal integer of thousands of digits.
        return Problem(place, "it holds a number that is too long to be read; write fewer digits", "F009")
    except RecursionError:
        return Problem(place, "it is nested too deeply to be read", "F008")


_KEPT = 4
_edited: dict[bytes, bytes] = {}
"""The tables of the files that were edited last, by their bytes; packed, so that each who asks has one of their own."""


def edited_table(data: bytes) -> dict[str, Any] | Problem:
    """The same of a file that is edited: within one key it is read as it is, as it is to be, and as it is tried."""
    table = toml_table(data, "")
    if not isinstance(table, Problem) and data not in _edited:
        _edited[data] = pickle.dumps(table, pickle.HIGHEST_PROTOCOL)
        while len(_edited) > _KEPT:
            del _edited[next(iter(_edited))]
    return table


def _syntax_problem(place: Place, message: str, data: bytes) -> Problem:
    at = _AT.search(message)
    what = shortened(message[: at.start()] if at else message, _LONGEST)
    if what == "Invalid value":
        what = "invalid value; a text stands in quotes"
    line = int(at["line"]) if at and at["line"] else data.count(b"\n") + 1
    column = int(at["column"]) if at and at["column"] else 1
    if inside := _quote_inside(data, line, column):
        return Problem(place, f"not TOML: {inside}", "F007", line, column)
    return Problem(place, f"not TOML: {what[:1].lower()}{what[1:]}", "F007", line, column)


def _quote_inside(data: bytes, line: int, column: int) -> str:
    """What to say of a text that ends at a quotation mark inside of it; empty where that is not what is wrong."""
    lines = data.decode("utf-8", "replace").split("\n", line)
    said = lines[line - 1][:_LONGEST_LINE].rstrip("\r") if line <= len(lines) else ""
    before, after = said[: column - 1].rstrip(), said[column - 1 :].lstrip()
    follows = after[:1] in _MAY_FOLLOW or _NEXT_FIELD.match(after)
    if not before.endswith('"') or '"' not in after or follows:
        return ""
    what = 'a " inside of a text in "..." ends it; write '
    if (found := _ONE_TEXT.fullmatch(said)) and "'" not in found["text"]:
        fixed = f"{found['key']}'{found['text']}'"
        return f"{what}'...' around it: {shortened(fixed.strip(), _LONGEST)}"
    advice = '\\" for each one inside' if "'" in said else "'...' around it"
    return f"{what}{advice}: {shortened(said.strip(), _LONGEST)}"
