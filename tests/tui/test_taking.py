"""Taking away: honest about the clipboard, never overwriting, never a path that was not asked for."""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import Opened
from tests.tui.looking import answer, bar, press
from tests.tui.test_finding import write
from tui.commands.every import COMMANDS


def taken() -> list[Path]:
    return sorted((Path(os.environ["XDG_DATA_HOME"]) / "dprk-tui" / "taken").glob("*"))


async def test_w_sends_the_quote_and_w_again_writes_it_to_a_new_file_each_time(opened: Opened):
    async with opened(80, 24) as pilot:
        for _ in range(2):
            await press(pilot, "w")
            assert "sent to the terminal's clipboard" in bar(pilot, "footer")
            assert '"Pyongyang is preparing' in pilot.app.clipboard
            await press(pilot, "w")
            assert "Written to" in bar(pilot, "footer")
        first, second = taken()
        assert first.read_text() == second.read_text() == pilot.app.clipboard
        assert {first.name, second.name} == {"kjd-delegation.txt", "kjd-delegation-2.txt"}


async def test_after_another_key_w_sends_again(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "w", "j", "k", "w")
        assert "sent" in bar(pilot, "footer")
        assert taken() == []


async def test_a_block_of_the_event_is_markdown(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "W")
        assert pilot.app.clipboard.startswith("### North Korean delegation in Russia\n")


@pytest.mark.parametrize(
    ("name", "begins"), [("b.md", "# Victory"), ("b.html", "<!DOCTYPE html>"), ("b.csv", "claim,")]
)
async def test_a_brief_goes_to_a_new_file_and_never_over_another(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begins: str
):
    monkeypatch.chdir(tmp_path)
    async with opened(120, 40) as pilot:
        await press(pilot, "X", *name, "enter")
        assert "53 of 53 events written" in bar(pilot, "footer")
        assert (tmp_path / name).read_text().startswith(begins)
        (tmp_path / name).write_text("mine")
        await press(pilot, "X", *name, "enter")
        assert "is there already, and stays" in answer(pilot)
        assert (tmp_path / name).read_text() == "mine"


async def test_a_file_that_cannot_be_written_is_explained(opened: Opened):
    async with opened(120, 40) as pilot:
        for typed, said in (("nothing", "ends in .md"), ("nowhere/b.md", "that folder is not there")):
            await press(pilot, "X")
            await write(pilot, typed)
            await press(pilot, "enter")
            assert said in answer(pilot)
            await press(pilot, "escape")


def test_what_takes_away_says_that_it_writes():
    writing = {command.id for command in COMMANDS if command.writes}
    curating = {
        "claim",
        "change",
        "contest",
        "delete",
        "left-out",
        "list",
        "furniture",
        "undo",
        "edit",
        "ask",
        "looked",
        "accept",
        "dismiss",
        "draft-row",
    }
    assert writing == {"take-quote", "take-event", "take-row", "brief", "rows-to-file"} | curating


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("~nobody-here/b.md", "nobody here has that home folder"),
        ("x" * 300 + ".md", "File name too long"),
        ("b.md/c.md", "that folder is not there"),
    ],
)
async def test_a_path_that_cannot_be_is_explained_while_it_is_typed(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.md").write_text("mine")
    async with opened(120, 40) as pilot:
        await press(pilot, "X")
        prompt = pilot.app.screen.query_one(Input)
        prompt.value = typed
        await press(pilot, "enter")
        assert answer(pilot) == said
    assert [file.name for file in tmp_path.iterdir()] == ["b.md"]


async def test_without_a_home_nothing_is_written_under_a_folder_called_tilde(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", lambda: Path("~"))
    async with opened(80, 24) as pilot:
        await press(pilot, "w", "w")
        assert "no home folder" in bar(pilot, "footer")
    assert list(tmp_path.iterdir()) == []
