"""Esc leads home from every view: out of the card, of the view, to the timeline, on the row where one was."""

import pytest
from textual.pilot import Pilot

from tests.coded_tables import missile_tests
from tests.effort import some
from tests.tui.conftest import Opened
from tests.tui.looking import bar, focused, press, selection, shown
from tests.tui.test_tables import opened as opened_table
from tui.state.scene import FIRST_VIEW

EVERY_WAY = [(), ("enter",), ("enter", "enter"), ("tab",), ("3", "z"), ("enter", "z")]
"""What is done in a view before one goes home: nothing, in, in further, to the next pane, the source in full."""

WAYS = some([(), ("enter", "enter"), ("3", "z")], EVERY_WAY)
SIZES = some([(80, 24)], [(60, 20), (80, 24), (120, 40)])

MOST = 8
"""More levels than these there are none to back out of."""


Place = tuple[str, str | None]
"""A view, and the event that is selected in it."""


def place(pilot: Pilot[None]) -> Place:
    return shown(pilot).scene.viewed.name, selection(pilot).event


async def home(pilot: Pilot[None], way_in: list[Place]) -> None:
    """Esc, until it says that this is the outermost level; each leads to where one was, later places first."""
    for _ in range(MOST):
        await press(pilot, "escape")
        if "outermost" in bar(pilot, "footer"):
            return
        while way_in and way_in[-1] != place(pilot):
            way_in.pop()
        assert way_in, (place(pilot), "is no place that one came by")
    raise AssertionError(f"still not home: {shown(pilot).scene.viewed.name}, {bar(pilot, 'footer')}")


async def walk_home_from_every_view(pilot: Pilot[None]) -> None:
    """Into each view by its name, some way into it, and home."""
    await press(pilot, "g", "j", "j")
    event = selection(pilot).event
    assert event is not None
    for name in shown(pilot).views:
        for way in WAYS:
            before = place(pilot)
            await press(pilot, "colon", *name, "enter")
            if name == "search":
                # It asks what to look for, and leaves one at what was found.
                await press(pilot, "a", "enter")
                event = selection(pilot).event
                before = FIRST_VIEW, event
            way_in = [before, place(pilot)]
            for key in way:
                await press(pilot, key)
                way_in.append(place(pilot))
            await home(pilot, way_in)
            scene = shown(pilot).scene
            where = (scene.viewed.name, scene.stance.zoomed, focused(pilot))
            assert where == (FIRST_VIEW, False, "timeline"), (name, way)
            assert (scene.sought, scene.when.narrowed) == (None, False), (name, way)
            assert selection(pilot).event == event, (name, way)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_from_every_view_of_a_corpus(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        await walk_home_from_every_view(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_from_every_view_of_a_table(size: tuple[int, int]):
    async with opened_table(missile_tests(), *size) as pilot:
        await walk_home_from_every_view(pilot)
