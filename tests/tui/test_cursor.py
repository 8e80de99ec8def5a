"""The terminal's own cursor stands on what is selected: braille displays and magnifiers follow it."""

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.cli.running import PROGRAM, ROOT
from tests.tui.conftest import Opened
from tests.tui.looking import SIZES, lit_text, pane, press, rows
from tests.tui.terminal import Terminal


def row_at_cursor(pilot: Pilot[None], name: str) -> str:
    """The row of a pane on which the terminal's cursor stands, from the cursor on."""
    x, y = pilot.app.cursor_position - pane(pilot, name).region.offset
    return rows(pane(pilot, name))[y][x:]


@pytest.mark.parametrize("size", [*SIZES, (50, 20)])
async def test_the_cursor_stands_on_the_selected_row(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        for key in ("home", "j", "j", "end", "k", "pageup", "comma", "c", "escape", "escape", "escape"):
            await press(pilot, key)
            if pilot.app.focused is pane(pilot, "timeline"):
                assert row_at_cursor(pilot, "timeline").startswith("›")
                assert pilot.app.cursor_position.x == 0


@pytest.mark.parametrize("size", [*SIZES, (50, 20)])
async def test_in_the_card_it_stands_on_the_marked_line(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        await press(pilot, "2")
        for _ in range(8):
            await press(pilot, "j")
            assert row_at_cursor(pilot, "detail").startswith("›")


@pytest.mark.parametrize("size", [*SIZES, (50, 20)])
@pytest.mark.parametrize("theme", ["dark", "contrast", "plain"])
async def test_in_the_source_it_stands_where_the_lit_quote_begins(
    opened: Opened, size: tuple[int, int], theme: str
):
    async with opened(*size) as pilot:
        pilot.app.theme = theme
        await press(pilot, "3", "j", "k")
        for _ in range(6):
            await press(pilot, "right_square_bracket")
            words = row_at_cursor(pilot, "source").split()
            assert words
            if theme == "dark":
                assert lit_text(pilot).startswith(words[0])


async def test_another_pane_takes_the_cursor_along(opened: Opened):
    async with opened(120, 40) as pilot:
        places: set[Offset] = set()
        for key in "123":
            await press(pilot, key)
            places.add(pilot.app.cursor_position)
            assert pilot.app.focused is not None
            assert pilot.app.focused.region.contains_point(pilot.app.cursor_position)
        assert len(places) == 3


@pytest.mark.parametrize(("theme", "seen"), [("dark", False), ("contrast", True)])
def test_the_terminal_has_its_cursor_there(theme: str, seen: bool):
    terminal = Terminal([*PROGRAM, "--theme", theme], 80, 24, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    # By its number: a row is on its way when the next key is sent, and a step back then draws nothing at all.
    for key, place in zip("jjjk", (28, 29, 30, 29), strict=True):
        terminal.send(key)
        terminal.wait(lambda at=place: terminal.has(f"{at} of 53"), f"event {place}")  # type: ignore[misc]
        cursor = terminal.screen.cursor
        terminal.wait(lambda at=cursor: terminal.rows[at.y][at.x] == "›", "the cursor on the marked row")  # type: ignore[misc]
        assert terminal.cursor_shown == seen
    terminal.send("q")
    assert terminal.close() == 0
    assert terminal.cursor_shown
