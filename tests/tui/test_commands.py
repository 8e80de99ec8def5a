"""One list of commands: bindings, footer and help come from it, and everything in it can be done."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from rich.cells import cell_len
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from model.index.archive import Archive
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.looking import bar, focused, press, rows, shown
from tui.commands.command import ALWAYS, Command
from tui.commands.command_list import FOOTERS, CommandList
from tui.commands.every import COMMANDS
from tui.help import HelpScreen, HelpText
from tui.screen import MainScreen
from tui.state.outcome import Outcome
from tui.state.scene import PANES
from tui.widgets.card import DetailPane
from tui.widgets.pane import Pane
from tui.widgets.source import SourcePane
from tui.widgets.timeline import TimelinePane

WAYS_OUT = {"quit", "back"}
LIST = CommandList(COMMANDS)
WAYS = [way for command in COMMANDS for way in command.ways]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_way_can_be_done_from_the_first_scene(archive: Archive, command: Command):
    for way in command.ways:
        outcomes = command.run(context_of(archive), way.by)
        assert outcomes is None or isinstance(outcomes, Outcome | Iterable)
        assert isinstance(outcomes, Outcome | None) or all(isinstance(it, Outcome) for it in outcomes)


def test_every_command_acts_in_panes_that_there_are():
    assert all(set(command.where) <= set(ALWAYS) and command.where for command in COMMANDS)


@pytest.mark.parametrize("name", ALWAYS)
def test_in_each_pane_a_key_does_one_thing(name: str):
    keys = Counter(key for command in LIST.acting(name) for way in command.ways for key in way.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def bound(owner: type[Screen[None]] | type[Widget]) -> dict[str, str]:
    """The keys that a class binds itself, and what each does."""
    found = [binding for binding in owner.BINDINGS if isinstance(binding, Binding)]
    assert len(found) == len(owner.BINDINGS)
    return {key: binding.action for binding in found for key in binding.key.split(",")}


async def test_every_binding_comes_from_the_list_and_every_key_of_the_list_is_bound(opened: Opened):
    async with opened(80, 24) as pilot:
        active = pilot.app.screen.active_bindings
        ours = {key: it.binding.action for key, it in active.items() if isinstance(it.node, MainScreen)}
        textuals = {key: action for key, action in bound(Screen).items() if ours.get(key) == action}
        assert ours == {key: f"press({key!r})" for way in WAYS for key in way.keys} | textuals


@pytest.mark.parametrize("pane", [TimelinePane, DetailPane, SourcePane])
def test_a_pane_has_no_keys_of_its_own(pane: type[Pane]):
    assert bound(pane) == {}


def test_help_is_one_sentence_and_a_label_one_or_two_words():
    for command in COMMANDS:
        assert re.fullmatch(r"[A-Z][^.]*\.", command.help), command.help
        assert 1 <= len(command.label.split()) <= 2


@pytest.mark.parametrize("name", ALWAYS)
def test_a_footer_has_at_most_six_hints_help_first_and_the_way_out_last(archive: Archive, name: str):
    ctx = context_of(archive)
    hints = LIST.hints(name, ctx)
    able = {it.label for it in LIST.able(name, ctx)}
    assert [label for _, label in hints] == [label for label in FOOTERS[name] if label in able]
    assert len(hints) <= 6
    assert hints[0] == ("?", "help")
    assert hints[-1][1] in WAYS_OUT
    assert all(keys for keys, _ in hints), "a hint without a key names a command that is not there"


@pytest.mark.parametrize("width", [30, 40, 60, 72, 80, 100, 160])
async def test_the_footer_shows_whole_hints_and_never_loses_help(opened: Opened, width: int):
    async with opened(width, 24) as pilot:
        for key, name in zip("123", PANES, strict=True):
            await press(pilot, key)
            footer = bar(pilot, "footer")
            assert cell_len(footer) == width
            assert footer.startswith(" ? help")
            hints = [f"{keys} {label}" for keys, label in LIST.hints(name, shown(pilot))]
            words = [part.strip() for part in footer.strip().split("   ")]
            assert words == hints[: len(words)]


async def test_at_80_cells_every_hint_is_shown(opened: Opened):
    async with opened(80, 24) as pilot:
        for key, name in zip("123", PANES, strict=True):
            await press(pilot, key)
            assert all(
                f"{keys} {label}" in bar(pilot, "footer") for keys, label in LIST.hints(name, shown(pilot))
            )


@pytest.mark.parametrize("name", PANES)
async def test_help_lists_every_command_of_the_pane_and_leads_back(opened: Opened, name: str):
    async with opened(120, 100) as pilot:
        await press(pilot, str(PANES.index(name) + 1))
        able = LIST.able(name, shown(pilot))
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        said = "\n".join(rows(pilot.app.screen.query_one(HelpText)))
        assert len(able) > 20
        for command in able:
            assert f" {command.keys} " in said and command.help in said
        assert all(word in said for word in ("superseded", "not expected", "due", "sources differ"))
        await press(pilot, "escape")
        assert focused(pilot) == name


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "enter"])
async def test_every_way_out_of_help_leads_back_and_quits_nothing(opened: Opened, key: str):
    async with opened(80, 24) as pilot:
        await press(pilot, "question_mark", key)
        assert isinstance(pilot.app.screen, MainScreen)
        assert pilot.app.is_running


async def test_help_longer_than_the_screen_can_be_read_to_its_end(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "question_mark")
        text = pilot.app.screen.query_one(HelpText)
        first = rows(text)
        assert not any("in it or later" in row for row in first)
        await press(pilot, *["pagedown"] * 30)
        assert any("in it or later" in row for row in rows(text))
        await press(pilot, *["pageup"] * 30)
        assert rows(text) == first
