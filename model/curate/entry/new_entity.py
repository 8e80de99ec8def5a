"""An entity that is new because somebody named it in a form."""

import re
from collections.abc import Mapping

from model.corpus.cells import CUT, cells, cut
from model.corpus.check_looks import NAME_CELLS
from model.cues.speaker_words import BODIES, MEDIA, PEOPLE
from model.curate.placing import appended
from model.query.nearness import without_article

_FILE = "entities.toml"

SHORT = "short:"
"""What the name of a field begins with in which the short name of a new entity stands; its name follows."""

_PEOPLE = re.compile(rf"(?:{'|'.join(PEOPLE)})s?")


_BODIES = frozenset([*BODIES, *MEDIA, "news agency", "staff", "assembly", "agency", "centre", "center"])
_FEWEST_INITIALS = 3
_SMALL = ("of", "the", "and", "for")
_POSSESSIVE = re.compile(r"['\u2019]s\Z")


def with_entity(
    files: Mapping[str, bytes], id: str, kind: str, name: str, short: str = ""
) -> dict[str, bytes]:
    """The files of a corpus with one more entity in them. Raises `CannotEdit` where the table cannot be read."""
    entity = {"id": id, "type": kind, "name": name} | ({"short": short} if short else {})
    return {**files, _FILE: appended(files.get(_FILE), "entity", entity)}


def needs_short(name: str) -> bool:
    """Whether a column has no room for a name."""
    return cells(name) > NAME_CELLS


def no_short(short: str) -> str:
    """What is wrong with a short name; empty where nothing is."""
    return no_room(short, NAME_CELLS)


def no_room(words: str, most: int) -> str:
    """What is wrong with words that are shown in so many cells at most; empty where nothing is."""
    return f"takes {cells(words)} cells of {most}" if cells(words) > most else ""


def short_of(name: str) -> str:
    """A short name that has room: the last words of a name, in small letters the first ones; of a body its initials."""
    plain = without_article(name)
    words = plain.split()
    noun = next((number for number, it in enumerate(words) if _PEOPLE.fullmatch(it)), None)
    if noun is not None:
        words = words[: noun + 1]
    # Of a name like Park Sun-won the first word is the one that tells.
    is_given = len(words) > 1 and "-" in words[-1]
    at_end = noun is not None or (bool(words) and words[-1][:1].isupper() and not is_given)
    parts = (
        [words[n:] for n in range(len(words))] if at_end else [words[:n] for n in range(len(words), 0, -1)]
    )
    whole = (it for it in parts if it[0] not in _SMALL)
    fitting = (found for it in whole if not needs_short(found := " ".join(it)))
    found = next(fitting, cut(plain, NAME_CELLS).removesuffix(CUT))
    own = words[1:] if words and _POSSESSIVE.search(words[0]) else words
    initials = "".join(it[0] for it in own if it[:1].isupper())
    # "Service" or "Agency" tells none from another.
    is_any = found.lower() in _BODIES or " of " in plain
    has_initials = at_end and noun is None and len(initials) >= _FEWEST_INITIALS
    return initials if is_any and has_initials and not needs_short(initials) else found
