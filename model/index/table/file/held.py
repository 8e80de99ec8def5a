"""Notices that somebody wrote over a file that is being read: of two files mixed, no answer would be true."""

from pathlib import Path


class HeldFile:
    """A file as it was when it was opened.

    Another file that is moved into its place changes nothing: whoever has it open goes on reading the first one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._was = self._now()

    def is_changed(self) -> bool:
        """Whether its bytes may be others by now: it was written, and is still the same file."""
        now = self._now()
        return now is not None and self._was is not None and now[0] == self._was[0] and now != self._was

    def _now(self) -> tuple[int, int, int] | None:
        """Which file it is, when it was written last (ns), and how long it is (bytes); None where none is there."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size
