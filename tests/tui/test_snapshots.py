"""How the screen looks: few pictures, of states that a person meets first. What it says is tested as text elsewhere."""

import pytest

from tests.tui.conftest import Archives
from tests.tui.looking import SIZES, press
from tui.app import DprkTui
from tui.text.signs import ASCII, UNICODE

# From the first event ahead, the delegation: its card, then up from the end of it, over the people, to Choe.
TO_CHOE = ["2", "end", "k"]

STATES = {
    "opening": [],
    "end": ["end"],
    "a-person": [*TO_CHOE, "enter"],
    "source-in-focus": ["3", "right_square_bracket", "right_square_bracket"],
    "help": ["question_mark"],
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_screen(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    async def walk(pilot) -> None:
        await press(pilot, *STATES[state])

    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=walk, terminal_size=size)


@pytest.mark.parametrize("as_of", ["2025-04-30", "2025-05-10"])
def test_as_of(snap_compare, archive_at: Archives, as_of: str):
    assert snap_compare(DprkTui(archive_at(as_of), UNICODE), terminal_size=(120, 40))


def test_ascii(snap_compare, archive_at: Archives):
    assert snap_compare(DprkTui(archive_at(), ASCII), terminal_size=(80, 24))
