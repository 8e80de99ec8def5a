"""`export -o FILE`: a new file that is there as a whole or not at all; bytes go to no terminal."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import run
from tui.cli.output_file import put_bytes, put_text
from tui.cli.refusal import Refusal


@pytest.mark.parametrize("name", ["csv", "sqlite", "parquet"])
def test_a_file_and_a_pipe_get_the_same(name: str, tmp_path: Path):
    done = run("export", "--to", name, "-o", tmp_path / "x")
    assert (done.returncode, done.stdout) == (0, b"")
    piped = run("export", "--to", name).stdout
    assert [it.name for it in tmp_path.iterdir()] == ["x"]
    if name == "sqlite":
        (tmp_path / "piped").write_bytes(piped)
        dumps = []
        for file in ("x", "piped"):
            with closing(sqlite3.connect(tmp_path / file)) as database:
                dumps.append([*database.iterdump()])
        assert dumps[0] == dumps[1]
    else:
        assert (tmp_path / "x").read_bytes() == piped


@pytest.mark.parametrize("name", ["csv", "sqlite"])
def test_what_is_there_is_not_touched(name: str, tmp_path: Path):
    (tmp_path / "x").write_text("mine")
    done = run("export", "--to", name, "-o", tmp_path / "x")
    assert done.returncode == 2
    assert b"is there already; name another file, or take it away first" in done.stderr
    assert (tmp_path / "x").read_text() == "mine"


def test_what_comes_to_be_there_meanwhile_is_not_touched_either(tmp_path: Path):
    def write(path: Path) -> None:
        path.write_text("ours")
        (tmp_path / "x").write_text("theirs")

    with pytest.raises(Refusal, match="has come to be there meanwhile"):
        put_bytes(str(tmp_path / "x"), "sqlite", write)
    assert [it.read_text() for it in tmp_path.iterdir()] == ["theirs"]


def test_what_is_cut_off_leaves_nothing(tmp_path: Path):
    def pieces():
        yield "begun"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put_text(str(tmp_path / "x"), pieces(), bom=False)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["nowhere/x", "."])
def test_what_cannot_be_written_is_said_in_a_sentence(name: str, tmp_path: Path):
    done = run("export", "--to", "csv", "-o", tmp_path / name)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert not [*tmp_path.iterdir()]


def test_without_pyarrow_one_sentence_says_what_to_install(tmp_path: Path):
    (tmp_path / "pyarrow.py").write_text("raise ImportError")
    done = run("export", "--to", "parquet", variables={"PYTHONPATH": f"{tmp_path}:{Path.cwd()}"})
    assert done.returncode == 2
    assert b"parquet needs a writer that is not here; install dprk-tui[parquet]\n" in done.stderr
