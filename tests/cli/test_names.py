"""Names on the command line: of folders, files and commands, empty, endless, hostile or mistaken for each other."""

import os
from pathlib import Path

import pytest

from tests.cli.running import run

HOSTILE = "\x1b]0;x\x07\u202e\x9b"


def one_line(text: bytes) -> bool:
    return text.count(b"\n") == 1 and text.endswith(b"\n")


def test_open_is_a_command_that_takes_a_corpus():
    printed = run("print")
    assert printed.returncode == 0
    for arguments in (["open"], ["open", "seeds"], ["open", "--as-of", "2025-05-06", "seeds"]):
        done = run(*arguments)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"as of ")
    assert run("open", "seeds").stdout == printed.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as-of", "2025-05-01", "check"],
        ["--ascii", "suggest"],
        ["--as-of", "2025-05-01", "print", "seeds"],
        ["--ascii", "export", "--to", "json"],
        ["--ascii", "open"],
    ],
)
def test_a_command_after_an_option_is_not_taken_for_a_folder(arguments: list[str]):
    done = run(*arguments)
    name = next(word for word in arguments if word in ("check", "print", "export", "open", "suggest"))
    assert (done.returncode, done.stdout) == (2, b"")
    expected = f'"{name}" is a command, which comes first: dprk-tui {name} ...; a folder is ./{name}\n'
    assert done.stderr.decode().endswith(expected)


def test_a_folder_may_be_named_like_a_command():
    done = run("--as-of", "2025-05-01", "./check")
    assert done.stderr.startswith(b"check: does not exist")


@pytest.mark.parametrize(
    "arguments",
    [
        [""],
        ["check", ""],
        ["print", ""],
        ["suggest", ""],
        ["export", "", "--to", "json"],
        ["import", "", "--from", "json", "--into", "x"],
        ["import", "-", "--from", "json", "--into", ""],
    ],
)
def test_an_empty_name_stands_for_no_folder(arguments: list[str]):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.endswith(b"the name is empty; write the name of a file or folder\n")


@pytest.mark.parametrize("name", ["--filter", "--as-of", "--event", "--theme"])
@pytest.mark.parametrize("command", [["open"], ["print"], []])
def test_two_hyphens_are_no_value(command: list[str], name: str):
    done = run(*command, f"{name}=--")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().endswith(f"error: argument {name}: expected a value, not --\n")


def test_a_mistake_is_told_in_one_sentence():
    last = run("export", "--to", "pdf").stderr.decode().splitlines()[-1]
    assert last.startswith("dprk-tui export: error: argument --to: invalid choice: 'pdf'")


@pytest.mark.parametrize(
    "arguments",
    [
        [f"--foo{HOSTILE}"],
        ["print", "seeds", HOSTILE],
        ["export", "--to", HOSTILE],
        ["print", f"--brief={HOSTILE}"],
        ["print", "--as-of", HOSTILE],
        ["--event", HOSTILE],
        [HOSTILE],
    ],
)
def test_what_the_user_wrote_cannot_reach_the_terminal_raw(arguments: list[str]):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode("utf-8")
    assert not set(HOSTILE) & set(said) - {"0", ";", "x", "]"}
    assert "<U+001B>" in said or r"\x1b" in said


@pytest.mark.parametrize(
    "name", ["a" * 5000, "a/" * 2500, "/".join("b" * 200 for _ in range(30))], ids=["long", "deep", "both"]
)
@pytest.mark.parametrize(
    "before_and_after",
    [
        (["check"], []),
        (["suggest"], []),
        ([], []),
        (["import"], ["--from", "json", "--into", "x"]),
        (["import", "-", "--from", "json", "--into"], []),
    ],
    ids=["check", "suggest", "open", "import", "into"],
)
def test_an_endless_name_is_one_sentence(before_and_after: tuple[list[str], list[str]], name: str):
    before, after = before_and_after
    given = run("export", "--to", "json").stdout if "--into" in before else b""
    done = run(*before, name, *after, given=given)
    assert (done.returncode, done.stdout) == (2, b"")
    assert one_line(done.stderr), done.stderr[-300:]
    assert b"Traceback" not in done.stderr


def test_only_a_file_with_an_end_is_imported(tmp_path: Path):
    os.mkfifo(tmp_path / "fifo")
    for file in (tmp_path / "fifo", Path("/dev/zero"), tmp_path):
        done = run("import", file, "--from", "json", "--into", tmp_path / "new")
        assert (done.returncode, done.stdout) == (2, b"")
        assert one_line(done.stderr)
        assert done.stderr.decode().startswith(f"{file}: ")
    assert not (tmp_path / "new").exists()
