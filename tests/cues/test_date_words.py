"""Which words are date words, and which only look like some."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cues.date_words import date_words
from model.cues.english import ENGLISH
from model.cues.english_words import FIRST
from tests.effort import examples


def found(text: str) -> list[str]:
    return [word.words for word in date_words(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They may attend, and troops march in columns to the square.",
        "May I ask? Sun Weidong sat down; the Sun reported it, USA Today too.",
        "2000 North Korean troops, 1,995 tons, $2025, 2015 kilometers, Resolution 2094",
        "President April Smith and June Teufel Dreyer met Theresa May.",
        "It is the largest in five years, and the third in two weeks.",
        "After three days of talks a 15-year-old ran a two-day course for 90 seconds.",
        "Call 650.650.6500, room 1024, from 11:40 to 11:50 PM, an apogee of 970 km.",
        "오늘날 3일간 회담이 3년간 10년 만에 2박 3일 일정으로, 전쟁과 전승, 5월호",
        "약 3일 걸렸고 8일 동안 이어졌다. 그제야 알았다.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("confirmed on May 5, dismissing", ["on May 5"]),
        ("from May 7 to 10.", ["from May 7 to 10"]),
        ("between late August and early September", ["between late August and early September"]),
        ("scheduled for completion by December 2026,", ["by December 2026"]),
        ("the Dec. 3 martial law incident", ["Dec. 3"]),
        ("last month’s announcement", ["last month"]),
        ("following a January video summit and a February phone call", ["January", "February"]),
        ("by the end of the year and in the coming weeks", ["by the end of the year", "in the coming weeks"]),
        ("the 80th anniversary of its founding in 1945", ["80th anniversary of its founding in 1945"]),
        ("on Friday, May 9, 2025, at noon", ["on Friday, May 9, 2025"]),
        ("7-10 May 2025; 2025-05-07; 3 March", ["7-10 May 2025", "2025-05-07", "3 March"]),
        ("on May\n7 he left", ["on May\n7"]),
        ("since 2020, until early 2024, in the 1990s", ["since 2020", "until early 2024", "in the 1990s"]),
        ("two days later, a week ago, that same day", ["two days later", "a week ago", "that same day"]),
        ("지난 8일부터 이달 말까지, 12월까지", ["지난 8일부터 이달 말까지", "12월까지"]),
        ("5월 7~10일, 8월 말~9월 초", ["5월 7~10일", "8월 말~9월 초"]),
        ("주체113(2024)년 5월 9일(목)에", ["주체113(2024)년 5월 9일(목)"]),
        ("이날 오전 김정은은", ["이날"]),
        ("사흘 뒤, 최근 3년간, 올해 2분기", ["사흘 뒤", "최근 3년간", "올해 2분기"]),
    ],
)
def test_a_date_word_is_found_with_what_bounds_it(text: str, words: list[str]):
    assert found(text) == words


def test_an_empty_line_ends_a_date():
    assert found("in May\n\n7 people") == ["in May"]


PIECES = [
    "May",
    "7",
    "2025",
    "10",
    "to",
    "and",
    "between",
    "by",
    "the end of",
    "last",
    "week",
    "month",
    "Monday",
    "first",
    "-",
    "–",
    ",",
    ".",
    " ",
    "\n",
    "지난",
    "8일",
    "월",
    "년",
    "까지",
    "부터",
    "~",
    "이날",
    "(",
    ")",
    "20",
    "th",
    "ago",
    "in",
    "80th anniversary of",
    "’s",
    "́",
    "\u200b",
    "😀",
    "日",
    "early",
    "five",
    "years",
    "later",
    "a",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=25).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
)


@examples(400)
@given(TEXTS)
def test_every_word_is_where_it_says_and_none_is_in_another(text: str):
    end = 0
    for word in date_words(text):
        assert end <= word.span.start < word.span.end <= len(text)
        assert text[word.span.start : word.span.end] == word.words
        for part in word.parts:
            assert word.span.start <= part.span.start < part.span.end <= word.span.end
            assert text[part.span.start : part.span.end] == part.words
        end = word.span.end


@examples(200)
@given(TEXTS)
def test_no_form_begins_with_another_word_than_those_by_which_it_is_looked_for(text: str):
    for name, pattern in ENGLISH:
        for match in re.finditer(rf"(?<![A-Za-z0-9]){pattern}", text):
            assert re.match(FIRST, text[match.start() :]), name
