"""From one pen to another, by the shortest way."""

from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.pen import PLAIN

CODES = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "7",
    "9",
    "22",
    "24",
    "27",
    "29",
    "31",
    "39",
    "44",
    "49",
    "97",
    "38;5;7",
    "48;2;1;2;3",
]
SGR = st.lists(st.sampled_from(CODES), max_size=5).map(";".join)


@given(SGR, SGR)
def test_the_change_leads_from_one_pen_to_the_other(first: str, second: str):
    before, after = PLAIN.after(first), PLAIN.after(second)
    change = before.change_to(after)
    assert (change == "") == (before == after)
    if change:
        assert before.after(change[2:-1]) == after


def test_bold_and_dim_share_the_code_that_ends_them():
    both = PLAIN.after("1;2")
    assert both.after(both.change_to(PLAIN.after("2"))[2:-1]) == PLAIN.after("2")


def test_only_what_changes_is_written():
    muted = PLAIN.after("38;5;246;48;5;234")
    assert muted.change_to(PLAIN.after("38;5;253;48;5;234")) == "\x1b[38;5;253m"


def test_a_space_shows_its_ground_and_not_its_ink():
    assert PLAIN.after("31;44").shows_as(PLAIN.after("32;44").on_space, " ")
    assert not PLAIN.after("31;44").shows_as(PLAIN.after("31;45").on_space, " ")
    assert not PLAIN.after("4;31").shows_as(PLAIN.after("31").on_space, " ")
