"""JSON as text that can be shown anywhere: UTF-8 to read, with no character that a terminal obeys."""

import json
from collections.abc import Iterator
from functools import lru_cache

from model.exchange.spelled import spelled

_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1)


def json_text(tree: object) -> Iterator[str]:
    """`tree` as JSON (RFC 8259), in pieces; a hidden character is an escape there, and read back as itself."""
    for piece in _ENCODER.iterencode(tree):
        yield spelled(piece, _escape)


def json_line(tree: object) -> str:
    """`tree` as JSON on one line, and its end; else as `json_text`."""
    return spelled(json.dumps(tree, ensure_ascii=False), _escape) + "\n"


@lru_cache(maxsize=4096)
def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
