"""Text is taken out of a file in a process of its own: what a file from outside may do to a library ends with that.

It has bounded memory and time. Where it falls over, the file is named as the reason, and nothing was written.
"""

import subprocess
import sys
from contextlib import suppress

import msgspec

from model.curate.intake.bounds import MEMORY, MOST_TEXT, MOST_TEXT_BYTES, SECONDS
from model.curate.intake.extracted import TOO_LONG, Extracted, NotTaken

_TOO_SLOW = "it takes too long to read; save a smaller part of it"
_FELL = "it cannot be read: the library that reads such files fell over it"


class _Answer(msgspec.Struct):
    """What the other process says: one of the two."""

    extracted: Extracted | None = None
    refused: str | None = None


def extracted_apart(data: bytes, kind: str, url: str | None = None, seconds: int = SECONDS) -> Extracted:
    """What is taken out of a file of a kind, in so many seconds of the processor at most. Raises `NotTaken`."""
    # It finds what this process finds, and nothing in the folder that one happens to stand in.
    code = (
        f"import sys; sys.path[:] = {sys.path!r}; "
        f"from model.curate.intake.apart import answer; answer({kind!r}, {url!r}, {seconds})"
    )
    command = [sys.executable, "-I", "-c", code]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=10 * seconds, check=False)
    except subprocess.TimeoutExpired:
        raise NotTaken(_TOO_SLOW) from None
    try:
        answer = msgspec.json.decode(done.stdout, type=_Answer)
    except (msgspec.DecodeError, msgspec.ValidationError):
        raise NotTaken(_TOO_SLOW if done.returncode == -_CPU_SIGNAL else _FELL) from None
    if answer.extracted is None:
        raise NotTaken(answer.refused or _FELL)
    return answer.extracted


_CPU_SIGNAL = 24
"""SIGXCPU: a process has had all its seconds. The number is that of Linux and macOS."""


def answer(kind: str, url: str | None, seconds: int) -> None:
    """Be the other process: read a file from standard input, and write what is taken out of it, as JSON."""
    _bound(seconds)
    from model.curate.intake.kinds import KINDS

    data = sys.stdin.buffer.read()
    # What a library prints is no part of the answer.
    out, sys.stdout = sys.stdout, sys.stderr
    try:
        found = KINDS[kind].read(data, url)
        said = _Answer(extracted=found)
        if len(found.text) > MOST_TEXT or len(found.text.encode("utf-8", "replace")) > MOST_TEXT_BYTES:
            said = _Answer(refused=TOO_LONG)
        elif not found.text.strip():
            said = _Answer(refused="there are no words in it")
    except NotTaken as error:
        said = _Answer(refused=str(error))
    except MemoryError:
        said = _Answer(refused="it takes more memory to read than it may have; save a smaller part of it")
    out.buffer.write(msgspec.json.encode(said))
    out.flush()


def _bound(seconds: int) -> None:
    # Some systems know no such bounds, or have lower ones already.
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
