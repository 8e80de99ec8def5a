"""Prompts can be left by every key that leaves, say what is missing, and say what is not in sight."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.dates.calendar import day_from_text
from model.index.values import Grouping
from tests.tui.conftest import Opened
from tests.tui.looking import bar, main_screen, press, rows, selection, shown
from tui.help import HelpText
from tui.prompt.line import ChoiceList, Prompt
from tui.seam.field import TypingField
from tui.text.signs import UNICODE


def choices(pilot) -> list[str]:
    return [row.rstrip() for row in rows(pilot.app.screen.query_one(ChoiceList))]


@pytest.mark.parametrize("prompt", ["colon", "slash", "f", "equals_sign", "ctrl+p"])
async def test_what_quits_without_being_a_letter_quits_from_a_prompt_too(opened: Opened, prompt: str):
    async with opened(80, 24) as pilot:
        await press(pilot, prompt, "x", "ctrl+q")
        assert pilot.app._exit


@pytest.mark.parametrize("prompt", ["colon", "slash", "f"])
async def test_ctrl_c_leaves_a_prompt_as_esc_does(opened: Opened, prompt: str):
    async with opened(80, 24) as pilot:
        before = main_screen(pilot).scene
        await press(pilot, prompt, "x", "ctrl+c")
        assert not [it for it in pilot.app.screen.query(Prompt) if it.display]
        assert main_screen(pilot).scene.selection == before.selection
        assert not pilot.app._exit


async def test_what_was_typed_and_is_marked_is_copied_and_the_prompt_stays(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "colon", "a", "b", "shift+home", "ctrl+c")
        assert pilot.app.clipboard == "ab"
        assert pilot.app.screen.query(Prompt)


@pytest.mark.parametrize("keys", [("colon", "x", "y", "z", "enter"), ("f",), ("f", *"status:")])
async def test_a_list_says_how_many_more_there_are(opened: Opened, keys: tuple[str, ...]):
    async with opened(80, 24) as pilot:
        await press(pilot, *keys)
        offered = pilot.app.screen.query_one(ChoiceList).offered.choices
        listed = choices(pilot)
        seen = len(listed) - 3
        assert listed[-1] == f"  ⋯ {len(offered) - seen} more, down"
        for picked in range(len(offered)):
            await press(pilot, "down")
            said = [int(number) for number in re.findall(r"(\d+) (?:above|more)", choices(pilot)[-1])]
            assert sum(said) + seen == len(offered)
            assert any(row.startswith("›") for row in choices(pilot)[2:-1]), picked
        assert choices(pilot)[-1] == f"  ⋯ {len(offered) - seen} above, up"


async def test_enter_on_a_key_without_a_value_says_what_is_missing(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "f", *"within:")
        assert "wants a value" not in choices(pilot)[1]
        await press(pilot, "enter")
        assert choices(pilot)[1].startswith(" within: wants a value")
        await press(pilot, "s")
        assert "wants a value" not in choices(pilot)[1]


@pytest.mark.parametrize(("key", "pages"), [("pagedown", 1), ("ctrl+d", 0.5)])
async def test_a_page_of_the_help_is_what_is_in_sight(opened: Opened, key: str, pages: float):
    async with opened(80, 24) as pilot:
        await press(pilot, "question_mark")
        text = pilot.app.screen.query_one(HelpText)
        before = rows(text)[1:-1]
        await press(pilot, key)
        after = rows(text)[1:-1]
        by = int((len(before) - 1) * pages)
        assert after[: len(before) - by] == before[by:]


@pytest.mark.parametrize("way_out", ["escape", "equals_sign"])
async def test_from_changes_between_two_days_one_comes_back_to_the_day_that_it_was(
    opened: Opened, way_out: str
):
    async with opened(120, 40) as pilot:
        await press(pilot, "comma")
        before, card = shown(pilot).scene.when, selection(pilot).card
        await press(pilot, "j", "k")
        await press(pilot, "equals_sign", *"29 april to 30 april", "enter")
        assert shown(pilot).scene.when != before
        await press(pilot, way_out)
        assert shown(pilot).scene.when == before
        assert selection(pilot).card == card
        assert bar(pilot, "footer").strip() == "As of 5 May 2025 again."


async def test_a_day_that_one_has_gone_to_from_changes_stays(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "equals_sign", *"29 april to 30 april", "enter", "full_stop")
        day = shown(pilot).scene.when.day
        await press(pilot, "escape")
        assert shown(pilot).scene.when.day == day


def grey(pilot: Pilot[None]) -> str:
    """What stands in a prompt before anything is typed."""
    return pilot.app.screen.query_one(Prompt).query_one(TypingField).placeholder


@pytest.mark.parametrize("size", [(30, 8), (60, 20), (120, 40)])
@pytest.mark.parametrize("prompt", ["colon", "slash", "f", "equals_sign", "ctrl+p", "X", "E"])
async def test_what_stands_in_grey_is_taken_by_enter_or_does_not_read_like_a_value(
    opened: Opened, prompt: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.chdir(tmp_path)
    async with opened(*size) as pilot:
        await press(pilot, prompt)
        if not pilot.app.screen.query(Prompt):
            return
        shown_grey = grey(pilot)
        taken: list[str | None] = []
        question = pilot.app.screen.query_one(Prompt)
        question.done = taken.append
        await press(pilot, "enter")
        offered = shown_grey.split("   ")[0]
        begun = offered.removesuffix(UNICODE.cut)
        assert begun != offered or not offered or taken == [offered] or offered.startswith(("e.g. ", "type "))
        assert begun == offered or str(taken[0]).startswith(begun), offered


@pytest.mark.parametrize("key", ["tab", "right"])
async def test_tab_and_right_type_what_is_offered(opened: Opened, key: str):
    async with opened(80, 24) as pilot:
        await press(pilot, "equals_sign", key)
        assert pilot.app.screen.query_one(TypingField).value == "5 May 2025"
        await press(pilot, "left", "right", "backspace", "4")
        assert pilot.app.screen.query_one(TypingField).value == "5 May 2024"


async def test_enter_writes_a_brief_to_the_file_that_is_offered_and_the_next_one_to_another(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.chdir(tmp_path)
    async with opened(80, 24) as pilot:
        await press(pilot, "X")
        assert grey(pilot).startswith("brief.md")
        await press(pilot, "enter")
        assert (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("#")
        await press(pilot, "X")
        assert grey(pilot).startswith("brief-2.md")
        await press(pilot, "enter")
    assert {it.name for it in tmp_path.iterdir()} == {"brief.md", "brief-2.md"}


async def test_enter_tells_what_changed_since_the_day_that_is_offered(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "equals_sign", "enter")
        assert shown(pilot).scene.viewed.since == day_from_text("2025-05-05")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_in_the_lanes_the_filter_of_the_lane_is_one_key_away(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        for grouping in range(4):
            await press(pilot, "colon", *"lanes", "enter", *("b",) * (grouping > 0), "f")
            term = shown(pilot).view.term(shown(pilot))
            assert term.startswith(("strand:", "who:", "source:", "status:")[grouping])
            assert term.startswith(grey(pilot).split("   ")[0].removesuffix(UNICODE.cut))
            assert grey(pilot)
            event = selection(pilot).event
            await press(pilot, "enter")
            assert shown(pilot).scene.when.query.text == term
            found = {
                lane.id.replace(" ", "-"): lane.events
                for lane in shown(pilot).reader.lanes.of([*Grouping][grouping])
            }
            assert shown(pilot).reader.counts.total == found[term.partition(":")[2]]
            assert selection(pilot).event == event
            # With a filter there, nothing else is offered, and Enter on nothing takes it away.
            await press(pilot, "f", "ctrl+u", "enter")
            assert not shown(pilot).scene.when.narrowed
