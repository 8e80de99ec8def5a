"""New files of the person's own: written whole or not at all, and never over one that is there."""

import errno
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


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write `text` to a file that was not there: `name`, or `name` with a number. Raises `OSError`."""
    first = Path(name)
    for number in range(1, 10_000):
        file = folder / (name if number == 1 else f"{first.stem}-{number}{first.suffix}")
        try:
            write(file, text)
        except FileExistsError:
            continue
        return file
    raise FileExistsError(errno.EEXIST, "too many files of this name", str(folder / name))


def short(file: Path) -> str:
    """A path as people write it: from `~` on where it is in the home folder."""
    try:
        return f"~/{file.resolve().relative_to(Path.home().resolve())}"
    except (ValueError, OSError, RuntimeError):
        return str(file)
