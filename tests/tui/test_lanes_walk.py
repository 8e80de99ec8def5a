"""The lanes on the screen: keys move, fold, pan and scale, and what is selected is in sight."""

from itertools import product

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from model.index.archive import Archive
from tests.effort import some, tireless
from tests.readers import reader_of
from tests.tui.conftest import Opened
from tests.tui.looking import (
    SIZES,
    bar,
    focused,
    pane,
    pane_text,
    press,
    rows,
    selection,
    settle,
    shown,
    strike,
)
from tui.text.shown import folded
from tui.views.lanes import LanesView


def marked(pilot) -> list[str]:
    return [
        row for row in rows(pane(pilot, "timeline"))[2:] if "›" in row.removesuffix("› ").rstrip().rstrip("›")
    ]


@tireless
@pytest.mark.parametrize(
    ("size", "groupings"),
    some([*((size, 0) for size in (*SIZES, (60, 20))), ((80, 24), 1), ((120, 40), 2), ((80, 24), 3)],
         [*product([*SIZES, (60, 20)], range(4))]),
)  # fmt: skip
async def test_moving_goes_through_every_row_and_the_selected_one_is_in_sight(
    opened: Opened, archive: Archive, size: tuple[int, int], groupings: int
):
    async with opened(*size) as pilot:
        await press(pilot, "v", *["b"] * groupings, "g")
        seen = {selection(pilot).event}
        for _ in range(200):
            before = selection(pilot)
            await press(pilot, "j")
            event = selection(pilot).event
            assert any(folded(archive.corpus.events[event or ""].title)[:8] in row for row in marked(pilot))
            seen.add(event)
            if selection(pilot) == before:
                break
        assert len(seen) == reader_of(archive).counts.total
        await press(pilot, "g")
        assert "earlier" in pane_text(pilot, "timeline")


async def test_a_fold_keeps_the_selection_and_a_second_one_brings_the_rows_back(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "v")
        before = selection(pilot)
        await press(pilot, "s")
        assert "North Korea in Moscow  9 events, folded" in pane_text(pilot, "timeline")
        assert selection(pilot) == before
        await press(pilot, "j")
        assert selection(pilot).event == "putin-invites-kim", "a folded lane is one step"
        await press(pilot, "k", "space")
        assert selection(pilot).event == "delegation-2015"
        await press(pilot, "S", "S")
        assert ", folded" not in pane_text(pilot, "timeline")
        assert "North Korea in Moscow  9" in pane_text(pilot, "timeline")


async def test_scale_and_pan_move_the_axis_and_say_where_it_ends(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "v")
        days = rows(pane(pilot, "timeline"))[:2]
        await press(pilot, "l")
        assert rows(pane(pilot, "timeline"))[1] != days[1]
        await press(pilot, *["l"] * 12)
        assert "Nothing is later than what the axis shows" in bar(pilot, "footer")
        await press(pilot, *["h"] * 30)
        assert "Nothing is earlier than what the axis shows" in bar(pilot, "footer")
        assert "days, 1 Jan 2015-" in rows(pane(pilot, "timeline"))[0]
        assert "3 Dec " in rows(pane(pilot, "timeline"))[1]
        await press(pilot, "minus")
        assert "A column is a month" in bar(pilot, "footer")
        assert "months, " in rows(pane(pilot, "timeline"))[0]
        await press(pilot, "minus", "minus", "minus")
        assert "it goes no coarser" in bar(pilot, "footer")


async def test_going_to_a_day_brings_it_onto_the_axis(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "v", "Y")
        assert (
            selection(pilot).event == "putin-invites-kim" or selection(pilot).event == "military-cooperation"
        )
        assert "1 Jun" in rows(pane(pilot, "timeline"))[1]
        await press(pilot, "D")
        assert "1 Jan" in rows(pane(pilot, "timeline"))[1]


async def test_the_lanes_take_the_body_and_lead_to_the_card_and_back(opened: Opened):
    async with opened(80, 24) as pilot:
        before = pane_text(pilot, "timeline")
        await press(pilot, "v")
        assert pane(pilot, "timeline").region.width == 80
        assert not pane(pilot, "detail").region.area
        lanes = pane_text(pilot, "timeline")
        await press(pilot, "enter")
        assert focused(pilot) == "detail"
        await press(pilot, "escape")
        assert pane_text(pilot, "timeline") == lanes
        await press(pilot, "escape")
        assert pane_text(pilot, "timeline") == before


async def test_a_click_on_a_row_selects_its_event(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "v")
        lines = pane_text(pilot, "timeline").splitlines()
        row = next(number for number, line in enumerate(lines) if "Military parade" in line)
        await pilot.click("#timeline", offset=Offset(lines[row].index("Military"), row))
        await settle(pilot)
        assert selection(pilot).event == "parade"


@pytest.mark.parametrize("key", ["h", "l", "s", "S", "b", "B"])
async def test_a_key_of_the_lanes_says_elsewhere_where_it_acts(opened: Opened, key: str):
    async with opened(120, 40) as pilot:
        before = pane_text(pilot, "timeline")
        await press(pilot, key)
        said = bar(pilot, "footer")
        assert "v shows them" in said or (key in "hl" and "Nothing stands side by side here" in said)
        assert pane_text(pilot, "timeline") == before


THEN: list[list[str]] = [[], ["plus"], ["b"], ["s"], ["s", "s"], ["v", "V"], ["z"], ["comma", "period"]]
"""What may come between two moves."""


def on_the_axis(pilot: Pilot[None], archive: Archive) -> bool:
    """Whether some day of the selected event is on the axis, or it has none."""
    row, view = reader_of(archive).row_of(selection(pilot).event), shown(pilot).views["lanes"]
    assert row is not None
    assert isinstance(view, LanesView)
    axis = view._axis
    assert axis is not None
    if row.date is None:
        return True
    first, last = row.date.earliest, row.date.latest
    return (first is None or first <= axis.last) and (last is None or last >= axis.first)


@tireless
@pytest.mark.parametrize(
    ("then", "size"), some([*zip(THEN, SIZES * 4, strict=True)], [*product(THEN, SIZES)])
)
async def test_the_axis_goes_along_when_what_is_selected_leaves_it(
    opened: Opened, archive: Archive, size: tuple[int, int], then: list[str]
):
    async with opened(*size) as pilot:
        await press(pilot, "v", "minus", "g")
        for _ in range(reader_of(archive).counts.total):
            await press(pilot, "j", *then)
            assert on_the_axis(pilot, archive)


async def test_the_axis_is_there_after_history_and_bursts(opened: Opened, archive: Archive):
    async with opened(80, 24) as pilot:
        await press(pilot, "v", "g", "j", "j", "j", "Y", *["y"] * 7)
        for _ in range(9):
            await press(pilot, "left_curly_bracket")
            assert on_the_axis(pilot, archive)
        await press(pilot, "g")
        for _ in range(8):
            strike(pilot, *["j"] * 5)
            await settle(pilot)
            assert on_the_axis(pilot, archive)


async def test_who_pans_away_from_an_event_is_left_alone(opened: Opened, archive: Archive):
    async with opened(120, 40) as pilot:
        await press(pilot, "v", "g", *["l"] * 12)
        assert not on_the_axis(pilot, archive)
        await press(pilot, "j")
        assert on_the_axis(pilot, archive)
