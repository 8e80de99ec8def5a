"""Following the files of a corpus: a thread waits for changes, reads them, and posts what came of it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from model.corpus.files import UnreadableFile
from model.corpus.layout import is_dropping
from model.curate.git import is_at_work
from model.curate.reload import Rereader
from model.curate.saving import NotSaved
from model.index.archive import Archive
from model.index.faults import Interrupted, StoreFault

if TYPE_CHECKING:
    # Only who has a table needs what one is made of.
    from model.index.table.store import Store

QUIET = 0.5
"""Seconds without a change after which a save counts as done. An editor writes a file in several steps."""

LOOKED_AFTER = 10.0
"""Seconds between two looks at whether a server has a newer table, and all parts of it are there."""

PATIENCE = 20
"""How many times so many seconds git may be at work before what it has written by then is read."""


class Reread(Message):
    """The corpus as its files say it now."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self.archive = archive


class NotFollowed(Message):
    """Changes on disk will not be seen, and why; outside text."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class NewerTable(Message):
    """Somebody has put a newer table in the place of one that is read, which is called so; outside text."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title


def follow_table(store: "Store", title: str, post: Callable[[Message], object]) -> None:
    """Have it posted, once, when a newer table takes the place of one that others write too."""
    if store.shared:
        threading.Thread(
            target=_follow_table, args=(store, title, post), name="watching", daemon=True
        ).start()


def _follow_table(store: "Store", title: str, post: Callable[[Message], object]) -> None:
    while True:
        time.sleep(LOOKED_AFTER)
        try:
            own = store.again()
            try:
                if own.newer():
                    post(NewerTable(title))
                    return
                if own.look():
                    # Nobody may have asked for what is lost; it is to be said all the same.
                    store.away()
            finally:
                own.close()
        except Interrupted:
            pass
        except StoreFault:
            from model.index.table.far_store import far

            # Not reached now, it may be reached later; who asks for all else finds out the same, and says so.
            if (table := far(store)) is not None:
                table.expect(object(), lambda asked: asked.store.newer())


def follow(rereader: Rereader, post: Callable[[Message], object], writes: bool) -> None:
    """Have whatever changes in a corpus folder posted, until the program ends.

    Where it `writes`, what editors complete ids by follows too, in a corpus that is set up for them.
    """
    # A daemon: it waits in the system, and nothing is to be finished when the program ends.
    threading.Thread(target=_follow, args=(rereader, post, writes), name="watching", daemon=True).start()


def _follow(rereader: Rereader, post: Callable[[Message], object], writes: bool) -> None:
    # The watch is not there at once, and does not tell what came before it.
    late = threading.Timer(2 * QUIET, _look_once, (rereader, post))
    late.daemon = True
    late.start()
    try:
        known = _ids(rereader.archive)
        for _ in _changes(rereader):
            archive = _settled(rereader)
            if archive is not None:
                post(Reread(archive))
            if writes and known != (known := _ids(rereader.archive)):
                _help_editors(rereader.folder)
    except Exception as error:
        # Of many kinds: there may be no watches left, or the file system knows none.
        post(NotFollowed(f"{type(error).__name__}: {error}"))


def _look_once(rereader: Rereader, post: Callable[[Message], object]) -> None:
    if rereader.changed() and (archive := _settled(rereader)) is not None:
        post(Reread(archive))


def _ids(archive: Archive) -> tuple[frozenset[str], ...]:
    """What there is to complete."""
    corpus = archive.whole
    tables = (
        corpus.sources,
        corpus.entities,
        corpus.events,
        corpus.statements,
        corpus.claims,
        corpus.conflicts,
    )
    return tuple(frozenset(table) for table in tables)


def _help_editors(folder: Path) -> None:
    """Bring the schemas up to date, where there are any; where that cannot be, `dprk-tui schema` says why."""
    from model.curate.schema.files import wants_schemas
    from model.curate.schema.rewriting import rewrite_schemas

    if wants_schemas(folder):
        with suppress(NotSaved, UnreadableFile):
            rewrite_schemas(folder)


def _changes(rereader: Rereader) -> Iterator[None]:
    """One each time that something has changed, or may have while nobody was watching."""
    # Imported here, in the thread: it takes as long as the first picture.
    from watchfiles import watch

    folder = rereader.folder
    while True:
        before = _wait_for(folder)
        # Its own settings from the environment are not for this program: one of them prints.
        with suppress(FileNotFoundError):
            # It may go between having been seen and being watched.
            for _ in watch(
                folder,
                watch_filter=lambda _, path: _is_of(folder, path),
                step=round(QUIET * 1000),
                rust_timeout=60_000,
                debug=False,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                yield
                if _number_of(folder) != before:
                    # Another folder has its name now: it is to be watched from anew.
                    break
        yield


def _wait_for(folder: Path) -> int:
    """The number of a folder in its file system, once it is there."""
    while (number := _number_of(folder)) is None:
        time.sleep(QUIET)
    return number


def _number_of(folder: Path) -> int | None:
    """The number of a folder in its file system; None where it is not there: git may swap it at any moment."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None


def _is_of(folder: Path, path: str) -> bool:
    """Whether a changed path may be a part of the corpus."""
    try:
        return not any(map(is_dropping, Path(path).relative_to(folder).parts))
    except ValueError:
        return True


def _settled(rereader: Rereader) -> Archive | None:
    """What the files say once they have come to rest; None where that is what they said before."""
    for _ in range(PATIENCE):
        if not is_at_work(rereader.folder):
            break
        time.sleep(QUIET)
    before = rereader.archive
    found = rereader.read()
    if found is not None and found.corpus.as_before:
        # It may be half of a change: many programs save by more than one file, or empty one first.
        time.sleep(2 * QUIET)
        found = rereader.read() or found
    if found is not None:
        # What is shown most likely is counted here, beside the keys.
        found.at(found.default)
        found.known(found.default.day)
        found.prepare_as(before)
    return found
