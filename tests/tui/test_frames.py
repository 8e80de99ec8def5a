"""What a key leads to is drawn in one frame with the key itself: nobody sees a letter before what it finds."""

import asyncio

import pytest

from tests.tui.conftest import Opened
from tests.tui.driving import text_of
from tests.tui.looking import press, settle, shown, strike


@pytest.mark.parametrize(
    ("opening", "key", "expected"),
    [(["slash", "k", "i"], "m", 'Search "kim"'), (["slash"], "z", 'Search "z"'), ([], "end", "no date")],
)
async def test_what_a_key_leads_to_is_in_the_frame_that_shows_the_key(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, opening: list[str], key: str, expected: str
):
    async with opened(120, 40) as pilot:
        await press(pilot, *opening)
        await settle(pilot)
        frames: list[str] = []
        screen = pilot.app.screen
        draw = screen._compositor_refresh

        def drawn() -> None:
            frames.append(key)
            draw()

        monkeypatch.setattr(screen, "_compositor_refresh", drawn)
        strike(pilot, key)
        while not frames:
            await asyncio.sleep(0)
        assert expected in text_of(pilot)
        assert not screen._dirty_widgets and not screen._layout_required
        before = shown(pilot).scene
        await settle(pilot)
        assert shown(pilot).scene is before
