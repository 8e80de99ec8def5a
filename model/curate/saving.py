"""A change set is written to a corpus folder: each file whole, old or new, and none that is not as it was thought."""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from model.corpus.shortened import shortened
from model.curate.changes import Changes, FileChange
from model.curate.folders import Folders, OutsideCorpus
from model.curate.locked import locked
from model.curate.whole import MODE, NewContent, new_content

_EXECUTABLE = 0o777
_LONGEST_NAME = 200


class NotSaved(Exception):
    """A change set that was not written, and why, in one sentence. Files are as they were, or it says which are not."""


class ChangedMeanwhile(NotSaved):
    """The same, because a file is not any more as the change set has it."""


def save(root: Path, changes: Changes) -> None:
    """Write a change set to the corpus folder `root`, in its order.

    All content is on the disk before the first file changes, so a full disk changes nothing. Each file changes in one
    step, and keeps its mode; folders that are missing are made, `root` itself too. Who kills the program in between
    finds the first changes done and the others not, and nothing left behind but perhaps one file whose name begins with
    `.dprk-tui-`, which is no part of a corpus and is gone with the next saving.

    Raises `NotSaved`, and has undone then what was done: where a file is not as its `before` says
    (`ChangedMeanwhile`), lies outside of `root` or is no regular file, where another program is saving, and where the
    disk refuses.
    """
    changes = tuple(change for change in changes if change.before != change.after)
    if not changes:
        return
    try:
        with Folders(root) as folders, _alone(root, folders.root), _Writing(folders) as writing:
            folders.sweep()
            for change in changes:
                writing.prepare(change)
            writing.do()
    except OSError as error:
        raise _refused(root, error) from None


_TRIES, _PAUSE = 50, 0.02
"""How often, and after how many seconds, it is tried again while another one saves.

That takes a moment, and may be this program itself, which writes the schemas anew beside the screen.
"""


@contextmanager
def _alone(root: Path, descriptor: int) -> Iterator[None]:
    with ExitStack() as stack:
        for left in reversed(range(_TRIES)):
            try:
                stack.enter_context(locked(descriptor, wait=False))
                break
            except BlockingIOError:
                if not left:
                    message = f"{_name(root)}: another program is writing to this corpus; try again"
                    raise NotSaved(message) from None
                sleep(_PAUSE)
        yield


@dataclass(frozen=True, slots=True)
class _Step:
    """A change; its file, as an open folder and a name in it, with what is known of it; what it is to hold."""

    change: FileChange
    folder: int
    name: str
    like: os.stat_result | None
    content: NewContent | None


class _Writing:
    """The changes on their way to the disk, prepared one by one and then done one by one. Taken back on any error."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._contents = ExitStack()
        self._steps: list[_Step] = []
        self._done: list[_Step] = []

    def __enter__(self) -> "_Writing":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._contents.close()

    def prepare(self, change: FileChange) -> None:
        """Look whether a file is as it was thought, and put on the disk what it is to hold. Raises `NotSaved`."""
        with self._about(change):
            folder, name = self._folders.of(change.file, change.after is None)
            like = _as_it_was(change, folder, name)
            content = None
            if change.after is not None:
                mode = _EXECUTABLE if change.executable else MODE
                content = self._contents.enter_context(new_content(folder, change.after, like, mode))
            self._steps.append(_Step(change, folder, name, like, content))

    def do(self) -> None:
        """Change the files. Raises `NotSaved`: then they are as they were, or it says which are not."""
        for step in self._steps:
            # Somebody may have written while the disk was at work.
            with self._about(step.change):
                _as_it_was(step.change, step.folder, step.name)
        for step in self._steps:
            with self._about(step.change):
                self._done.append(step)
                _do(step)
        with self._about(self._steps[-1].change):
            self._folders.sync()

    @contextmanager
    def _about(self, change: FileChange) -> Iterator[None]:
        """What goes wrong in here, with this file, takes back all."""
        try:
            yield
        except BaseException as error:
            left = [step.change.file for step in reversed(self._done) if not _undone(step)]
            self._done.clear()
            if isinstance(error, NotSaved) and not left:
                raise
            if isinstance(error, (NotSaved, OSError, OutsideCorpus)):
                raise _refused(Path(change.file), error, left) from None
            raise


def _as_it_was(change: FileChange, folder: int, name: str) -> os.stat_result | None:
    """What is known of the file, None where there is none. Raises `NotSaved` where it is not as it was."""
    before, shown = change.before, _name(change.file)
    try:
        # Non-blocking: a FIFO that nobody writes to never opens.
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except FileNotFoundError:
        if before is None:
            return None
        raise ChangedMeanwhile(f"{shown}: it is not there any more; nothing was written") from None
    try:
        status = os.fstat(descriptor)
        if before is None:
            raise ChangedMeanwhile(f"{shown}: it is there already; nothing was written")
        if not stat.S_ISREG(status.st_mode):
            raise NotSaved(f"{shown}: it is not a regular file; nothing was written")
        if status.st_size != len(before) or _read(descriptor, len(before)) != before:
            raise ChangedMeanwhile(
                f"{shown}: another program has changed it meanwhile; nothing was written, look and do it again"
            )
    finally:
        os.close(descriptor)
    if not os.access(name, os.W_OK, dir_fd=folder):
        # One could replace it; but who took away the permission to write did not mean that. To open it says why.
        os.close(os.open(name, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder))
    return status


def _read(descriptor: int, most: int) -> bytes:
    """All of a file, and one byte more than `most` where it has grown."""
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        return file.read(most + 1)


def _do(step: _Step) -> None:
    if step.content is None:
        os.unlink(step.name, dir_fd=step.folder)
    elif step.like is None:
        step.content.be_new(step.name)
    else:
        step.content.become(step.name)


def _undone(step: _Step) -> bool:
    """Take back what was done to a file, if it was; False where that cannot be."""
    change = step.change
    try:
        # What somebody else has put there stays.
        _as_it_was(change.inverse, step.folder, step.name)
    except NotSaved:
        return True
    except OSError:
        return False
    try:
        if change.before is None:
            os.unlink(step.name, dir_fd=step.folder)
            return True
        with new_content(step.folder, change.before, step.like) as content:
            if change.after is None:
                content.be_new(step.name)
            else:
                content.become(step.name)
    except OSError:
        return False
    return True


def _refused(file: Path, error: Exception, left: list[str] | None = None) -> NotSaved:
    why = str(error)
    if isinstance(error, OSError):
        why = f"{_name(file)}: it cannot be written: {error.strerror or error}; nothing was written"
    elif isinstance(error, OutsideCorpus):
        why = f"{_name(file)}: {error}; nothing was written"
    if left:
        names = ", ".join(map(_name, left))
        why = f"{why.removesuffix('; nothing was written')}; what was written could not be taken back in {names}"
    return NotSaved(why)


def _name(file: str | Path) -> str:
    return shortened(file, _LONGEST_NAME)
