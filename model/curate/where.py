"""Where a record stands in the files of a corpus, for an editor: also in a file that is broken elsewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_HEADER = re.compile(r"\s*\[\[?\s*([a-z_]+)\s*\]\]?")
_TABLES = {
    "entity": "entities.toml",
    "event": "events.toml",
    "conflict": "conflicts.toml",
    "question": "questions.toml",
    "search": "searches.toml",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a file of a corpus, by its path in the folder; lines count from 1."""

    file: str
    line: int


def spot_of(files: Mapping[str, bytes], kind: str, id: str) -> Spot | None:
    """Where the record of a kind and an id begins; None where it is not found."""
    if kind == "source":
        # A text of which nobody has said anything yet has no records.
        named = (f"{id}.toml", f"{id}.txt")
        own = [it for name in named for it in files if it.rpartition("/")[2] == name and "/" in it]
        return Spot(own[0], 1) if own else None
    names = [_TABLES[kind]] if kind in _TABLES else _records(files)
    return next(
        (spot for file in names if file in files and (spot := _spot_in(file, files[file], kind, id))), None
    )


def _records(files: Mapping[str, bytes]) -> Iterator[str]:
    return (file for file in files if file.startswith("sources/") and file.endswith(".toml"))


def _spot_in(file: str, data: bytes, kind: str, id: str) -> Spot | None:
    """By its lines, without reading what they mean: the file may be broken."""
    wanted = re.compile(rf"""\s*["']?id["']?\s*=\s*["']{re.escape(id)}["']""")
    begin, header = 0, ""
    # A line of TOML ends at a line feed, and at nothing else that Unicode has for it.
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        if found := _HEADER.match(line):
            begin, header = number, found[1]
        elif header == kind and wanted.match(line):
            return Spot(file, begin)
    return None
