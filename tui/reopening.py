"""Opening the newest table in the place of one that is shown: in a thread, which finds the selected row in it."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from model.index.archive import Archive
from model.index.faults import Interrupted, StoreFault
from model.index.values import AsOf

if TYPE_CHECKING:
    # No start of a corpus needs what one is made of.
    from model.index.table.coded import CodedRow
    from model.index.table.far_store import FarStore

_AROUND = 200
"""Rows before and after the selected one that are there when the screen goes on."""


class Reopened(Message):
    """The newest table, and the row in it that is most like the one that was selected; or `why` there is none."""

    def __init__(self, archive: Archive | None, row: str | None = None, why: str = "") -> None:
        super().__init__()
        self.archive, self.row, self.why = archive, row, why


def reopen(
    store: "FarStore", archive: Archive, when: AsOf, event: str | None, post: Callable[[Message], object]
) -> None:
    """Have the newest table in the place of a table's `archive` posted, as of a day and under a filter."""
    before = None
    with suppress(StoreFault):
        # It is here, since its card is shown; the old table may be gone by now.
        before = archive.table.coded(event) if archive.table is not None and event is not None else None
    threading.Thread(
        target=_reopen, args=(store, archive, when, before, post), name="reopening", daemon=True
    ).start()


def _reopen(
    store: "FarStore",
    archive: Archive,
    when: AsOf,
    before: "CodedRow | None",
    post: Callable[[Message], object],
) -> None:
    from model.index.table.alike import row_like
    from model.index.table.index import TableIndex
    from model.index.table.opening import archive_of_table

    try:
        index = TableIndex(store.reopened())
        there = archive_of_table(index, None, archive.today)
        row = row_like(index, before) if before is not None else None
        reader = there.at(there.instead_of(archive, when))
        position = reader.position_of(row) or 0
        # What is shown first comes now, beside the keys.
        reader.rows(max(position - _AROUND, 0), 2 * _AROUND)
    except (StoreFault, Interrupted) as fault:
        post(Reopened(None, why=str(fault)))
    except Exception as error:
        # A thread that falls over something would write it on the screen.
        post(Reopened(None, why=f"The table could not be read again: {type(error).__name__}"))
    else:
        post(Reopened(there, row))
