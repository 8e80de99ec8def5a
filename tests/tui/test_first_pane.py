"""What is typed in a prompt is answered in the first pane, and a frame later in what stands beside it."""

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Opened
from tests.tui.driving import tell_frames
from tests.tui.looking import main_screen, pane_text, press, shown


def watched(pilot: Pilot[None]) -> list[str]:
    """What happens from now on: another scene for the first pane, the same for all, something is drawn."""
    happened: list[str] = []
    screen = main_screen(pilot)
    screen.watch(screen, "context", lambda: happened.append("first"), init=False)
    screen.watch(screen, "beside", lambda: happened.append("all"), init=False)
    tell_frames(pilot, lambda: happened.append("frame"))
    return happened


@pytest.mark.parametrize(
    ("before", "key", "steps"),
    [
        (["slash", "p"], "u", ["first", "frame", "all", "frame"]),
        (["f", *"who:kim"], "enter", ["first", "frame", "all", "frame"]),
        ([], "j", ["first", "all", "frame"]),
        ([], "comma", ["first", "all", "frame"]),
        (["colon", *"as of 2 may"], "enter", ["first", "all", "frame"]),
    ],
    ids=["a letter of a search", "a filter", "a move", "a step back", "a day that is typed"],
)
async def test_what_is_typed_is_answered_first_in_the_first_pane(
    opened: Opened, before: Sequence[str], key: str, steps: Sequence[str]
):
    async with opened(120, 40) as pilot:
        await press(pilot, "g", *before)
        happened = watched(pilot)
        await press(pilot, key)
        assert happened[: len(steps)] == steps
        assert main_screen(pilot).beside is shown(pilot)


async def test_of_a_burst_of_letters_all_panes_show_the_last(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "slash", *"vucic", "backspace", "backspace")
        assert 'Search "vuc"' in pane_text(pilot, "timeline")
        assert "Aleksandar Vučić" in pane_text(pilot, "detail")
