"""The palette: every command of the place is found, and what is picked is done, however fast it is typed."""

import pytest

from tests.tui.conftest import Opened
from tests.tui.looking import bar, focused, press, selection, settle, strike
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.commands.palette import palette
from tui.prompt.line import ChoiceList, Prompt
from tui.text.signs import UNICODE

LIST = CommandList(COMMANDS)


def found(typed: str, place: str = "timeline") -> list[str]:
    choose = palette(LIST, place, UNICODE).choose
    assert choose is not None
    return [choice.typed for choice in choose(typed).choices]


OF_A_CORPUS = [command for command in COMMANDS if command in LIST.acting(command.where[0])]


@pytest.mark.parametrize("command", OF_A_CORPUS, ids=lambda command: f"{command.keys} {command.where[0]}")
def test_every_command_is_found_by_its_label_its_keys_and_its_words(command):
    place = command.where[0]
    for way in command.ways:
        assert way.help in found(command.label, place)
        assert way.help in found(way.help, place)
        assert way.help in found(f"  {way.help.upper()} ", place)


def test_the_key_itself_comes_first():
    assert found("f")[0].startswith("Show only some events")
    assert found("/")[0].startswith("Search")
    assert found("q")[0] == "Quit."


def test_what_does_not_act_here_is_not_offered():
    here = {way.help for command in LIST.acting("source") for way in command.ways}
    assert set(found("", "source")) == here
    assert not found("xyzzy")


async def test_what_is_typed_is_done_in_order_in_one_burst(opened: Opened):
    async with opened(80, 24) as pilot:
        strike(pilot, "ctrl+p", *"last line", "enter", "k", "2")
        await settle(pilot)
        assert selection(pilot).event != "bridge-completion"
        assert focused(pilot) == "detail"
        before = selection(pilot)
        await press(pilot, "ctrl+p", *"zzzz", "enter", "enter", "j")
        assert pilot.app.screen.query(Prompt), "nothing was found: nothing is done"
        assert selection(pilot) == before
        await press(pilot, "escape")
        assert not pilot.app.screen.query(Prompt)


async def test_one_picks_with_the_arrows(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "ctrl+p", *"pane", "down", "down")
        palette = pilot.app.screen.query_one(ChoiceList)
        assert palette.picked == 1
        await press(pilot, "escape", "ctrl+p", *"quit", "enter")
        assert pilot.app._exit


async def test_the_palette_has_the_keys_of_where_one_is(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "3", "ctrl+p", *"its event", "enter")
        assert focused(pilot) in ("timeline", "source", "detail")
        assert "do " not in bar(pilot, "footer")
