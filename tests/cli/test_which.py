"""Without a CORPUS the one is meant that one stands in or below, else the one that comes along; and that is said."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, WHICH
from tests.corpus.spoiled import FILES


def run_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, env={"PYTHONPATH": str(ROOT)}, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


@pytest.mark.parametrize("arguments", [["print"], ["check"], ["export", "--to", "csv"], []])
def test_one_stands_in_a_corpus_or_below_it(folder: Path, arguments: list[str]):
    (folder / "sources" / "deeper").mkdir()
    for below in (".", "sources", "sources/deeper"):
        done = run_in(folder / below, *arguments)
        assert done.returncode == 0
        assert done.stderr.splitlines()[0] == f"corpus: {folder}"
        assert "Mini" in done.stdout + done.stderr or "a visit comes" in done.stdout


def test_elsewhere_it_is_the_one_that_comes_along(tmp_path: Path):
    for arguments in (["print"], ["check"]):
        done = run_in(tmp_path, *arguments)
        assert done.stderr.startswith(WHICH.decode())
        assert "Victory Day 2025" in done.stdout + done.stderr


def test_who_names_a_corpus_is_not_told_which(folder: Path):
    assert run_in(folder / "sources", "print", "..").stderr == ""


def test_the_path_of_a_finding_can_be_opened_from_where_one_stands(folder: Path):
    (folder / "events.toml").write_text("x = 1\n")
    for below, path in ((".", "events.toml"), ("sources", "../events.toml")):
        first = run_in(folder / below, "check").stdout.splitlines()[0]
        assert first.startswith(f"{path}:1:1: error[S001]: ")
        assert (folder / below / path).is_file()
    assert run_in(folder.parent, "check", folder.name).stdout.startswith(f"{folder.name}/events.toml:1:1: ")


def test_a_folder_that_was_taken_away_is_no_corpus(tmp_path: Path):
    (tmp_path / "gone").mkdir()
    command = f'cd "{tmp_path}/gone" && rmdir "{tmp_path}/gone" && {sys.executable} -m tui print'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, env={"PYTHONPATH": str(ROOT)}, check=False
    )
    assert (done.returncode, done.stderr) == (0, WHICH)
