"""Who wrote an article, as its byline names them."""

import re

_NAME = r"[A-Z][\w.’'-]*(?:[ ][A-Z][\w.’'-]*){1,4}"
_JOINT = r"(?:,[ ]and[ ]|,[ ]|[ ](?:and|&)[ ])"
_BYLINE = re.compile(rf"(?m)^[ \t]*By[ ]+({_NAME}(?:{_JOINT}{_NAME}){{0,5}})[ ]*(?=[,|\n]|$)")
"""A line that begins with who wrote it."""

_PARTED = re.compile(_JOINT)
_FEWEST = 2
"""Words of a name: of "Seoul, Jane Doe" the first is none."""


def authors_in(text: str) -> tuple[str, ...]:
    """The authors whom the first byline of a text names, each by himself."""
    found = _BYLINE.search(text)
    return authors_of(found[1]) if found is not None else ()


def authors_of(words: str) -> tuple[str, ...]:
    """The authors that are named in a row, as in "Jane Doe, Kim Min-su and John Roe"; as one where they may be one."""
    parts = tuple(" ".join(it.split()) for it in _PARTED.split(words))
    return parts if all(len(it.split()) >= _FEWEST for it in parts) else (words,)
