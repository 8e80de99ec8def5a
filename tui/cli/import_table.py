"""`dprk-tui import` of a table: what its columns are taken for, what became of its rows, and where it stands now."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.corpus.files import UnreadableFile, read_regular
from model.corpus.shortened import shortened
from model.curate.changes import Changes
from model.curate.saving import NotSaved, save
from model.curate.schema.files import wants_schemas
from model.curate.schema.rewriting import rewrite_schemas
from model.curate.tables.into_corpus import GivenTable, ImportedSheet, NotImported, changes_for
from model.exchange.tables.columns import Columns, guessed, header_of
from model.exchange.tables.mapping import UnreadableMap, map_text, read_map
from model.exchange.tables.prose import why_no_table
from model.exchange.tables.reading import TableFormat
from model.exchange.tables.sheet import Sheet, UnreadableTable
from tui.cli.interrupt import raise_on_signals
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.saved_map import save_map
from tui.cli.streams import given
from tui.text.phrases import counted

_MOST_REJECTED = 5
_MOST_NAMED = 20
_MOST_MAP = 1 << 20

Tables = list[tuple[Sheet, Columns]]


def import_table(
    file: str, folder: Path, format: TableFormat, map_file: str | None, encoding: str | None
) -> int:
    """Put the rows of a table into a corpus as drafts, each with the row as its quote. Raises `Refusal`."""
    raise_on_signals()
    data = given(format.most) if file == "-" else _read(Path(file), format.most)
    name = f"table.{format.endings[0].removeprefix('.')}" if file == "-" else _text(Path(file).name)
    try:
        sheets = format.sheets(data, encoding)
    except UnreadableTable as error:
        raise Refusal(f"{file}: {error}") from None
    tables, is_new = _tables(sheets, map_file, file)
    try:
        changes, imported = changes_for(folder, GivenTable(name, data, tables))
    except (NotImported, UnreadableFile) as error:
        raise Refusal(f"{file}: {error}") from None
    for (sheet, columns), one in zip(tables, imported, strict=True):
        for line in _taken_for(sheet, columns, one):
            narrate(line)
    _save(folder, changes)
    for one in imported:
        for line in _became(one):
            narrate(line)
    if map_file is not None and is_new:
        save_map(Path(map_file), map_text([columns for _, columns in tables], name))
    narrate(f"{folder}: to see what is still to be done: dprk-tui check {folder}")
    return 0


def _tables(sheets: Sequence[Sheet], map_file: str | None, file: str) -> tuple[Tables, bool]:
    """The sheets to take with what their columns mean, and whether that was guessed."""
    if map_file is not None and Path(map_file).exists():
        try:
            found = read_map(_read(Path(map_file), _MOST_MAP), sheets)
        except UnreadableMap as error:
            raise Refusal(f"{map_file}: {error}") from None
        named = {it.name: it for it in sheets}
        mapped = [(named[it.sheet], it) for it in found]
        if not any(_below(sheet, columns.header) for sheet, columns in mapped):
            raise Refusal(f"{file}: no row stands below the headers; nothing was written")
        return mapped, False
    tables: Tables = []
    for sheet in sheets:
        header = header_of(sheet)
        below = [
            row for row in sheet.rows if header is not None and row.number > header.number and not row.empty
        ]
        if header is not None and len(sheets) == 1 and (why := why_no_table(header, below, True)):
            raise Refusal(f"{file}: {why}")
        if header is not None and below:
            tables.append((sheet, guessed(sheet, header)))
        elif len(sheets) > 1:
            narrate(f"{_of(sheet.name)}nothing stands in it but a header, if that; left out")
    if not tables:
        empty = all(row.empty for sheet in sheets for row in sheet.rows)
        what = "nothing" if empty else "a header and no rows"
        raise Refusal(f"{file}: it has {what}; nothing was written")
    return tables, True


def _text(name: str) -> str:
    """The name of a file, which may hold bytes that are no text, as a text."""
    return name.encode("utf-8", "replace").decode()


def _below(sheet: Sheet, header: int) -> bool:
    """Whether a row that is not empty stands below that of the headers."""
    return any(row.number > header and not row.empty for row in sheet.rows)


def _taken_for(sheet: Sheet, columns: Columns, imported: ImportedSheet) -> Iterator[str]:
    """How a sheet was read, and what each column was taken for."""
    headers = counted(len(columns.names), "column")
    how = "; ".join((*sheet.said, f"{counted(len(imported.outcomes), 'row')} of {headers}"))
    yield f"{_of(sheet.name)}{how}"
    for meaning, numbers in columns.of:
        named = ", ".join(f'"{shortened(columns.names[number])}"' for number in numbers)
        order = (
            f" ({columns.order.replace('-', ' ')})" if columns.order is not None and meaning == "date" else ""
        )
        yield f"  {meaning}: {named}{order}"
    if not columns.of:
        yield "  no column says what or when; say it in a file, with --map"
    if columns.unused:
        some = [shortened(name) for name in columns.unused[:_MOST_NAMED]]
        more = len(columns.unused) - len(some)
        yield f"  in the text alone: {', '.join(some)}{f' and {more} more' if more else ''}"


def _became(imported: ImportedSheet) -> Iterator[str]:
    """How many rows were imported and rejected, which together are all, and what became of their dates."""
    made, rejected = imported.made, imported.rejected
    total = counted(len(imported.outcomes), "row")
    yield f"sources/{imported.source}: {total} = {len(made)} imported as drafts + {len(rejected)} rejected"
    for why, number in Counter(it.why for it in rejected).most_common(_MOST_REJECTED):
        rows = [it.row.number for it in rejected if it.why == why]
        which = f"row {rows[0]}" if number == 1 else f"{number} rows, the first {rows[0]}"
        yield f"  rejected: {which}: {why}"
    if (more := len({it.why for it in rejected}) - _MOST_REJECTED) > 0:
        yield f"  rejected: and for {more} other reasons; all but empty rows are among the [[left_out]]"
    dates = [it.dated for it in made]
    read = sum(it is not None and it.edtf is not None for it in dates)
    unread = Counter(it.why for it in dates if it is not None and it.edtf is None)
    yield f"  dates: {read} read, {sum(unread.values())} left as words, {dates.count(None)} not given"
    for why, number in unread.most_common(_MOST_REJECTED):
        yield f"  left as words: {number}: {why}"


def _save(folder: Path, changes: Changes) -> None:
    try:
        save(folder, changes)
        if wants_schemas(folder):
            rewrite_schemas(folder)
    except (NotSaved, UnreadableFile) as error:
        raise Refusal(str(error)) from None


def _read(file: Path, most: int) -> bytes:
    try:
        return read_regular(file, most)
    except UnreadableFile as error:
        raise Refusal(f"{file}: {error}") from None


def _of(sheet: str) -> str:
    return f'sheet "{sheet}": ' if sheet else ""
