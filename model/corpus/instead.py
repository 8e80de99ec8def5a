"""The files of a folder as they would be with some of them changed, come or gone."""

import os
from collections.abc import Mapping
from pathlib import Path

from model.corpus.files import no_such_file, read_inside

Instead = Mapping[str, bytes | None]
"""What some files of a folder are to hold, by their paths in it, whatever is on disk; None of one that is not there."""


def is_there(root: Path, file: str, instead: Instead) -> bool:
    """Whether there is such a file; a link that leads nowhere is one."""
    return instead[file] is not None if file in instead else os.path.lexists(root / file)


def read_instead(root: Path, file: str, max_bytes: int, instead: Instead) -> bytes:
    """The bytes of a file. Raises `UnreadableFile`, as `read_inside` does."""
    if file not in instead:
        return read_inside(root, file, max_bytes)
    if (data := instead[file]) is None:
        raise no_such_file()
    return data
