"""The tables under a corpus, each asked by itself: as of a day, under what of a filter is asked of its rows."""

from collections.abc import Iterator
from typing import cast

from model.index.archive import Archive
from model.index.features import Feature
from model.index.layered.index import LayeredIndex
from model.index.layered.keys import keys_of_rows, rows_part
from model.index.layered.laid_table import LaidTable
from model.index.table.opening import archive_of_table
from model.index.values import AsOf


def tables_shown(archive: Archive, when: AsOf) -> Iterator[tuple[LaidTable, AsOf]]:
    """Each table of which rows are shown, with what is asked of it."""
    if Feature.LAYER not in archive.features or not when.layered:
        return
    for table in cast("LayeredIndex", archive.index).tables:
        if when.only in (None, table.number):
            keys = keys_of_rows(table.index.vocabulary)
            yield table, AsOf(when.day, rows_part(when.query, keys))


def tables_apart(archive: Archive) -> Iterator[tuple[LaidTable, Archive]]:
    """The same as archives of their own, which begin with what is asked."""
    for table, when in tables_shown(archive, archive.default):
        alone = archive_of_table(table.index, when.day, archive.today)
        yield table, Archive(alone.corpus, alone.index, when, archive.today, table=table.index)
