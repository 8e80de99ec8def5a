"""Marking text in the source, by keyboard and with the mouse."""

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.tui.conftest import Opened
from tests.tui.looking import bar, main_screen, pane, pane_text, press, settle
from tui.state.marking import Marking

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


async def test_the_other_end_moves_too_and_past_each_other(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "s", "o", "L")
        assert marked(pilot).startswith("sources familiar")
        await press(pilot, *["right_parenthesis"] * 2)
        assert marked(pilot).strip().startswith("“Based on precedent"), "the ends have changed places"


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
        await pilot.mouse_down("#source", offset=Offset(column, row))
        await pilot.hover("#source", offset=Offset(column + 11, row))
        await pilot.mouse_up("#source", offset=Offset(column + 11, row))
        await settle(pilot)
        assert marked(pilot) == "preparing to"
        assert pane(pilot, "source").titled


def borders(text: str, at: int, of: str) -> list[int]:
    from tui.actions import marking as actions

    found: list[int] = getattr(actions, of)(text, Marking("a", 0, at))
    return found


def test_words_and_characters_are_those_that_people_see():
    text = "국정원은 지난 8일 Re\u0301publique"
    assert [text[:it] for it in borders(text, 1, "_of_words")][-1].endswith("Re\u0301publique")
    assert 4 in borders(text, 1, "_of_words")
    at = text.index("R") + 1
    assert at in borders(text, at, "_of_characters")
    assert at + 1 not in borders(text, at, "_of_characters"), "an accent goes with its letter"
