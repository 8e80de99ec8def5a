"""`dprk-tui check`: what it prints where, in which format, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Done, run
from tests.corpus.spoiled import FILES, A, add, spoil

ALONE = '\n[[event]]\nid = "alone"\ntype = "talks"\ntitle = "Alone"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    (root / "sources").mkdir(parents=True)
    for name, text in FILES.items():
        (root / name).write_bytes(text.encode())
    return root


def test_a_sound_corpus_has_nothing_on_standard_output(folder: Path):
    done = run("check", folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"verified; nothing is wrong." in done.stderr


def test_a_finding_is_one_line_that_editors_read(folder: Path):
    add(folder, "events.toml", ALONE)
    spoil(folder, A, 'quote = "a visit', 'quote = "no visit')
    done = run("check", folder)
    assert done.returncode == 1
    assert [line.partition("]: ")[0] for line in done.stdout.decode().splitlines()] == [
        f"{folder}/events.toml:6:1: warning[M006",
        f"{folder}/{A}:11:1: error[Q001",
        f"{folder}/events.toml:1:1: error[X001",
    ]
    assert done.stderr.decode().startswith("Mini: 2 errors, 1 warning; 2 records left out. ")


def test_warnings_alone_are_no_failure_unless_one_is_strict(folder: Path):
    add(folder, "events.toml", ALONE)
    assert run("check", folder).returncode == 0
    assert run("check", folder, "--strict").returncode == 1


def test_notes_alone_are_no_failure_however_strict(tmp_path: Path):
    (tmp_path / "corpus.toml").write_text(FILES["corpus.toml"])
    done = run("check", tmp_path, "--strict")
    assert (done.returncode, done.stdout.count(b"note[F014]: ")) == (0, 1)


def test_where_nothing_is_sound_the_findings_are_printed_and_the_status_is_2(folder: Path):
    spoil(folder, A, 'language = "en"', "language = en")
    done = run("check", folder)
    assert (done.returncode, b"error[F007]" in done.stdout) == (2, True)
    assert b"nothing in it is sound" in done.stderr
    for command in (["print"], ["export", "--to", "csv"], ["open"]):
        done = run(*command, folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(f"{A}:4:12: not TOML: ".encode())


@pytest.mark.parametrize("command", [["print"], ["export", "--to", "json"], ["open"]])
def test_what_is_sound_opens_and_one_line_says_that_not_all_is(folder: Path, command: list[str]):
    second = FILES[A].partition("[[claim]]")[2].replace('"c1"', '"c2"').replace("CT+", "PR+")
    add(folder, A, f"[[claim]]{second}")
    done = run(*command, folder)
    assert (done.returncode, done.stderr) == (0, b"1 error left out; run dprk-tui check\n")
    assert b"A visit" in done.stdout
    spoil(folder, "entities.toml", "Korea Daily", "Korea Daily\\u0000")
    add(folder, "events.toml", ALONE + "x = 1\n")
    assert run(*command, folder).stderr == b"2 errors left out; run dprk-tui check\n"


def findings(folder: Path, to: str) -> Done:
    return run("check", folder, "--format", to)


def test_json_has_all_that_there_is_to_say(folder: Path):
    assert json.loads(findings(folder, "json").stdout) == []
    spoil(folder, A, 'factuality = "CT+"', 'factuality = "PR+"')
    row, other = json.loads(findings(folder, "json").stdout)
    assert row == {
        "file": f"{folder}/{A}",
        "line": 14,
        "column": 1,
        "severity": "error",
        "code": "M004",
        "name": "word-and-certainty",
        "message": '"scheduled" cannot be PR+; it goes with CT+, and PR+ with occurred or ongoing or expected',
        "kind": "claim",
        "record": "c1",
        "field": "claim[0].factuality",
    }
    assert other["code"] == "X001"


def test_github_reads_commands(folder: Path):
    spoil(folder, A, 'words = "May 9"', 'words = "9%,: May"')
    first, second = findings(folder, "github").stdout.decode().splitlines()
    assert first == (
        f"::error file={folder}/{A},line=12,col=31,title=Q005 words-outside::"
        '"9%25,: May" is not inside the quote; write the source\'s own words, letter for letter'
    )
    assert second.startswith("::error file=")


@pytest.mark.parametrize("name", ["Q001", "q001", "quote-missing"])
def test_a_code_is_explained_with_cause_example_and_remedy(name: str):
    done = run("check", "--explain", name)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "Q001 quote-missing: error"
    assert [line.split()[0] for line in lines[1:]] == ["cause", "example", "remedy"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Q099", 'of quotes there are Q001 to Q030, did you mean "Q030"?'),
        ("quote-mising", 'did you mean "quote-missing"?'),
        ("\x1b[2J", "a finding has its code in brackets, as in error[Q001]"),
        ("", "a finding has its code in brackets, as in error[Q001]"),
        ("Q" + "9" * 5000, 'did you mean "Q030"?'),
    ],
)
def test_of_an_unknown_code_the_nearest_is_said(name: str, hint: str):
    done = run("check", "--explain", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert hint in done.stderr.decode()
    assert b"\x1b" not in done.stderr
