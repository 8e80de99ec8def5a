"""From the bytes of a TOML file to its table, or to what is wrong with it as TOML."""

import codecs
import re
import tomllib
from typing import Any

from model.corpus.findings import Place, Problem
from model.corpus.shortened import shortened
from model.quotes.document import NotUtf8, decode

_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_LONGEST = 120
"""How many characters of the parser's own words are kept; it repeats keys from the file in full."""


_MOST_PARTS = 100
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{_MOST_PARTS}}}")
"""A dotted key on which tomllib would spend time and memory quadratically."""


def toml_table(data: bytes, file: str) -> dict[str, Any] | Problem:
    """The table in `data`, or the one problem for which it cannot be read; `file` is what the problem calls it."""
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
        return Problem(place, str(error), "F005", error.line, 1)
    except tomllib.TOMLDecodeError as error:
        return _syntax_problem(place, str(error), data)
    except ValueError:
        # The one thing that tomllib leaves to Python: a decimal integer of thousands of digits.
        return Problem(place, "it holds a number that is too long to be read; write fewer digits", "F009")
    except RecursionError:
        return Problem(place, "it is nested too deeply to be read", "F008")


def _syntax_problem(place: Place, message: str, data: bytes) -> Problem:
    at = _AT.search(message)
    what = shortened(message[: at.start()] if at else message, _LONGEST)
    if what == "Invalid value":
        what = "invalid value; a text stands in quotes"
    line = int(at["line"]) if at and at["line"] else data.count(b"\n") + 1
    column = int(at["column"]) if at and at["column"] else 1
    return Problem(place, f"not TOML: {what[:1].lower()}{what[1:]}", "F007", line, column)
