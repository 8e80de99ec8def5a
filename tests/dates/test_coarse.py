"""Early, mid and late have no days of their own: a date is no finer than the whole that they are part of."""

import pytest

from model.dates.civil import day_number
from model.dates.coarse import coarser, coarser_counted
from model.dates.edtf import parse

WEDNESDAY = day_number(2026, 11, 4)


@pytest.mark.parametrize(
    ("words", "edtf", "whole"),
    [
        ("in late October", "2026-10-21/2026-10-31", "2026-10"),
        ("late October", "[2026-10-21..2026-10-31]", "2026-10"),
        ("mid-October", "2026-10-15", "2026-10"),
        ("sometime in early October", "2026-10-03", "2026-10"),
        ("mid-to-late October", "[2026-10-15..2026-10-31]", "2026-10"),
        ("by late October", "[..2026-10-25]", "2026-10"),
        ("since early October", "2026-10-03/..", "2026-10"),
        ("the end of October", "[2026-10-25..2026-10-31]", "2026-10"),
        ("the first half of October", "[2026-10-01..2026-10-15]", "2026-10"),
        ("late 2026", "2026-11", "2026"),
        ("late 2026", "[2026-09..2026-12]", "2026"),
        ("early 1990s", "1991", "1990 to 1999"),
        ("the first half of 2026", "2026-03", "2026-01 to 2026-06"),
        ("10월 말", "[2026-10-21..2026-10-31]", "2026-10"),
        ("10월 초", "2026-10-01/2026-10-10", "2026-10"),
        ("10월 중반", "2026-10-15", "2026-10"),
        ("10월 중순", "2026-10-15", "2026-10-11 to 2026-10-20"),
        ("2026년 상반기", "2026-03", "2026-01 to 2026-06"),
    ],
)
def test_a_part_has_no_days_of_its_own(words: str, edtf: str, whole: str):
    found = coarser(words, parse(edtf))
    assert found is not None
    assert found.typed == whole


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in late October", "2026-10"),
        ("late October", "[2026-09..2026-10]"),
        ("late October 2026", "2026-10-21~"),
        ("the end of October", "2026-10-31"),
        ("by the end of October", "[..2026-10-31]"),
        ("beginning of October", "2026-10-01"),
        ("late on October 9", "2026-10-09"),
        ("the first half of 2026", "[2026-01..2026-06]"),
        ("10월 중순", "[2026-10-11..2026-10-20]"),
        ("10월 하순", "[2026-10-21..2026-10-31]"),
        ("10월 상순", "[2026-10-01..2026-10-10]"),
        ("2026년 하반기", "[2026-07..2026-12]"),
        ("late August to early September", "[2025-08-21..2025-09-10]"),
        ("late in the day", "2026-10-21"),
    ],
)
def test_the_whole_or_the_days_that_a_part_has_are_right(words: str, edtf: str):
    assert coarser(words, parse(edtf)) is None


@pytest.mark.parametrize(
    ("words", "edtf", "whole"),
    [
        ("late last month", "[2026-10-21..2026-10-31]", "2026-10"),
        ("지난달 말", "2026-10-28", "2026-10"),
        ("early next week", "2026-11-09", "2026-11-09 to 2026-11-15"),
        ("올해 하반기", "2026-08", "2026-07 to 2026-12"),
        ("late last month", "2026-10", ""),
        ("early next week", "[2026-11-09..2026-11-15]", ""),
        ("이달 말", "2026-11-30", ""),
        ("이달 중순", "[2026-11-11..2026-11-20]", ""),
        ("last month", "2026-10-28", ""),
    ],
)
def test_nor_has_a_part_of_what_counts_from_the_day_of_saying(words: str, edtf: str, whole: str):
    found = coarser_counted(words, parse(edtf), WEDNESDAY, WEDNESDAY)
    assert (found.typed if found else "") == whole
