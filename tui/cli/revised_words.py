"""What a download of a table brought, in words: every row of it, and every row that was there."""

from collections.abc import Iterator

from model.coding.plan import Plan
from model.corpus.shortened import shortened
from model.dates.wording import day_medium
from model.index.table.coded import TableMeta
from model.index.table.file.revising import AS_READ, Download, Revised
from model.index.table.target import TableTarget
from tui.text.phrases import counted

_MOST_FIELDS = 8


def revised_words(
    found: Revised, meta: TableMeta, download: Download, plan: Plan, out: TableTarget
) -> Iterator[str]:
    """How many rows are new, changed and gone, what changed most, and what was met on the way."""
    if download.before is not None:
        taken = found.same + found.changed + found.new
        yield (
            f"{out}: of {day_medium(download.day)}, {taken:,} imported = {found.same:,} unchanged + "
            f"{found.changed:,} changed + {found.new:,} new"
        )
        if found.back:
            yield f"  new again, after they were gone: {found.back:,}"
        if found.fields:
            most = found.fields.most_common(_MOST_FIELDS)
            named = ", ".join(f"{_named(at, meta)} {rows:,}" for at, rows in most)
            more = len(found.fields) - len(most)
            yield f"  changed, by column: {named}{f' and {more} more' if more else ''}"
        if found.by_columns:
            yield f"  changed only in columns that came or went: {found.by_columns:,}"
        yield from _columns(meta, download)
        yield _missing(found)
        if not (found.changed or found.new or (found.missing and found.gone)):
            yield "  nothing new: the table says what it said before"
    if found.twin is not None:
        file, number = found.twin
        stream = plan.streams[file - download.first_file]
        yield (
            f"  {counted(found.twins, 'row')} with a key that another has too, the first in {stream.unit} "
            f"{number:,} of {stream.name}: kept, and told apart by their order"
        )
    if found.keyless:
        yield (
            f"  {counted(found.keyless, 'row')} without a key: kept, and the same only where all cells are; "
            "one that changed is gone and new"
        )


def _missing(found: Revised) -> str:
    if not found.missing:
        return f"  gone: 0 of {found.before:,} rows before"
    if found.gone:
        return f"  gone: {found.missing:,} of {found.before:,} rows before, which are kept as of earlier days"
    return f"  not in this part: {found.missing:,} of {found.before:,} rows before, which stay as they were"


def _columns(meta: TableMeta, download: Download) -> Iterator[str]:
    assert download.before is not None
    had = len(download.before.meta.columns)
    came = [it.name for it in meta.columns[had:]]
    went = [meta.columns[at].name for at in sorted(download.dropped)]
    for names, what in ((came, "new columns"), (went, "columns that this download has not")):
        if names:
            yield f"  {what}: {', '.join(map(shortened, names))}"
    if came and went:
        yield "  one that was only renamed counts as both; its old name in the file would keep it one"


def _named(at: int, meta: TableMeta) -> str:
    return "date or title as read" if at == AS_READ else shortened(meta.columns[at].name)
