"""A table of coded rows laid under the corpus of an archive."""

from dataclasses import replace
from typing import cast

from model.index.archive import Archive
from model.index.layered.index import LayeredIndex
from model.index.protocol import CuratedIndex
from model.index.table.index import TableIndex


def layered(archive: Archive, table: TableIndex) -> Archive:
    """The archive of a corpus with a table under it, to begin with its rows shown."""
    index = LayeredIndex(cast("CuratedIndex", archive.index), table)
    return replace(archive, index=index, default=replace(archive.default, layered=True), table=index)
