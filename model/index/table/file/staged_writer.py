"""Takes the rows of a table as they come, and hands them on in the order of the timeline when all are there.

Until then they wait in a file (`Staging`), from which an import that was cut short goes on.
"""

import errno
import hashlib
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

import msgspec

from model.index.table.coded import CodedRow, TableMeta
from model.index.table.file.revising import Download, Revised, revise
from model.index.table.file.row_form import RowForm
from model.index.table.file.staging import StagedRow, Staging
from model.index.table.store import CHUNK, Store, StoreFault

Progress = Callable[[str, int, int], None]
"""Is told a stage (`comparing`, `sorting`, `writing`), how many rows of it are done, and of how many."""


class StagedWriter(ABC):
    """Writes a table. All of it raises StoreFault, with one sentence, where the disk or the server does not take it.

    `meta` is what there is to say of the table without its counts. Where it says of no column that it is faceted,
    that is found out. `kept` are small values kept beside the rows. An import of the same files (by name, SHA-256 and
    size), the same columns and the same kept values goes on where it was cut short; any other begins anew. Rows wait in
    the file `staged`.
    """

    _refusals: tuple[type[Exception], ...] = (sqlite3.Error, OSError)
    """What a disk or a server raises that does not take it."""

    def __init__(
        self, staged: Path, meta: TableMeta, kept: Mapping[str, bytes] | None = None, chunk: int = CHUNK
    ) -> None:
        self._meta, self._kept, self._chunk = meta, dict(kept or {}), chunk
        self._finished = False
        self.revised: Revised | None = None
        self._signature = _signature(meta, self._kept)
        with self._faults():
            self._staging = Staging(staged, self._signature, RowForm(meta))

    @abstractmethod
    def _write(self, meta: TableMeta, rows: Iterator[StagedRow], written: Callable[[int], None]) -> TableMeta:
        """Write all rows, which come in their order, where nobody reads them yet; returns `meta` as it turned out."""

    @abstractmethod
    def _put(self) -> None:
        """Put what was written in the place of the table, in one step."""

    @abstractmethod
    def _clear(self) -> None:
        """Take away what was written and not put in its place, unless it is of use to who goes on."""

    @abstractmethod
    def _sentence(self, problem: Exception) -> str:
        """What there is to say of one of the refusals."""

    def _let_go(self) -> None:  # noqa: B027 - a file needs nothing
        """It is over, however it ended."""

    def _refuse_replaced(self, before: Store) -> None:
        """Raise StoreFault where another program has put a table in the place of the one that this goes on from."""
        before.again().close()

    @property
    def resumed(self) -> bool:
        """Whether this goes on with an import that was cut short."""
        return self._staging.resumed

    def resume_at(self, file: int) -> int:
        """The number of the last row of a file that is safe; 0 where none is. All rows up to it are in, or rejected."""
        return self._staging.resume_at(file)

    def add(self, rows: Iterable[CodedRow]) -> None:
        """Take rows, in any order of time; the numbers of a file ascend.

        What is rejected of these rows has been given to `reject` before this returns: then all are safe together.
        ValueError where a row has not a cell for each column, or is of a file that there is not.
        """
        with self._faults():
            self._staging.add(rows)

    def reject(self, file: int, number: int, raw: str, why: str) -> None:
        """Keep a row that is not taken, and why, as a sentence."""
        with self._faults():
            self._staging.reject(file, number, raw, why)

    def rejects(self) -> Iterator[tuple[int, int, str, str]]:
        """What was not taken so far, with its file, its number and why."""
        with self._faults():
            yield from self._staging.rejects()

    def finish(
        self, progress: Progress = lambda stage, done, of: None, download: Download | None = None
    ) -> TableMeta:
        """Sort and write all rows, and put the table in its place; returns what there is to say of it.

        With a key, the rows that were taken are a `download` of the table, beside those of the downloads before it:
        what became of them, `revised` says then.
        What `progress` raises, as KeyboardInterrupt, ends it; the rows stay safe.
        """
        with self._faults():
            self._staging.save()
            meta = self._meta
            if download is not None:
                taken = self._staging.counts()[0] + (download.before.total if download.before else 0)
                self.revised = revise(
                    self._staging, meta, download, lambda done: progress("comparing", done, taken)
                )
                meta = replace(meta, same=meta.same + self.revised.same)
            rows, rejected = self._staging.counts()
            meta = replace(meta, read=rows + rejected + meta.same, rows=rows, rejected=rejected)
            progress("sorting", 0, rows)
            with closing(self._staging.in_order(lambda: progress("sorting", 0, rows))) as in_order:
                meta = self._write(meta, in_order, lambda done: progress("writing", done, rows))
            if download is not None and download.before is not None:
                # What another program put there meanwhile is not to be lost.
                self._refuse_replaced(download.before)
            self._put()
            self._finished = True
            self._staging.remove()
        return meta

    def discard(self) -> None:
        """Give it up: nothing is left of what was taken."""
        self._finished = True
        self._staging.remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            if not self._finished:
                self._keep()
        finally:
            self._let_go()

    def _keep(self) -> None:
        """Keep what was cut short, to go on with it later; where the disk takes no more, what is safe is."""
        with suppress(sqlite3.Error):
            if self._staging.whole:
                self._staging.save()
        self._staging.close()
        self._clear()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Say in one sentence what is refused."""
        try:
            yield
        except self._refusals as problem:
            raise StoreFault(self._sentence(problem)) from problem


def is_full(problem: Exception) -> bool:
    """Whether the disk took no more."""
    return "disk is full" in str(problem) or getattr(problem, "errno", None) == errno.ENOSPC


def _signature(meta: TableMeta, kept: Mapping[str, bytes]) -> bytes:
    """What an import is known by when it goes on."""
    said = (1, meta.columns, [(it.name, it.sha256, it.size) for it in meta.files], sorted(kept.items()))
    return hashlib.sha256(msgspec.msgpack.encode(said)).digest()
