"""Writes a table into a file: the whole file comes into its place at the end, or nothing.

Until then the rows wait in a file beside it (`OUT.db.dprk-tui-rows`). The file itself is written under another
name (`OUT.db.dprk-tui-part`) and comes into place in one step, after all of it is on the disk.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from model.index.table.coded import TableMeta
from model.index.table.file.connecting import PART, ROWS, may_be_replaced
from model.index.table.file.staged_writer import StagedWriter, is_full
from model.index.table.file.staging import StagedRow
from model.index.table.file.writing import write_table
from model.index.table.store import CHUNK, StoreFault


class TableWriter(StagedWriter):
    """Writes the table `path`: see `StagedWriter`."""

    def __init__(
        self, path: Path, meta: TableMeta, kept: Mapping[str, bytes] | None = None, chunk: int = CHUNK
    ) -> None:
        self.path = path
        self._part = path.with_name(f"{path.name}{PART}")
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
        super().__init__(rows, meta, kept, chunk)

    def _write(self, meta: TableMeta, rows: Iterator[StagedRow], written: Callable[[int], None]) -> TableMeta:
        self._clear()
        return write_table(self._part, meta, rows, self._staging.rejects(), self._kept, self._chunk, written)

    def _put(self) -> None:
        self._part.replace(self.path)
        _sync_folder(self.path.parent)

    def _clear(self) -> None:
        with suppress(FileNotFoundError):
            self._part.unlink()

    def _sentence(self, problem: Exception) -> str:
        path = self.path
        said = str(problem)
        if is_full(problem):
            return (
                f"{path}: the disk is full; nothing at that name was changed, and what was read so far is kept in"
                f" {path.name}{ROWS}: make room and import again to go on, or delete that file"
            )
        if "locked" in said:
            return f"{path}: another program is writing it; wait until that has ended"
        if isinstance(problem, OSError) and problem.strerror:
            said = problem.strerror
        return f"{path}: it cannot be written: {said}; nothing at that name was changed"


def _sync_folder(folder: Path) -> None:
    """Have the disk keep the new name, where folders can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
