"""Where the schemas of a corpus stand, and what it takes to bring them up to date.

They stand in a folder of their own, which is no part of the corpus (its name begins with a dot) and which git ignores:
whatever changes an id changes them, and anyone can make them again.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from model.corpus.files import UnreadableFile, read_inside
from model.corpus.layout import SOURCES
from model.curate.changes import Changes, FileChange
from model.curate.schema.ids import Ids
from model.curate.schema.of_records import schemas

FOLDER = ".schema"
"""Where the schemas of a corpus are."""

EDITORS = ".taplo.toml"
"""The file that tells editors of the schemas; a corpus that has it wants them."""


def schema_files(ids: Ids) -> dict[str, bytes]:
    """The bytes of each schema by its name in the corpus, with what keeps them out of git."""
    made = {
        f"{FOLDER}/{name}.json": f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()
        for name, schema in schemas(ids).items()
    }
    return {f"{FOLDER}/.gitignore": b"# Made anew by dprk-tui whenever ids change.\n*\n", **made}


def schema_line(file: str) -> str:
    """The comment by which editors find the schema of a TOML file of a corpus, relative to that: its first line."""
    folder, _, name = file.rpartition("/")
    up = "../" * (folder.count("/") + 1) if folder else "./"
    kind = "source" if f"{folder}/".startswith(f"{SOURCES}/") else name.removesuffix(".toml")
    return f"#:schema {up}{FOLDER}/{kind}.json\n"


def wants_schemas(folder: Path) -> bool:
    """Whether the corpus in a folder has been set up for editors."""
    return (folder / EDITORS).is_file()


def schema_changes(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """What there is to write so that the schemas in a corpus are `files`; nothing where they are so already.

    Raises `UnreadableFile` where something else stands in their place.
    """
    changes = (FileChange(name, _there(folder, name), data) for name, data in files.items())
    return tuple(change for change in changes if change.before != change.after)


def _there(folder: Path, name: str) -> bytes | None:
    try:
        return read_inside(folder, name)
    except UnreadableFile as error:
        if error.code == "F002":
            return None
        raise UnreadableFile(f"{name}: {error}", error.code) from None
