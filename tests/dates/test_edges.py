"""Words that point one way from a date ask for a date that is open, or bounded, that way."""

import pytest

from model.dates.civil import day_number
from model.dates.edges import is_turned
from model.dates.edtf import parse
from model.dates.printed import only_bounds, only_bounds_counted, points_away

WEDNESDAY = day_number(2026, 11, 4)


@pytest.mark.parametrize(
    ("words", "edtf", "write"),
    [
        ("after October 10", "2026-10-10", "[2026-10-11..]"),
        ("after Saturday, October 10", "2026-10-10", "[2026-10-11..]"),
        ("shortly after Oct. 10", "2026-10-10", "[2026-10-11..]"),
        ("following October 10", "2026-10-10", "[2026-10-11..]"),
        ("after October", "2026-10", "[2026-11..]"),
        ("after 2025", "2025", "[2026..]"),
        ("after December 31, 2026", "2026-12-31", "[2027-01-01..]"),
        ("after October 10", "[..2026-10-10]", "[2026-10-11..]"),
        ("after October 10", "[..2026-10-12]", "[2026-10-11..]"),
        ("before October 10", "2026-10-10", "[..2026-10-09]"),
        ("prior to October 10", "2026-10-10", "[..2026-10-09]"),
        ("ahead of October 10", "[2026-10-10..]", "[..2026-10-09]"),
        ("until October 10", "2026-10-10/..", "../2026-10-10"),
        ("by October 10", "[2026-10-10..]", "[..2026-10-10]"),
        ("no later than October 10", "[2026-10-10..]", "[..2026-10-10]"),
        ("since October 10", "../2026-10-10", "2026-10-10/.."),
        ("no earlier than October 10", "[..2026-10-10]", "[2026-10-10..]"),
        ("from October 10", "../2026-10-10", "2026-10-10/.."),
        ("10월 10일 후", "2026-10-10", "[2026-10-11..]"),
        ("10월 10일이 지나", "2026-10-10", "[2026-10-11..]"),
        ("10월 10일 전에", "2026-10-10", "[..2026-10-09]"),
        ("10월 10일을 앞두고", "2026-10-10", "[..2026-10-09]"),
        ("10월 10일 이후", "[..2026-10-10]", "[2026-10-10..]"),
        ("10월 10일 이전", "[2026-10-10..]", "[..2026-10-10]"),
        ("10월 10일부터", "../2026-10-10", "2026-10-10/.."),
        ("10월 10일까지", "[2026-10-10..]", "[..2026-10-10]"),
    ],
)
def test_a_date_on_the_other_side(words: str, edtf: str, write: str):
    found = points_away(words, parse(edtf))
    assert found is not None
    assert found.edtf == write
    assert points_away(words, parse(write)) is None
    assert only_bounds(words, parse(write)) is None


@pytest.mark.parametrize(
    ("words", "edtf", "write"),
    [
        ("by October 10", "2026-10-10", "[..2026-10-10]"),
        ("October 10 at the latest", "2026-10-10", "[..2026-10-10]"),
        ("by December 2026", "2026-12", "[..2026-12]"),
        ("until October 10", "2026-10-10", "../2026-10-10"),
        ("since October 10", "2026-10-10", "2026-10-10/.."),
        ("from October 10 on", "2026-10-10", "2026-10-10/.."),
        ("October 10 onwards", "2026-10-10", "2026-10-10/.."),
        ("no earlier than October 10", "2026-10-10", "[2026-10-10..]"),
        ("October 10 at the earliest", "2026-10-10", "[2026-10-10..]"),
        ("not before October 10", "2026-10-10", "[2026-10-10..]"),
        ("after October 10", "2026-10-12", "[2026-10-11..]"),
        ("10월 10일 이후", "2026-10-10", "[2026-10-10..]"),
        ("10월 10일(토) 이후에", "2026-10-10", "[2026-10-10..]"),
        ("10월 10일 이전", "2026-10-10", "[..2026-10-10]"),
        ("10월 10일부터", "2026-10-10", "2026-10-10/.."),
        ("늦어도 10월 10일까지는", "2026-10-10", "[..2026-10-10]"),
        ("빨라야 10월 10일", "2026-10-10", "[2026-10-10..]"),
        ("10월 이후", "2026-10", "[2026-10..]"),
    ],
)
def test_a_day_where_the_words_only_bound_it(words: str, edtf: str, write: str):
    found = only_bounds(words, parse(edtf))
    assert found is not None
    assert found.edtf == write
    assert only_bounds(words, parse(write)) is None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("after a meeting on October 10", "2026-10-10"),
        ("after 3 p.m. on October 10", "2026-10-10"),
        ("before 3 p.m. on October 10", "2026-10-10"),
        ("the day after October 10", "2026-10-11"),
        ("three days after October 10", "2026-10-13"),
        ("from October 10", "2026-10-10"),
        ("as of October 10", "2026-10-10"),
        ("effective October 10", "2026-10-10"),
        ("from October 10 to 12", "2026-10-10/2026-10-12"),
        ("from October 10-12", "2026-10-10/2026-10-12"),
        ("between October 10 and 12", "[2026-10-10..2026-10-12]"),
        ("by October 10", "2026"),
        ("by October 10", "2026-10-10~"),
        ("this past October", "2026-10"),
        ("the following October", "2026-10"),
        ("10월 10일부터 12일까지", "2026-10-10/2026-10-12"),
        ("10일 전", "2026-10-10"),
        ("10일이 지나", "2026-10-10"),
        ("10월 10일 다음날", "2026-10-11"),
        ("10월 10일 오후 3시 이후", "2026-10-10"),
    ],
)
def test_words_that_point_nowhere_or_leave_room(words: str, edtf: str):
    assert points_away(words, parse(edtf)) is None
    assert only_bounds(words, parse(edtf)) is None


@pytest.mark.parametrize(
    ("words", "edtf", "write"),
    [
        ("by Friday", "2026-11-06", "[..2026-11-06]"),
        ("after Monday", "2026-11-02", "[2026-11-03..]"),
        ("since last month", "2026-10", "2026-10/.."),
        ("after last month", "2026-11", "[2026-11..]"),
        ("by Friday", "[..2026-11-06]", ""),
        ("following Friday", "2026-11-06", ""),
        ("on Friday", "2026-11-06", ""),
        ("the day after tomorrow", "2026-11-06", ""),
        ("day after tomorrow", "2026-11-06", ""),
        ("사흘 후", "2026-11-07", ""),
        ("3일 후", "2026-11-07", ""),
        ("since then", "2026-11-07", ""),
    ],
)
def test_words_that_count_from_the_day_of_saying_bound_too(words: str, edtf: str, write: str):
    found = only_bounds_counted(words, parse(edtf), WEDNESDAY, WEDNESDAY)
    assert (found.edtf if found else "") == write


@pytest.mark.parametrize(
    ("around", "words", "turned"),
    [
        ("It will not open until May 9.", "until May 9", True),
        ("It won’t open before May 9.", "before May 9", True),
        ("the first visit since 2015", "since 2015", True),
        ("5월 9일까지 열리지 않는다", "5월 9일까지", True),
        ("It opens after May 9, not in Moscow.", "after May 9", False),
        ("It stays open until May 9.", "until May 9", False),
    ],
)
def test_what_stands_around_words_may_turn_them(around: str, words: str, turned: bool):
    assert is_turned(around, words) is turned
