"""The lanes: one event a row under a time axis, in groups that can be folded, with the same selection."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from model.dates.calendar import day_from_text
from model.dates.units import Zoom, unit_of
from model.index.archive import Archive, open_archive
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.values import AsOf, Grouping
from tests.coded_tables import TODAY, missile_tests
from tests.handmade import corpus_of
from tests.readers import reader_of
from tests.tui.conftest import Archives
from tests.tui.contexts import context_of
from tests.tui.small_corpus import small_corpus
from tui.state.first import first_scene
from tui.state.scene import LaneSettings, Viewed
from tui.text.shown import folded
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.axis import Axis, axis_around
from tui.views.lanes import LanesView

DAY = day_from_text("2025-05-07")


def lanes(
    archive: Archive,
    width: int = 120,
    height: int = 60,
    event: str | None = None,
    signs: Signs = UNICODE,
    mark: str | None = None,
    **how: object,
) -> list[str]:
    """The lines of the lanes as text."""
    viewed = Viewed("lanes", LaneSettings(**how))  # type: ignore[arg-type]
    scene = replace(first_scene(archive, archive.default, event), viewed=viewed, mark=mark)
    lines = LanesView().content(context_of(archive, scene, signs), width, height, True)
    assert all(line.cells <= width for line in lines)
    return [line.text.rstrip() for line in lines]


def line_of(lines: Sequence[str], words: str) -> str:
    (found,) = [line for line in lines if words in line]
    return found


def axis(archive: Archive, scale: Zoom, width: int = 120, day: int = DAY) -> Axis:
    return axis_around(day, reader_of(archive).density, scale, width)


# The axis


@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
@pytest.mark.parametrize("scale", list(Zoom))
def test_the_axis_runs_without_a_gap_or_an_overlap_and_holds_the_day_asked_for(
    archive: Archive, scale: Zoom, width: int
):
    for day in (DAY, day_from_text("2015-01-01"), day_from_text("2026-12-31"), day_from_text("1900-01-01")):
        found = axis(archive, scale, width, day)
        assert found.first <= day <= found.last
        for one, other in pairwise(found.columns):
            assert one.last + 1 == other.first
            assert one.x + one.cells == other.x
            assert len(one.label) < one.cells
        assert found.earlier < found.columns[0].x
        assert found.columns[-1].x + found.columns[-1].cells <= found.later or width < 60


@pytest.mark.parametrize("width", [60, 79, 80, 81, 120])
@pytest.mark.parametrize("scale", list(Zoom))
def test_the_axis_around_a_row_of_a_table_holds_its_day(scale: Zoom, width: int):
    reader = TableIndex(MemoryStore(*missile_tests())).at(AsOf(TODAY))
    days = sorted({day for at in range(reader.days.dated) if (day := reader.days.day_at(at)) is not None})
    for day in days:
        found = axis_around(day, reader.density, scale, width)
        assert found.first <= day <= found.last


def test_only_stretches_without_events_are_folded(archive: Archive):
    for scale in Zoom:
        for column in axis(archive, scale, 200).columns:
            if column.folded:
                first, last = unit_of(column.first, scale), unit_of(column.last, scale)
                assert not reader_of(archive).density.between(scale, first, last)


def test_days_stand_in_their_order_on_the_axis(archive: Archive):
    for scale in Zoom:
        found = axis(archive, scale)
        places = [
            found.x_of(day)
            for day in range(found.first - 5, found.last + 5, max(1, (found.last - found.first) // 999))
        ]
        assert places == sorted(places)


# Rows


def test_every_event_has_a_row_under_the_heading_of_its_lane(archive: Archive):
    lines = lanes(archive, height=90)
    for event in (row.title for row in reader_of(archive).rows(0, reader_of(archive).counts.total)):
        assert sum(folded(event) in line for line in lines) == 1, event
    assert lines[1].startswith(" North Korea in Moscow  9 events")


SHAPES = """
    a  2025-05-01  scheduled  CT+  2025-05-09               event=point
    b  2025-05-01  scheduled  CT+  2025-05-07/2025-05-10    event=lasting
    c  2025-05-01  speculated PS+  [2025-05-08..2025-05-11] event=window
    d  2025-05-01  speculated PS+  [2025-05-08..]           event=some-day-after
    e  2025-05-01  ongoing    CT+  2025-05-08/..            event=going-on
    f  2025-05-01  occurred   CT+  [..2025-05-08]           event=by-then
    i  2025-05-01  occurred   CT+  -                        event=undated
"""


@pytest.fixture
def shapes() -> Archive:
    return open_archive(corpus_of(SHAPES, "2025-05-01"), day_from_text("2025-05-07"), today=0)


@pytest.mark.parametrize(
    ("signs", "lasts", "dash", "ends"), [(UNICODE, "▬", "╌", "‹›"), (ASCII, "=", "-", "<>")]
)
def test_each_shape_of_a_date_is_drawn_as_what_it_says(
    shapes: Archive, signs: Signs, lasts: str, dash: str, ends: str
):
    lines, found = lanes(shapes, signs=signs, around=DAY, event="point"), axis(shapes, Zoom.DAY)
    x = {day: found.x_of(day_from_text(f"2025-05-{day:02}")) for day in range(7, 12)}
    lasting, window = line_of(lines, "lasting"), line_of(lines, "window")
    assert lasting[x[7]] + lasting[x[7] + 1 : x[10] + 1] == ("o" if signs is ASCII else "◦") + lasts * (
        x[10] - x[7]
    )
    assert window[x[8] : x[11]] == dash * (x[11] - x[8])
    assert window[x[11]] == ("%" if signs is ASCII else "◌")
    assert line_of(lines, "some-day-after").endswith(dash + ends[1])
    assert line_of(lines, "going-on").endswith(lasts + ends[1])
    assert line_of(lines, "by-then")[1:3] == ends[0] + dash
    assert line_of(lines, " point")[x[9]] == ("o" if signs is ASCII else "◦")
    assert line_of(lines, "undated").startswith(" no date")
    assert "undated" in lines[-1]


def test_what_is_off_the_axis_says_its_date_at_its_side(archive: Archive):
    lines, found = lanes(archive, 80, around=DAY), axis(archive, Zoom.DAY, 80)
    assert line_of(lines, "Kim meets Shoigu").startswith(" 21 Mar      ∙ Kim")
    assert line_of(lines, "Martial law").startswith(" 3 Dec 2024  ∙ ")
    assert line_of(lines, "Completion of").endswith("◦ by Dec 2026")
    assert line_of(lines, "Kim meets Shoigu")[found.earlier] == "∙"
    assert line_of(lines, "South Korean presidential")[found.later :] == "◦ 3 Jun"


def test_the_as_of_day_is_a_line_between_what_is_past_and_what_is_ahead(archive: Archive):
    lines, found = lanes(archive, around=DAY), axis(archive, Zoom.DAY)
    x = found.start_of(reader_of(archive).when.day)
    open_there = [line for line in lines[1:] if not line[x - 1 : x + 2].replace("╎", "").strip()]
    assert sum(line[x : x + 1] == "╎" for line in open_there) > 10
    assert all(line[x : x + 1] == "╎" for line in lines if re.fullmatch(r" \S.*  \d+ events? *╎?", line))


def test_what_is_of_the_as_of_day_stands_on_its_line_and_under_its_name(archive_at: Archives):
    archive = archive_at("2025-05-06")
    for width in (60, 80, 120):
        lines = lanes(archive, width)
        found = re.search(r"(?<= )6(?= )", lines[0])
        assert found, lines[0]
        x = found.start()
        assert [line[x] for line in lines if "Criticism from the Eu" in line] == ["∙"]
        days = [line for line in lines if line[x : x + 1] == "╎"]
        assert len(days) > 2
        ahead = [line for line in lines if "An ambassador repres" in line or "Kim Jong-un attends" in line]
        assert all(re.search("[◦◉✗⊖◊]", line[x + 1 :]) for line in ahead)


def test_a_title_stands_on_the_side_where_there_is_room_and_is_whole_where_there_is(archive: Archive):
    for width in (80, 100, 120, 160):
        lines = lanes(archive, width, 90)
        for row in reader_of(archive).rows(0, reader_of(archive).counts.total):
            beginning = folded(row.title)[:12]
            assert any(folded(row.title) in line or (beginning in line and "⋯" in line) for line in lines)
    assert not any("⋯" in line for line in lanes(archive, 120, 90)[1:])


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 300])
@pytest.mark.parametrize("grouping", list(Grouping))
def test_no_width_is_overrun_at_any_scale(archive: Archive, grouping: Grouping, width: int):
    for scale in Zoom:
        for line in lanes(archive, width, 200, by=grouping, scale=scale, mark="parade"):
            assert cell_len(line) <= width


def test_every_row_says_its_distance_from_a_mark(archive: Archive):
    lines = lanes(archive, mark="parade")
    assert line_of(lines, "Military parade").count("mark") == 1
    assert "-6 d" in line_of(lines, "Parade rehearsal, central")
    assert "-3781 to -3417 d" in line_of(lines, "70th anniversary")


def test_a_folded_lane_says_how_many_it_holds_and_how_they_lie_in_time(archive: Archive):
    everything = frozenset(lane.id for lane in reader_of(archive).lanes.of(Grouping.STRAND))
    lines = lanes(archive, folded=everything, around=DAY)
    assert len(lines) == 1 + 2 * len(everything)
    assert lines[1].startswith(" North Korea in Moscow  9 events, folded")
    assert "⣀" in lines[2] or "⣤" in lines[2]
    assert lines[2].startswith("›"), "the lane of what is selected"


def test_eras_before_year_1_and_beyond_9999_have_their_columns(tmp_path: Path):
    days = ["Y-4600000000", "-2332-10-03", "0000", "1066-10-14", "2025-05-09", "Y12000"]
    archive = open_archive(small_corpus(tmp_path / "eras", days), None, today=0)
    for scale in Zoom:
        for event, day in enumerate(days):
            lines = lanes(archive, event=f"e{event}", scale=scale, around=axis_day(archive, f"e{event}"))
            assert sum("Something happened" in line for line in lines) == len(days), day
    shown = lanes(archive, scale=Zoom.YEAR, width=160, around=0)[0]
    assert all(label in shown for label in ("4.6bn BC", "2333 BC", "1 BC", "1066", "2025", "12k"))


def axis_day(archive: Archive, event: str) -> int | None:
    position = reader_of(archive).position_of(event)
    assert position is not None
    return reader_of(archive).days.day_at(position)
