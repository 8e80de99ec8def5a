"""Cells that name a decade, a season, a quarter or a part of a year are stretches that hold all that they mean."""

import re
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.cell_dates import Convention, reading_of
from model.dates.civil import day_number
from model.dates.edtf import Precision, parse
from tests.effort import examples

PLAIN = Convention()


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("the 1950s", "[1950..1959]"),
        ("1950's", "[1950..1959]"),
        ("1900s", "[1900..1999]"),
        ("2000s", "[2000..2009]"),
        ("late 1990s", "[1990..1999]"),
        ("199?", "[1990..1999]"),
        ("19xx", "[1900..1999]"),
        ("1994-XX-XX", "1994"),
        ("1994-03-??", "1994-03"),
        ("20th century", "[1901..2000]"),
        ("spring 2020", "[2020-03..2020-06]"),
        ("Autumn of 2017", "[2017-09..2017-12]"),
        ("winter 2019-20", "[2019-12..2020-03]"),
        ("winter 2019", "[2018-12..2020-03]"),
        ("early March 1994", "1994-03"),
        ("mid-2019", "2019"),
        ("late spring 2020", "[2020-03..2020-06]"),
        ("mid-2019 to early 2020", "2019/2020"),
        ("Q3 2021", "[2021-07..2021-09]"),
        ("2021Q3", "[2021-07..2021-09]"),
        ("third quarter of 2021", "[2021-07..2021-09]"),
        ("H1 2020", "[2020-01..2020-06]"),
        ("second half of 2020", "[2020-07..2020-12]"),
        ("first half of the 1990s", "[1990..1999]"),
        ("2019-W10", "[2019-03-04..2019-03-10]"),
        ("1950년대", "[1950..1959]"),
        ("1990년대 후반", "[1990..1999]"),
        ("20세기 초", "[1901..2000]"),
        ("2020년 봄", "[2020-03..2020-06]"),
        ("2019년 겨울", "[2018-12..2020-03]"),
        ("2019~2020년 겨울", "[2019-12..2020-03]"),
        ("주체109년 초가을", "[2020-09..2020-12]"),
        ("1994년 3월 초", "1994-03"),
        ("1994년 3월 초순", "[1994-03-01..1994-03-10]"),
        ("1994년 2월 하순", "[1994-02-21..1994-02-28]"),
        ("2019년 말", "2019"),
        ("2021년 3분기", "[2021-07..2021-09]"),
        ("2021년 3/4분기", "[2021-07..2021-09]"),
        ("2020년 하반기", "[2020-07..2020-12]"),
        ("around 1994", "1994~"),
        ("March 1994 (approx.)", "1994-03~"),
        ("1994년경", "1994~"),
        ("1994년 3월 무렵", "1994-03~"),
        ("probably 1994", "1994?"),
        ("early March 1994?", "1994-03?"),
        ("c. mid-2019?", "2019%"),
    ],
)
def test_what_names_a_stretch_is_that_stretch(cell: str, edtf: str):
    assert reading_of(cell, PLAIN).edtf == edtf


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "90s",
            "'90s",
            "spring",
            "Q3",
            "Q5 2021",
            "H3 2020",
            "3Q21",
            "FY2019",
            "fall",
            "late",
            "mid-",
            "0세기",
        ),
        *("winter 2019-21", "19st century", "turn of 2019", "1955s", "1994년 13월 초순", "2019-W54"),
        *("early 4 March 1994", "late 2019-2020", "1950s?", "c. spring 2020", "1994년 3월 하순경"),
        *("1950s-1960s", "Q1 2020 - Q3 2020", "summer 2019 - spring 2020", "spring 2020 or later"),
    ],
)
def test_what_may_mean_something_else_or_has_no_edtf_is_left_with_a_reason(cell: str):
    found = reading_of(cell, PLAIN)
    assert (found.edtf, found.why[-1:]) == (None, ".")


YEARS = st.integers(1100, 2999)
MEANT: dict[str, list[tuple[tuple[int, int, int], tuple[int, int, int]]]] = {
    "{y0}s": [((0, 1, 1), (9, 12, 31))],
    "early {y0}s": [((0, 1, 1), (4, 12, 31))],
    "late {y0}s": [((5, 1, 1), (9, 12, 31))],
    "{y0}년대 후반": [((5, 1, 1), (9, 12, 31))],
    "spring {y}": [((0, 3, 1), (0, 5, 31)), ((0, 3, 20), (0, 6, 21))],
    "{y}년 여름": [((0, 6, 1), (0, 8, 31)), ((0, 6, 20), (0, 9, 23))],
    "fall of {y}": [((0, 9, 1), (0, 11, 30)), ((0, 9, 22), (0, 12, 22))],
    "winter {y}": [((-1, 12, 1), (0, 2, 28)), ((0, 12, 1), (1, 2, 28)), ((0, 12, 21), (1, 3, 20))],
    "winter {y}-{y1}": [((0, 12, 1), (1, 2, 28)), ((0, 12, 21), (1, 3, 20))],
    "{y}년 겨울": [((-1, 12, 21), (0, 3, 20)), ((0, 12, 1), (1, 2, 28))],
    "early March {y}": [((0, 3, 1), (0, 3, 10)), ((0, 3, 1), (0, 3, 15))],
    "end of June {y}": [((0, 6, 30), (0, 6, 30)), ((0, 6, 21), (0, 6, 30))],
    "mid-{y}": [((0, 5, 1), (0, 8, 31)), ((0, 6, 1), (0, 7, 31))],
    "{y}년 초": [((0, 1, 1), (0, 1, 31)), ((0, 1, 1), (0, 4, 30))],
    "{y}년 5월 말": [((0, 5, 21), (0, 5, 31))],
    "{y}년 5월 중순": [((0, 5, 11), (0, 5, 20))],
    "Q2 {y}": [((0, 4, 1), (0, 6, 30))],
    "{y}-Q4": [((0, 10, 1), (0, 12, 31))],
    "{y}년 1분기": [((0, 1, 1), (0, 3, 31))],
    "H2 {y}": [((0, 7, 1), (0, 12, 31))],
    "{y}년 상반기": [((0, 1, 1), (0, 6, 30))],
}
"""Of each wording, from when to when people mean by it: years from the one that is named, month, day."""


@examples(300)
@given(st.sampled_from(sorted(MEANT)), YEARS, st.booleans(), st.sampled_from(["", "  ", "\t"]))
def test_all_that_anybody_means_lies_within_and_never_is_it_one_day(
    form: str, year: int, upper: bool, pad: str
):
    year = year // 10 * 10 if "{y0}" in form else year
    cell = form.format(y=year, y0=year, y1=f"{(year + 1) % 100:02}")
    found = reading_of(f"{pad}{cell.upper() if upper else cell}{pad}", PLAIN)
    assert found.edtf is not None
    read = parse(found.edtf)
    for first, last in MEANT[form]:
        assert read.contains(day_number(year + first[0], *first[1:]))
        assert read.contains(day_number(year + last[0], *last[1:]))
    assert read.single_day is None
    assert read.precision < Precision.DAY or "순" in cell


WORDS = (
    "early", "mid-", "late", "end of", "spring", "winter", "fall", "Q3", "H1", "first half of", "2020", "1994",
    "1990s", "2000s", "19th century", "March", "-", "to", "?", "c.", "around", "or", "2020년", "1990년대", "3월", "초",
    "말", "하순", "봄", "겨울", "3분기", "상반기", "경", "~", "/", "XX", "부터",
)  # fmt: skip


@examples(500)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.sampled_from([" ", ""]))
def test_whatever_stands_together_is_no_day_and_in_none_but_the_years_that_are_named(
    words: list[str], by: str
):
    cell = by.join(words)
    found = reading_of(cell, PLAIN)
    if found.edtf is None:
        return
    read = parse(found.edtf)
    assert read.single_day is None
    named = [int(it) for it in re.findall(r"(?<![0-9])(?:1[0-9]{3}|20[0-9]{2})", cell)]
    named += [
        it for year in named if year % 10 == 0 and re.search(f"{year}(?:s|년대)", cell) for it in (year + 9,)
    ]
    named += [1801, 1900] if "century" in cell else []
    first, last = date(min(named), 1, 1), date(max(named), 12, 31)
    slack = 366 if re.search("(?i)winter|겨울", cell) else 0
    if read.earliest is not None:
        assert read.earliest >= day_number(first.year, 1, 1) - slack
    if read.latest is not None:
        assert read.latest <= day_number(last.year, 12, monthrange(last.year, 12)[1]) + slack
