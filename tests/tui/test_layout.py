"""Where the panes stand at each size, and that what is selected is always in sight."""

import pytest
from rich.cells import cell_len
from textual.geometry import Region

from model.index.archive import Archive
from tests.readers import reader_of
from tests.tui.agreeing import resize
from tests.tui.conftest import Opened
from tests.tui.looking import (
    SIZES,
    bar,
    focused,
    lit_text,
    pane,
    pane_text,
    press,
    rows,
    selection,
    settle,
)
from tui.prompt.line import Prompt
from tui.seam.widget import LinesWidget
from tui.text.shown import folded

NAMES = ("timeline", "detail", "source")


def visible(pilot) -> list[str]:
    """The panes that have a place on the screen."""
    return [name for name in NAMES if pane(pilot, name).region.area]


@pytest.mark.parametrize(("width", "height"), [(100, 20), (100, 40), (120, 40), (155, 30)])
async def test_from_100_cells_on_card_and_source_stand_side_by_side_below_the_timeline(
    opened: Opened, width, height
):
    async with opened(width, height) as pilot:
        timeline, detail, source = (pane(pilot, name).region for name in NAMES)
        assert (timeline.x, timeline.width) == (0, width)
        assert timeline.bottom == detail.y == source.y
        assert detail.x == 0
        assert detail.right + 1 == source.x, "a divider stands between the two"
        assert source.right == width
        assert detail.bottom == source.bottom == height - 1, "only the footer is below"
        assert abs(detail.width - source.width) <= 2
        assert timeline.height == (height - 2 - (height >= 30)) // 2


@pytest.mark.parametrize(("width", "height"), [(156, 30), (160, 50)])
async def test_from_156_cells_on_card_and_source_stand_beside_the_timeline(opened: Opened, width, height):
    async with opened(width, height) as pilot:
        timeline, detail, source = (pane(pilot, name).region for name in NAMES)
        assert timeline.x == 0
        assert timeline.right < detail.x == source.x, "a divider stands between the columns"
        assert detail.right == source.right == width
        assert detail.y == timeline.y
        assert source.y == detail.bottom
        assert source.bottom == timeline.bottom == height - 1, "only the footer is below"
        assert abs(timeline.width - width * 55 // 100) <= 1


@pytest.mark.parametrize(("width", "height"), [(72, 24), (80, 24), (99, 40)])
async def test_below_100_cells_the_panes_are_stacked_at_full_width(opened: Opened, width, height):
    async with opened(width, height) as pilot:
        timeline, detail, source = (pane(pilot, name).region for name in NAMES)
        assert [(region.x, region.width) for region in (timeline, detail, source)] == [(0, width)] * 3
        assert timeline.bottom == detail.y
        assert detail.bottom == source.y
        assert source.bottom == height - 1
        assert detail.height == 6, "a title and the five lines of the short card"
        assert timeline.height >= 10
        assert source.height >= 5


@pytest.mark.parametrize("size", [(156, 30), (160, 50)])
async def test_the_card_leaves_the_source_its_part_of_the_column(archive: Archive, opened: Opened, size):
    async with opened(*size) as pilot:
        await press(pilot, "home")
        for _ in range(reader_of(archive).counts.total):
            detail, source = pane(pilot, "detail").region, pane(pilot, "source").region
            assert detail.height <= (detail.height + source.height) * 0.56
            await press(pilot, "j")


@pytest.mark.parametrize("size", [*SIZES, (72, 20), (160, 50)])
async def test_the_selected_row_is_always_in_sight(archive: Archive, opened: Opened, size):
    timeline = reader_of(archive)
    events = [row.event for row in timeline.rows(0, timeline.counts.total)]

    async def check(pilot) -> None:
        (chosen,) = [row for row in rows(pane(pilot, "timeline")) if row.startswith("›")]
        event = selection(pilot).event
        assert folded(archive.corpus.events[event or ""].title)[:12] in chosen
        number = events.index(event or "") + 1
        assert f"{number} of {timeline.counts.total}" in rows(pane(pilot, "timeline"))[0]

    async with opened(*size) as pilot:
        for keys in (["end"], ["k"] * len(events), ["pagedown"] * 6, ["ctrl+u"] * 9):
            for key in keys:
                await press(pilot, key)
                await check(pilot)


@pytest.mark.parametrize("size", [*SIZES, (160, 50)])
async def test_every_row_is_exactly_as_wide_as_its_pane(opened: Opened, size):
    async with opened(*size) as pilot:
        for key in ("home", "tab", "end", "tab", "end"):
            await press(pilot, key)
            for widget in pilot.app.screen.query(LinesWidget):
                widths = {cell_len(row) for row in rows(widget)}
                assert widths == ({widget.size.width} if widget.size.height else set()), widget.id


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
async def test_zoom_gives_the_focused_pane_the_whole_body_and_takes_it_back(opened: Opened, size, name: str):
    async with opened(*size) as pilot:
        await press(pilot, str(NAMES.index(name) + 1))
        before = [pane(pilot, other).region for other in NAMES]
        await press(pilot, "z")
        assert visible(pilot) == [name]
        strip = size[1] >= 30
        assert pane(pilot, name).region.size == (size[0], size[1] - 2 - strip)
        await press(pilot, "z")
        assert [pane(pilot, other).region for other in NAMES] == before
        assert focused(pilot) == name


async def test_escape_leaves_the_zoom_first(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "3", "z", "escape")
        assert visible(pilot) == list(NAMES)


async def test_what_enter_gives_the_whole_screen_z_leaves_to_esc(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "enter", "z")
        assert visible(pilot) == ["detail"]
        assert "esc goes back" in bar(pilot, "footer")
        await press(pilot, "escape")
        assert (visible(pilot), focused(pilot)) == (list(NAMES), "timeline")


async def test_tab_in_a_zoomed_pane_shows_the_next_one(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "z", "tab")
        assert (visible(pilot), focused(pilot)) == (["detail"], "detail")


@pytest.mark.parametrize("size", [(71, 24), (60, 20)])
async def test_below_72_cells_one_pane_is_shown_at_a_time(opened: Opened, size):
    async with opened(*size) as pilot:
        for key, name in zip("123", NAMES, strict=True):
            await press(pilot, key)
            assert visible(pilot) == [name]
            assert pane(pilot, name).region.width == size[0]


async def test_another_size_keeps_what_is_selected_in_sight(archive: Archive, opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "right_square_bracket", "enter")
        before, lit = selection(pilot), lit_text(pilot)
        for width, height in ((80, 24), (72, 20), (160, 50), (120, 40)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert selection(pilot) == before
            assert [row[0] for row in rows(pane(pilot, "timeline"))].count("›") == 1
            title = folded(archive.corpus.events[before.event or ""].title)
            assert pane_text(pilot, "detail").startswith(f" {title} ╌")
            assert lit_text(pilot)
        assert lit_text(pilot) == lit


@pytest.mark.parametrize("width", [160, 120, 80, 72, 48, 40, 30])
@pytest.mark.parametrize("as_of", [None, "2025-04-30"])
async def test_the_header_never_cuts_the_as_of_date(opened: Opened, width: int, as_of: str | None):
    async with opened(width, 24, as_of) as pilot:
        day = "6 May 2025" if as_of is None else "30 Apr"
        assert "as of " in bar(pilot, "header")
        assert day in bar(pilot, "header")


async def test_the_header_counts_what_there_is(archive: Archive, opened: Opened):
    async with opened(120, 40) as pilot:
        header = bar(pilot, "header")
        assert header.startswith(" Victory Day 2025 ")
        assert "as of Tue 6 May 2025" in header
        assert f"step {len(archive.steps)} of {len(archive.steps)}" in header
        assert header.endswith(
            f"{reader_of(archive).counts.total} events  {reader_of(archive).counts.unanswered} unanswered"
            f"  {reader_of(archive).counts.contested} contested"
            f"  {len(archive.conflicts(archive.default))} conflicts"
        )


async def test_the_focused_title_is_the_only_one_in_reverse(opened: Opened):
    async with opened(120, 40) as pilot:
        for key, name in zip("123", NAMES, strict=True):
            await press(pilot, key)
            reversed_titles = [
                other
                for other in NAMES
                if any(part.style and part.style.reverse for part in pane(pilot, other).render_line(0))
            ]
            assert reversed_titles == [name]


@pytest.mark.parametrize(("as_of", "moved"), [(None, False), ("2025-04-30", True)])
async def test_an_as_of_date_off_its_default_is_in_reverse(opened: Opened, as_of: str | None, moved: bool):
    async with opened(120, 40, as_of) as pilot:
        header = pilot.app.screen.query_one("#header", LinesWidget)
        shown = [part.text.strip() for part in header.render_line(0) if part.style and part.style.reverse]
        assert shown == (["as of Wed 30 Apr 2025"] if moved else [])


async def test_panes_follow_keys_that_come_faster_than_messages_travel(opened: Opened):
    async with opened(120, 40) as pilot:
        for _ in range(2):
            pilot.app.simulate_key("tab")
        await settle(pilot)
        assert focused(pilot) == "source"


async def test_rows_of_a_taller_layout_are_blank_until_the_next_one(opened: Opened):
    async with opened(120, 40) as pilot:
        for widget in pilot.app.screen.query(LinesWidget):
            width, height = widget.size
            strips = widget.render_lines(Region(0, 0, width, height + 9))
            assert [strip.text for strip in strips[height:]] == [" " * width] * 9


@pytest.mark.parametrize("width", [30, 60])
async def test_tabs_name_what_the_panes_show(opened: Opened, width: int):
    async with opened(width, 20) as pilot:
        assert bar(pilot, "tabs").split() == ["1", "Timeline", "2", "Event", "3", "Source"]
        await press(pilot, "v")
        assert bar(pilot, "tabs").split()[:2] == ["1", "Lanes"]
        await press(pilot, "c")
        assert bar(pilot, "tabs").split() == ["1", "Lanes", "2", "Conflict", "3", "Source"]


async def test_where_nothing_has_room_only_the_way_out_is_obeyed(opened: Opened):
    async with opened(80, 24) as pilot:
        before = selection(pilot)
        await resize(pilot, 25, 6)
        await press(pilot, "j", "c", "x", "colon", *"2015", "enter")
        await resize(pilot, 80, 24)
        assert selection(pilot) == before
        assert not pilot.app.screen.query(Prompt)
        await press(pilot, "j")
        assert selection(pilot) != before
        await press(pilot, "colon", "9")
        await resize(pilot, 25, 6)
        await press(pilot, "q")
        assert pilot.app._exit


@pytest.mark.parametrize(("width", "shown"), [(160, True), (80, False)])
async def test_the_header_counts_what_is_unanswered_where_there_is_room(
    opened: Opened, width: int, shown: bool
):
    async with opened(width, 40, "2025-05-20") as pilot:
        assert ("3 unanswered" in bar(pilot, "header")) is shown
        assert " due " in bar(pilot, "header") or not shown
