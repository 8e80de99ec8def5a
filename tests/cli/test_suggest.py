"""`dprk-tui suggest`: the candidates as lines and as JSON, as of a day, under a filter; it writes nothing."""

import json
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.corpus.vocabulary import CandidateKind
from tests.cli.running import run
from tests.odd.corpora import CORPORA


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
