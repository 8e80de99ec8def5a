"""The strip over the panes: bars by unit, empty stretches folded, where one is, and the mouse on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.pilot import Pilot

from model.dates.edtf import parse
from model.dates.units import Zoom
from model.index.archive import Archive, open_archive
from tests.readers import reader_of
from tests.tui.conftest import Opened
from tests.tui.looking import bar, press, selection, settle
from tests.tui.small_corpus import small_corpus
from tui.seam.widget import LinesWidget
from tui.text.counts import FULL, bar_of, bar_scale
from tui.text.line import KEY, LIT
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE, Signs
from tui.widgets.strip import Strip
from tui.widgets.strip_line import Piece, StripLine


def drawn(
    archive: Archive, zoom: Zoom, date: str | None = None, width: int = 120, signs: Signs = UNICODE
) -> list[Piece]:
    phrases = Phrases(archive.corpus, signs, reader_of(archive).when.day)
    return StripLine().pieces(reader_of(archive), zoom, parse(date) if date else None, phrases, width)


def text(pieces: list[Piece]) -> str:
    return "".join(piece.span.text for piece in pieces)


def lit(pieces: list[Piece]) -> str:
    return "".join(piece.span.text for piece in pieces if piece.span.look.role is LIT.role)


def underlined(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.span.look.underline]


def opened_on(folder: Path, days: list[str]) -> Archive:
    return open_archive(small_corpus(folder, days), None, today=0)


def test_years_with_events_stand_side_by_side_and_the_rest_is_folded(archive: Archive):
    shown = text(drawn(archive, Zoom.MONTH, "2025-05-07/2025-05-10"))
    assert shown.startswith(" 2015 ⣤ ⋯ 2022 ⣀ ⋯ 2024 ⠄⠄⠄⠄⠄⣤⠄⠄⠄⠄⠄⣀ 2025 ⣀⣀⣶⣿⣿⣀⠄⠄⣀⠄⠄⠄ 2026 ⣀  date open 8")
    assert shown.endswith("next 7-10 May  North Korean delegation in ⋯")


def test_ascii_says_numbers(archive: Archive):
    shown = text(drawn(archive, Zoom.MONTH, "2025-05-09", signs=ASCII))
    assert " 2015 2 ~ 2022 1 ~ 2024 .....3.....1 2025 1149+1..1... 2026 1" in shown
    assert shown.isascii()


@pytest.mark.parametrize(
    ("zoom", "part"),
    [
        (Zoom.DECADE, " 2000-99 ⠄"),
        (Zoom.YEAR, " 2010s ⣀ 2020s ⠄⠄"),
        (Zoom.DAY, "May ⠄⠄⣀⠄⣀"),
    ],
)
def test_it_is_drawn_finer_and_coarser(archive: Archive, zoom: Zoom, part: str):
    assert part in text(drawn(archive, zoom, "2025-05-09"))


def test_what_is_selected_is_lit_over_all_that_it_takes_up(archive: Archive):
    assert (
        lit(drawn(archive, Zoom.DAY, "2025-05-07/2025-05-10"))
        == text(drawn(archive, Zoom.DAY, "2025-05-09")).partition("May ")[2][6:10]
    )
    assert len(lit(drawn(archive, Zoom.MONTH, "2025-05-09"))) == 1
    assert lit(drawn(archive, Zoom.MONTH)) == "8", "what is undated is among the open ones"


def test_the_as_of_unit_is_underlined_even_where_it_is_folded_away(tmp_path: Path, archive: Archive):
    (month,) = underlined(drawn(archive, Zoom.MONTH, "2025-05-09"))
    assert month.days is not None
    assert month.days[0] <= reader_of(archive).when.day <= month.days[1]
    far = opened_on(tmp_path / "far", ["2001-01-01", "2030-01-01"])
    (fold,) = underlined(drawn(far, Zoom.MONTH, "2001-01-01"))
    assert fold.span.text == "⋯"


@pytest.mark.parametrize("width", [30, 48, 80, 120, 300])
@pytest.mark.parametrize("zoom", list(Zoom))
def test_no_width_is_overrun_and_the_selected_unit_is_always_there(archive: Archive, zoom: Zoom, width: int):
    timeline = reader_of(archive)
    line = StripLine()
    phrases = Phrases(archive.corpus, UNICODE, timeline.when.day)
    for row in timeline.rows(0, timeline.counts.total):
        pieces = line.pieces(timeline, zoom, row.date, phrases, width)
        if width >= 80:
            assert len(text(pieces)) <= width
            assert lit(pieces)


def test_it_stands_still_while_the_selection_stays_in_sight(archive: Archive):
    line, reader = StripLine(), reader_of(archive)
    phrases = Phrases(archive.corpus, UNICODE, reader_of(archive).when.day)
    shown = [
        text(line.pieces(reader, Zoom.MONTH, parse(day), phrases, 90))
        for day in ("2025-05-09", "2024-12-03", "2025-06")
    ]
    assert len(set(shown)) == 1


def test_every_era_has_its_place(tmp_path: Path):
    days = ["Y-4600000000", "-2332-10-03", "0000", "1066-10-14", "2025-05-09", "Y12000"]
    archive = opened_on(tmp_path / "eras", days)
    shown = text(drawn(archive, Zoom.MONTH, "1066-10-14"))
    assert shown.startswith(" 4.6bn BC ⣀ ⋯ 2333 BC ⣀ ⋯ 1 BC ⣀ ⋯ 1066 ⣀ ⋯ 2025 ⣀ ⋯ 12k ⣀")
    for zoom in Zoom:
        assert lit(drawn(archive, zoom, "Y-4600000000")) == "⣀"


def test_one_event_and_ten_on_one_day_are_one_bar(tmp_path: Path):
    assert text(drawn(opened_on(tmp_path / "one", ["2025-05-09"]), Zoom.MONTH)).strip() == "2025 ⣀"
    assert text(drawn(opened_on(tmp_path / "ten", ["2025-05-09"] * 10), Zoom.MONTH)).strip() == "2025 ⣿"


def test_bars_grow_with_numbers_and_adapt_to_the_fullest():
    assert [bar_of(count, 1, False) for count in (0, 1, 2, 3, 4, 6, 7, 99)] == list("⠄⣀⣤⣤⣶⣶⣿⣿")
    assert [bar_of(count, 1, True) for count in (0, 1, 9, 10)] == [".", "1", "9", "+"]
    scale = bar_scale(900)
    assert [bar_of(count, scale, False) for count in (0, 1, 250, 500, 900)] == list("⠄⣀⣤⣶⣿")
    full = (FULL - 1) * scale + 1
    assert [bar_of(count, scale, False) for count in (full - 1, full)] == list("⣶⣿")


def test_what_a_search_found_stands_out(archive: Archive):
    phrases = Phrases(archive.corpus, UNICODE, reader_of(archive).when.day)
    march = frozenset({2025 * 12 + 2})
    pieces = StripLine().pieces(reader_of(archive), Zoom.MONTH, None, phrases, 120, march)
    (found,) = [piece for piece in pieces if piece.span.look.bold]
    assert found.span.text == "⣶"


def strip_of(pilot: Pilot[None]) -> LinesWidget:
    return pilot.app.screen.query_one(Strip)


def segments(pilot: Pilot[None]) -> Iterator[Segment]:
    return iter(strip_of(pilot).render_line(0))


@pytest.mark.parametrize(
    ("size", "there"), [((120, 40), True), ((80, 30), True), ((120, 29), False), ((60, 32), True)]
)
async def test_it_is_there_from_30_rows_on(opened: Opened, size: tuple[int, int], there: bool):
    async with opened(*size) as pilot:
        assert bool(strip_of(pilot).region.area) == there


async def test_a_click_goes_to_the_month_and_says_where_nothing_is(opened: Opened):
    async with opened(120, 40) as pilot:
        shown = bar(pilot, "strip")
        await pilot.click("#strip", offset=Offset(shown.index("2025") + 5 + 8, 0))
        await settle(pilot)
        assert selection(pilot).event == "putin-visits-china"
        await pilot.click("#strip", offset=Offset(shown.index("2025") + 5 + 6, 0))
        await settle(pilot)
        assert "Nothing is in 1 Jul 2025 to 31 Jul 2025" in bar(pilot, "footer")
        await pilot.click("#strip", offset=Offset(shown.index("2015") + 1, 0))
        await settle(pilot)
        assert selection(pilot).event == "delegation-2015"


async def test_a_click_on_what_is_open_goes_to_the_first_of_it(opened: Opened, archive: Archive):
    async with opened(120, 40) as pilot:
        await pilot.click("#strip", offset=Offset(bar(pilot, "strip").index("open") + 1, 0))
        await settle(pilot)
        dated = reader_of(archive).days.dated
        assert selection(pilot).event == reader_of(archive).rows(dated, 1)[0].event


async def test_plus_and_minus_zoom_and_say_what_a_cell_is(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "minus")
        assert "2020s" in bar(pilot, "strip")
        assert "A cell is a year, a name a decade; 31 events or more fill a bar." in bar(pilot, "footer")
        await press(pilot, "plus", "plus")
        assert "May" in bar(pilot, "strip")
        await press(pilot, "plus")
        assert "it goes no finer" in bar(pilot, "footer")
        await press(pilot, *["minus"] * 4)
        assert "it goes no coarser" in bar(pilot, "footer")


async def test_without_room_for_it_plus_says_where_time_can_be_zoomed(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "plus")
        assert "The strip is there from 30 rows on" in bar(pilot, "footer")


async def test_months_in_which_a_search_has_found_something_stand_out(opened: Opened):
    async with opened(120, 40) as pilot:
        strip = pilot.app.screen.query_one(Strip)

        def standing_out() -> str:
            (row,) = strip.render_lines(Region(0, 0, strip.size.width, 1))
            return "".join(part.text for part in row if part.style == strip.style_of(KEY))

        assert standing_out() == ""
        await press(pilot, "slash", *"tumen", "enter")
        assert len(standing_out()) > 1, "the groundbreaking and the completion"
        await press(pilot, "escape", "escape", "escape")
        assert standing_out() == ""
