"""Whether git is writing into a folder at this moment."""

from pathlib import Path

_LOCKS = ("index.lock", "HEAD.lock")


def is_at_work(folder: Path) -> bool:
    """Whether git holds a lock on the work tree in which a folder lies: files may be there in part.

    Of a work tree beside its repository, `.git` is a file that names the place (gitrepository-layout).
    """
    for parent in (folder.absolute(), *folder.absolute().parents):
        found = parent / ".git"
        try:
            if found.is_file():
                named = found.read_text("utf-8", "replace").removeprefix("gitdir:").strip()
                return _is_locked(parent / named)
            if found.is_dir():
                return _is_locked(found)
        except OSError:
            return False
    return False


def _is_locked(repository: Path) -> bool:
    return any((repository / lock).exists() for lock in _LOCKS)
