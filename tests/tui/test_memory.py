"""What is over is let go: the prompts that were opened, and what read each key."""

import gc

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.widget import Widget

from tests.tui.conftest import Opened
from tests.tui.looking import press, settle
from tui.help import HelpScreen
from tui.prompt.line import Prompt
from tui.seam.field import TypingField
from tui.seam.keyboard import messages
from tui.terminal.keyboard import Keyboard

AGAIN = 8
"""How often a thing is asked again: more than the widgets that one of them has."""


def alive(*kinds: type[object]) -> list[int]:
    """How many objects of each kind have come since the test began, once those that nobody needs have gone."""
    gc.collect()
    return [sum(isinstance(it, kind) for it in gc.get_objects()) for kind in kinds]


@pytest.fixture(autouse=True)
def fewer_to_look_through() -> None:
    """What was there before is not counted, and takes no time."""
    gc.collect()
    gc.freeze()


@pytest.mark.parametrize(
    "keys",
    [
        ["f", *"by:ushakov", "escape"],
        ["slash", *"kim", "enter", "escape"],
        ["colon", *"9 may", "tab", "escape"],
        ["ctrl+p", *"zoom", "escape"],
        ["question_mark", "j", "escape"],
    ],
    ids=lambda keys: keys[0],
)
async def test_what_was_asked_leaves_nothing_behind(opened: Opened, keys: list[str]):
    async with opened(100, 30) as pilot:
        await press(pilot, *keys)
        await settle(pilot)
        kinds = (Prompt, TypingField, HelpScreen, Widget)
        before = alive(*kinds)
        for _ in range(AGAIN):
            await press(pilot, *keys)
        await settle(pilot)
        # The last ones may be held until others come, with what stands on them; what piles up is there each time.
        assert all(now < there + AGAIN for now, there in zip(alive(*kinds), before, strict=True))


async def test_in_a_burst_no_prompts_pile_up(opened: Opened, monkeypatch: pytest.MonkeyPatch):
    there: list[int] = []
    usual = Prompt.take

    async def counted(prompt: Prompt, event: Key | Paste) -> None:
        there.append(len(prompt.screen.query(Prompt)))
        await usual(prompt, event)

    monkeypatch.setattr(Prompt, "take", counted)
    async with opened(100, 30) as pilot:
        for key in ["f", "b", "y", "escape", "slash", "k", "escape"] * 15:
            pilot.app.simulate_key(key)
        await settle(pilot)
        assert len(there) == 75
        assert max(there) <= 2


def test_reading_a_key_leaves_nothing_behind():
    keyboard = Keyboard()
    for _ in range(20):
        assert len([*messages(keyboard.pieces("jㅓ\x1b[A\x1b[106;1;106u\x1b[<65;3;4M".encode()))]) == 5
    assert alive(XTermParser) == [0]
