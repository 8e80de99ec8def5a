"""What became of the rows of a table, under a filter: no row comes or goes without a line."""

import pytest

from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.revised import Became, revised_rows
from model.index.values import AsOf
from model.query.language import Readable, read
from tests.coded_tables import two_downloads


@pytest.mark.parametrize("text", ["", "country:russia", "-country:russia", "april", "row"])
def test_a_row_that_a_change_takes_out_of_the_filter_has_changed(text: str):
    meta, rows = two_downloads()
    index = TableIndex(MemoryStore(meta, rows, chunk=2))
    first, last = (it.day for it in meta.files)
    query = read(text, Readable(index.at(AsOf(last)).vocabulary))
    then, now = (index.at(AsOf(day, query)).rows(0, 99) for day in (first, last))
    found = revised_rows(index.at, index, first, AsOf(last, query)).by_kind
    titles = {kind: [index.coded(event).title for event in events] for kind, events in found.items()}
    came = {row.title for row in now} - {row.title for row in then}
    went = {row.title for row in then} - {row.title for row in now}
    told = {title for listed in titles.values() for title in listed}
    assert came <= told
    # A changed row is told by what it is called now.
    assert {it.replace("Row 2", "Row 2 of April") if it == "Row 2" else it for it in went} <= told
    assert ("Row 2 of April" in titles[Became.CHANGED]) == bool({"Row 2", "Row 2 of April"} & (came | went))
