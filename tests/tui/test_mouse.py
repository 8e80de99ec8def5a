"""The mouse does what Enter does."""

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from model.index.archive import Archive
from tests.tui.agreeing import resize
from tests.tui.conftest import Opened
from tests.tui.looking import lit_text, pane_text, press, selection, settle, squeezed
from tui.prompt.line import Prompt
from tui.text.target import EntityTarget


async def click_on(pilot: Pilot[None], pane: str, words: str) -> None:
    """Click on the first line of a pane that holds `words`."""
    lines = pane_text(pilot, pane).splitlines()
    row = next(number for number, line in enumerate(lines) if words in line)
    await pilot.click(f"#{pane}", offset=Offset(lines[row].index(words) + 1, row))
    await settle(pilot)


async def test_a_click_on_a_row_selects_its_event(opened: Opened):
    async with opened(120, 40) as pilot:
        await click_on(pilot, "timeline", "Putin and Xi hold a summit")
        assert selection(pilot).event == "putin-xi-summit"


async def test_a_click_on_a_name_opens_its_card_and_one_on_a_claim_its_sentence(
    opened: Opened, archive: Archive
):
    async with opened(120, 40) as pilot:
        await click_on(pilot, "detail", "several unnamed sources")
        assert selection(pilot).card == EntityTarget("several-sources")
        await press(pilot, "escape")
        await click_on(pilot, "detail", "leads a delegation")
        quote = selection(pilot).quote
        assert quote is not None
        assert "likely" in squeezed(lit_text(pilot))


async def test_a_click_on_a_quote_in_the_source_goes_to_its_event(opened: Opened):
    async with opened(120, 40) as pilot:
        await click_on(pilot, "source", "Based on precedent")
        assert selection(pilot).quote == "kjd-choe-candidate" or "Choe" in lit_text(pilot)
        assert selection(pilot).event == "delegation-7-10-may"


async def test_a_click_on_a_title_does_nothing(opened: Opened):
    async with opened(120, 40) as pilot:
        before = selection(pilot)
        for pane in ("timeline", "detail", "source"):
            await pilot.click(f"#{pane}", offset=Offset(3, 0))
            await settle(pilot)
        assert selection(pilot) == before


async def test_a_click_elsewhere_leaves_a_prompt_and_the_next_one_asks_again(opened: Opened):
    async with opened(120, 40) as pilot:
        for key, words in (("slash", "kim"), ("colon", "9 may"), ("f", "by:ushakov")):
            await press(pilot, "G", key, *words)
            assert pilot.app.screen.query(Prompt)
            await pilot.click("#source", offset=Offset(10, 5))
            await settle(pilot)
            assert not pilot.app.screen.query(Prompt)
            await press(pilot, "g", "j", "j")
            assert selection(pilot).event == "war"
        await press(pilot, "question_mark", "q", "colon", *"30 april 2025", "enter")
        assert selection(pilot).event == "bridge-groundbreaking"


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_what_is_marked_may_be_wider_than_the_pane_is_now(opened: Opened, size: tuple[int, int]):
    async with opened(120, 30) as pilot:
        await press(pilot, "z")
        await pilot.mouse_down("#timeline", offset=Offset(100, 8))
        await pilot.hover("#timeline", offset=Offset(118, 12))
        await pilot.mouse_up("#timeline", offset=Offset(118, 12))
        assert pilot.app.screen.get_selected_text()
        await press(pilot, "z")
        await resize(pilot, *size)
        await press(pilot, "j")
        assert len(pane_text(pilot, "timeline")) > 100


@pytest.mark.parametrize("name", ["timeline", "detail", "source"])
async def test_text_is_marked_in_every_pane(opened: Opened, name: str):
    async with opened(120, 40) as pilot:
        await pilot.mouse_down(f"#{name}", offset=Offset(3, 2))
        await pilot.hover(f"#{name}", offset=Offset(9, 4))
        await pilot.mouse_up(f"#{name}", offset=Offset(9, 4))
        await settle(pilot)
        assert pilot.app.screen.get_selected_text()


async def test_a_click_on_a_quote_of_the_card_lights_it_as_the_keys_do(opened: Opened):
    async with opened(120, 40) as pilot:
        await click_on(pilot, "detail", "leads a delegation")
        clicked = selection(pilot).quote
        await press(pilot, "escape")
        assert selection(pilot).quote == clicked
