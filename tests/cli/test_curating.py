"""`dprk-tui rename` and `delete`: what they say, what they ask, and that they write nothing unasked."""

import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.running import run
from tests.curate.folder import INVENTED, copy_of, files_in


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(INVENTED, tmp_path / "corpus")


def test_rename_says_which_files_it_has_changed(root):
    done = run("rename", str(root), "claim:g-tents", "g-tents-sent")
    assert (done.returncode, done.stderr) == (0, b'claim "g-tents" is "g-tents-sent" now: 2 files changed.\n')
    assert done.stdout == b"sources/gazette.toml: changed\nconflicts.toml: changed\n"
    assert run("check", str(root)).returncode == 0


def test_delete_lists_what_hangs_on_a_record_and_does_nothing_unasked(root):
    before = files_in(root)
    done = run("delete", str(root), "event:visit")
    assert (done.returncode, done.stderr) == (2, b"nothing was deleted; add --yes to do it\n")
    listed = done.stdout.decode().splitlines()
    assert 'sources/gazette.toml:53:1: claim "g-visit" goes with the event "visit", which it needs' in listed
    assert files_in(root) == before


def test_delete_does_it_where_it_is_told_to(root):
    done = run("delete", str(root), "event:visit", "-y")
    assert done.returncode == 0
    assert done.stderr.endswith(
        b'event "visit" and 4 records that cannot be without it deleted: 3 files changed.\n'
    )
    # What refers goes first.
    changed = done.stdout.decode().splitlines()[-3:]
    assert sorted(changed[:2]) == ["sources/gazette.toml: changed", "sources/sori.toml: changed"]
    assert changed[2] == "events.toml: changed"
    assert run("check", str(root)).returncode == 0


@pytest.mark.parametrize(("answer", "does"), [("y", True), ("n", False), ("", False)])
def test_delete_asks_on_a_terminal(root, answer, does):
    before = files_in(root)
    program = pexpect.spawn(
        sys.executable, ["-m", "tui", "delete", str(root), "conflict:how-many-tents"], timeout=60
    )
    program.expect_exact('delete conflict "how-many-tents"? [y/N] ')
    program.sendline(answer)
    program.expect(pexpect.EOF)
    program.wait()
    assert (files_in(root) != before) is does
    assert program.exitstatus == (0 if does else 2)


@pytest.mark.parametrize("command", [["rename", "event:visit", "x"], ["delete", "event:visit", "-y"]])
def test_read_only_refuses_both(root, command):
    before = files_in(root)
    done = run(command[0], "--read-only", str(root), *command[1:])
    assert done.returncode == 2
    assert done.stderr == f"{command[0]} writes, and --read-only lets nothing be written\n".encode()
    assert files_in(root) == before


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["rename", "ROOT", "event:visits", "x"], 'there is no event "visits", did you mean "visit"?'),
        (["rename", "ROOT", "event:visit", "\x1b[31mX"], "is not an id"),
        (["delete", "ROOT", "vent:visit", "-y"], 'did you mean "event"?'),
        (["delete", "ROOT", "visit"], '"visit" is no KIND:ID; write it as in event:parade'),
        (["rename", "ROOT/sources", "event:visit", "x"], "holds no corpus"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(root, arguments, why):
    done = run(*(it.replace("ROOT", str(root)) for it in arguments))
    assert (done.returncode, done.stdout) == (2, b"")
    assert why in done.stderr.decode().splitlines()[-1]
    assert b"\x1b" not in done.stderr


def test_the_corpus_that_comes_along_is_never_changed_unasked(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    command = f"cd {tmp_path} && {sys.executable} -m tui delete event:parade --yes"
    text, status = pexpect.run(f"sh -c '{command}'", withexitstatus=True)
    assert status == 2
    assert text.decode().strip() == "no corpus is meant; name its folder, or stand in it"
