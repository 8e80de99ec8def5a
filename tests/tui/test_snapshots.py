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


async def to_hits(pilot) -> None:
    await settle(pilot)
    await press(pilot, "slash", *"choe ryong hae", "enter", "j", "j")


async def to_the_facets(pilot) -> None:
    await settle(pilot)
    await press(pilot, "f", *"by:", "down", "down")


async def to_a_filtered_timeline(pilot) -> None:
    await settle(pilot)
    await press(pilot, "f", *"by:ushakov", "enter")


async def to_a_wrong_filter(pilot) -> None:
    await settle(pilot)
    await press(pilot, "f", *"who:puttin")


async def to_the_entities(pilot) -> None:
    await press(pilot, "v", "v", "j", "j")


async def to_the_company(pilot) -> None:
    await press(pilot, "v", "v", "v", "j")


async def to_the_grid(pilot) -> None:
    await press(pilot, "v", "v", "v", "v")


FINDING = {
    "search": to_hits,
    "facets": to_the_facets,
    "filtered": to_a_filtered_timeline,
    "wrong-filter": to_a_wrong_filter,
    "entities": to_the_entities,
    "company": to_the_company,
    "grid": to_the_grid,
}

STATES = {
    "opening": settle,
    "end": to_the_end,
    "a-person": to_a_person,
    "source-in-focus": into_the_source,
    "help": to_the_help,
}


ALL_SIZES = [(60, 20), *SIZES, (160, 50)]


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_screen(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=STATES[state], terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", FINDING)
def test_finding(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=FINDING[state], terminal_size=size)


@pytest.mark.parametrize("as_of", ["2025-04-30", "2025-05-10"])
def test_as_of(snap_compare, archive_at: Archives, as_of: str):
    assert snap_compare(DprkTui(archive_at(as_of), UNICODE), terminal_size=(120, 40))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", ["light", "terminal", "plain"])
def test_theme(snap_compare, archive_at: Archives, theme: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE, theme=theme), terminal_size=size)


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_ascii_without_colour(snap_compare, archive_at: Archives, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), ASCII, theme="plain"), terminal_size=size)
