"""`dprk-tui check --coverage`: what nothing is made of, one a line, as editors read it."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.corpus.spoiled import FILES, A, spoil
from tests.hostile.corpus import hostile_corpus
from tests.hostile.harmless import harmful
from tests.hostile.payloads import PAYLOADS


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


def test_a_text_that_nobody_has_read_is_all_gaps(folder: Path):
    (folder / "sources" / "new.txt").write_text("He said on May 5, 2025, that he left yesterday.")
    lines = run("check", "--coverage", folder).stdout.decode().splitlines()
    assert [line.partition(".txt:")[2] for line in lines if "/new.txt:" in line] == [
        '1:1: sentence "He said on May 5, 2025, that he left yesterday."',
        '1:4: reporting verb "said"',
        '1:9: date word "on May 5, 2025": Mon 5 May 2025, explicit from "on May 5, 2025". Printed in full.',
        (
            '1:38: date word "yesterday": no date by itself, derived-relative from "yesterday". '
            "The source has no date near enough to count from."
        ),
    ]


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


def test_hostile_text_is_spelled_out(tmp_path: Path):
    hostile_corpus(tmp_path / "hostile")
    lines = [f"On Monday{payload}he said so." for payload in PAYLOADS]
    (tmp_path / "hostile" / "sources" / "new.txt").write_text("\n\n".join(lines), "utf-8", newline="")
    for arguments in ([], ["--format", "json"]):
        done = run("check", "--coverage", *arguments, tmp_path / "hostile")
        assert (done.returncode, b"On Monday" in done.stdout) == (0, True)
        assert harmful(done.stdout.decode() + done.stderr.decode()) == set()
