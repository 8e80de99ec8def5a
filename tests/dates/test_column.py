"""A cell of a table becomes a date only where it can be no other, and no finer than it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.column import DayOrder, date_in_parts, date_of, lasting, order_of
from model.dates.edtf import Precision, parse
from tests.effort import examples

DAY, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("2017", "2017"),
        ("2017-07", "2017-07"),
        ("2017-07-04", "2017-07-04"),
        ("2017-7-4", "2017-07-04"),
        ("2017/7/4", "2017-07-04"),
        ("2017.7.4", "2017-07-04"),
        ("2017. 7. 4.", "2017-07-04"),
        ("2017년 7월 4일", "2017-07-04"),
        ("2017년 7월", "2017-07"),
        ("20170704", "2017-07-04"),
        ("4 July 2017", "2017-07-04"),
        ("July 4, 2017", "2017-07-04"),
        ("4-Jul-2017", "2017-07-04"),
        ("July 2017", "2017-07"),
        ("12/2017", "2017-12"),
        ("Tuesday, 4 July 2017", "2017-07-04"),
        ("05.03.2017", "2017-03-05"),
        ("4/4/2017", "2017-04-04"),
        ("2017-07-04T05:06:00Z", "2017-07-04"),
        ("2017-07-04 05:06", "2017-07-04"),
        ("7/14/2017 5:06 PM", "2017-07-14"),
        ("c. 1950", "1950~"),
        ("2017?", "2017?"),
        ("2017-07-04/2017-07-06", "2017-07-04/2017-07-06"),
        ("44 BC", "-0043"),
    ],
)
def test_what_can_be_read_surely_is_a_date_as_fine_as_it_is_written(cell: str, edtf: str):
    assert date_of(cell, None).edtf == edtf


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "4-Jul-17",
            "Jul-17",
            "03/04/17",
            "4 July",
            "July",
            "7/4",
            "Monday",
            "today",
            "43000",
            "9",
            "04072017",
        ),
        *(
            "early 2017",
            "1950s",
            "Q1 2017",
            "4-6 July 2017",
            "by 2017",
            "from 2017",
            "Summer 2017",
            "before May 2017",
        ),
        *(
            "2017-13-01",
            "29 Feb 2017",
            "31/2/2017",
            "2017-00-00",
            "Monday, 4 July 2017",
            "n/a",
            "?",
            "",
            "x" * 99,
        ),
        *("2017 or 2018", "2017-07-04 and after", "12 tons", "first monday of march 2017", "week 3 2017"),
    ],
)
def test_what_is_not_sure_is_left_as_words_with_a_reason(cell: str):
    found = date_of(cell, None)
    assert (found.edtf, found.why.endswith(".")) == (None, True)


def test_day_and_month_in_either_order_are_decided_by_the_column_or_not_at_all():
    assert date_of("3/4/2017", None).edtf is None
    assert date_of("3/4/2017", DAY).edtf == "2017-04-03"
    assert date_of("3-4-2017", MONTH).edtf == "2017-03-04"
    assert date_of("3/14/2017", DAY).edtf is None
    assert order_of(["3/4/2017", "", "what", "3/14/2017 10:00"]) is MONTH
    assert order_of(["3/4/2017", "14/3/2017"]) is DAY
    assert order_of(["3/14/2017", "14/3/2017"]) is None
    assert order_of(["3/4/2017", "5/6/2018"]) is None


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        (("2017", "7", "4"), "2017-07-04"),
        (("2017", "July", "4"), "2017-07-04"),
        (("2017", "07", ""), "2017-07"),
        (("2017", "7", "0"), "2017-07"),
        (("2017", "", ""), "2017"),
        (("2017", "00", "00"), "2017"),
        (("2017", "", "4"), None),
        (("2017", "2", "30"), None),
        (("2017", "13", ""), None),
        (("17", "7", "4"), None),
        (("2017", "7", "4th"), None),
    ],
)
def test_a_date_in_three_columns_ends_where_the_first_gap_is(parts: tuple[str, str, str], edtf: str | None):
    assert date_in_parts(*parts).edtf == edtf


def test_what_lasts_ends_after_it_begins():
    assert lasting("2017-07-04", "2017-08").edtf == "2017-07-04/2017-08"
    assert lasting("2017", "2017").edtf == "2017"
    assert lasting("2017-07-04", "2017-07-03").edtf is None
    assert lasting("2017/2018", "2019").edtf is None


@examples(300)
@given(
    st.dates(), st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d/%m/%Y", "%B %Y", "%Y"])
)
def test_a_date_is_that_which_was_written_and_never_finer(day, form: str):
    if day.year < 1000:
        return
    found = date_of(day.strftime(form), DAY).edtf
    assert found is not None
    date = parse(found)
    assert date.earliest is not None
    assert date.latest is not None
    assert found == day.isoformat()[: len(found)]
    finest = Precision.DAY if "%d" in form else Precision.MONTH if "%B" in form else Precision.YEAR
    assert date.precision is finest


@examples(300)
@given(st.text(max_size=30), st.sampled_from([None, DAY, MONTH]))
def test_any_text_is_answered(cell: str, order: DayOrder | None):
    found = date_of(cell, order)
    assert (found.edtf is None) == bool(found.why)
    if found.edtf is not None:
        parse(found.edtf)
