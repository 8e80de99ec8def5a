"""What is shown of an archive, as of a day and under a filter, on its way into a format."""

from collections.abc import Iterator, Sequence

from model.exchange.extract import Extract, Scope
from model.exchange.formats import Exporter
from model.exchange.row_exports.told_rows import RowsExtract, ToldRow
from model.index.archive import Archive
from model.index.protocol import Reader
from model.index.table.coded import unit_of
from model.index.table.of_rows import CodedRows
from model.index.table.order import known_from, place_of, place_parts
from model.index.values import AsOf

_WINDOW = 500


def exported(
    archive: Archive, when: AsOf, to: Exporter, drafts: bool = False, since: int | None = None
) -> Iterator[str]:
    """The pieces of an export, with `drafts` of what is only begun too, and what changed `since` a day.

    Raises `PluginFault` where a plug-in fails.
    """
    return to.pieces(extract_of(archive, when, drafts, since))


def extract_of(
    archive: Archive, when: AsOf, drafts: bool = False, since: int | None = None, table: str = ""
) -> Extract:
    """The events that are asked for, in their order on the timeline, and the conflicts about them."""
    when = when.own
    reader = archive.at(when)
    scope = Scope(when.day, tuple(_events(reader)), reader.counts.known, when.query.text)
    return Extract(archive.corpus, scope, tuple(archive.conflicts(when)), drafts, since, table)


def rows_extract_of(archive: Archive, table: CodedRows, when: AsOf) -> RowsExtract:
    """The rows of a table that are asked for, as an export goes through them: once, a few at a time.

    Of its columns, those that it had by the day.
    """
    places = table.meta.columns_by(when.day)
    columns = [table.meta.columns[at] for at in places]
    names, keys = tuple(it.name for it in columns), tuple(it.key for it in columns)
    rows = _told_rows(archive.at(when), table, places)
    return RowsExtract(archive.corpus.info.title, names, keys, rows, when.day, when.query.text)


def _told_rows(reader: Reader, table: CodedRows, places: Sequence[int]) -> Iterator[ToldRow]:
    meta = table.meta
    first, shown = 0, reader.rows(0, _WINDOW)
    while shown:
        for it in shown:
            row = table.coded(it.event)
            first, number = place_parts(place_of(row))
            file, origin = meta.files[row.file], meta.files[first]
            cells, known = tuple(row.cells[at] for at in places), known_from(row, meta)
            of_first, unit = (origin.name, number), unit_of(file.format)
            yield ToldRow(row.title, row.date, known, cells, file.name, row.number, of_first, unit)
        first += len(shown)
        shown = reader.rows(first, _WINDOW)


def _events(reader: Reader) -> Iterator[str]:
    for first in range(0, reader.counts.total, _WINDOW):
        yield from (row.event for row in reader.rows(first, _WINDOW))
