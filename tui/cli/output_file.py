"""Where an export goes: standard output, or a new file that is there as a whole or not at all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.cli.interrupt import raise_on_signals
from tui.cli.refusal import Refusal
from tui.cli.streams import output

_MARK = ".dprk-tui-"


def put_text(out: str | None, pieces: Iterable[str], bom: bool) -> None:
    """Write the pieces in UTF-8, after a byte order mark if one is asked for. Raises `Refusal`."""
    if out is None:
        # A table keeps the line ends of its format.
        with output("utf-8"):
            print("\ufeff" if bom else "", end="")
            for piece in pieces:
                print(piece, end="")
        return
    with _new_file(Path(out)) as path, path.open("w", encoding="utf-8", newline="") as file:
        file.write("\ufeff" if bom else "")
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def put_bytes(out: str | None, format: str, write: Callable[[Path], None]) -> None:
    """Have a file written; without a name its bytes go to standard output, unless that is a terminal.

    Raises `Refusal`.
    """
    if out is not None:
        with _new_file(Path(out)) as path:
            write(path)
        return
    if sys.stdout is not None and sys.stdout.isatty():
        raise Refusal(f"{format} is bytes, which no terminal shows; name a file for it with -o FILE")
    raise_on_signals()
    with tempfile.TemporaryDirectory(prefix=_MARK) as folder:
        path = Path(folder) / "export"
        write(path)
        with output("utf-8"), path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)


@contextmanager
def _new_file(out: Path) -> Iterator[Path]:
    """The name under which a file is written, in a folder of its own beside its place, to which it comes at the end."""
    if os.path.lexists(out):
        raise Refusal(f"{out} is there already; name another file, or take it away first")
    raise_on_signals()
    try:
        with tempfile.TemporaryDirectory(prefix=_MARK, dir=out.parent) as folder:
            path = Path(folder) / "export"
            yield path
            _come(path, out)
    except FileExistsError:
        raise Refusal(f"{out} has come to be there meanwhile; nothing of it was touched") from None
    except OSError as error:
        raise Refusal(f"{out} cannot be written: {error.strerror}; nothing was left there") from None


def _come(path: Path, out: Path) -> None:
    try:
        # Unlike a rename, a link takes the place of nothing.
        out.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(out):
            raise FileExistsError(out) from None
        path.rename(out)
