"""The grid: every entity has a column, and each can be brought onto the screen."""

import re

import pytest

from tests.tui.conftest import Opened
from tests.tui.looking import SIZES, bar, pane, press, rows, selection
from tui.views.registry import keys_to

TO_THE_GRID = keys_to("grid")


def columns(pilot) -> tuple[int, int, int]:
    """The first and the last column on the screen, and how many there are."""
    found = re.search(r"([0-9]+)-([0-9]+) of ([0-9]+) met in events", rows(pane(pilot, "timeline"))[0])
    assert found
    return int(found[1]), int(found[2]), int(found[3])


@pytest.mark.parametrize("size", SIZES)
async def test_going_right_shows_every_column_and_left_comes_back(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        await press(pilot, *TO_THE_GRID)
        first, last, total = columns(pilot)
        assert first == 1
        begin, before = rows(pane(pilot, "timeline")), selection(pilot)
        while last < total:
            reached = last
            await press(pilot, "l")
            first, last, _ = columns(pilot)
            assert first <= reached + 1, "no column is passed over"
            assert last > reached
        await press(pilot, "l")
        assert bar(pilot, "footer").strip() == "This is the last column."
        await press(pilot, *["h"] * 20)
        assert bar(pilot, "footer").strip() == "This is the first column."
        assert rows(pane(pilot, "timeline")) == begin
        assert selection(pilot) == before


async def test_the_last_page_is_full_whatever_is_left_out(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, *TO_THE_GRID, *["l"] * 20)
        await press(pilot, "f", *"by:ushakov", "enter")
        first, last, total = columns(pilot)
        assert last == total
        assert first == 1 or last - first > 10
