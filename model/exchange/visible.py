"""Text from a corpus on its way into a document for people: what cannot be seen is spelled out."""

import re

from model.quotes.hidden import is_hidden

_TO_LOOK_AT = re.compile(r"[^\x20-\x7e]")
_SPACE = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029 ]+")


def visible(text: str) -> str:
    """`text` on one line, white space as single spaces, hidden characters as `<U+202E>`."""
    return _TO_LOOK_AT.sub(_spelled, _SPACE.sub(" ", text)).strip()


def _spelled(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>" if is_hidden(found[0]) else found[0]
