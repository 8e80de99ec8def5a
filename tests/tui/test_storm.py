"""Keys and sizes in any order: nothing breaks, nothing overlaps, and after each key the panes agree."""

import random
from pathlib import Path

import pytest

from tests.effort import some, tireless
from tests.tui.agreeing import nothing_overlaps, panes_agree, resize, stands, tell_size
from tests.tui.conftest import Opened
from tests.tui.looking import selection, settle, strike
from tui.commands.every import COMMANDS

pytestmark = tireless

WAYS = [way for command in COMMANDS for way in command.ways if command.id not in ("quit", "palette")]
# Not the palette: from it, one of these keys would quit.
KEYS = [key for way in WAYS for key in way.keys]
TYPED = [*"asof 2025-04-30", "enter", "escape", "escape", "tab", "left", "f12"]
"""What no command binds: letters for the prompt, a way out, keys that mean nothing."""

EXTREMES = [(40, 12), (300, 80), (300, 12), (40, 80), (29, 7), (30, 8), (1, 1), (300, 1), (1, 80)]
BORDERS = [
    (71, 24),
    (72, 20),
    (99, 24),
    (100, 19),
    (100, 20),
    (139, 29),
    (140, 30),
    (80, 24),
    (120, 40),
    (160, 50),
]

(KEYS_EACH,) = some([200], [3000])
"""Keys of one storm; there are four, so that they can run side by side."""


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Among the keys are those that write a brief where one is."""
    monkeypatch.chdir(tmp_path)


def some_size(chance: random.Random) -> tuple[int, int]:
    """A size: an extreme, the border of a layout, or any between 40 by 12 and 300 by 80."""
    return chance.choice([*EXTREMES, *BORDERS, *BORDERS, (chance.randint(40, 300), chance.randint(12, 80))])


@pytest.mark.parametrize("seed", range(4))
async def test_after_each_key_at_any_size_the_panes_agree(opened: Opened, seed: int):
    chance = random.Random(seed)
    done: list[object] = []
    before = None
    async with opened(120, 40) as pilot:
        for _ in range(KEYS_EACH):
            if chance.random() < 0.05:
                done.append(size := some_size(chance))
                await resize(pilot, *size)
            # A source that was hidden in between is as it was left.
            before = selection(pilot).quote if stands(pilot, "source") else before
            done.append(key := chance.choice(KEYS if chance.random() < 0.85 else TYPED))
            strike(pilot, key)
            await settle(pilot)
            try:
                nothing_overlaps(pilot)
                panes_agree(pilot, quote_is_new=selection(pilot).quote != before)
            except AssertionError as error:
                raise AssertionError(f"{error}\nafter {done[-12:]} at {pilot.app.size}") from error


@pytest.mark.parametrize("seed", range(1))
async def test_keys_and_sizes_that_come_in_bursts_leave_the_panes_agreed(opened: Opened, seed: int):
    chance = random.Random(seed)
    async with opened(120, 40) as pilot:
        for _ in range(20):
            for key in chance.choices(KEYS, k=chance.choice([1, 5, 20])):
                strike(pilot, key)
            for _ in range(chance.choice([0, 1, 4])):
                tell_size(pilot, *some_size(chance))
            await resize(pilot, *some_size(chance))
            nothing_overlaps(pilot)
            panes_agree(pilot, quote_is_new=False)
