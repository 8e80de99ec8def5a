"""Keys in a burst lead to where the same keys lead one by one, whatever has been drawn between them."""

from dataclasses import replace

import pytest

from tests.effort import some, tireless
from tests.tui.conftest import Opened
from tests.tui.looking import press, settle, shown, strike
from tui.commands.every import COMMANDS
from tui.state.history import History
from tui.state.scene import Scene
from tui.views.registry import keys_to

ENTERING = {"open", "open-line", "open-sentence", "open-event", "conflict"}
LEFT_OUT = {
    "search",
    "filter",
    "go-to",
    "changes",
    "brief",
    "rows-to-file",
    "palette",
    "help",
    "quit",
} | ENTERING
"""The commands after which something is typed or nothing more is done, and those that go by the lines of a card: these
are there once the card has been given its room, a frame later."""

KEYS = [
    *dict.fromkeys(
        way.keys[0]
        for command in COMMANDS
        for way in command.ways
        if way.keys and command.id.removesuffix("-rows") not in LEFT_OUT and not command.writes
    )
]


async def led_to(
    opened: Opened, bursts: list[list[str]], at_once: bool, way: list[str] | None = None
) -> list[Scene]:
    """The scenes after each of some bursts, pressed at once or each key when the one before it has been answered.

    The `way` from one to the next is pressed at once.
    """
    scenes = []
    async with opened(120, 40) as pilot:
        for keys in bursts:
            if at_once or keys is way:
                strike(pilot, *keys)
                await settle(pilot)
            else:
                await press(pilot, *keys)
            scene = shown(pilot).scene
            # Levels and history hold the line of the card, too.
            scenes.append(replace(scene, history=History(), stance=replace(scene.stance, levels=())))
    return scenes


# By day each key in one of the two.
@tireless
@pytest.mark.parametrize(
    ("view", "keys"),
    some([("lanes", KEYS[::2]), ("grid", KEYS[1::2])], [("lanes", KEYS), ("grid", KEYS)]),
    ids=["lanes", "grid"],
)
async def test_every_key_pressed_three_times_at_once_leads_to_where_it_leads_one_by_one(
    opened: Opened, view: str, keys: list[str]
):
    # From the same place each: what a key did before is undone by a way back to the view.
    back = ["escape", "escape", "escape", "1", *keys_to(view), "g", "j", "j"]
    groups = [group for key in keys for group in (back, [key] * 3)]
    at_once = await led_to(opened, groups, at_once=True)
    one_by_one = await led_to(opened, groups, at_once=False, way=back)
    for group, burst, slow in zip(groups, at_once, one_by_one, strict=True):
        assert burst == slow, group


async def test_a_view_is_there_for_the_key_after_the_one_that_shows_it(opened: Opened):
    groups = [["v", "h"], ["1", "escape", "v", "l", "l"], ["1", "escape", *keys_to("grid"), "l"]]
    assert await led_to(opened, groups, at_once=True) == await led_to(opened, groups, at_once=False)
