"""A table of coded rows from the command line: opened, and printed row by row."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from model.dates.wording import day_named, short_form
from model.index.archive import Archive
from model.index.postgres.address import is_address, read_address
from model.index.protocol import Reader
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
    yield from table_heading(archive, phrases)
    for row in rows_in_turn(archive.at(archive.default)):
        yield from row_lines(row, table, phrases, brief)


def table_heading(archive: Archive, phrases: Phrases) -> Iterator[str]:
    """How many rows there are; where there is none, also why."""
    yield _heading(archive, phrases)
    if not archive.at(archive.default).rows(0, 1):
        hidden = archive.default.narrowed
        which = "No row that can be read now" if _missing(archive) else "No row"
        yield f"{which} matches the filter." if hidden else no_row_words(is_empty=not archive.steps)


def rows_in_turn(reader: Reader) -> Iterator[TimelineRow]:
    """All rows of a reader, some at a time."""
    first, rows = 0, reader.rows(0, _WINDOW)
    while rows:
        yield from rows
        first += len(rows)
        rows = reader.rows(first, _WINDOW)


def counted_out(reader: Reader) -> Reader:
    """The same reader, when all is known that is found out beside on a screen."""
    while (pending := reader.pending) is not None:
        for _ in pending.run():
            pass
    return reader


def _heading(archive: Archive, phrases: Phrases) -> str:
    reader, when = counted_out(archive.at(archive.default)), archive.default
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


def row_lines(
    row: TimelineRow, table: CodedRows, phrases: Phrases, brief: bool, word: int = 0
) -> Iterator[str]:
    """A row, its word in so many cells; unless `brief`, what its columns say."""
    date, title = short_form(row.date, None, _DATE), phrases.plain(row.title)
    coded, meta = table.coded(row.event), table.meta
    filled = title + " " * (_TITLE - cells(title))
    yield f"{date:{_DATE}}  {row.word:{word}}  {filled}  {place_words(coded, meta, phrases)}"
    if not brief:
        yield from (
            _cell(*it, phrases) for it in zip(meta.columns, coded.cells, strict=False) if it[1].strip()
        )


def _cell(column: Column, text: str, phrases: Phrases) -> str:
    return f"    {phrases.plain(column.name)}: {phrases.safe(text)}"
