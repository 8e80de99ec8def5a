"""The id of a new source: a slug of its title, with its day or a number where others have that."""

import itertools
import re
import unicodedata
from collections.abc import Container
from pathlib import PurePosixPath

from model.quotes.romanizing import romanized

_WORDS = 6
_LONGEST = 40
"""How many words and letters of a title an id has: it stands on the screen, and is typed."""

_PLAIN = re.compile(r"[a-z0-9]+")
_NO_TITLE = "source"


def new_id(title: str | None, file_name: str, day: str | None, taken: Container[str]) -> str:
    """An id that is not `taken`. Of a title without letters that can be written so, the name of the file is taken.

    `day` is an EDTF date; `file_name` may be any path, of which only letters and digits are used.
    """
    stem = PurePosixPath(file_name.replace("\\", "/")).name.partition(".")[0]
    base = slug_of(title or "") or slug_of(stem, 1)
    dated = "-".join(_PLAIN.findall((day or "").lower()))[:20].strip("-")
    wanted = [base, f"{base}-{dated}" if dated else base] if base else [dated or _NO_TITLE]
    for name in wanted:
        if name not in taken:
            return name
    return next(name for number in itertools.count(2) if (name := f"{wanted[-1]}-{number}") not in taken)


def slug_of(words: str, least: int = 2) -> str:
    """A slug of the first few words of a text; Hangul is romanized; empty where it has no run of so many letters."""
    letters = unicodedata.normalize("NFKD", romanized(unicodedata.normalize("NFC", words[:1000])))
    plain = (
        "".join(it for it in letters if not unicodedata.combining(it))
        .lower()
        .replace("'", "")
        .replace("\u2019", "")
    )
    found: list[str] = []
    length = 0
    for word in _PLAIN.findall(plain)[:_WORDS]:
        length += len(word) + bool(found)
        if length > _LONGEST:
            break
        found.append(word)
    slug = "-".join(found)
    # A stray number in a Korean title is no name for it.
    return slug if re.search(rf"[a-z]{{{least}}}", slug) else ""
