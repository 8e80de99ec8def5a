"""How the screen looks: few pictures, of states that a person meets first. What it says is tested as text elsewhere."""

import pytest

from tests.tui.conftest import Archives
from tests.tui.looking import SIZES, enter_line, press, settle
from tui.app import DprkTui
from tui.text.signs import ASCII, UNICODE


async def to_the_end(pilot) -> None:
    await press(pilot, "end")


async def to_a_person(pilot) -> None:
    await press(pilot, "enter")
    await enter_line(pilot, "Choe Ryong-hae")


async def into_the_source(pilot) -> None:
    await press(pilot, "3", "right_square_bracket", "right_square_bracket")


async def to_the_help(pilot) -> None:
    await press(pilot, "question_mark")


async def to_a_conflict(pilot) -> None:
    await press(pilot, "j", "j", "j", "j", "c", "l")


async def to_the_lags(pilot) -> None:
    await press(pilot, "v")


async def to_what_is_due(pilot) -> None:
    await press(pilot, "t", "u", "u")


async def into_the_card(pilot) -> None:
    await press(pilot, "j", "j", "j", "j", "enter", "z")


STATES = {
    "opening": settle,
    "end": to_the_end,
    "a-person": to_a_person,
    "source-in-focus": into_the_source,
    "help": to_the_help,
}
"""What a person meets first: at every size."""

KNOWN = {
    "conflict": to_a_conflict,
    "lags": to_the_lags,
    "due": to_what_is_due,
    "whole-card": into_the_card,
}
"""What was known when, and by whom: at the two sizes at which everything must hold."""


ALL_SIZES = [(60, 20), *SIZES, (160, 50)]


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_screen(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=STATES[state], terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", KNOWN)
def test_what_was_known(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=KNOWN[state], terminal_size=size)


@pytest.mark.parametrize("as_of", ["2025-04-30", "2025-05-05", "2025-05-10"])
def test_as_of(snap_compare, archive_at: Archives, as_of: str):
    assert snap_compare(DprkTui(archive_at(as_of), UNICODE), terminal_size=(120, 40))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", ["light", "terminal", "plain"])
def test_theme(snap_compare, archive_at: Archives, theme: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE, theme=theme), terminal_size=size)


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_ascii_without_colour(snap_compare, archive_at: Archives, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), ASCII, theme="plain"), terminal_size=size)
