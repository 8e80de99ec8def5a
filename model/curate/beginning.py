"""A corpus to begin with: tables with examples in comments, and what keeps texts as they are in git and in editors."""

from pathlib import Path

import tomlkit

from model.corpus.files import UnreadableFile, names_in
from model.corpus.tables import MAY_BE_ABSENT
from model.curate.changes import Changes, FileChange
from model.curate.saving import NotSaved, save
from model.curate.schema.files import EDITORS, schema_files, schema_line
from model.curate.schema.ids import Ids

_TEMPLATE = Path(__file__).parent / "template"

_FILES: dict[str, str] = {
    ".gitattributes": "gitattributes",
    ".editorconfig": "editorconfig",
    EDITORS: "taplo.toml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".githooks/pre-commit": "pre-commit.sh",
    "example/report.txt": "example/report.txt",
    "example/report.toml": "example/report.toml",
    "sources/README.md": "sources.md",
    "entities.toml": "entities.toml",
    "events.toml": "events.toml",
    "conflicts.toml": "conflicts.toml",
    "questions.toml": "questions.toml",
    "searches.toml": "searches.toml",
    "corpus.toml": "corpus.toml",
}
"""The files of a new corpus, each with its template. `corpus.toml`, by which a folder is a corpus, comes last."""

_HAS_SCHEMA = frozenset({"entities.toml", "events.toml", "corpus.toml"}) | MAY_BE_ABSENT
_EXECUTABLE = ".githooks/pre-commit"
_TITLE = '"A new corpus"'
_OF_GIT = ".git"
"""A repository that was made first is nothing that a corpus could overwrite."""


def beginning(title: str) -> Changes:
    """All files of a new corpus of that title, which may be any text; without one it says that it is new."""
    made = [
        FileChange(name, None, _content(name, template, title), executable=name == _EXECUTABLE)
        for name, template in _FILES.items()
    ]
    schemas = [FileChange(name, None, data) for name, data in schema_files(Ids()).items()]
    return (*schemas, *made)


def begin(folder: Path) -> None:
    """Write a new corpus to a folder that is not there yet, is empty, or holds a git repository and nothing else.

    It is called as its folder is. Raises `NotSaved`, in one sentence, and then nothing was overwritten.
    """
    refuse_unless_empty(folder)
    save(folder, beginning(title_of(folder)))


def refuse_unless_empty(folder: Path) -> None:
    """Raises `NotSaved`, in one sentence, where a folder is there already and holds something."""
    try:
        names = names_in(folder)
    except UnreadableFile as error:
        if error.code == "F002" and not folder.is_symlink():
            return
        raise NotSaved(f"{folder} {error}; name a folder that is new or empty") from None
    if {*names} - {_OF_GIT}:
        raise NotSaved(f"{folder} is there already and not empty; name a folder that is new or empty")


def _content(name: str, template: str, title: str) -> bytes:
    data = (_TEMPLATE / template).read_bytes()
    if name == "corpus.toml" and title:
        data = data.replace(_TITLE.encode(), tomlkit.string(title).as_string().encode())
    return schema_line(name).encode() + data if name in _HAS_SCHEMA else data


def title_of(folder: Path) -> str:
    """What a corpus in a folder is called at first: its name; empty where that is no text."""
    name = folder.resolve().name
    return name if name.isprintable() else ""
