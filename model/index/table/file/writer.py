"""Writes a table: takes its rows as they come, and puts the whole file in its place at the end, or nothing.

Until then the rows wait in a file beside it (`OUT.db.dprk-tui-rows`), from which an import that was cut short goes on.
The file itself is written under another name (`OUT.db.dprk-tui-part`) and comes into place in one step, after all of it
is on the disk.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

import msgspec

from model.index.table.coded import CodedRow, TableMeta
from model.index.table.file.connecting import PART, ROWS, may_be_replaced
from model.index.table.file.revising import Download, Revised, revise
from model.index.table.file.row_form import RowForm
from model.index.table.file.staging import Staging
from model.index.table.file.writing import write_table
from model.index.table.store import CHUNK, StoreFault

Progress = Callable[[str, int, int], None]
"""Is told a stage (`comparing`, `sorting`, `writing`), how many rows of it are done, and of how many."""


class TableWriter:
    """Writes the table `path`. All of it raises StoreFault, with one sentence, where the disk does not take it.

    `meta` is what there is to say of the table without its counts. Where it says of no column that it is faceted,
    that is found out. `kept` are small values kept beside the rows. An import of the same files (by name, SHA-256 and
    size), the same columns and the same kept values goes on where it was cut short; any other begins anew.
    """

    def __init__(
        self, path: Path, meta: TableMeta, kept: Mapping[str, bytes] | None = None, chunk: int = CHUNK
    ) -> None:
        self.path = path
        self._meta, self._kept, self._chunk = meta, dict(kept or {}), chunk
        self._part = path.with_name(f"{path.name}{PART}")
        self._finished = False
        self.revised: Revised | None = None
        with self._faults():
            if not may_be_replaced(path):
                raise StoreFault(f"{path}: another program's file is there; give the table a name of its own")
            rows = path.with_name(f"{path.name}{ROWS}")
            for beside in (rows, self._part):
                if not may_be_replaced(beside):
                    raise StoreFault(
                        f"{beside}: a file that is not ours is there, where rows wait until a table is whole; "
                        "move it, or name another file for the table"
                    )
            self._staging = Staging(rows, _signature(meta, self._kept), RowForm(meta))

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

    def finish(
        self, progress: Progress = lambda stage, done, of: None, download: Download | None = None
    ) -> TableMeta:
        """Sort and write all rows, and put the file in its place; returns what there is to say of it.

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
            self._remove_part()
            with closing(self._staging.in_order(lambda: progress("sorting", 0, rows))) as in_order:
                meta = write_table(
                    self._part,
                    meta,
                    in_order,
                    self._staging.rejects(),
                    self._kept,
                    self._chunk,
                    lambda done: progress("writing", done, rows),
                )
            if download is not None and download.before is not None:
                # What another program put there meanwhile is not to be lost.
                download.before.again().close()
            self._part.replace(self.path)
            self._finished = True
            _sync_folder(self.path.parent)
            self._staging.remove()
        return meta

    def discard(self) -> None:
        """Give it up: nothing is left of what was taken."""
        self._finished = True
        self._staging.remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._finished:
            return
        # What was cut short can go on later; where the disk takes no more, what is safe is.
        with suppress(sqlite3.Error):
            if self._staging.whole:
                self._staging.save()
        self._staging.close()
        self._remove_part()

    def _remove_part(self) -> None:
        with suppress(FileNotFoundError):
            self._part.unlink()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Say in one sentence what the disk refuses."""
        try:
            yield
        except (sqlite3.Error, OSError) as problem:
            raise StoreFault(_sentence(self.path, problem)) from problem


def _signature(meta: TableMeta, kept: Mapping[str, bytes]) -> bytes:
    """What an import is known by when it goes on."""
    said = (1, meta.columns, [(it.name, it.sha256, it.size) for it in meta.files], sorted(kept.items()))
    return hashlib.sha256(msgspec.msgpack.encode(said)).digest()


def _sync_folder(folder: Path) -> None:
    """Have the disk keep the new name, where folders can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(path: Path, problem: Exception) -> str:
    said = str(problem)
    if "disk is full" in said or getattr(problem, "errno", None) == 28:
        return (
            f"{path}: the disk is full; nothing at that name was changed, and what was read so far is kept in"
            f" {path.name}{ROWS}: make room and import again to go on, or delete that file"
        )
    if "locked" in said:
        return f"{path}: another program is writing it; wait until that has ended"
    if isinstance(problem, OSError) and problem.strerror:
        said = problem.strerror
    return f"{path}: it cannot be written: {said}; nothing at that name was changed"
