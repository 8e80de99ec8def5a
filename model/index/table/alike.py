"""The row of a newer table that is most like one of an older: ids are another in each."""

from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.order import sort_key_of
from model.index.table.timeline_rows import event_of
from model.index.values import AsOf

_LOOKED_AT = 500
"""Rows of one date among which it is looked for."""


def row_like(index: TableIndex, row: CodedRow) -> str | None:
    """The name of the row with the same date and cells, else with the same title, else of the first not before it.

    None where the table has no row.
    """
    place, total = sort_key_of(row.date), index.store.total
    if not total:
        return None
    first = min(index.at(AsOf(index.steps[-1].day)).days.id_from(place) if index.steps else 0, total - 1)
    near = [*enumerate(index.store.rows(first, _LOOKED_AT), first)]
    same = [(at, it) for at, it in near if it.date == row.date]
    best = [at for at, it in same if it.cells == row.cells] or [
        at for at, it in same if it.title == row.title
    ]
    return event_of(best[0] if best else first)
