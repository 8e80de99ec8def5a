"""Direct ways: every view has one word, by which title, help, palette and the colon all know it."""

import re

import pytest
from textual.widgets import Input

from model.dates.calendar import day_from_text
from model.dates.typed.read import read
from model.dates.typed.reading import NotADate
from model.index.archive import Archive
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.looking import SIZES, answer, bar, pane_text, press, rows, selection, shown
from tui.commands.command import EVERYWHERE
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.commands.palette import palette
from tui.help import HelpText
from tui.prompt.line import ChoiceList, Prompt
from tui.state.outcome import Do
from tui.text.signs import UNICODE
from tui.theme.themes import THEMES
from tui.views.registry import NAMES, VIEWS, new_views

LIST = CommandList(COMMANDS)


def found(typed: str) -> list[str]:
    choose = palette(LIST, "timeline", UNICODE).choose
    assert choose is not None
    return [choice.typed for choice in choose(typed).choices]


@pytest.mark.parametrize("kind", VIEWS, ids=lambda kind: kind.name)
def test_a_view_has_one_word_in_title_help_palette_and_at_the_colon(archive: Archive, kind):
    ctx = context_of(archive)
    view = new_views()[kind.name]
    view.content(ctx, 100, 40, True)
    assert view.title(ctx, 100)[0].split()[0].rstrip(":").lower() == kind.name
    assert kind.about and kind.about[0].islower() and not kind.about.endswith(".")
    assert [it.do for it in LIST.named if it.name == kind.name] == [Do("show", kind.name)]
    first = found(kind.name)[0]
    assert f"the {kind.name}: {kind.about}" in first
    help = "\n".join(line.text for line in HelpText(LIST, "timeline", UNICODE).lines(120, 400))
    assert re.search(rf"^ +:{kind.name} .*the {kind.name}: ", help, re.MULTILINE)
    for word in kind.words:
        assert first in found(word)[:3], word


def test_no_two_things_have_one_name_and_no_name_is_a_day():
    words = [word for it in LIST.named for word in (it.name, *it.words)]
    assert len(words) == len(set(words))
    for word in words:
        with pytest.raises(NotADate):
            read(word, day_from_text("2025-05-07"), day_from_text("2025-06-01"))


def test_what_has_a_name_acts_everywhere():
    for named in LIST.named:
        assert set(EVERYWHERE) <= set(LIST.of_id(named.do.id).where)


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("grid", "Show the grid"),
        ("conflicts", "Show the conflicts"),
        ("contested", "Show the conflicts"),
        ("copy", "Send the lit quote"),
        ("theme", "Draw in the next theme"),
        ("signs", "Show what the signs"),
        (":lanes", "Show the lanes"),
    ],
)
def test_the_palette_finds_things_by_the_words_that_people_have_for_them(word: str, what: str):
    assert found(word)[0].startswith(what)


def test_who_may_only_read_is_offered_nothing_that_writes():
    names = {it.name for it in CommandList(COMMANDS, read_only=True).named}
    assert "copy" not in names
    assert set(NAMES) <= names


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
async def test_a_name_at_the_colon_leads_to_its_view_from_anywhere(opened: Opened, size, name: str):
    async with opened(*size) as pilot:
        await press(pilot, "3", "z", "colon", *name)
        expected = f"› {name}:"
        assert answer(pilot).startswith(expected)
        await press(pilot, "enter")
        there = shown(pilot).scene
        assert there.viewed.name == name or (
            name == "findings" and "Nothing is wrong" in bar(pilot, "footer")
        )


async def test_days_are_read_first_and_tab_completes_names(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "colon", *"ma")
        assert "copy" not in answer(pilot)
        await press(pilot, *"y")
        assert "May" in answer(pilot)
        await press(pilot, "escape", "colon", *"la")
        assert answer(pilot) == "tab: lanes, lags"
        await press(pilot, "tab")
        assert pilot.app.screen.query_one(Input).value == "lanes"
        await press(pilot, "tab")
        assert pilot.app.screen.query_one(Input).value == "lags"
        await press(pilot, "enter")
        assert shown(pilot).scene.viewed.name == "lags"
        await press(pilot, "colon", "tab", "enter")
        assert shown(pilot).scene.viewed.name == NAMES[0]
        await press(pilot, "colon", *"matrix", "enter")
        assert shown(pilot).scene.viewed.name == "grid"
        await press(pilot, "colon", *"entit", "enter")
        assert shown(pilot).scene.viewed.name == "entities", "the beginning of a name is enough"


async def test_an_unknown_word_says_what_there_is(opened: Opened):
    async with opened(80, 24) as pilot:
        before = selection(pilot)
        await press(pilot, "colon", *"gird")
        assert answer(pilot) == '"gird" is no day and no name'
        await press(pilot, "enter")
        assert answer(pilot) == 'did you mean "grid"?'
        offered = pilot.app.screen.query_one(ChoiceList)
        listed = "\n".join(choice.line.text for choice in offered.offered.choices)
        assert all(f":{it.name}" in listed for it in LIST.named)
        assert ":lanes" in "\n".join(rows(offered))
        assert selection(pilot) == before
        await press(pilot, "ctrl+u", *"lane", "enter")
        assert shown(pilot).scene.viewed.name == "lanes", "what was typed can be mended"
        await press(pilot, "colon", *"xyzzy", "enter", "down", "down", "down", "enter")
        assert shown(pilot).scene.viewed.name == NAMES[2], "or a name be picked"
        await press(pilot, "colon", *"xyzzy", "enter", "down", "tab")
        assert pilot.app.screen.query_one(Input).value == NAMES[0]
        await press(pilot, "escape", "colon", *"xyzzy", "enter", "escape")
        assert not pilot.app.screen.query(Prompt)
        assert shown(pilot).scene.viewed.name == NAMES[2]


async def test_the_theme_changes_from_one_to_the_next_and_round(opened: Opened):
    async with opened(80, 24) as pilot:
        seen = [pilot.app.theme]
        for _ in THEMES:
            await press(pilot, "colon", *"theme", "enter")
            assert f"The theme is {pilot.app.theme} now" in bar(pilot, "footer")
            seen.append(pilot.app.theme)
        assert seen == [*(it.name for it in THEMES), THEMES[0].name]


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
async def test_help_reaches_the_signs_in_one_key(opened: Opened, size):
    async with opened(*size) as pilot:
        await press(pilot, "question_mark")
        help = pilot.app.screen.query_one(HelpText)
        assert "tab signs" in rows(help)[-1]
        await press(pilot, "tab")
        assert any("it happened, a source says" in row for row in rows(help))
        for _ in range(4):
            if "tab signs" not in rows(help)[-1]:
                await press(pilot, "tab")
        assert "tab signs" in rows(help)[-1], "and round again"
        await press(pilot, "escape", "colon", *"signs", "enter")
        help = pilot.app.screen.query_one(HelpText)
        assert any("it happened, a source says" in row for row in rows(help))


@pytest.mark.parametrize("name", ["entities", "company", "sources", "conflicts"])
@pytest.mark.parametrize("size", SIZES)
async def test_a_list_opens_with_a_row_selected(opened: Opened, size, name: str):
    async with opened(*size) as pilot:
        event = selection(pilot).event
        await press(pilot, "colon", *name, "enter")
        marked = [row for row in pane_text(pilot, "timeline").splitlines() if row.startswith("›")]
        assert len(marked) == 1
        assert selection(pilot).event == event or name == "conflicts"
        await press(pilot, "escape")
        assert shown(pilot).scene.viewed.name == "timeline"
