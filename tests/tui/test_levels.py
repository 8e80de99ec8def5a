"""Going in and out: Esc leads back to where one was, whatever happened in between."""

import pytest
from textual.events import AppBlur, AppFocus

from tests.tui.conftest import Opened
from tests.tui.looking import SIZES, focused, lit_text, pane_text, press, selection, settle


@pytest.mark.parametrize("size", SIZES)
async def test_a_sentence_that_was_scrolled_out_of_sight_is_shown_when_it_is_entered_again(
    opened: Opened, size
):
    async with opened(*size) as pilot:
        await press(pilot, "enter", "j", "enter")
        lit = lit_text(pilot)
        assert lit
        await press(pilot, "G")
        assert lit_text(pilot) != lit
        await press(pilot, "escape", "enter")
        assert focused(pilot) == "source"
        assert lit_text(pilot) == lit


def cursor_row(card: str) -> str:
    """The line of a card on which the cursor stands."""
    return next(row for row in card.splitlines() if row.startswith("›"))


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_esc_leads_back_out_of_every_level_to_where_one_went_in(opened: Opened, size):
    async with opened(*size) as pilot:
        places = [(selection(pilot), focused(pilot), pane_text(pilot, focused(pilot)))]
        for keys in (("enter",), ("j", "j", "j", "enter"), ("j", "enter"), ("c",), ("l", "enter")):
            await press(pilot, *keys[:-1])
            places[-1] = (selection(pilot), focused(pilot), pane_text(pilot, focused(pilot)))
            await press(pilot, keys[-1])
            places.append((selection(pilot), focused(pilot), pane_text(pilot, focused(pilot))))
        assert len({str(place) for place in places}) == len(places)
        for place in reversed(places[:-1]):
            await press(pilot, "escape")
            assert (selection(pilot), focused(pilot)) == place[:2]
            # Rows may stand elsewhere: timeline and source follow what is selected in between, and stay where that is
            # in sight.
            assert place[1] != "detail" or cursor_row(pane_text(pilot, focused(pilot))) == cursor_row(
                place[2]
            )


async def test_another_window_in_front_changes_nothing(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "c")
        before = pane_text(pilot, "detail")
        pilot.app.post_message(AppBlur())
        await settle(pilot)
        assert (focused(pilot) or "detail", pane_text(pilot, "detail")) == ("detail", before)
        pilot.app.post_message(AppFocus())
        await press(pilot, "escape")
        assert focused(pilot) == "timeline"


async def test_back_to_where_a_filter_left_nothing_something_is_selected(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(
            pilot, "f", *"xyzzy", "enter", "x", "escape", "g", "j", "backspace", "backspace", "backspace"
        )
        assert selection(pilot).event is not None
        assert selection(pilot).card is not None
