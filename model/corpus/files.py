"""Reading the files of a corpus folder, and nothing outside it.

A corpus may come from anywhere, so its file names and links are not trusted: only regular files that lie inside
the folder (also after following links) and are not larger than the bound are read.
"""

import os
import stat
from pathlib import Path

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read, in bytes. A book is about 1 MB of text."""


class UnreadableFile(Exception):
    """A file that will not be read; the message is one sentence that says why."""


def read_inside(root: Path, relative: str, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of the file `relative` to `root`.

    Raises `UnreadableFile` when it is missing, lies outside `root`, is not a regular file or is too large.
    """
    path = root / relative
    try:
        real = path.resolve(strict=True)
    except FileNotFoundError:
        raise UnreadableFile("there is no such file") from None
    except (OSError, RuntimeError) as error:
        raise UnreadableFile(f"it cannot be reached: {_reason(error)}") from None
    if not real.is_relative_to(root.resolve()):
        raise UnreadableFile("it is a link that leads out of the corpus folder; put the file itself there")
    try:
        # Non-blocking, so that opening a FIFO that nobody writes to does not hang.
        descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise UnreadableFile(f"it cannot be opened: {_reason(error)}") from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise UnreadableFile("it is not a regular file")
    with os.fdopen(descriptor, "rb") as file:
        if status.st_size > max_bytes:
            raise UnreadableFile(f"it has {status.st_size:,} bytes; at most {max_bytes:,} are read")
        return file.read(max_bytes)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
