"""The folder in which compiled corpora are kept: the user's own, bounded, and never needed.

Whatever goes wrong with it, the program works without. A file is taken only where nobody else can have written it, and
where its digest says that it is whole; it holds data in MessagePack, of which nothing can be run.
"""

import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MAGIC = b"dprk-tui compiled corpus\n"
MOST = 512 * 1024 * 1024
"""The most bytes that all files take: some seventy corpora of ten thousand claims."""

_DIGEST = 32
_OWN_FOLDER, _OWN_FILE = 0o700, 0o600
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_ENDING, _UNFINISHED = ".compiled", ".part"
_ABANDONED = 3600
"""Seconds after which a file that is not finished is nobody's any more."""


class Shelf:
    """What is kept in `folder`, by keys: names of hexadecimal digits. One that does not `write` only takes from it."""

    def __init__(self, folder: Path, most: int = MOST, writes: bool = True) -> None:
        self._folder = folder
        self._most = most
        self._writes = writes

    def take(self, key: str) -> bytes | None:
        """What was put under a key; None where that is not there, is broken, or may be somebody else's."""
        file = self._file(key)
        try:
            if not _is_own(self._folder.lstat(), stat.S_ISDIR):
                return None
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            with _descriptor(file, flags) as descriptor:
                status = os.fstat(descriptor)
                if not _is_own(status, stat.S_ISREG) or status.st_size > self._most:
                    return None
                with os.fdopen(descriptor, "rb", closefd=False) as opened:
                    head, body = opened.read(len(MAGIC) + _DIGEST), opened.read(status.st_size)
                # It was used: others go before it.
                with suppress(OSError):
                    os.utime(descriptor)
        except OSError:
            return None
        return body if head == MAGIC + _digest(body) else None

    def put(self, key: str, body: bytes) -> bool:
        """Keep something, all of it or nothing, and let go of what was not used for longest; whether it is kept."""
        if not self._writes or len(body) > self._most // 4:
            return False
        try:
            self._folder.mkdir(_OWN_FOLDER, parents=True, exist_ok=True)
            if not _is_own(self._folder.lstat(), stat.S_ISDIR):
                return False
            self._make_room(len(MAGIC) + _DIGEST + len(body))
            unfinished = self._folder / f"{key}.{secrets.token_hex(8)}{_UNFINISHED}"
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
            try:
                with (
                    _descriptor(unfinished, flags) as descriptor,
                    os.fdopen(descriptor, "wb", closefd=False) as opened,
                ):
                    opened.writelines((MAGIC, _digest(body), body))
                unfinished.replace(self._file(key))
            except BaseException:
                with suppress(OSError):
                    unfinished.unlink()
                raise
        except OSError:
            return False
        return True

    def _make_room(self, size: int) -> None:
        """Let go of what is unfinished for long, and of what was not used for longest, until there is room."""
        kept = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if entry.name.endswith(_UNFINISHED) and status.st_mtime < time.time() - _ABANDONED:
                        Path(entry.path).unlink()
                    elif entry.name.endswith(_ENDING):
                        kept.append((status.st_mtime, status.st_size, entry.path))
        left = self._most - size
        for _, taken, path in sorted(kept, reverse=True):
            left -= taken
            if left < 0:
                with suppress(OSError):
                    Path(path).unlink()

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()


def _is_own(status: os.stat_result, is_kind: object) -> bool:
    """Whether something is of a kind, and nobody but this user can have written it."""
    if not hasattr(os, "geteuid"):
        # Where there is no such thing as an owner's number, nobody can say.
        return False
    assert callable(is_kind)
    return is_kind(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


@contextmanager
def _descriptor(file: Path, flags: int) -> Iterator[int]:
    descriptor = os.open(file, flags, _OWN_FILE)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
