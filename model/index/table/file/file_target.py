"""A file as the place for a table."""

from collections.abc import Mapping
from pathlib import Path

from model.index.table.coded import TableMeta
from model.index.table.file.file_store import open_store
from model.index.table.file.staged_writer import StagedWriter
from model.index.table.file.writer import TableWriter
from model.index.table.store import Store


class FileTarget:
    """See `model.index.table.target.TableTarget`."""

    replaces = False

    def __init__(self, path: Path) -> None:
        self.beside = path

    def __str__(self) -> str:
        return str(self.beside)

    @property
    def typed(self) -> str:
        """As it is: nobody is told how his own shell takes blanks."""
        return str(self.beside)

    def exists(self) -> bool:
        """Whether a file is there, of whatever kind."""
        return self.beside.exists()

    def before(self) -> Store:
        """The table in the file."""
        return open_store(self.beside)

    def writer(self, meta: TableMeta, kept: Mapping[str, bytes]) -> StagedWriter:
        """What writes the file."""
        return TableWriter(self.beside, meta, kept)
