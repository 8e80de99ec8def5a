"""Files change while the program is open: the screen follows, and stays where it was."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import seeds
from model.corpus.load import load_files
from model.index.archive import Archive, open_archive
from tests.tui.curated import curating
from tests.tui.driving import settle, text_of
from tests.tui.looking import main_screen, press
from tests.tui.terminal import Terminal
from tui.app import DprkTui
from tui.watching import Reread, _number_of

ROOT = Path(__file__).parents[2]
AMBASSADOR = "sources/kd-ambassador.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "corpus"
    shutil.copytree(Path(seeds.__file__).parent, copied, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copied


@contextmanager
def opened(folder: Path, *options: str) -> Iterator[Terminal]:
    command = [sys.executable, "-m", "tui", str(folder), *options]
    terminal = Terminal(command, 120, 40, folder, PYTHONPATH=str(ROOT))
    terminal.wait(lambda: terminal.has("keys and signs"), "the first words in the footer")
    yield terminal
    terminal.send("q")
    assert terminal.close() == 0


def change(folder: Path, file: str, old: str, new: str) -> None:
    """As an editor saves: the new file beside the old one, then in its place."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    beside = folder / f"{file}~"
    beside.write_text(text.replace(old, new, 1), "utf-8")
    beside.rename(folder / file)


def test_a_changed_title_is_seen_and_the_row_stays(folder: Path):
    with opened(folder, "--event", "kim-decides", "--as-of", "2025-04-30") as terminal:
        change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
        terminal.wait(lambda: terminal.has("› ") and terminal.has("Kim stays at home"), "the new title")
        assert any(row.startswith("›") and "Kim stays at home" in row for row in terminal.rows)
        assert terminal.has("as of Wed 30 Apr 2025")


def test_a_break_is_a_banner_that_leads_in_and_mending_clears_it(folder: Path):
    with opened(folder) as terminal:
        change(folder, AMBASSADOR, 'status = "expected"', 'status = "expectd"')
        terminal.wait(lambda: terminal.has("shown as before"), "the banner")
        assert terminal.has(f"{AMBASSADOR}: broken now, shown as before. ! says what is wrong.")
        assert any("10 contested" in row and "1 error, shown as before: !" in row for row in terminal.rows)
        terminal.send("!")
        terminal.wait(lambda: terminal.has('"expectd" is not a known word'), "the finding")
        change(folder, AMBASSADOR, 'status = "expectd"', 'status = "expected"')
        terminal.wait(lambda: terminal.has("What was broken is mended."), "that it is mended")
        terminal.wait(lambda: not terminal.has("shown as before"), "the banner gone")


def git(folder: Path, *words: str) -> None:
    named = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True)


def test_changing_branches_shows_no_false_error(folder: Path):
    git(folder, "init", "-q", "-b", "first")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "as it was")
    git(folder, "checkout", "-qb", "second")
    change(folder, "events.toml", 'id = "kim-decides"', 'id = "kim-stays"')
    for file in ("events.toml", *(str(it.relative_to(folder)) for it in folder.glob("sources/*.toml"))):
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(text.replace('"kim-decides"', '"kim-stays"'), "utf-8")
    change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
    git(folder, "commit", "-qam", "another id in several files")
    git(folder, "checkout", "-q", "first")
    with opened(folder, "--as-of", "2025-04-30", "--event", "kim-decides") as terminal:
        git(folder, "checkout", "-q", "second")
        terminal.wait(lambda: terminal.has("Kim stays at home"), "the other branch")
        git(folder, "checkout", "-q", "first")
        terminal.wait(lambda: terminal.has("Kim decides not to attend"), "the first branch again")
        assert "broken" not in terminal.heard


def test_while_one_types_what_was_asked_of_stays(folder: Path):
    with opened(folder, "--event", "kim-decides", "--as-of", "2025-04-30") as terminal:
        terminal.send("/ambass")
        terminal.wait(lambda: terminal.has("ambass"), "what is typed")
        change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
        terminal.send("ador")
        terminal.wait(lambda: terminal.has("ambassador"), "what is typed")
        terminal.send("\x1b")
        terminal.wait(lambda: terminal.has("Kim stays at home"), "the new title once the prompt is left")


async def test_what_was_read_before_this_program_wrote_is_not_taken_up(folder: Path):
    async with curating(folder) as pilot:
        screen = main_screen(pilot)
        before = screen.now().archive
        await press(pilot, "3", "s", "i", "enter")
        written = screen.now().archive
        assert written is not before
        screen.post_message(Reread(before))
        await settle(pilot)
        assert screen.now().archive is written


def test_a_folder_that_is_swapped_is_looked_for_again(folder: Path):
    assert _number_of(folder) == folder.stat().st_ino
    folder.rename(folder.parent / "elsewhere")
    assert _number_of(folder) is None


@pytest.mark.parametrize("view", range(7))
async def test_every_view_shows_what_was_read_anew(folder: Path, view: int):
    def archive() -> Archive:
        loaded = load_files(folder)
        return open_archive(loaded.corpus, None, 0, str(folder), loaded.files)

    async with DprkTui(archive()).run_test(size=(120, 40)) as pilot:
        await press(pilot, *["v"] * view, "slash", *"moscow", "enter")
        for file in folder.rglob("*.toml"):
            text = file.read_text("utf-8")
            file.write_text(
                re.sub(r'(?m)^((?:title|name|short) = "(?:[^"\\]|\\.)*)"', r'\1 zz"', text), "utf-8"
            )
        now = archive()
        main_screen(pilot).post_message(Reread(now))
        await settle(pilot)
        changed = text_of(pilot)
    async with DprkTui(now).run_test(size=(120, 40)) as pilot:
        await press(pilot, *["v"] * view, "slash", *"moscow", "enter")
        assert changed.splitlines() == text_of(pilot).splitlines()
