"""New files of the person's own: written whole or not at all, and never over one that is there."""

import errno
from collections.abc import Iterator
from pathlib import Path


def file_of(typed: str) -> Path:
    """The file that a typed path means, `~` spelled out. Raises `OSError` with a `strerror` that explains."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise OSError(errno.ENOENT, "nobody here has that home folder") from None


def write(file: Path, text: str) -> None:
    """Write a new file, whole or not at all; nothing that is there is touched. Raises `OSError`."""
    with file.open("x", encoding="utf-8", newline="") as out:
        try:
            out.write(text)
            out.flush()
        except OSError:
            file.unlink(missing_ok=True)
            raise


def not_there(name: str) -> str:
    """A name of a new file in the folder one is in: `name`, or `name` with a number; `name` where all are taken."""
    return next((it for it in _names(name) if not Path(it).exists()), name)


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write `text` to a file that was not there: `name`, or `name` with a number. Raises `OSError`."""
    for numbered in _names(name):
        file = folder / numbered
        try:
            write(file, text)
        except FileExistsError:
            continue
        return file
    raise FileExistsError(errno.EEXIST, "too many files of this name", str(folder / name))


def _names(name: str) -> Iterator[str]:
    """`brief.md`, `brief-2.md` and so on."""
    first = Path(name)
    return (name if number == 1 else f"{first.stem}-{number}{first.suffix}" for number in range(1, 10_000))


def short(file: Path) -> str:
    """A path as people write it: from `~` on where it is in the home folder."""
    try:
        return f"~/{file.resolve().relative_to(Path.home().resolve())}"
    except (ValueError, OSError, RuntimeError):
        return str(file)
