"""The list of conflicts: what it says, that c walks it in its order, that counts agree with it, under a filter too."""

import re

import pytest

from model.index.archive import Archive
from model.index.values import AsOf
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.looking import SIZES, bar, focused, pane_text, press, selection, shown
from tui.cli.conflicts import conflict_lines
from tui.cli.listing import listing_heading
from tui.state.scene import Scene
from tui.text.conflict_words import kind_of, place_of, point_of, verdict
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import ConflictTarget
from tui.views.conflicts import ConflictsView


def listed(archive: Archive, text: str = "") -> list[str]:
    when = archive.default
    when = AsOf(when.day, archive.read(text, when))
    return [it.conflict.id for it in archive.listed_conflicts(when)]


@pytest.mark.parametrize("text", ["", "kim", "has:conflict"])
def test_the_list_has_all_conflicts_of_each_day_and_filter(archive: Archive, text: str):
    for step in archive.steps:
        when = AsOf(step.day, archive.read(text, AsOf(step.day)))
        found = [it.conflict.id for it in archive.listed_conflicts(when)]
        assert sorted(found) == sorted(it.id for it in archive.conflicts(when))


@pytest.mark.parametrize("width", [30, 48, 60, 72, 100, 160])
def test_each_conflict_has_its_kind_point_place_and_standing(archive: Archive, width: int):
    ctx = context_of(archive)
    view = ConflictsView()
    lines = view.content(ctx, width, 400, True)
    assert max(line.cells for line in lines) <= width
    names = [line.target.conflict for line in lines if isinstance(line.target, ConflictTarget)]
    assert names == listed(archive)
    starts = [n for n, line in enumerate(lines) if line.target or not line.text.strip()]
    for it in archive.listed_conflicts(archive.default):
        at = next(n for n, line in enumerate(lines) if line.target == ConflictTarget(it.conflict.id))
        end = next((n for n in starts if n > at), len(lines))
        said = " ".join(re.sub(r"\s+", " ", " ".join(line.text for line in lines[at:end])).split())
        assert kind_of(it) in said
        assert point_of(it) in said
        if width >= 160:
            assert it.conflict.topic in said.replace("’", "'")
            assert f"{place_of(it, ctx.phrases)}; {verdict(it, ctx.phrases)}" in said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("filter", ["", "by:ushakov"])
async def test_c_walks_the_list_in_its_order_and_the_header_counts_it(
    opened: Opened, archive: Archive, size: tuple[int, int], filter: str
):
    expected = listed(archive, filter)
    async with opened(*size) as pilot:
        if filter:
            await press(pilot, "f", *filter, "enter")
        await press(pilot, "colon", *"conflicts", "enter", "g")
        rows = pane_text(pilot, "timeline").splitlines()
        assert f"1 of {len(expected)}" in rows[0]
        walked = []
        for _ in expected:
            card = selection(pilot).card
            assert isinstance(card, ConflictTarget)
            walked.append(card.conflict)
            await press(pilot, "c")
            assert f"of {len(expected)}" in pane_text(pilot, "detail").splitlines()[0]
        assert walked == expected
        found = re.search(r"(\d+) conflicts", bar(pilot, "header"))
        assert found is None or int(found[1]) == len(expected)


async def test_the_header_says_both_events_and_conflicts_where_it_has_room(opened: Opened, archive: Archive):
    async with opened(120, 40) as pilot:
        counts = shown(pilot).reader.counts
        number = len(listed(archive))
        assert f"{counts.contested} contested  {number} conflicts" in bar(pilot, "header")
        phrases = Phrases(archive.known(archive.default.day), UNICODE, archive.default.day)
        assert f"{counts.contested} contested, {number} conflicts" in listing_heading(archive, phrases)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_conflict_and_esc_comes_back_to_the_list(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        await press(pilot, "colon", *"conflicts", "enter", "j")
        card = selection(pilot).card
        await press(pilot, "enter")
        assert focused(pilot) == "detail"
        assert shown(pilot).scene.place == "conflict"
        assert selection(pilot).card == card
        await press(pilot, "escape")
        assert focused(pilot) == "timeline"
        assert shown(pilot).scene.viewed.name == "conflicts"
        assert selection(pilot).card == card


async def test_it_opens_at_the_conflict_of_the_selected_event(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j")
        event = selection(pilot).event
        await press(pilot, "colon", *"conflicts", "enter")
        card = selection(pilot).card
        assert isinstance(card, ConflictTarget)
        corpus = shown(pilot).corpus
        assert event in {corpus.claims[name].event for name in corpus.conflicts[card.conflict].claims}
        assert selection(pilot).event == event


async def test_all_lines_of_the_selected_conflict_are_in_sight(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "colon", *"conflicts", "enter", "g")
        for _ in range(18):
            rows = pane_text(pilot, "timeline").splitlines()
            at = next(number for number, row in enumerate(rows) if row.startswith("›"))
            assert "inside" in rows[at + 1] or "between" in rows[at + 1]
            await press(pilot, "j")


@pytest.mark.parametrize(("width", "height"), [(60, 20), (80, 24), (100, 30), (120, 40)])
async def test_the_heading_of_what_is_in_sight_is_in_sight_and_no_entry_begins_within(
    opened: Opened, width: int, height: int
):
    """However one came there: from above, from below, by pages."""
    async with opened(width, height) as pilot:
        await press(pilot, "colon", *"conflicts", "enter", "g")
        ctx = shown(pilot)
        listed = ctx.archive.listed_conflicts(ctx.scene.when)
        keys = ["j"] * 18 + ["k"] * 18 + ["G", "g", "pagedown", "pageup"]
        for key in keys:
            rows = pane_text(pilot, "timeline").splitlines()
            at = next(number for number, row in enumerate(rows) if row.startswith("›"))
            card = selection(pilot).card
            assert isinstance(card, ConflictTarget)
            (own,) = [it for it in listed if it.conflict.id == card.conflict]
            headings = [row for row in rows[:at] if re.search(r"  \d+ conflicts?$", row)]
            assert headings, rows
            assert headings[-1].strip().startswith(own.standing.value.split(" ")[0]) or width >= 72
            first = next(row for row in rows[1:] if row.strip() and row not in headings)
            assert re.match(r"[ ›]\d", first), (first, rows)
            await press(pilot, key)


@pytest.mark.parametrize("width", [72, 80, 100, 120])
def test_how_a_conflict_stands_is_never_cut(archive: Archive, width: int):
    lines = ConflictsView().lines(context_of(archive), width)
    text = " ".join(" ".join(line.text.split()) for line in lines)
    assert UNICODE.cut not in text
    assert "preferred: ambassador-level official, says Kremlin, Ushakov" in text


async def test_where_no_sources_differ_the_list_says_so(opened: Opened):
    async with opened(80, 24, as_of="2025-03-22") as pilot:
        await press(pilot, "colon", *"conflicts", "enter")
        assert "No sources differ as of this day." in pane_text(pilot, "timeline")


def test_print_has_the_same_list(archive: Archive):
    phrases = Phrases(archive.known(archive.default.day), UNICODE, archive.default.day, longest=None)
    text = "\n".join(conflict_lines(archive, phrases))
    view = ConflictsView()
    lines = view.content(context_of(archive, Scene(archive.default)), 200, 400, True)
    topics = [archive.corpus.conflicts[name].topic for name in listed(archive)]
    places = [text.index(topic) for topic in topics]
    assert places == sorted(places)
    assert len([line for line in lines if line.target]) == len(topics)
