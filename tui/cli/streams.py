"""The standard streams, which may be closed, full, or of an encoding that cannot hold what is written.

`typing` is not imported, since `--version` writes through here and has to answer at once.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tui.cli.refusal import Refusal


@contextmanager
def output(encoding: str | None = None) -> Iterator[None]:
    """Print data to standard output inside of this; at its end all of it has been written.

    Data for programs has the `encoding` of its format. Text for people keeps the one of the locale, and what that
    cannot hold is written as Python would escape it. Raises `Refusal` where nothing can be written, and
    `BrokenPipeError`.
    """
    if sys.stdout is None:
        raise Refusal("standard output is closed; leave it open, or send it to a file or a pipe")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="strict" if encoding else "backslashreplace")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon(sys.stdout)
        raise Refusal(f"standard output cannot be written: {error.strerror}") from None


def given(max_bytes: int) -> bytes:
    """All of standard input. Raises `Refusal` where it is closed, unreadable or of more than `max_bytes`."""
    if sys.stdin is None:
        raise Refusal("standard input is closed; send a file into it, or name one")
    try:
        data = sys.stdin.buffer.read(max_bytes + 1)
    except OSError as error:
        raise Refusal(f"standard input cannot be read: {error.strerror}") from None
    if len(data) > max_bytes:
        raise Refusal(f"standard input has more than {max_bytes:,} bytes, which is the most that is read")
    return data


def abandon(stream: object) -> None:
    """Drop what a standard stream still has to write, so that Python does not try it again at its end."""
    if isinstance(stream, io.TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
