"""`--read-only`: whatever is pressed, picked or called, nothing is written, started, opened or copied."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from model.index.archive import Archive
from tests.tui.looking import bar, press, rows, settle
from tui.app import DprkTui, ReadOnlyTui
from tui.commands.command import Command, Way
from tui.commands.every import COMMANDS, use
from tui.help import HelpText
from tui.prompt import ChoiceList
from tui.screen import MainScreen
from tui.seam.read_only import REFUSAL, TEXTUALS_OWN, ReadOnly

WRITES = Command(
    "F9", "", "write", "Write it down.", "Else", (Way("write_down", ("f9",), "Write it down."),), writes=True
)
"""A command as later ones will be; here it only notes that it was obeyed."""


@pytest.fixture
def obeyed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the writing command has written, which is in the list of commands for this test."""
    written: list[str] = []
    use((*COMMANDS, WRITES))
    monkeypatch.setattr("tui.commands.every.FOOTERS", {"timeline": ("help", "write", "quit")})
    monkeypatch.setattr(MainScreen, "action_write_down", lambda screen: written.append("it"), raising=False)
    yield written
    use(COMMANDS)


async def everything_said(pilot: Pilot[None]) -> str:
    """Footer, help and palette: all places that offer commands."""
    said = bar(pilot, "footer")
    await press(pilot, "question_mark")
    help_text = pilot.app.screen.query_one(HelpText)
    for _ in range(12):
        said += "\n".join(rows(help_text))
        help_text.scroll_by(10)
    await press(pilot, "escape", "ctrl+p")
    palette = pilot.app.screen.query_one(ChoiceList)
    said += "".join(choice.typed for choice in palette.offered.choices)
    await press(pilot, *"write")
    said += "".join(choice.typed for choice in palette.offered.choices)
    await press(pilot, "escape")
    return said


@pytest.mark.parametrize("kind", [DprkTui, ReadOnlyTui])
async def test_a_command_that_writes_is_offered_and_obeyed_only_where_one_may_write(
    archive: Archive, obeyed: list[str], kind: type[DprkTui]
):
    async with kind(archive).run_test(size=(120, 40)) as pilot:
        await press(pilot, "j")
        said = await everything_said(pilot)
        await pilot.app.run_action("write_down", pilot.app.screen)
        await settle(pilot)
        assert ("Write it down." in said, "f9 write" in said, bool(obeyed)) == (not kind.read_only,) * 3
        assert (REFUSAL in bar(pilot, "footer")) == kind.read_only


async def test_a_refusal_is_not_said_of_the_key_that_came_after(archive: Archive):
    async with ReadOnlyTui(archive).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in ("W", "escape"):
            pilot.app.simulate_key(key)
        await settle(pilot)
        assert "outermost level" in bar(pilot, "footer")


async def test_a_reader_can_do_all_else(archive: Archive):
    async with ReadOnlyTui(archive).run_test(size=(120, 40)) as pilot:
        said = await everything_said(pilot)
        here = [command for command in COMMANDS if "timeline" in command.where and not command.writes]
        assert all(way.help in said for command in here for way in command.ways)


def test_every_road_that_textual_has_to_the_outside_is_closed():
    roads = {name for name in dir(App) if re.match(r"(copy_to|deliver|save|open_url|suspend)", name)}
    assert {"copy_to_clipboard", "deliver_screenshot", "open_url", "suspend"} <= roads
    assert {name for name in roads if name not in vars(ReadOnly)} == set()


@pytest.mark.parametrize("action", ["app.screenshot", "app.suspend_process", "screen.copy_text"])
async def test_no_action_of_textual_writes_or_stops(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    before = sorted(tmp_path.rglob("*"))
    async with ReadOnlyTui(archive).run_test(size=(120, 40)) as pilot:
        assert action.partition(".")[2] in TEXTUALS_OWN
        assert not await pilot.app.run_action(action)
        pilot.app.save_screenshot("x.svg", str(tmp_path))
        pilot.app.deliver_screenshot("x.svg", str(tmp_path))
        with pytest.raises(PermissionError), pilot.app.suspend():
            pass
        await settle(pilot)
        # Where nothing is marked, Ctrl-C asks how one leaves.
        assert (REFUSAL in bar(pilot, "footer")) == (action != "screen.copy_text")
    assert sorted(tmp_path.rglob("*")) == before


async def test_what_a_reader_types_is_not_copied_to_a_clipboard(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
):
    app = ReadOnlyTui(archive)
    async with app.run_test(size=(120, 40)) as pilot:
        assert app._driver is not None
        written: list[str] = []
        monkeypatch.setattr(app._driver, "write", written.append)
        await press(pilot, "colon", "a", "b", "ctrl+a", "shift+home", "ctrl+x", "ctrl+c", "super+c")
        assert pilot.app.screen.query_one(Input).value == "ab"
        assert not any("\x1b]52" in data for data in written)


@pytest.mark.parametrize("typed", ["!sh", "e /etc/passwd", "w /tmp/x", "asof /etc/passwd", "asof $(id)"])
async def test_the_prompt_takes_a_day_and_no_path(archive: Archive, typed: str):
    async with ReadOnlyTui(archive).run_test(size=(120, 40)) as pilot:
        await press(pilot, "colon")
        pilot.app.screen.query_one(Input).value = typed
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MainScreen)
        assert bar(pilot, "footer").strip(), "the reason is said"
        assert pilot.app.is_running
