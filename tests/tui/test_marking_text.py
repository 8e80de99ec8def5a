"""Marking text in the source, by keyboard and with the mouse."""

import re
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.tui.conftest import Opened
from tests.tui.curated import copied, curating, read_anew, rewritten
from tests.tui.driving import tell_size
from tests.tui.looking import bar, main_screen, pane, pane_text, press, settle
from tui.document.names import source_names
from tui.state.marking import Marking
from tui.text.voice import voices

SENTENCE = "Multiple sources familiar with North Korean affairs told the JoongAng Ilbo"


def marking(pilot: Pilot[None]) -> Marking | None:
    return main_screen(pilot).scene.marking


def marked(pilot: Pilot[None]) -> str:
    it = marking(pilot)
    assert it is not None
    return main_screen(pilot).now().corpus.texts[it.source][it.start : it.end]


async def test_it_begins_with_the_sentence_that_is_lit(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "s")
        assert marked(pilot).startswith(SENTENCE)
        assert marked(pilot).endswith("from May 7 to 10.")
        assert "marked: 35 words" in pane_text(pilot, "source")
        assert "H L words" in bar(pilot, "footer")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("further", [(), ("bracketright",), ("c",)])
async def test_while_it_is_marked_the_title_names_nobody_who_speaks(
    opened: Opened, size: tuple[int, int], further: tuple[str, ...]
):
    async with opened(*size) as pilot:
        await press(pilot, "3", *further, "3")
        ctx = main_screen(pilot).now()
        lit = ctx.phrases.corpus.claims[ctx.selection.quote or ""]
        (*_, whose) = voices(lit, ctx.phrases)
        title = pane_text(pilot, "source").splitlines()[0]
        assert whose in title
        await press(pilot, "s")
        it = marking(pilot)
        assert it is not None
        words = len(ctx.corpus.texts[it.source][it.start : it.end].split())
        name = source_names(it.source, ctx.phrases)
        title = pane_text(pilot, "source").splitlines()[0]
        assert title.rstrip().endswith(f"marked: {words} words")
        assert re.split(r" ╌|  +", title.strip())[0] in name


@pytest.mark.parametrize(
    ("keys", "ends"),
    [
        (["h"], "May 7 to 10"),
        (["h", "l"], "May 7 to 10."),
        (["H"], "May 7 to 10"),
        (["H", "H"], "May 7 to"),
        (["H", "H", "L"], "May 7 to 10"),
        (["right_parenthesis"], "one source said."),
        (["right_parenthesis", "left_parenthesis"], "May 7 to 10."),
        (["j"], "one source said."),
        (["j", "k"], "May 7 to 10."),
    ],
    ids=lambda it: "".join(it)[:20],
)
async def test_keys_move_its_end(opened: Opened, keys: list[str], ends: str):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "s", *keys)
        assert marked(pilot).endswith(ends)


async def test_the_other_end_moves_too_and_stops_at_the_first(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "s", "o", "L")
        assert marked(pilot).startswith("sources familiar")
        before = marking(pilot)
        await press(pilot, "right_parenthesis")
        assert "Less than this is nothing. o lets the other end move." in bar(pilot, "footer")
        assert marking(pilot) == before


async def test_what_is_taken_stands_still_without_the_space_around_it(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "s", "o", "L", "h", "w")
        assert marked(pilot).startswith("sources familiar")
        before = marking(pilot)
        await press(pilot, "j", "k")
        assert marking(pilot) == before
        await press(pilot, "s", "h")
        assert marked(pilot).startswith(" sources familiar")


async def test_esc_ends_it_and_only_it(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "s", "escape")
        assert marking(pilot) is None
        assert main_screen(pilot).scene.stance.pane == "source"


async def test_what_is_left_is_not_marked_any_more(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "s", "w", "1", "j")
        assert marking(pilot) is None


async def test_the_mouse_marks_what_it_is_dragged_over(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        rows = pane_text(pilot, "source").splitlines()
        row = next(number for number, text in enumerate(rows) if "preparing to" in text)
        column = rows[row].index("preparing")
        await drag(pilot, (column, row), (column + 11, row))
        assert marked(pilot) == "preparing to"
        assert pane(pilot, "source").titled


async def test_below_the_end_of_a_short_document_nothing_is_marked(opened: Opened):
    async with opened(120, 40) as pilot:
        tell_size(pilot, 120, 160)
        await press(pilot, "3", "z")
        height = pane(pilot, "source").size.height
        assert not pane_text(pilot, "source").splitlines()[height - 3]
        await drag(pilot, (8, height - 4), (30, height - 2))
        assert marking(pilot) is None
        await drag(pilot, (8, 4), (30, height - 2))
        it = marking(pilot)
        assert it is not None
        assert it.end == len(main_screen(pilot).now().corpus.texts[it.source].rstrip("\n"))


async def drag(pilot: Pilot[None], first: tuple[int, int], last: tuple[int, int]) -> None:
    await pilot.mouse_down("#source", offset=Offset(*first))
    await pilot.hover("#source", offset=Offset(*last))
    await pilot.mouse_up("#source", offset=Offset(*last))
    await settle(pilot)


LATER = "As of this day, most of this source was not printed yet."


async def test_in_a_document_that_was_printed_later_nothing_is_marked(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j", "comma", "3")
        assert "printed later" in pane_text(pilot, "source")
        await press(pilot, "s")
        assert LATER in bar(pilot, "footer")
        assert marking(pilot) is None
        await drag(pilot, (4, 3), (30, 4))
        assert LATER in bar(pilot, "footer")
        assert marking(pilot) is None


async def test_what_is_marked_is_not_marked_in_less_of_the_document(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j", "3", "s", "w")
        assert marking(pilot) is not None
        await press(pilot, "comma")
        assert "printed later" in pane_text(pilot, "source")
        assert marking(pilot) is None


async def test_what_is_marked_goes_with_its_words_and_stays_with_them(tmp_path: Path):
    folder = copied(tmp_path)
    text = "sources/kjd-kim-unlikely.txt"
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "w")
        before = marking(pilot)
        rewritten(folder, text, "\n“Based on", "\n\n“Based on")
        await read_anew(pilot)
        assert main_screen(pilot).now().archive.corpus.as_before == ()
        assert marking(pilot) == before
        rewritten(folder, text, "\nInstead,", "\n\nInstead,")
        await read_anew(pilot)
        assert main_screen(pilot).now().archive.corpus.as_before == ()
        assert marking(pilot) is None
