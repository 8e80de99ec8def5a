"""What changed in a table from a day to a day: a line for each row, and below it what is said otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from model.dates.wording import short_form
from model.index.archive import Archive
from model.index.layered.names import laid
from model.index.table.coded import CodedRow
from model.index.table.of_rows import CodedRows
from model.index.table.revised import Became, RevisedRows, revised_rows
from model.index.values import AsOf
from tui.cards.layout import heading
from tui.cards.revisions import changed_fields
from tui.state.context import Context
from tui.text.line import BLANK, MUTE, Line, Span, cut_spans
from tui.text.phrases import counted
from tui.text.target import RowTarget, Target

_MOST = 500
"""Rows of each day that are looked at: more are for `print --since`."""

_MOST_FIELDS = 3
"""Changed fields that are shown of a row; its card has all."""

_DATE = 12


@dataclass(frozen=True)
class ShownRows:
    """Rows of a table that differ, and what each leads to; `title` is empty of a table that is read alone."""

    table: CodedRows
    title: str
    rows: RevisedRows

    @property
    def targets(self) -> tuple[Target, ...]:
        """What each leads to."""
        return tuple(RowTarget(event) for events in self.rows.by_kind.values() for event in events)


@lru_cache(maxsize=4)
def revised_between(archive: Archive, first: int, when: AsOf) -> tuple[ShownRows, ...]:
    """The rows that differ, of each table that is shown; none where the first day is not the earlier one."""
    if archive.table is None or first >= when.day:
        return ()
    if (alone := archive.table_alone) is not None:
        return (ShownRows(alone, "", revised_rows(archive.at, alone, first, when, _MOST)),)
    # Imported here: few starts have a table under a corpus.
    from model.index.layered.apart import tables_shown

    found = []
    for table, asked in tables_shown(archive, when):
        rows = revised_rows(table.index.at, table.index, first, asked, _MOST)
        named = {kind: tuple(laid(it, table.number) for it in names) for kind, names in rows.by_kind.items()}
        found.append(ShownRows(table, table.title, replace(rows, by_kind=named)))
    return tuple(it for it in found if it.rows.total)


def revised_lines(shown: ShownRows, since: int, ctx: Context, width: int) -> Iterator[Line]:
    """The lines, under what became of the rows; each row leads to its card."""
    is_first = True
    for kind, events in shown.rows.by_kind.items():
        if not events:
            continue
        if not is_first:
            yield BLANK
        is_first = False
        is_part = shown.rows.more and len(events) >= _MOST
        number = f"the first {len(events)} rows" if is_part else counted(len(events), "row")
        title = ctx.phrases.plain(shown.title)
        yield heading(kind.value.capitalize(), f"{number} of {title}" if shown.title else number)
        for event in events:
            yield from _lines_of(kind, event, shown.table, since, ctx, width)
    if shown.rows.more:
        yield BLANK
        yield Line((Span(f"Only {_MOST} rows of each day are looked at here; print --since has all.", MUTE),))


def _lines_of(
    kind: Became, event: str, table: CodedRows, since: int, ctx: Context, width: int
) -> Iterator[Line]:
    row, phrases = table.coded(event), ctx.phrases
    date = f"{short_form(row.date, None, _DATE):{_DATE}}  "
    spans = (Span(date, MUTE), Span(phrases.plain(row.title)))
    yield Line(tuple(cut_spans(spans, width - 1, phrases.signs.cut)), RowTarget(event))
    was = table.standing(event, since) if kind is Became.CHANGED else None
    if was is not None:
        yield from _fields(was, row, table, ctx, width)


def _fields(was: CodedRow, row: CodedRow, table: CodedRows, ctx: Context, width: int) -> Iterator[Line]:
    said = [*changed_fields(was, row, table.meta, ctx.phrases)]
    rest = len(said) - _MOST_FIELDS
    for text in said[:_MOST_FIELDS] + ([f"and {counted(rest, 'field')} more"] if rest > 0 else []):
        yield Line(tuple(cut_spans((Span(f"  {text}", MUTE),), width - 1, ctx.signs.cut)))
