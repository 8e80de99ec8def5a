"""How far dates lie apart: whatever days they are, what is said leaves room for them, and for no others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.apart import Apart, Bounds, passed_words
from model.dates.civil import day_number
from model.dates.edtf import parse

SAID = re.compile(r"~?(?:([<>])=)?([+-]?\d+)(?: to |\.\.)?([+-]?\d+)? d(?: or (earlier|later|less|more))?")


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """A day, some days, or any before or after one."""
    first = draw(st.integers(-4000, 4000))
    last = first + draw(st.sampled_from((0, 0, 1, 29, 364)))
    open_end = draw(st.sampled_from(("", "", "first", "last")))
    doubtful = draw(st.booleans())
    return Bounds(None if open_end == "first" else first, None if open_end == "last" else last, doubtful)


def read_back(words: str) -> tuple[int | None, int | None]:
    """The least and the most days that are said."""
    found = SAID.fullmatch(words)
    assert found, words
    sign, first, last, end = found.groups()
    if last is not None:
        return int(first), int(last)
    if sign == "<" or end in ("earlier", "less"):
        return None, int(first)
    if sign == ">" or end in ("later", "more"):
        return int(first), None
    return int(first), int(first)


@given(bounds(), bounds(), st.none() | st.integers(0, 20))
def test_what_is_said_is_what_is_known_in_many_cells_and_in_few(
    one: Bounds, other: Bounds, cells: int | None
):
    apart = Apart.between(one, other)
    for words in (apart.signed(cells), apart.counted(cells)):
        assert words.startswith("~") == ((one.doubtful or other.doubtful) and words != "? d")
        assert (words == "? d") == (apart.least is None and apart.most is None)
        if words != "? d":
            assert read_back(words) == (apart.least, apart.most)


@given(bounds(), bounds())
def test_one_number_is_said_between_two_full_days_alone(one: Bounds, other: Bounds):
    apart = Apart.between(one, other)
    full = one.first == one.last is not None and other.first == other.last is not None
    assert (apart.least == apart.most is not None) == full


@given(bounds(), bounds())
def test_the_way_back_is_as_far(one: Bounds, other: Bounds):
    assert Apart.between(one, other).reversed == Apart.between(other, one)


@pytest.mark.parametrize(
    ("one", "other", "words", "brief"),
    [
        ("2025-05-07/2025-05-10", "[..2025-05-06]", "-1 d or earlier", "<=-1 d"),
        ("2025-05-07/2025-05-10", "2022", "-1225 to -858 d", "-1225..-858 d"),
        ("2025-05-07/2025-05-10", "2022/..", "-1225 d or later", ">=-1225 d"),
        ("2025-04-30", "2025-05-07/2025-05-10", "+7 to +10 d", "+7..+10 d"),
        ("2025-05-09", "1066", "~-350k d", "~-350k d"),
        ("[..2025-05-09]", "../2025-05-10", "? d", "? d"),
    ],
)
def test_days_are_said_with_their_sign(one: str, other: str, words: str, brief: str):
    apart = Apart.between(Bounds.of(parse(one)), Bounds.of(parse(other)))
    assert (apart.signed(), apart.signed(5)) == (words, brief)


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("2025-05-01", "5 days"),
        ("2025-04", "6 to 35 days"),
        ("2025-05", "up to 5 days"),
        ("2025-03", "36 days to 2 months"),
        ("2022", "2 to 3 years"),
        ("../2025-05-01", "5 days or more"),
        ("2025-05-05", "1 day"),
        ("2025-05-04/2025-05-05", "1 to 2 days"),
    ],
)
def test_how_long_ago_something_was_is_a_range_where_its_day_is_not_known(since: str, words: str):
    assert passed_words(Bounds.of(parse(since)), day_number(2025, 5, 6)) == words
