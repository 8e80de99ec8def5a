"""Saved filters: a file of the person's own, which is written whole, and explained where it is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.tui.conftest import Opened
from tests.tui.looking import bar, press
from tui.settings.config import ConfigError
from tui.settings.saved import SavedFilters

SAVES_TEN = """
import sys
from pathlib import Path
from tui.settings.saved import SavedFilters
sys.stdin.read()
for number in range(10):
    SavedFilters(Path(sys.argv[1])).save(f"{sys.argv[2]}{number}", "kim")
"""


def test_programs_that_save_at_once_lose_nothing(tmp_path: Path):
    command = [sys.executable, "-c", SAVES_TEN, str(tmp_path / "filters.toml")]
    programs = [subprocess.Popen([*command, name], stdin=subprocess.PIPE, cwd=ROOT) for name in "abc"]
    # Each waits for the end of its input, so that all of them save at once.
    for program in programs:
        assert program.stdin is not None
        program.stdin.close()
    assert [program.wait() for program in programs] == [0, 0, 0]
    assert len(SavedFilters(tmp_path / "filters.toml").read()) == 30
    assert {file.name for file in tmp_path.iterdir()} == {"filters.toml"}


def test_a_saved_filter_goes_through_a_link_and_leaves_nothing_behind(tmp_path: Path):
    real, link = tmp_path / "real.toml", tmp_path / "filters.toml"
    real.write_text('# mine\n[filters]\na = "by:kremlin"\n')
    link.symlink_to(real)
    SavedFilters(link).save("b", "who:putin")
    assert link.is_symlink()
    assert SavedFilters(link).read() == {"a": "by:kremlin", "b": "who:putin"}
    assert real.read_text().startswith("# mine\n")
    assert {file.name for file in tmp_path.iterdir()} == {"real.toml", "filters.toml"}
    link.unlink()
    link.symlink_to(link)
    with pytest.raises(ConfigError, match="leads nowhere, or to itself"):
        SavedFilters(link).save("c", "who:putin")


async def test_a_filter_that_is_saved_in_place_of_another_says_so(opened: Opened, tmp_path: Path):
    async with opened(120, 40) as pilot:
        for typed, said in (
            ("who:putin as:a", "saved as @a "),
            ("who:putin as:a", "saved as @a "),
            ("kim as:a", "saved as @a in place of who:putin"),
        ):
            await press(pilot, "f", "ctrl+u", *typed, "enter")
            assert said in bar(pilot, "footer")


@pytest.mark.parametrize("name", ["a b", "\x1b[2J", "", 'a"'])
def test_a_name_that_nobody_could_type_is_explained(tmp_path: Path, name: str):
    file = tmp_path / "filters.toml"
    file.write_text(f"[filters]\n{json.dumps(name)} = 'kim'\n")
    with pytest.raises(ConfigError, match=r"filters.toml:[12]:1: the name of a filter has no spaces"):
        SavedFilters(file).read()


def test_a_file_of_filters_keeps_its_mode(tmp_path: Path):
    file = tmp_path / "filters.toml"
    file.write_text("[filters]\n")
    file.chmod(0o640)
    SavedFilters(file).save("a", "kim")
    assert file.stat().st_mode & 0o777 == 0o640
