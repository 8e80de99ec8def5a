"""A new corpus passes check, keeps texts as they are, and its examples are true when they are uncommented."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.curate.beginning import begin, beginning
from model.curate.saving import NotSaved
from tests.cli.running import ROOT, run

TABLES = (
    "corpus.toml",
    "entities.toml",
    "events.toml",
    "conflicts.toml",
    "questions.toml",
    "searches.toml",
)
git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    begin(tmp_path / "Ferries")
    return tmp_path / "Ferries"


def uncomment(folder: Path) -> None:
    """What `corpus.toml` says to do with the example."""
    for file in (folder / "example").iterdir():
        file.rename(folder / "sources" / file.name)
    for name in TABLES:
        text = (folder / name).read_text()
        (folder / name).write_text(re.sub(r"(?m)^# ", "", text))


def test_a_new_corpus_opens_with_nothing_but_a_note_of_what_is_next(folder: Path):
    corpus = load_corpus(folder)
    assert [finding.code for finding in corpus.findings] == ["F014"]
    assert corpus.info.title == "Ferries"
    done = run("check", folder)
    assert (done.returncode, b"0 sources" in done.stderr) == (0, True)
    assert run("print", folder).returncode == 0


def test_the_examples_are_true_when_they_are_uncommented(folder: Path):
    uncomment(folder)
    corpus = load_corpus(folder)
    assert corpus.findings == ()
    assert (len(corpus.sources), len(corpus.claims), len(corpus.conflicts)) == (1, 2, 1)
    assert [*corpus.questions] == ["ferry-in-june"]
    assert [*corpus.searches] == ["gazette-3-june"]
    assert [*corpus.lists] == ["gazette-present"]
    assert all((folder / name).read_text().count("\n[") for name in TABLES[1:])


def test_every_table_has_an_example_in_its_comments():
    texts = {change.file: (change.after or b"").decode() for change in beginning("")}
    for name in TABLES[1:]:
        assert "\n# [[" in texts[name]
        assert not re.search(r"(?m)^[^#\n]", texts[name])


@pytest.mark.parametrize("title", ['a "quoted" \\ name', "한국", "a\u202eb", "x\x1b[31m", "a\nb", "\udcff"])
def test_a_folder_may_be_called_anything(tmp_path: Path, title: str):
    begin(tmp_path / title)
    info = load_corpus(tmp_path / title).info
    assert info.title == (title if title.isprintable() else "A new corpus")


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    done = run("new", tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f"{tmp_path} is there already and not empty; name a folder that is new or empty\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("kind", ["file", "link to a file", "link to nothing"])
def test_what_is_no_folder_is_left_as_it_is(tmp_path: Path, kind: str):
    there = tmp_path / "there"
    if kind == "file":
        there.write_text("mine")
    else:
        (tmp_path / "other").write_text("mine")
        there.symlink_to(tmp_path / ("other" if kind == "link to a file" else "nothing"))
    with pytest.raises(NotSaved, match="name a folder that is new or empty"):
        begin(there)
    assert sorted(path.name for path in tmp_path.iterdir()) in (["there"], ["other", "there"])


def test_a_folder_where_nobody_may_write_is_said_in_one_sentence(tmp_path: Path):
    done = run("new", tmp_path / "not" / "there")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"cannot be written" in done.stderr


def in_git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git as someone on a system that changes line ends, with this checkout's `dprk-tui` on the path."""
    program = folder.parent / "bin"
    program.mkdir(exist_ok=True)
    (program / "dprk-tui").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    (program / "dprk-tui").chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = kept | {"PATH": f"{program}:{os.environ['PATH']}", "HOME": str(folder.parent)}
    options = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=true"]
    command = ["git", *options, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=check)


@git
def test_a_repository_may_be_there_first(tmp_path: Path):
    in_git(tmp_path, "init", "-q", "repository")
    begin(tmp_path / "repository")
    assert load_corpus(tmp_path / "repository").errors == 0


@git
def test_git_neither_changes_texts_and_originals_nor_keeps_schemas(folder: Path):
    uncomment(folder)
    texts = {"sources/a.txt": b"one\ntwo\r\n", "sources/deep/b.txt": b"x\n", "originals/c.html": b"y\r\nz\n"}
    for name, data in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    in_git(folder, "init", "-q")
    in_git(folder, "add", "-A")
    in_git(folder, "commit", "-qm", "all")
    names = in_git(folder, "ls-files").stdout.split()
    assert not any(name.startswith(".schema") for name in names)
    assert ".taplo.toml" in names
    in_git(folder.parent, "clone", "-q", folder.name, "clone")
    for name, data in texts.items():
        assert (folder.parent / "clone" / name).read_bytes() == data


@git
@pytest.mark.parametrize("within", ["", "deeper/corpus"])
def test_the_hook_refuses_what_is_staged_with_an_error_and_nothing_else(tmp_path: Path, within: str):
    top = tmp_path / "repository"
    corpus = top / within
    corpus.parent.mkdir(parents=True, exist_ok=True)
    begin(corpus)
    uncomment(corpus)
    in_git(top, "init", "-q")
    in_git(top, "config", "core.hooksPath", f"{within}/.githooks".lstrip("/"))
    in_git(top, "add", "-A")
    assert in_git(top, "commit", "-qm", "sound", check=False).returncode == 0
    sound = (corpus / "events.toml").read_text()
    (corpus / "events.toml").write_text(sound.replace("title =", "titel ="))
    in_git(top, "add", "-A")
    # Mended in the folder, but not in what is committed.
    (corpus / "events.toml").write_text(sound)
    done = in_git(top, "commit", "-qm", "broken", check=False)
    assert (done.returncode, "S004" in done.stdout + done.stderr) == (1, True)
    assert "Not committed" in done.stderr
    in_git(top, "add", "-A")
    assert in_git(top, "commit", "-qm", "mended", "--allow-empty", check=False).returncode == 0
    assert in_git(top, "status", "--short").stdout == ""
