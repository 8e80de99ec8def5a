"""Direct ways: every view has one word, by which title, help, palette and the colon all know it."""

import re
from itertools import cycle, product

import pytest
from textual.widgets import Input

from model.dates.calendar import day_from_text
from model.dates.typed.read import read
from model.dates.typed.reading import NotADate
from model.index.archive import Archive
from tests.effort import some, tireless
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.looking import SIZES, answer, bar, pane_text, press, rows, selection, shown
from tui.actions.time import ask_for_day
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
    help = "\n".join(line.text for line in HelpText(LIST, LIST.acting("timeline"), UNICODE).lines(120, 400))
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


@tireless
@pytest.mark.parametrize(("name", "size"), some([*zip(NAMES, cycle(SIZES))], [*product(NAMES, SIZES)]))
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
        assert all(f":{it.name}" in listed for it in LIST.named if not it.lacking)
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


def offered(typed: str, archive: Archive) -> list[str]:
    ask = ask_for_day(context_of(archive), 1)
    return list(ask.offer(typed))


def test_what_a_day_may_stand_behind_is_offered_before_names(archive: Archive):
    assert offered("as", archive)[:2] == ["as", "asof "]
    assert offered("du", archive)[:2] == ["du", "due "]
    assert "support" in offered("su", archive)


@pytest.mark.parametrize("typed", ["asof 20", "as 20", "as of 20", "aso 20"])
async def test_as_of_may_be_typed_short(opened: Opened, typed: str):
    async with opened(80, 24) as pilot:
        await press(pilot, "colon", *typed, "enter")
        assert shown(pilot).scene.when.day == day_from_text("2025-05-20")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_due_lists_what_is_due_as_of_a_day_and_nothing_else(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        await press(pilot, "colon", *"due 20", "enter")
        ctx = shown(pilot)
        assert ctx.scene.when.day == day_from_text("2025-05-20")
        assert ctx.reader.counts.total == ctx.reader.counts.due == 12
        assert selection(pilot).event == ctx.reader.rows(0, 1)[0].event
        assert "12 of 53 events are due as of 20 May 2025" in bar(pilot, "footer")
        await press(pilot, "escape")
        assert shown(pilot).reader.counts.total == 53


async def test_due_keeps_the_filter_and_says_where_nothing_is_due(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "colon", *"due", "enter")
        assert "No event is due as of this day" in bar(pilot, "footer")
        assert shown(pilot).reader.counts.total == 53
        await press(pilot, "f", *"by:ushakov", "enter", "colon", *"due 20", "enter")
        assert shown(pilot).scene.when.query.text == "by:ushakov status:due"
        assert 0 < shown(pilot).reader.counts.total < 12


async def test_a_search_completes_its_keys_as_a_filter_does(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "slash", *"by:krem", "tab")
        assert pilot.app.screen.query_one(Input).value == "by:kremlin "
        await press(pilot, "tab")
        assert "yuri-ushakov" in pilot.app.screen.query_one(Input).value
