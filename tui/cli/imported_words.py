"""What `import -o` says: what files were read as, what their columns were taken for, and what became of each row."""

from collections import Counter
from collections.abc import Iterator

from model.coding.into_table import Imported
from model.coding.plan import Plan
from model.corpus.shortened import shortened
from model.dates.column import EITHER_ORDER
from model.index.table.target import TableTarget
from tui.text.phrases import counted

_MOST_NAMED = 20
_MOST_REASONS = 5
_SAY_IT = (
    "To say it, import with --map FILE, which writes a map of the columns; "
    'set order = "day-first" or order = "month-first" in it, and import with it again'
)


def taken_for(plan: Plan) -> Iterator[str]:
    """How each file was read, and what each column was taken for."""
    for stream, met in zip(plan.streams, plan.said, strict=True):
        yield f"{stream.name}: {'; '.join((stream.format, *stream.said, *met))}"
    columns = plan.columns
    rows = "1 row" if plan.rows == 1 else f"{plan.rows:,} rows"
    yield f"{rows} of {counted(len(columns.names), 'column')}"
    for meaning, numbers in columns.of:
        named = ", ".join(f'"{shortened(columns.names[number])}"' for number in numbers)
        yield f"  {meaning}: {named}{_how(plan) if meaning == 'date' else ''}"
    if not columns.of:
        yield "  no column says what or when; say it in a file, with --map"
    if columns.unused:
        some = [shortened(name) for name in columns.unused[:_MOST_NAMED]]
        more = len(columns.unused) - len(some)
        yield f"  kept as they are: {', '.join(some)}{f' and {more} more' if more else ''}"
    if plan.contradicts:
        yield f"  some dates can only be day first, others only month first, so that it decides nothing. {_SAY_IT}"


def _how(plan: Plan) -> str:
    said = [] if plan.convention.order is None else [plan.convention.order.replace("-", " ")]
    if plan.convention.numbers is not None:
        said.append(f"numbers that count {_NUMBERS[plan.convention.numbers]}")
    return f" ({', '.join(said)})" if said else ""


_NUMBERS = {
    "seconds": "seconds since 1970",
    "milliseconds": "milliseconds since 1970",
    "excel-1900": "days as spreadsheets do, from 1900",
    "excel-1904": "days as spreadsheets do, from 1904",
}


def became(plan: Plan, imported: Imported, out: TableTarget) -> Iterator[str]:
    """How many rows were imported and rejected, which together are all, and what became of their dates."""
    taken = imported.taken
    rejected = taken.rejected.total()
    before = f"; {taken.before:,} of them by an earlier run" if taken.before else ""
    yield f"{out}: {taken.read:,} read = {taken.taken:,} imported + {rejected:,} rejected{before}"
    for why, number in taken.rejected.most_common(_MOST_REASONS):
        file, row = taken.first[why]
        stream = plan.streams[file]
        of = f" of {stream.name}" if len(plan.streams) > 1 else ""
        which = f"{stream.unit} {row:,}{of}"
        yield f"  rejected: {which if number == 1 else f'{number:,} rows, the first {which}'}: {why}"
    if len(taken.rejected) > _MOST_REASONS:
        yield f"  rejected: and for {len(taken.rejected) - _MOST_REASONS} other reasons"
    if imported.rejects is not None:
        yield f"  all that were rejected, with reason and place: {imported.rejects}"
    yield from _dates(imported)


def way_to_see(out: TableTarget) -> str:
    """How the table is opened."""
    return f"{out}: to see it: dprk-tui {out.typed}"


def _dates(imported: Imported) -> Iterator[str]:
    parts = imported.taken.dates
    unread = sum((it.unread for it in parts), Counter[str]())
    read, not_given = sum(it.read for it in parts), sum(it.not_given for it in parts)
    undated = "; rows without a date are at the end" if unread or not_given else ""
    yield f"  dates: {read:,} read, {unread.total():,} not read, {not_given:,} not given{undated}"
    for why, number in unread.most_common(_MOST_REASONS):
        remedy = f" {_SAY_IT}." if why == EITHER_ORDER else ""
        yield f"  not read: {number:,}: {why}{remedy}"
    if len(unread) > _MOST_REASONS:
        yield f"  not read: and for {len(unread) - _MOST_REASONS} other reasons"
    for why, number in sum((it.in_part for it in parts), Counter[str]()).items():
        yield f"  read in part: {number:,}: {why}"
    timed, zoned = sum(it.timed for it in parts), sum(it.zoned for it in parts)
    if timed:
        zones = f", of which {zoned:,} name a zone" if zoned else ""
        yield f"  times of day are in the rows alone, of {timed:,}{zones}; the day is that which is written"
