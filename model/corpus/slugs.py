"""Whether a text is a slug, the one shape of all ids, and what to say where it is not."""

import msgspec

from model.corpus.records import Slug
from model.corpus.shortened import shortened

SHAPE = "up to 80 lower-case letters, digits and single hyphens"
"""What a slug is made of, in words."""


def is_slug(text: str) -> bool:
    """True where `text` is a `Slug`."""
    try:
        msgspec.convert(text, Slug)
    except msgspec.ValidationError:
        return False
    return True


def not_an_id(value: object) -> str:
    """The message for a value that should have been a slug."""
    return f'"{shortened(value)}" is not an id; write {SHAPE}'
