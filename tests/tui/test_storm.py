"""Keys and sizes in any order: nothing breaks, and the panes agree with the one selection."""

import random

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Opened
from tests.tui.looking import pane_text, selection
from tui.commands.every import COMMANDS
from tui.screen import MainScreen

# Not the palette: from it, one of these keys would quit.
KEYS = [key for command in COMMANDS for way in command.ways for key in way.keys if key not in ("q", "ctrl+p")]
SIZES = [
    (120, 40),
    (80, 24),
    (60, 20),
    (40, 12),
    (160, 50),
    (29, 7),
    (300, 80),
    (100, 19),
    (30, 8),
    (72, 20),
    (1, 1),
    (5, 80),
    (300, 1),
]
STEPS = 250


@pytest.mark.parametrize("seed", range(4))
async def test_any_keys_at_any_sizes_leave_the_panes_agreed(opened: Opened, seed: int):
    chance = random.Random(seed)
    async with opened(120, 40) as pilot:
        for _ in range(STEPS):
            if chance.random() < 0.15:
                await pilot.resize_terminal(*chance.choice(SIZES))
            for key in chance.choices(KEYS, k=chance.choice([1, 1, 1, 5])):
                pilot.app.simulate_key(key)
            await pilot.pause(0)
        await pilot.pause()
        await leave_help(pilot)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        panes_agree(pilot)


async def leave_help(pilot: Pilot[None]) -> None:
    for _ in range(10):
        if not isinstance(pilot.app.screen, MainScreen):
            await pilot.press("escape")


def panes_agree(pilot: Pilot[None]) -> None:
    """The marked row is the selected event's, the card is the card's, and a quote is lit where one is selected."""
    screen = pilot.app.screen
    assert isinstance(screen, MainScreen)
    assert screen.scene is not None
    now, phrases = selection(pilot), screen.scene.phrases
    if now.event is None or now.card is None:
        # As of a day before anything was said.
        return
    shown = [pane for pane in ("timeline", "detail", "source") if screen.query_one(f"#{pane}").display]
    # In the lanes a folded lane stands for all of its events: their tests say what is marked there.
    in_lanes = screen.scene.view == "lanes"
    if "timeline" in shown and screen.query_one("#timeline").size.height and not in_lanes:
        marked = [line for line in pane_text(pilot, "timeline").splitlines() if line.startswith("›")]
        assert len(marked) == 1 or (screen.place != "timeline" and not marked)
        assert all(phrases.title(now.event)[:20] in line for line in marked)
    if screen.query_one("#detail").size.height:
        name = phrases.card_name(now.card.kind, now.card.id)
        assert name[:20] in pane_text(pilot, "detail").splitlines()[0]
