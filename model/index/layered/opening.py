"""Tables of coded rows laid under the corpus of an archive."""

from dataclasses import replace
from typing import cast

from model.index.archive import Archive
from model.index.layered.index import LayeredIndex
from model.index.layered.laid_table import laid_tables
from model.index.protocol import CuratedIndex
from model.index.table.index import TableIndex


def layered(archive: Archive, *tables: TableIndex) -> Archive:
    """The archive of a corpus with tables under it, to begin with their rows shown."""
    index = LayeredIndex(cast("CuratedIndex", archive.index), laid_tables(tables))
    return replace(archive, index=index, default=replace(archive.default, layered=True), table=index)
