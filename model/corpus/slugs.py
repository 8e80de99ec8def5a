"""Whether a text is a slug, the one shape of all ids, and what to say where it is not."""

import re
import unicodedata

import msgspec

from model.corpus.records import Slug
from model.corpus.shortened import shortened

_LONGEST = 80

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
    """The message for a value that should have been a slug, with the slug that it can be made into."""
    slug = slug_of(value) if isinstance(value, str) else ""
    example = f', as in "{slug}"' if slug else ""
    return f'"{shortened(value)}" is not an id; write {SHAPE}{example}'


def slug_of(text: str) -> str:
    """A name as a slug: `the-minister` of `The minister`; empty where letters would be lost, and of a path."""
    if len(text) > _LONGEST or "/" in text or "\\" in text:
        return ""
    plain = "".join(it for it in unicodedata.normalize("NFD", text) if not unicodedata.combining(it))
    slug = re.sub(
        r"['\u2019.]|[^\w]+|_+", lambda it: "" if it[0] in "'\u2019." else "-", plain.lower()
    ).strip("-")
    return slug if is_slug(slug) else ""
