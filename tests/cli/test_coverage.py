"""`dprk-tui check --coverage`: what nothing is made of, one a line, as editors read it."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.corpus.spoiled import FILES, A, spoil


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    (root / "sources").mkdir(parents=True)
    for name, text in FILES.items():
        (root / name).write_bytes(text.encode())
    return root


def test_each_gap_is_a_line_with_its_place_and_what_a_date_would_mean(folder: Path):
    done = run("check", "--coverage", folder)
    text = folder / "sources" / "a.txt"
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        (
            f'{text}:1:1: date word "On Monday": Mon 5 May 2025, derived-weekday from "On Monday". '
            "The last Monday up to the source's date, Mon 5 May 2025."
        ),
        f'{text}:1:14: reporting verb "said"',
        f'{text}:2:1: sentence "It will not be long, he said."',
        f'{text}:2:25: reporting verb "said"',
    ]
    assert done.stderr == b"Mini: 1 sentence, 1 date word, 2 reporting verbs that nothing is made of.\n"


def test_json_has_places_and_meanings_for_programs(folder: Path):
    rows = json.loads(run("check", "--coverage", "--format", "json", folder).stdout)
    assert len(rows) == 4
    assert rows[0] == {
        "file": str(folder / "sources" / "a.txt"),
        "line": 1,
        "column": 1,
        "start": 0,
        "end": 9,
        "kind": "date",
        "words": "On Monday",
        "quoted": False,
        "edtf": "2025-05-05",
        "basis": "derived-weekday",
        "reasoning": "The last Monday up to the source's date, Mon 5 May 2025.",
    }


def test_a_format_that_it_has_not_is_refused(folder: Path):
    done = run("check", "--coverage", "--format", "github", folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--coverage is printed as text or json; leave out --format github" in done.stderr


def test_that_there_are_errors_is_said(folder: Path):
    spoil(folder, A, 'quote = "a visit', 'quote = "no visit')
    done = run("check", "--coverage", folder)
    assert done.returncode == 0
    assert b"There is 1 error, and what has one fills no gap." in done.stderr


def test_hostile_text_is_spelled_out(folder: Path):
    text = folder / "sources" / "a.txt"
    text.write_bytes(text.read_bytes() + b"\nIt \x1b]52;c;x\x07 ends\xe2\x80\xae so.")
    done = run("check", "--coverage", folder)
    assert b"\x1b" not in done.stdout + done.stderr
    assert "\u202e" not in done.stdout.decode()
