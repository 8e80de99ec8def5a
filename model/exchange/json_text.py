"""JSON as text that can be shown anywhere: UTF-8 to read, with no character that a terminal obeys."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from model.quotes.hidden import is_hidden

_TO_LOOK_AT = re.compile(r"[^\x00-\x7e]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1)


def json_text(tree: object) -> Iterator[str]:
    """`tree` as JSON (RFC 8259), in pieces; a hidden character is an escape there, and read back as itself."""
    for piece in _ENCODER.iterencode(tree):
        yield _TO_LOOK_AT.sub(_written, piece)


def _written(found: re.Match[str]) -> str:
    return _escape(found[0])


@lru_cache(maxsize=4096)
def _escape(character: str) -> str:
    if not is_hidden(character):
        return character
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
