"""Where an import puts a table: a file, or a place on a server."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from model.index.table.coded import TableMeta
from model.index.table.file.staged_writer import StagedWriter
from model.index.table.store import Store


class TableTarget(Protocol):
    """A place for a table. As text it is what people are shown, and what they open it by. Raises StoreFault."""

    @property
    def replaces(self) -> bool:
        """Whether another table may be put in the place of one that is there."""

    @property
    def typed(self) -> str:
        """How it is typed in a shell."""

    @property
    def beside(self) -> Path:
        """The file whose name those begin with that are made beside the table, as the list of rejects."""

    def exists(self) -> bool:
        """Whether something is there."""

    def before(self) -> Store:
        """The table that is there."""

    def writer(self, meta: TableMeta, kept: Mapping[str, bytes]) -> StagedWriter:
        """What writes a table there."""
