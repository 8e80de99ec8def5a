"""`dprk-tui suggest`: the candidates as lines and as JSON, as of a day, under a filter; it writes nothing."""

import json
import re
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.corpus.vocabulary import CandidateKind
from tests.benchmarks.mixed_claims import write_corpus
from tests.cli.running import PROGRAM, ROOT, run
from tests.odd.corpora import CORPORA
from tests.tui.terminal import Terminal
from tui.state.context import CLAIMS_AT_ONCE


@pytest.fixture
def every(tmp_path: Path) -> Path:
    CORPORA["candidates of every kind"]().load(tmp_path / "corpus")
    return tmp_path / "corpus"


def test_each_candidate_is_a_reason_and_its_two_sentences(every: Path):
    files = {it: it.read_bytes() for it in every.rglob("*") if it.is_file()}
    done = run("suggest", every)
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    corpus = load_corpus(every)
    heads = [line for line in lines if line.startswith("likely ")]
    said = [line for line in lines if not line.startswith("likely ") and "Not to be taken" not in line]
    assert len(said) == 2 * len(heads)
    assert all(line.split()[0] in corpus.claims for line in said)
    assert sum("Not to be taken for one" in line for line in lines) == 1
    assert b"None of them is a verdict." in done.stderr
    assert {it: it.read_bytes() for it in every.rglob("*") if it.is_file()} == files


def test_json_has_the_same(every: Path):
    rows = json.loads(run("suggest", every, "--format", "json").stdout)
    lines = run("suggest", every).stdout.decode().splitlines()
    assert len(rows) == sum(line.startswith("likely ") for line in lines)
    assert {row["kind"] for row in rows} == {it.value for it in CandidateKind}
    claims = load_corpus(every).claims
    for row in rows:
        assert set(row) == {"kind", "between", "reason", "claims", "quotes", "kept_apart"}
        assert all(name in claims for side in row["claims"] for name in side)
        assert len(row["quotes"]) == 2
    assert [row["kept_apart"] for row in rows if row["kept_apart"]] == ["k"]


def test_as_of_a_day_and_under_a_filter():
    every = json.loads(run("suggest", "--format", "json").stdout)
    then = json.loads(run("suggest", "--format", "json", "--as-of", "2025-04-30").stdout)
    assert every
    assert then
    assert not any(name.startswith("kd-") for row in then for side in row["claims"] for name in side)
    some = json.loads(run("suggest", "--format", "json", "--filter", "who:xi").stdout)
    assert 0 < len(some) < len(every)
    assert all(row in every for row in some)


def test_where_there_is_none_that_is_said(tmp_path: Path):
    CORPORA["no claim"]().load(tmp_path / "corpus")
    done = run("suggest", tmp_path / "corpus")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"No candidate is left" in done.stderr
    assert json.loads(run("suggest", tmp_path / "corpus", "--format", "json").stdout) == []


@pytest.mark.parametrize(
    "arguments", [["--format", "github"], ["--as-of", "nonsense"], ["--filter", "nope:x"]]
)
def test_nonsense_is_one_sentence(arguments: list[str]):
    done = run("suggest", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("large") / "corpus", CLAIMS_AT_ONCE + 100)


def test_of_many_claims_it_is_said_on_a_terminal_how_far_it_has_come(large: Path):
    command = [*PROGRAM, "suggest", str(large), "--format", "json"]
    terminal = Terminal(["bash", "-c", '"$@" >/dev/null', "bash", *command], 100, 24, ROOT)
    assert terminal.close() == 0
    assert re.search(r"Looking for candidates: 0 of [\d,]+", terminal.heard)
    assert re.search(r"Looking for candidates: [1-9][\d,]* of [\d,]+", terminal.heard)
    left = [row.strip() for row in terminal.rows if row.strip()]
    assert all("Looking for" not in row for row in left), "it is gone when all is found"


def test_an_interrupted_search_ends_with_an_empty_line_and_nothing_else(large: Path):
    terminal = Terminal([*PROGRAM, "suggest", str(large)], 100, 24, ROOT)
    terminal.wait(lambda: "Looking for" in terminal.heard, "that it has begun")
    terminal.send("\x03")
    assert terminal.close() == 130
    assert not any("Traceback" in row or "Looking" in row for row in terminal.rows)


def test_into_a_pipe_it_says_nothing_of_the_kind(large: Path):
    done = run("suggest", large)
    assert done.returncode == 0
    assert b"Looking" not in done.stderr
    assert b"\x1b" not in done.stderr + done.stdout
