"""`--read-only`: whatever is pressed, picked or called, nothing is written, started, opened or copied."""

import re
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from model.index.archive import Archive
from model.index.features import CODED, CURATED, Feature
from tests.tui.looking import bar, main_screen, press, rows, settle
from tui.app import DprkTui, ReadOnlyTui
from tui.commands.command import Command, Way
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.help import HelpText
from tui.prompt.line import ChoiceList
from tui.screen import MainScreen
from tui.seam.read_only import REFUSAL, TEXTUALS_OWN, ReadOnly
from tui.state.context import Context


@pytest.fixture
def written() -> list[str]:
    """What the writing command has written."""
    return []


@pytest.fixture
def with_writing(monkeypatch: pytest.MonkeyPatch, written: list[str]) -> tuple[Command, ...]:
    """The list of commands, and one as later ones will be: here it only notes that it was obeyed."""

    def write_down(ctx: Context, by: int) -> None:
        written.append("it")

    monkeypatch.setattr("tui.commands.command_list.FOOTERS", {"timeline": ("help", "write", "quit")})
    way = Way(1, ("f9",), "Write it down.")
    command = Command("write-down", "F9", "write", "Write it down.", "Else", write_down, (way,), writes=True)
    return (*COMMANDS, command)


def app_of(archive: Archive, commands: tuple[Command, ...] = COMMANDS, read_only: bool = True) -> DprkTui:
    """The program, by default for one who may only read."""
    return (ReadOnlyTui if read_only else DprkTui)(archive, commands=CommandList(commands, read_only))


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


@pytest.mark.parametrize("read_only", [False, True])
async def test_a_command_that_writes_is_offered_and_obeyed_only_where_one_may_write(
    archive: Archive, with_writing: tuple[Command, ...], written: list[str], read_only: bool
):
    async with app_of(archive, with_writing, read_only).run_test(size=(120, 40)) as pilot:
        await press(pilot, "j")
        said = await everything_said(pilot)
        await press(pilot, "f9")
        assert (REFUSAL in bar(pilot, "footer")) == read_only
        await press(pilot, "j")
        main_screen(pilot).do("write-down", 1)
        await settle(pilot)
        assert ("Write it down." in said, "f9 write" in said) == (not read_only,) * 2
        assert written == ([] if read_only else ["it", "it"])
        assert (REFUSAL in bar(pilot, "footer")) == read_only


async def test_a_refusal_is_not_said_of_the_key_that_came_after(archive: Archive):
    async with ReadOnlyTui(archive).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in ("W", "escape"):
            pilot.app.simulate_key(key)
        await settle(pilot)
        assert "outermost level" in bar(pilot, "footer")


TO_A_FILE = re.compile(r"\b(to|into|in) a( new)? file\b|\bwrites?\b", re.IGNORECASE)


@pytest.mark.parametrize("copying", [False, True], ids=["terminal", "browser"])
@pytest.mark.parametrize(
    "features", [CURATED, CODED, CURATED | {Feature.LAYER}], ids=["corpus", "table", "both"]
)
def test_nothing_that_is_offered_to_a_reader_says_that_a_file_is_written(
    features: frozenset[Feature], copying: bool
):
    commands = CommandList(COMMANDS, True, features, copying)
    offered = commands.offered
    said = [it.help for it in offered] + [way.help for it in offered for way in it.ways]
    said += [it.help for it in commands.named]
    assert [it for it in said if TO_A_FILE.search(it)] == []
    assert [it.id for it in offered if it.writes and not (copying and it.copies)] == []
    assert any(it.copies for it in offered) == copying
    # Who may write is told of both.
    assert any(TO_A_FILE.search(it.help) for it in CommandList(COMMANDS, False, features).offered)


async def test_help_and_palette_in_a_browser_say_of_a_copy_that_it_goes_to_the_clipboard_alone(
    archive: Archive,
):
    commands = CommandList(COMMANDS, True, copying=True)
    async with ReadOnlyTui(archive, commands=commands).run_test(size=(120, 40)) as pilot:
        said = await everything_said(pilot)
        assert "to the clipboard." in said and not TO_A_FILE.search(said)


async def test_a_reader_can_do_all_else(archive: Archive):
    async with app_of(archive).run_test(size=(120, 40)) as pilot:
        said = await everything_said(pilot)
        offered = CommandList(COMMANDS, read_only=True).offered
        here = [command for command in offered if "timeline" in command.where]
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
    async with app_of(archive).run_test(size=(120, 40)) as pilot:
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
    app = app_of(archive)
    async with app.run_test(size=(120, 40)) as pilot:
        assert app._driver is not None
        written: list[str] = []
        monkeypatch.setattr(app._driver, "write", written.append)
        await press(pilot, "colon", "a", "b", "ctrl+a", "shift+home", "ctrl+x", "super+c")
        assert pilot.app.screen.query_one(Input).value == "ab"
        assert not any("\x1b]52" in data for data in written)


@pytest.mark.parametrize("typed", ["!sh", "e /etc/passwd", "w /tmp/x", "asof /etc/passwd", "asof $(id)"])
async def test_the_prompt_takes_a_day_and_no_path(archive: Archive, typed: str):
    async with app_of(archive).run_test(size=(120, 40)) as pilot:
        await press(pilot, "colon")
        pilot.app.screen.query_one(Input).value = typed
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MainScreen)
        assert bar(pilot, "footer").strip(), "the reason is said"
        assert pilot.app.is_running
