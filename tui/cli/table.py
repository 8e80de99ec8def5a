"""A table of coded rows from the command line: opened, and printed row by row."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from model.dates.wording import day_named, short_form
from model.index.archive import Archive
from model.index.postgres.address import is_address, read_address
from model.index.table.coded import Column
from model.index.table.index import TableIndex
from model.index.table.of_rows import CodedRows
from model.index.table.opening import archive_of_table
from model.index.table.store import Store
from model.index.values import TimelineRow
from tui.cards.coded import place_words
from tui.text.missing import missing_forms
from tui.text.numbers import no_row_words, rows_words, shown_words
from tui.text.phrases import Phrases
from tui.text.shown import cells

_WINDOW = 500
_DATE, _TITLE = 24, 38


def table_archive(name: str, day: int | None, today: int) -> Archive:
    """The archive of a table in a file or on a server, to begin as of `day`. Raises `StoreFault`."""
    return archive_of_table(TableIndex(store_of(name)), day, today)


def store_of(name: str) -> Store:
    """The store of a table in a file or on a server. Raises `StoreFault`."""
    # Imported here, so that rows can be printed from wherever they are.
    if is_address(name):
        from model.index.postgres.reaching import open_server_store
        from model.index.table.far_store import FarStore

        return FarStore(partial(open_server_store, name), read_address(name).short)
    from model.index.table.file.file_store import open_store

    return open_store(Path(name))


def table_lines(archive: Archive, table: CodedRows, phrases: Phrases, brief: bool) -> Iterator[str]:
    """A heading, then each row: its date, *coded*, its title and where it stands; unless `brief`, its columns."""
    reader = archive.at(archive.default)
    yield _heading(archive, phrases)
    first, rows = 0, reader.rows(0, _WINDOW)
    if not rows:
        hidden = archive.default.narrowed
        which = "No row that can be read now" if _missing(archive) else "No row"
        yield f"{which} matches the filter." if hidden else no_row_words(is_empty=not archive.steps)
    while rows:
        for row in rows:
            yield from _row_lines(row, table, phrases, brief)
        first += len(rows)
        rows = reader.rows(first, _WINDOW)


def _heading(archive: Archive, phrases: Phrases) -> str:
    reader, when = archive.at(archive.default), archive.default
    while (pending := reader.pending) is not None:
        for _ in pending.run():
            pass
    counted = rows_words(reader.counts.total, archive.features)
    filtered = ""
    if when.narrowed:
        counted = shown_words(reader.counts, archive.features)
        filtered = f", filter: {phrases.plain(when.query.text)}"
    step = f"step {reader.step} of {len(archive.steps)}"
    title = phrases.plain(archive.corpus.info.title)
    return f"as of {day_named(when.day)}, {step}  {title}: {counted}{filtered}{_missing(archive)}"


def _missing(archive: Archive) -> str:
    """What of the table no number counts, since it cannot be read now; "" where all can."""
    tables = archive.table.tables if archive.table is not None else ()
    missing = missing_forms(tables)
    return f", {missing[0]}" if missing else ""


def _row_lines(row: TimelineRow, table: CodedRows, phrases: Phrases, brief: bool) -> Iterator[str]:
    date, title = short_form(row.date, None, _DATE), phrases.plain(row.title)
    coded, meta = table.coded(row.event), table.meta
    filled = title + " " * (_TITLE - cells(title))
    yield f"{date:{_DATE}}  {row.word}  {filled}  {place_words(coded, meta, phrases)}"
    if not brief:
        yield from (
            _cell(*it, phrases) for it in zip(meta.columns, coded.cells, strict=False) if it[1].strip()
        )


def _cell(column: Column, text: str, phrases: Phrases) -> str:
    return f"    {phrases.plain(column.name)}: {phrases.safe(text)}"
