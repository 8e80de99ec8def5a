"""What is typed in a prompt is answered in the first pane, and a frame later in what stands beside it."""

import asyncio
from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Opened
from tests.tui.driving import strike, tell_frames
from tests.tui.looking import main_screen, pane_text, press, shown
from tui.seam import answering


def watched(pilot: Pilot[None]) -> list[str]:
    """What happens from now on: another scene for the first pane, the same for all, something is drawn.

    What is drawn *at once* waits for no period of frames.
    """
    happened: list[str] = []
    screen = main_screen(pilot)
    screen.watch(screen, "context", lambda: happened.append("first"), init=False)
    screen.watch(screen, "beside", lambda: happened.append("all"), init=False)
    tell_frames(pilot, lambda: happened.append("frame"))
    frames = screen._update_timer
    frames.hurry = lambda: happened.append("at once")  # type: ignore[method-assign]
    return happened


@pytest.mark.parametrize(
    ("before", "key", "steps"),
    [
        (["slash", "p"], "u", ["first", "frame", "at once", "all", "frame"]),
        (["f", *"who:kim"], "enter", ["first", "frame", "at once", "all", "frame"]),
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


async def test_a_key_is_being_answered_until_its_frame_is_drawn(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    # Only a frame ends it.
    monkeypatch.setattr(answering, "_LONGEST", 1000)
    async with opened(120, 40) as pilot:
        screen, begun = main_screen(pilot), list[bool]()
        show = screen._show

        def showing(first_alone: bool = False) -> None:
            begun.append(not screen.answering._is_over.is_set())
            show(first_alone)

        monkeypatch.setattr(screen, "_show", showing)
        strike(pilot, "j")
        for _ in range(2000):
            await asyncio.sleep(0.001)
            if begun and screen.answering._is_over.is_set():
                break
        assert begun and all(begun)
        assert screen.answering._is_over.is_set()


async def test_of_a_burst_of_letters_all_panes_show_the_last(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "slash", *"vucic", "backspace", "backspace")
        assert 'Search "vuc"' in pane_text(pilot, "timeline")
        assert "Aleksandar Vučić" in pane_text(pilot, "detail")
