"""A day that is read without being remembered is the one that a column's reader would find."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from model.dates.cell_dates import CellReading, Convention, reading_of
from model.dates.edtf import parse
from model.dates.plain_day import plain_day
from tests.effort import examples

_NEARLY = st.from_regex(r"[0-9]{3,5}[-/.]?W?[0-9]{1,2}-?[0-9]{0,2} ?", fullmatch=True)


@examples(100)
@given(st.dates().map(str) | _NEARLY)
@example("2017-02-30")
@example("2017-W01-1")
@example("0000-01-01")
@example("\uff12017-07-04")
def test_a_plain_day_is_the_day_that_its_cell_is_read_as(cell: str):
    day = plain_day(cell)
    if day is None:
        # What is left to be read in full is no such day, or one of the year 0, which few write.
        written = re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", cell) and not cell.startswith("0000")
        assert not written or reading_of(cell, Convention()).edtf != cell
    else:
        assert reading_of(cell, Convention()) == CellReading(cell)
        assert parse(cell).earliest == parse(cell).latest == day
