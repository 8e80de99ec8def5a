"""Files that are written whole or not at all, in folders that are named by open descriptors.

Where the system can, a file has no name until all of it is on the disk (`O_TMPFILE`, Linux). A new name is then given
by one link. What replaces a file is given a name that begins with `.dprk-tui-` and at once renamed (POSIX `rename`
is atomic); a program that is killed just then leaves that name behind. `sweep` removes such.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_MARK = ".dprk-tui-"
MODE = 0o666
"""The mode of a new file, before the umask of the process is taken from it."""

_NO_UNNAMED = frozenset({errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL, errno.ENOTSUP})
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS})
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


@dataclass(slots=True)
class NewContent:
    """All that a file is to hold, on the disk already; `temporary` is its name, empty where it has none yet."""

    folder: int
    descriptor: int
    temporary: str

    def become(self, name: str) -> None:
        """Take the place of the file of this name, or be a new one. Raises `OSError`: then that is as it was."""
        if not self.temporary:
            self.temporary = _temporary()
            self._link(self.temporary)
        os.rename(self.temporary, name, src_dir_fd=self.folder, dst_dir_fd=self.folder)
        self.temporary = ""

    def be_new(self, name: str) -> None:
        """Be a new file of this name. Raises `FileExistsError` where one is there, and `OSError`."""
        if not self.temporary:
            self._link(name)
            return
        try:
            os.link(
                self.temporary, name, src_dir_fd=self.folder, dst_dir_fd=self.folder, follow_symlinks=False
            )
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            if status_of(name, self.folder) is not None:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name) from None
            self.become(name)
        else:
            os.unlink(self.temporary, dir_fd=self.folder)
            self.temporary = ""

    def _link(self, name: str) -> None:
        """Give the file a name, its first one."""
        os.link(f"/proc/self/fd/{self.descriptor}", name, dst_dir_fd=self.folder, follow_symlinks=True)


@contextmanager
def new_content(
    folder: int, data: bytes, like: os.stat_result | None = None, mode: int = MODE
) -> Iterator[NewContent]:
    """Put `data` on the disk, in an open folder; what was given no name by the end is gone.

    Mode and, as far as one may, owner are those of `like`; where there is none the mode is `mode`, less the umask.
    Raises `OSError`, as where the disk is full.
    """
    descriptor, temporary = _opened(folder, mode)
    content = NewContent(folder, descriptor, temporary)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if like is not None:
            with suppress(PermissionError):
                os.fchown(descriptor, like.st_uid, like.st_gid)
            os.fchmod(descriptor, like.st_mode & 0o7777)
        os.fsync(descriptor)
        yield content
    finally:
        if content.temporary:
            with suppress(OSError):
                os.unlink(content.temporary, dir_fd=folder)
        os.close(descriptor)


def sweep(folder: int) -> None:
    """Remove what a killed program left behind in an open folder. Only for who has the lock of the corpus."""
    for name in os.listdir(folder):
        if name.startswith(_MARK):
            with suppress(OSError):
                os.unlink(name, dir_fd=folder)


def sync_folder(folder: int) -> None:
    """Make the names in an open folder last, where the file system can."""
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _opened(folder: int, mode: int) -> tuple[int, str]:
    """A new file to write to, and its name, empty where it has none."""
    unnamed = getattr(os, "O_TMPFILE", 0)
    if unnamed and Path("/proc/self/fd").exists():
        try:
            return os.open(".", unnamed | os.O_WRONLY, mode, dir_fd=folder), ""
        except OSError as error:
            if error.errno not in _NO_UNNAMED:
                raise
    name = _temporary()
    return os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode, dir_fd=folder), name


def status_of(name: str, folder: int) -> os.stat_result | None:
    """What is known of a file in an open folder, not of what a link leads to; None where there is none."""
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _temporary() -> str:
    return f"{_MARK}{secrets.token_hex(8)}"
