"""Which files of a folder are the corpus: its sources, in folders below `sources` too, and what only looks like it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from model.corpus.files import UnreadableFile, folders_in, names_in, names_inside
from model.corpus.findings import Place, Problem
from model.corpus.instead import Instead
from model.corpus.lost import LostPart
from model.corpus.suggest import did_you_mean

SOURCES = "sources"
PLAIN = (
    "corpus.toml",
    "entities.toml",
    "events.toml",
    "conflicts.toml",
    "questions.toml",
    "searches.toml",
)
"""The files of a corpus beside its sources."""

_LEFT_BEHIND = frozenset({"4913", "__MACOSX", "Thumbs.db", "desktop.ini"})
_ENDS = ("~", ".swp", ".swo", ".orig", ".rej")
_BEGINS = (".", "~$", "#")
_SINGULAR = frozenset(
    {"source", "entity", "event", "conflict", "claim", "statement", "list", "question", "search"}
)
_OF_A_SOURCE = frozenset({"claim", "statement", "list"})


def is_dropping(name: str) -> bool:
    """Whether editors and systems leave files or folders of this name behind, which are no part of a corpus."""
    return name in _LEFT_BEHIND or name.startswith(_BEGINS) or name.endswith(_ENDS)


@dataclass(slots=True)
class SourceFiles:
    """The files of one source, relative to the corpus: its text and its records, None where there is none."""

    stem: str
    text: str | None = None
    records: str | None = None

    @property
    def text_file(self) -> str:
        """Where the text is, or belongs: beside the records."""
        return self.text or f"{(self.records or '').removesuffix('.toml')}.txt"


@dataclass(slots=True)
class SourceLayout:
    """The files of all sources, in the order of their ids, with what is wrong and what can therefore not be read."""

    sources: list[SourceFiles] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: list[LostPart] = field(default_factory=list)

    def lose(self, file: str, message: str, code: str) -> None:
        """Say why nothing in a file or folder can be read."""
        self.problems.append(Problem(Place(file), message, code))
        self.lost.append(LostPart(Place(file), frozenset({"source", "statement", "claim", "list"})))


def layout_of(root: Path, instead: Instead | None = None) -> SourceLayout:
    """What there is of sources in the corpus at `root`, whose folder `sources` is there or would come with `instead`.

    Files that `instead` has are there, whether or not they are on disk; those that are None in it are not.
    """
    layout = SourceLayout()
    found: dict[str, SourceFiles] = {}
    changed = instead or {}
    on_disk = [*_files_below(root, layout)] if os.path.lexists(root / SOURCES) else []
    new = (it for it in changed if it not in on_disk and it.startswith(f"{SOURCES}/") and _is_of_a_source(it))
    for file in (*on_disk, *new):
        if file in changed and changed[file] is None:
            continue
        stem, _, ending = file.rpartition("/")[2].rpartition(".")
        files = found.setdefault(stem, SourceFiles(stem))
        other = files.text if ending == "txt" else files.records
        if other is not None:
            message = f"{other} has the same name, which is the id of the source; rename one"
            layout.lose(file, message, "F016")
        elif ending == "txt":
            files.text = file
        else:
            files.records = file
    layout.sources = [found[stem] for stem in sorted(found)]
    return layout


def _files_below(root: Path, layout: SourceLayout) -> Iterator[str]:
    """The texts and records in `sources`, folder by folder from the top.

    Iterative, for folders may be as deep as they will; links to folders, which may lead in a ring, are not followed.
    """
    pending = [SOURCES]
    for folder in pending:
        try:
            # Below it no link is followed, so only the first one can lead out of the corpus.
            names = names_inside(root, folder) if folder == SOURCES else names_in(root / folder)
            folders = folders_in(root / folder)
        except UnreadableFile as error:
            message = f"{error}; each source is a sources/<id>.txt with its sources/<id>.toml"
            layout.lose(folder, message, error.code)
            continue
        for name in names:
            if is_dropping(name):
                continue
            if name in folders and not name.endswith((".txt", ".toml")):
                if folders[name]:
                    layout.lose(
                        f"{folder}/{name}", "it is a link to a folder; put the folder itself there", "F003"
                    )
                else:
                    pending.append(f"{folder}/{name}")
            elif _is_of_a_source(name):
                yield f"{folder}/{name}"


def _is_of_a_source(file: str) -> bool:
    name = file.rpartition("/")[2]
    return bool(name.rpartition(".")[0]) and name.endswith((".txt", ".toml"))


def unknown_files(names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each name beside corpus.toml that is none of a corpus's, and that a curator took for one."""
    for name in names:
        if name in PLAIN or name == SOURCES or is_dropping(name):
            continue
        thing = _singular(name.partition(".")[0].lower())
        if thing in _SINGULAR or name.endswith(".toml"):
            yield Problem(Place(name), f"it is no part of a corpus{_meant(name, thing)}", "F017")


def _meant(name: str, thing: str) -> str:
    if thing in _OF_A_SOURCE:
        return f"; each [[{thing}]] stands in the sources/<id>.toml of its source"
    if thing == "source" and not name.endswith(".toml"):
        return f', did you mean "{SOURCES}"?'
    # "sources.toml" is nearest to what it is surely not.
    meant = did_you_mean(name.lower(), PLAIN) if thing != "source" else ""
    return meant or f"; known here: {', '.join(PLAIN)} and {SOURCES}"


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("es") if word.endswith("ches") else word.removesuffix("s")
