"""Reading the files of a corpus folder, and nothing outside it.

A corpus may come from anywhere, so its file names and links are not trusted: only regular files that lie inside
the folder (also after following links) and are not larger than the bound are read.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read unless more is asked for, in bytes.

Half a million events are in so much, and a table takes up to thirty times its bytes of memory while it is read: what
is larger would take more than the two gigabytes that any machine has for it. A book is about 1 MB of text.
"""

MAX_DOCUMENT_BYTES = 4 * MAX_BYTES
"""The largest document that holds a whole corpus, in bytes: four of the largest files of a corpus."""


MISSING_FILE = "F002"
"""The code of a file that is not there."""

_PIECE = 1024 * 1024


class UnreadableFile(Exception):
    """A file or folder that will not be read; the message says why, `code` which kind of finding that is."""

    def __init__(self, message: str, code: str = "F003") -> None:
        super().__init__(message)
        self.code = code

    def __eq__(self, other: object) -> bool:
        """Whether it says the same."""
        return isinstance(other, UnreadableFile) and (str(self), self.code) == (str(other), other.code)

    def __hash__(self) -> int:
        """Of what it says."""
        return hash((str(self), self.code))


def no_such_file() -> UnreadableFile:
    """What is said of a file that is not there."""
    return UnreadableFile("there is no such file", MISSING_FILE)


def read_inside(root: Path, relative: str, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of the file `relative` to `root`.

    Raises `UnreadableFile` when it is missing, lies outside `root`, is not a regular file or is too large.
    """
    return read_regular(_inside(root, relative), max_bytes)


def read_all_inside(root: Path, files: Iterable[str], max_bytes: int) -> dict[str, bytes]:
    """The bytes of some files by their paths relative to `root`, each read as by `read_inside`."""
    inside = _real(root, root)
    return {file: read_regular(_within(root / file, inside), max_bytes) for file in files}


def digest_inside(root: Path, relative: str, max_bytes: int) -> str:
    """The SHA-256 of a file inside `root`, read piece by piece. Raises `UnreadableFile`, as `read_inside` does."""
    digest = hashlib.sha256()
    with _opened(_inside(root, relative)) as descriptor:
        left = _size(descriptor, max_bytes)
        # What is added while it is read is another file's.
        while left > 0 and (piece := os.read(descriptor, min(left, _PIECE))):
            digest.update(piece)
            left -= len(piece)
    return digest.hexdigest()


def _inside(root: Path, relative: str) -> Path:
    path = root / relative
    return _within(path, _real(root, path))


def _within(path: Path, inside: Path) -> Path:
    real = _real(path, path)
    if not real.is_relative_to(inside):
        raise UnreadableFile("it is a link that leads out of the corpus folder; put the file itself there")
    return real


def _real(path: Path, asked: Path) -> Path:
    """A path without links. Raises `UnreadableFile`, which says so of what was `asked` for."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise _refused(asked, error) from None


def read_regular(path: Path, max_bytes: int) -> bytes:
    """The bytes of a file anywhere.

    Raises `UnreadableFile` when it is missing, has more than `max_bytes`, or is not a regular file: a FIFO and a
    device may never come to an end.
    """
    with _opened(path) as descriptor:
        return _bounded(descriptor, max_bytes)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        # Non-blocking, so that opening a FIFO that nobody writes to does not hang.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            yield descriptor
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder, in order.

    Raises `UnreadableFile`, whose message is what to say of the folder, such as "does not exist".
    """
    try:
        return sorted(path.name for path in folder.iterdir())
    except (OSError, ValueError) as error:
        code = MISSING_FILE if isinstance(error, FileNotFoundError) else "F003"
        raise UnreadableFile(_folder_refusal(folder, error), code) from None


def names_inside(root: Path, relative: str) -> list[str]:
    """The names of what is in a folder inside `root`, in order.

    Raises `UnreadableFile`, as `names_in` does, also where the folder is a link that leads out of `root`.
    """
    folder = root / relative
    names = names_in(folder)
    if not folder.resolve().is_relative_to(root.resolve()):
        raise UnreadableFile("is a link that leads out of the corpus folder")
    return names


def folders_in(folder: Path) -> dict[str, bool]:
    """The names of the folders in a folder, each with whether it is a link to a folder.

    Raises `UnreadableFile`, as `names_in` does.
    """
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.is_symlink() for entry in entries if entry.is_dir()}
    except (OSError, ValueError) as error:
        raise UnreadableFile(_folder_refusal(folder, error)) from None


def link_loop(error: Exception) -> bool:
    """True where a path could not be followed because its links lead back to themselves."""
    # `Path.resolve` raised RuntimeError until Python 3.13.
    return isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP


def _size(descriptor: int, max_bytes: int) -> int:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile("it is not a regular file")
    if status.st_size > max_bytes:
        raise UnreadableFile(f"it has {status.st_size:,} bytes; at most {max_bytes:,} are read", "F004")
    return status.st_size


def _bounded(descriptor: int, max_bytes: int) -> bytes:
    size = _size(descriptor, max_bytes)
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        data = file.read(size)
        # A file may grow while it is read, and some of those that a system makes up say that they are empty.
        data += file.read(max_bytes + 1 - len(data))
    if len(data) > max_bytes:
        raise UnreadableFile(f"it has more than {max_bytes:,} bytes; at most so many are read", "F004")
    return data


def _refused(path: Path, error: Exception) -> UnreadableFile:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return UnreadableFile("it is a link to what is not there")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return no_such_file()
    return UnreadableFile(f"it {_refusal(error)}")


def _folder_refusal(folder: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link to what is not there" if folder.is_symlink() else "does not exist"
    return "is not a folder" if isinstance(error, NotADirectoryError) else _refusal(error)


def _refusal(error: Exception) -> str:
    if link_loop(error):
        return "is a link that leads back to itself"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"
