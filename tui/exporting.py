"""What is shown of an archive, as of a day and under a filter, on its way into a format."""

from collections.abc import Iterator, Sequence
from functools import partial

from model.corpus.row_unit import unit_of
from model.exchange.extract import Extract, Scope
from model.exchange.formats import Exporter
from model.exchange.row_exports.told_rows import RowsExtract, ToldRow
from model.index.archive import Archive
from model.index.protocol import Reader
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.of_rows import CodedRows
from model.index.table.order import known_from, place_of, place_parts
from model.index.values import AsOf
from tui.text.missing import missing_sentence

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
    return RowsExtract(
        archive.corpus.info.title,
        names,
        keys,
        rows,
        when.day,
        when.query.text,
        missing=partial(missing_sentence, [table]),
    )


def _told_rows(reader: Reader, table: CodedRows, places: Sequence[int]) -> Iterator[ToldRow]:
    first, shown = 0, reader.rows(0, _WINDOW)
    while shown:
        for row in table.all_coded([it.event for it in shown]):
            yield _told(row, table.meta, places)
        first += len(shown)
        shown = reader.rows(first, _WINDOW)


def _told(row: CodedRow, meta: TableMeta, places: Sequence[int]) -> ToldRow:
    file = meta.files[row.file]
    of_first, number = place_parts(place_of(row))
    return ToldRow(
        row.title,
        row.date,
        known_from(row, meta),
        tuple(row.cells[at] for at in places),
        file.name,
        row.number,
        (meta.files[of_first].name, number),
        unit_of(file.format),
    )


def _events(reader: Reader) -> Iterator[str]:
    for first in range(0, reader.counts.total, _WINDOW):
        yield from (row.event for row in reader.rows(first, _WINDOW))
