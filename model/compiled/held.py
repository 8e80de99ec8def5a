"""The files of a corpus as they are now, and the name under which what was made of them is kept."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import model
from model.corpus.files import UnreadableFile, names_in, read_all_inside
from model.corpus.info import INFO_FILE
from model.corpus.instead import is_there
from model.corpus.layout import layout_of
from model.corpus.tables import PLAIN_FILES

FORMAT = 1
"""The version of what is kept: another one is not read."""


@dataclass(frozen=True, slots=True)
class Held:
    """The bytes of all files of a folder, by their paths in it, and what else lies at its top."""

    files: Mapping[str, bytes]
    names: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes of all tables: what is to be parsed and checked."""
        return sum(len(data) for file, data in self.files.items() if file.endswith(".toml"))

    def key(self) -> str:
        """The name of what is made of these files by this program; of any other files, or program, it is another."""
        digest = hashlib.sha256()
        parts = [
            str(FORMAT).encode(),
            *_program(),
            *(name.encode("utf-8", "surrogateescape") for name in self.names),
        ]
        for file, data in self.files.items():
            parts += [file.encode("utf-8", "surrogateescape"), data]
        for part in parts:
            # Each with its length: no two lists of parts read the same.
            digest.update(b"%d:" % len(part))
            digest.update(part)
        return digest.hexdigest()


def held_in(folder: Path, max_bytes: int) -> Held | None:
    """What a folder holds; None where any of it cannot be read as it should be: then only a reading says all of why."""
    try:
        names = names_in(folder)
        layout = layout_of(folder)
        if layout.problems:
            return None
        files = [INFO_FILE, *(file for file in PLAIN_FILES if is_there(folder, file, {}))]
        for source in layout.sources:
            files += [source.records, source.text_file] if source.records is not None else [source.text_file]
        return Held(read_all_inside(folder, files, max_bytes), tuple(names))
    except (UnreadableFile, OSError, ValueError):
        return None


def _program() -> Iterable[bytes]:
    """What tells this program from any other: its files, by size and time. Who works on it changes no version."""
    folders = [str(Path(model.__file__).parent)]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda it: it.name):
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.name.endswith(".py"):
                    status = entry.stat()
                    yield f"{entry.name} {status.st_size} {status.st_mtime_ns}".encode()
