"""Printed words are held against dates by the rules of typed ones; of what leaves room nothing is said."""

import pytest

from model.dates.civil import day_number
from model.dates.coarse import coarser
from model.dates.edtf import parse
from model.dates.printed import (
    is_deadline,
    leads_elsewhere,
    names_a_day,
    names_another,
)

TUESDAY = day_number(2025, 5, 6)


@pytest.mark.parametrize(
    ("words", "edtf", "means"),
    [
        ("on May 9", "2025-05-10", "2025-05-09"),
        ("MAY 9", "2025-05-08", "2025-05-09"),
        ("May 3, 2025", "2024-05-03", "2025-05-03"),
        ("Friday, May 9, 2025", "2025-05-16", "2025-05-09"),
        ("the morning of May 9", "2025-05-10", "2025-05-09"),
        ("at 9 p.m. on May 9", "2025-05-10", "2025-05-09"),
        ("from May 7 to 10", "2025-05-07/2025-05-11", "2025-05-07 to 2025-05-10"),
        ("in 2015", "2016", "2015"),
        ("by December 2026", "[..2027-12]", "2026-12"),
        ("since June 2024", "2023-06/..", "2024-06"),
        ("since June 2024", "2024-09/..", "2024-06"),
        ("by December 2026", "[..2026-06]", "2026-12"),
        ("before May 9", "[..2025-05-12]", "2025-05-09"),
        ("after May 9", "[2025-05-02..]", "2025-05-09"),
        ("5월 9일까지", "../2025-05-12", "2025-05-09"),
        ("5월 9일 이후", "[2025-05-02..]", "2025-05-09"),
        ("from May 7 on", "2025-05-01/..", "2025-05-07"),
        ("from May 7", "2025-05-08/..", "2025-05-07"),
        ("early May", "2025-05-28", "2025-05-01 to 2025-05-10"),
        ("5월 9일", "2025-05-10", "2025-05-09"),
        ("9일", "2025-05-10", "2025-05-09"),
        ("9일 오후 3시", "2025-05-10", "2025-05-09"),
        ("지난 8일", "2025-05-09", "2025-05-08"),
        ("지난해 12월 3일", "2024-12-04", "2024-12-03"),
        ("지난달 30일", "2025-04-29", "2025-04-30"),
        ("8월 초", "2025-09", "2025-08-01 to 2025-08-10"),
        ("2025-05-09", "2025-05-08", "2025-05-09"),
    ],
)
def test_words_that_name_another_day(words: str, edtf: str, means: str):
    found = names_another(words, parse(edtf))
    assert found is not None
    assert found.typed == means


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("May 9", "2025-05-09"),
        ("Dec. 3", "2024-12-03"),
        ("Thursday, May 9", "2025-05-09"),
        ("5/9/2025", "2025-09-05"),
        ("from May 7 to 10", "2025-05-07/2025-05-10"),
        ("from May 7 on", "2025-05-07/.."),
        ("before May 9", "[..2025-05-08]"),
        ("before May 9", "[..2025-05-02]"),
        ("before May 9", "2025-05-02"),
        ("after May 9", "2025-05-12"),
        ("by May 9", "2025-05-07"),
        ("5월 9일 이전", "[..2025-05-02]"),
        ("5월 9일까지", "../2025-05-09"),
        ("May 9 at the latest", "[..2025-05-09]"),
        ("by December 2026", "[..2026-12]"),
        ("since June 2024", "2024-06/2025-04-30"),
        ("May 9", "2025-05-10~"),
        ("May 9", "2025-05"),
        ("early May", "[2025-05-01..2025-05-12]"),
        ("between late August and early September", "[2025-08..2025-09]"),
        ("three days before May 9", "2025-05-06"),
        ("the day after May 9", "2025-05-10"),
        ("last May", "2024-05"),
        ("may", "2025-06-01"),
        ("march", "2025-06-01"),
        ("13 countries", "2025-06-01"),
        ("9", "2025-05-10"),
        ("이날", "2025-05-10"),
        ("9일간", "2025-05-10"),
        ("3일 전", "2025-05-20"),
        ("지난 5월", "2025-05"),
        ("5월 9일(목)", "2025-05-09"),
        ("9일부터", "2025-05-09/.."),
        ("on May 9 " * 20, "2025-05-10"),
        ("", "2025"),
    ],
)
def test_words_that_leave_room_or_agree(words: str, edtf: str):
    assert names_another(words, parse(edtf)) is None


@pytest.mark.parametrize(
    ("words", "edtf", "is_coarser"),
    [
        ("May", "2025-05-01", True),
        ("in May 2025", "2025-05-31", True),
        ("2025년 5월", "2025-05-03", True),
        ("8월 초", "2025-08-03", True),
        ("in 2015", "2015-05", True),
        ("by December 2026", "2026-12-31", True),
        ("May", "2025-05", False),
        ("May 1", "2025-05-01", False),
        ("may", "2025-05-01", False),
        ("May", "[2025-05-01..2025-05-12]", False),
        ("May", "2025-05-01~", False),
        ("the end of May", "2025-05-31", False),
        ("from May 7 to 10", "2025-05-07", False),
        ("last May", "2025-05-01", True),
    ],
)
def test_words_that_are_coarser_than_the_date(words: str, edtf: str, is_coarser: bool):
    assert (coarser(words, parse(edtf)) is not None) is is_coarser


@pytest.mark.parametrize(
    ("words", "edtf", "leads"),
    [
        ("yesterday", "2025-05-03", "2025-05-05"),
        ("last month’s", "2025-03", "2025-04"),
        ("two weeks ago", "2025-05-22", "2025-04-22"),
        ("next year", "2027", "2026"),
        ("last Wednesday", "2025-04-16", "2025-04-30"),
        ("어제", "2025-05-01", "2025-05-05"),
        ("지난달", "2025-03", "2025-04"),
        ("지난 8일", "2025-04-09", "2025-04-08"),
        ("오는 9일", "2025-06-09", "2025-05-09"),
        ("3일 전", "2025-04-03", "2025-05-03"),
        ("yesterday", "2025-05-05", ""),
        ("yesterday", "2025-05-04", ""),
        ("yesterday", "2025-05-03~", ""),
        ("last month’s", "2025-04", ""),
        ("last month", "[2025-04..]", ""),
        ("this year’s", "2025-05-09", ""),
        ("지난 8일", "2025-04-08", ""),
        ("the following week", "2020", ""),
        ("a week later", "2020", ""),
        ("at a later date", "[2020..]", ""),
        ("later next year", "2020", ""),
        ("now, in 2 days", "2020", ""),
        ("지난 이날", "2020", ""),
        ("May 9", "2020", ""),
        ("이날", "2020", ""),
    ],
)
def test_words_that_count_from_the_day_of_saying(words: str, edtf: str, leads: str):
    found = leads_elsewhere(words, parse(edtf), TUESDAY, TUESDAY)
    assert (found.typed if found else "") == leads


def test_whichever_day_it_was_said_the_words_may_lead_to_the_date():
    assert leads_elsewhere("last month", parse("2025-03"), TUESDAY, TUESDAY) is not None
    assert leads_elsewhere("last month", parse("2025-03"), TUESDAY - 10, TUESDAY) is None


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("on Wednesday", True),
        ("월요일", True),
        ("Friday, May 9", True),
        ("5월 9일(금)", True),
        ("the day after Wednesday", False),
        ("Wednesday's vote of May 9", False),
    ],
)
def test_words_that_are_a_weekday_with_or_without_its_day(words: str, is_one: bool):
    assert names_a_day(words, parse("2025-05-09"), None) is is_one


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("by December 2026", True),
        ("before May 9", True),
        ("no later than May 9", True),
        ("5월 9일 이전", True),
        ("until May 9", False),
        ("5월 9일까지", False),
        ("nearby, May 9", False),
    ],
)
def test_words_that_are_a_deadline(words: str, is_one: bool):
    assert is_deadline(words) is is_one
