"""A lock on a folder, for programs that write into it. Nothing of it is left on the disk."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

_NO_LOCKS = frozenset(
    {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF, errno.EINVAL}
)
"""What file systems say that lock no folders, as some over a network: there one does without."""


@contextmanager
def locked(folder: int, wait: bool) -> Iterator[None]:
    """Hold the lock on an open folder, which ends with the program too.

    Not on a file in it: that would be replaced, and one for the lock would stay behind. Raises `BlockingIOError` where
    another program has it and one is not to `wait`.
    """
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        raise
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        yield
        return
    try:
        yield
    finally:
        fcntl.flock(folder, fcntl.LOCK_UN)


@contextmanager
def open_folder(name: str | os.PathLike[str], within: int | None = None) -> Iterator[int]:
    """The descriptor of a folder; `within` another open one, where no link is followed. Raises `OSError`."""
    links = 0 if within is None else os.O_NOFOLLOW
    descriptor = os.open(name, os.O_RDONLY | os.O_DIRECTORY | links, dir_fd=within)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
