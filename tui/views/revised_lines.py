"""What changed in a table from a day to a day: a line for each row, and below it what is said otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.dates.wording import short_form
from model.index.archive import Archive
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
    """Rows that differ, and what each leads to."""

    rows: RevisedRows
    targets: tuple[Target, ...]


@lru_cache(maxsize=4)
def revised_between(archive: Archive, first: int, when: AsOf) -> ShownRows:
    """The rows of the archive's table that differ; none where the first day is not the earlier one."""
    table = archive.table
    none = RevisedRows({})
    rows = (
        revised_rows(archive.at, table, first, when, _MOST)
        if table is not None and first < when.day
        else none
    )
    return ShownRows(rows, tuple(RowTarget(event) for events in rows.by_kind.values() for event in events))


def revised_lines(shown: ShownRows, since: int, ctx: Context, width: int) -> Iterator[Line]:
    """The lines, under what became of the rows; each row leads to its card."""
    table, is_first = ctx.archive.table, True
    assert table is not None, "only a table has rows"
    for kind, events in shown.rows.by_kind.items():
        if not events:
            continue
        if not is_first:
            yield BLANK
        is_first = False
        yield heading(kind.value.capitalize(), counted(len(events), "row"))
        for event in events:
            yield from _lines_of(kind, event, table, since, ctx, width)
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
