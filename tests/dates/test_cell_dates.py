"""Dates of a whole column are read as what people and programs mean, never finer, and never as what nobody means."""

import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.dates.cell_dates import CellReading, Convention, Numbers, reading_of, reading_of_parts
from model.dates.column import EITHER_ORDER, NO_SUCH_DAY, OTHER_JUCHE_YEAR, DayOrder, date_of
from model.dates.edtf import parse
from model.dates.survey import Survey
from model.dates.within import within
from tests.effort import examples

PLAIN = Convention()


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("2017-07-04", "2017-07-04"),
        ("2017", "2017"),
        ("July 2017", "2017-07"),
        ("44 BC", "-0043"),
        ("1950?", "1950?"),
        ("c. July 1950", "1950-07~"),
        ("ca. 1950?", "1950%"),
        ("2017-00-00", "2017"),
        ("2017-07-00", "2017-07"),
        ("20170700", "2017-07"),
        ("20011001", "2001-10-01"),
        ("4-6 July 2017", "2017-07-04/2017-07-06"),
        ("July 4-6, 2017", "2017-07-04/2017-07-06"),
        ("28 June \u2013 2 July 2017", "2017-06-28/2017-07-02"),
        ("2017-07-04 to 2017-07-06", "2017-07-04/2017-07-06"),
        ("2017-07-04 - 2017-07-06", "2017-07-04/2017-07-06"),
        ("2017-2019", "2017/2019"),
        ("July\u2013August 2017", "2017-07/2017-08"),
        ("10 BC - 4 AD", "-0009/0004"),
        ("2017년 7월 4일", "2017-07-04"),
        ("2017년 7월 4일~6일", "2017-07-04/2017-07-06"),
        ("2017년 7월 4일부터 8월 6일까지", "2017-07-04/2017-08-06"),
        ("2017. 7. 4. ~ 2017. 7. 6.", "2017-07-04/2017-07-06"),
    ],
)
def test_what_people_write_is_read_as_fine_as_it_is(cell: str, edtf: str):
    assert reading_of(cell, PLAIN).edtf == edtf


@pytest.mark.parametrize(
    ("cell", "day", "timed", "zoned"),
    [
        ("2017-07-04T05:06:00Z", "2017-07-04", True, False),
        ("2017-07-04T05:06:00.123+09:00", "2017-07-04", True, True),
        ("2017-07-04 00:00:00", "2017-07-04", False, False),
        ("20170704T050600Z", "2017-07-04", True, False),
        ("20170704050600", "2017-07-04", True, False),
        ("7/14/2017, 5:06 PM", "2017-07-14", True, False),
        ("2017/7/4 오후 3:00", "2017-07-04", True, False),
        ("Sat May 20 1961 00:00:00 GMT-0600", "1961-05-20", False, False),
        ("Fri Nov 22 1963 12:30:00 GMT-0600 (CST)", "1963-11-22", True, True),
        ("Fri Nov 22 12:30:00 CST 1963", "1963-11-22", True, True),
        ("Fri, 22 Nov 1963 12:30:00 +0900", "1963-11-22", True, True),
    ],
)
def test_of_a_time_the_day_is_kept_and_the_loss_is_told(cell: str, day: str, timed: bool, zoned: bool):
    found = reading_of(cell, PLAIN)
    assert (found.edtf, found.timed, found.zoned) == (day, timed, zoned)


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "90s",
            "7-10 May",
            "7/4/17",
            "4 and 6 July 2017",
            "1914-18",
            "2017-02-30",
            "2017-13-00",
            "42920",
        ),
        *(
            "1499126706",
            "2017 to date",
            "x" * 200,
            "2017-07-06 to 2017-07-04",
            "Tuesday",
            "2017-07-04 or later",
        ),
        *("12:30", "5 July", "00000000", "04072017", "3/4/2017 - 5/6/2017"),
    ],
)
def test_what_nobody_is_sure_of_is_left_with_a_reason(cell: str):
    found = reading_of(cell, PLAIN)
    assert (found.edtf, found.why[-1:]) == (None, ".")


def test_an_empty_cell_says_nothing_and_needs_no_reason():
    assert reading_of("  ", PLAIN).why == ""


@pytest.mark.parametrize(
    ("cells", "numbers", "days"),
    [
        (
            ["1499126706", "0999999999", "-500000000"],
            Numbers.SECONDS,
            ["2017-07-04", "2001-09-09", "1954-02-26"],
        ),
        (["1499126706000", "", "999999999999"], Numbers.MILLISECONDS, ["2017-07-04", None, "2001-09-09"]),
        (["42920", "42921.5"], Numbers.EXCEL_1900, ["2017-07-04", "2017-07-05"]),
        (["42920", "2017-07-04"], None, [None, "2017-07-04"]),
        (["1499126706", "43000"], None, [None, None]),
        (["20170704", "20170705"], None, ["2017-07-04", "2017-07-05"]),
        (["2017", "2018"], None, ["2017", "2018"]),
    ],
)
def test_numbers_count_days_or_seconds_where_the_whole_column_does(
    cells: list[str], numbers: Numbers | None, days: list[str | None]
):
    survey = Survey()
    survey.see(cells)
    assert survey.convention.numbers is numbers
    assert [reading_of(it, survey.convention).edtf for it in cells] == days


def test_days_since_1904_are_read_where_somebody_says_so():
    assert reading_of("41458", Convention(numbers=Numbers.EXCEL_1904)).edtf == "2017-07-04"
    assert reading_of("59", Convention(numbers=Numbers.EXCEL_1900)).edtf is None


@pytest.mark.parametrize(
    ("parts", "historical", "edtf"),
    [
        (("2017", "7", "4"), False, "2017-07-04"),
        (("2017.0", "7.0", "4.0"), False, "2017-07-04"),
        (("2017", "Jul", "4"), False, "2017-07-04"),
        (("2017", "7", "0"), False, "2017-07"),
        (("2017", "", ""), False, "2017"),
        (("2017", "0", "0"), False, "2017"),
        (("", "7", "4"), False, None),
        (("17", "7", "4"), False, None),
        (("2017", "", "4"), False, None),
        (("2017", "2", "30"), False, None),
        (("2017", "13", ""), False, None),
        (("900", "", ""), False, "0900"),
        (("44", "3", "15"), True, "0044-03-15"),
        (("-44", "3", "15"), True, "-0043-03-15"),
        (("-44", "", ""), False, None),
    ],
)
def test_a_date_in_three_columns_ends_where_the_first_gap_is(
    parts: tuple[str, str, str], historical: bool, edtf: str | None
):
    assert reading_of_parts(*parts, historical).edtf == edtf


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2017-07-04", "2017-07-04", "2017-07-04"),
        ("2017-07-04", "2017-07-08", "[2017-07-04..2017-07-08]"),
        ("2017-07-01", "2017-07-31", "2017-07"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("1845", "1846", "[1845..1846]"),
        ("2017-07-04", "2017-07-03", None),
        ("2017?", "2018", None),
    ],
)
def test_once_somewhere_in_between_is_a_window_or_a_whole_month_or_year(
    start: str, end: str, edtf: str | None
):
    assert within(start, end) == edtf


DATES = st.lists(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), min_size=1, max_size=30)


@examples(200)
@given(DATES, st.sampled_from(DayOrder), st.sampled_from("/-"), st.booleans())
def test_day_and_month_are_decided_by_the_whole_column_or_not_at_all(
    days: list[datetime.date], order: DayOrder, mark: str, padded: bool
):
    def written(day: datetime.date) -> str:
        numbers = (day.day, day.month) if order is DayOrder.DAY_FIRST else (day.month, day.day)
        return mark.join((*(f"{it:02}" if padded else str(it) for it in numbers), str(day.year)))

    cells = [written(day) for day in days]
    survey = Survey()
    survey.see(cells)
    shown = any(day.day > 12 for day in days)
    assert survey.convention.order is (order if shown else None)
    for cell, day in zip(cells, days, strict=True):
        found = reading_of(cell, survey.convention)
        if shown or day.day == day.month:
            assert found.edtf == day.isoformat()
        else:
            assert (found.edtf, found.why) == (None, EITHER_ORDER)


@examples(100)
@given(DATES, DATES)
def test_a_column_that_shows_both_orders_has_none(first: list[datetime.date], second: list[datetime.date]):
    assume(any(it.day > 12 for it in first) and any(it.day > 12 for it in second))
    survey = Survey()
    survey.see(f"{it:%d/%m/%Y}" for it in first)
    survey.see(f"{it:%m/%d/%Y}" for it in second)
    assert survey.contradicts
    assert survey.convention.order is None


MOMENTS = st.builds(
    datetime.datetime.combine, st.dates(datetime.date(1300, 1, 1), datetime.date(2999, 12, 31)), st.times()
)
FORMS = (
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%B %d, %Y", "%Y%m%d", "%d-%b-%Y", "%Y년 %m월 %d일",
    "%a %b %d %Y %H:%M:%S GMT", "%Y-%m-%dT%H:%M:%SZ", "%a, %d %b %Y %H:%M:%S +0000", "%d %b %Y %I:%M %p",
)  # fmt: skip


@examples(300)
@given(MOMENTS, st.sampled_from(FORMS))
def test_a_moment_is_the_day_that_was_written(moment: datetime.datetime, form: str):
    found = reading_of(moment.strftime(form), PLAIN)
    assert found.edtf == f"{moment:%Y-%m-%d}"
    shows_time = "%H" in form or "%I" in form
    assert found.timed <= shows_time


@examples(400)
@given(st.text(max_size=40), st.sampled_from([None, *DayOrder]), st.sampled_from([None, *Numbers]))
def test_any_text_is_answered(cell: str, order: DayOrder | None, numbers: Numbers | None):
    found = reading_of(cell, Convention(order, numbers))
    if found.edtf is not None:
        parse(found.edtf)
    else:
        assert bool(found.why) == bool(cell.split())


@examples(300)
@given(st.lists(st.text("0123456789-/. :~?to", max_size=6), max_size=6), st.sampled_from([None, *DayOrder]))
def test_what_looks_like_dates_is_answered(parts: list[str], order: DayOrder | None):
    found = reading_of(" ".join(parts), Convention(order))
    if found.edtf is not None:
        parse(found.edtf)


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("주체109(2020)년 3월 4일", "2020-03-04"),
        ("주체109년 3월 4일", "2020-03-04"),
        ("주체 109 (2020) 년 3월", "2020-03"),
        ("주체109(2020)년 3월 4일~6일", "2020-03-04/2020-03-06"),
        ("2020년(주체109년) 3월 4일", "2020-03-04"),
        ("주체109.3.4", "2020-03-04"),
        ("약 주체109년", "2020~"),
        ("Juche 1", "1912"),
        ("Juche 109", "2020"),
        ("2020 (juche 109)", "2020"),
        ("March 4, Juche 109 (2020)", "2020-03-04"),
    ],
)
def test_juche_years_are_read(cell: str, date: str):
    assert reading_of(cell, Convention()) == CellReading(date)


def test_a_juche_year_beside_another_year_is_no_date():
    assert reading_of("주체109(2021)년 3월", Convention()) == CellReading(None, OTHER_JUCHE_YEAR)
    assert date_of("Juche 109 (2021)", None).why == OTHER_JUCHE_YEAR
    assert reading_of("Juche 1000", Convention()).edtf is None


@pytest.mark.parametrize(
    "cell",
    [
        "2020-02-30", "2020-02-30 10:00", "2020/2/30", "2020-13-01", "2020-02-45", "20200230", "20171301",
        "30 February 2020", "February 30, 2020", "29 Feb 2021", "2020년 2월 30일", "2020. 2. 30.", "31/02/2020",
        "31.02.2020", "주체109년 2월 30일", "c. 2020-02-30",
    ],
)  # fmt: skip
def test_a_day_that_never_was_is_said_to_be_none(cell: str):
    assert reading_of(cell, Convention()) == CellReading(None, NO_SUCH_DAY, cell.endswith(":00"))


@pytest.mark.parametrize("cell", ["soon", "99999999", "30 people", "10-30 2020"])
def test_what_is_no_date_at_all_is_not_sure(cell: str):
    assert reading_of(cell, Convention()).why == "What date that is, is not sure."
