"""The grid: every entity has a column, and each can be brought onto the screen."""

import re
from collections import Counter

import pytest

from model.index.archive import Archive
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.looking import SIZES, bar, pane, press, rows, selection
from tui.state.context import Context
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.grid import LETTERS, TELLS, GridView
from tui.views.registry import keys_to

TO_THE_GRID = keys_to("grid")


def columns(pilot) -> tuple[int, int, int]:
    """The first and the last column on the screen, and how many there are."""
    found = re.search(r"([0-9]+)-([0-9]+) of ([0-9]+) met in events", rows(pane(pilot, "timeline"))[0])
    assert found
    return int(found[1]), int(found[2]), int(found[3])


@pytest.mark.parametrize("size", SIZES)
async def test_going_right_shows_every_column_and_left_comes_back(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        await press(pilot, *TO_THE_GRID)
        first, last, total = columns(pilot)
        assert first == 1
        begin, before = rows(pane(pilot, "timeline")), selection(pilot)
        while last < total:
            reached = last
            await press(pilot, "l")
            first, last, _ = columns(pilot)
            assert first <= reached + 1, "no column is passed over"
            assert last > reached
        await press(pilot, "l")
        assert bar(pilot, "footer").strip() == "This is the last column."
        await press(pilot, *["h"] * 20)
        assert bar(pilot, "footer").strip() == "This is the first column."
        assert rows(pane(pilot, "timeline")) == begin
        assert selection(pilot) == before


async def test_the_last_page_is_full_whatever_is_left_out(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, *TO_THE_GRID, *["l"] * 20)
        await press(pilot, "f", *"by:ushakov", "enter")
        first, last, total = columns(pilot)
        assert last == total
        assert first == 1 or last - first > 10


def parts_of(ctx: Context, event: str) -> tuple[set[str], set[str]]:
    """The short names of who has a part in an event, and of who only speaks of it."""
    parts = ctx.reader.mentions.parts_in((event,))[event]
    names = {name: ctx.phrases.short_name(name) for name in parts}
    return {names[it] for it in parts if parts[it]}, {names[it] for it in parts if not parts[it]}


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize(("width", "height"), [(60, 14), (80, 22), (120, 37), (200, 57)])
def test_each_column_has_its_name_and_a_row_says_who_has_a_part_and_who_only_speaks(
    archive: Archive, signs: Signs, width: int, height: int
):
    ctx = context_of(archive, signs=signs)
    text = [line.text for line in GridView().content(ctx, width, height, True)]
    assert max(map(len, text)) <= width
    at = next(number for number, row in enumerate(text) if re.match(r" {20,}a b", row))
    named = {
        row[place]: row[place + 2 : place + 14].strip()
        for row in text[:at]
        for place in range(1, len(row), 15)
    }
    shared = Counter(map(ctx.phrases.short_name, ctx.corpus.entities))
    alike = {
        ctx.phrases.name(it)[:11].strip()
        for it in ctx.corpus.entities
        if shared[ctx.phrases.short_name(it)] > 1
    }
    assert len({*named.values()}) == len(named), "no two columns have one name"
    columns = {place: letter for place, letter in enumerate(text[at]) if letter in LETTERS}
    assert columns
    assert set(columns.values()) == set(named)
    row_at = next(number for number, row in enumerate(text) if row.startswith(signs.selected))
    event = ctx.selection.event
    assert event is not None
    have, speak = parts_of(ctx, event)
    for place, letter in columns.items():
        mark = text[row_at][place : place + 1].strip()
        name = named[letter]
        if name[:11].strip() in alike:
            # Several are "unnamed" for short, and have their names in full here.
            continue
        assert (mark == TELLS) == (name in speak), (letter, name, mark)
        assert (mark not in ("", TELLS)) == (name in have), (letter, name, mark)


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_what_occurred_is_told_from_what_somebody_has_no_part_in(archive: Archive, signs: Signs):
    ctx = context_of(archive, signs=signs)
    rows = ctx.reader.rows(0, 100)
    lines = {
        line.target: line.text for line in GridView().content(ctx, 120, 400, True) if line.target is not None
    }
    assert len(lines) == len(rows)
    for target, row in zip(lines, rows, strict=True):
        marks = lines[target][56:].replace(signs.divider, " ")
        have, speak = parts_of(ctx, row.event)
        assert len(marks.replace(TELLS, "").split()) <= len(have)
        if not have and not speak:
            assert not marks.strip()


@pytest.mark.parametrize("size", SIZES)
async def test_the_selected_row_is_told_with_names_whatever_columns_are_in_sight(opened: Opened, size):
    async with opened(*size) as pilot:
        await press(pilot, *TO_THE_GRID)
        last = rows(pane(pilot, "timeline"))[-1]
        assert "takes part North Korea" in last or "takes part Russia, North Korea" in last
        await press(pilot, "l")
        assert rows(pane(pilot, "timeline"))[-1] == last
