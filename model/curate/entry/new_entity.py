"""An entity that is new because somebody named it in a form."""

import re
from collections.abc import Mapping

from model.corpus.cells import CUT, cells, cut
from model.corpus.check_looks import NAME_CELLS
from model.cues.speaker_words import PEOPLE
from model.curate.placing import appended
from model.query.nearness import without_article

_FILE = "entities.toml"

SHORT = "short:"
"""What the name of a field begins with in which the short name of a new entity stands; its name follows."""

_PEOPLE = re.compile(rf"(?:{'|'.join(PEOPLE)})s?")


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
    """A short name that has room: the last words of a name or, where it is in small letters, the first ones."""
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
    fitting = (found for it in parts if not needs_short(found := " ".join(it)))
    return next(fitting, cut(plain, NAME_CELLS).removesuffix(CUT))
