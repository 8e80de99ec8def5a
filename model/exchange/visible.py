"""Text from outside on its way into a document: what cannot be seen is spelled out."""

import re

from model.exchange.spelled import code_point, spelled

_SPACE = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029 ]+")


def visible(text: str) -> str:
    """`text` on one line, white space as single spaces, hidden characters as `<U+202E>`."""
    return spelled(_SPACE.sub(" ", text).strip(), code_point)


def harmless(text: str) -> str:
    """A piece of a whole document, its lines and tabs as they are, hidden characters as `<U+202E>`."""
    return spelled(text, code_point)
