"""A corpus is written whole, to a new place, as a curator would write it."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.records import Conflict
from model.corpus.vocabulary import ConflictKind
from model.exchange.to_folder import write_corpus
from model.exchange.to_toml import toml
from tests.handmade import corpus_of

LINES = """
    plan   2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
    doubt  2025-05-02  expected   PR-  -           supersedes=plan
"""


@pytest.fixture
def corpus() -> Corpus:
    """A small corpus."""
    return corpus_of(LINES)


def test_a_new_folder_and_an_empty_one_are_written_to(corpus: Corpus, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        write_corpus(corpus, tmp_path / name)
        assert load_corpus(tmp_path / name) == corpus


def test_an_empty_folder_stays_the_one_that_somebody_is_in(corpus: Corpus, tmp_path: Path):
    before = tmp_path.stat().st_ino
    write_corpus(corpus, tmp_path)
    assert tmp_path.stat().st_ino == before
    assert {path.name for path in tmp_path.iterdir()} == {
        "corpus.toml",
        "entities.toml",
        "events.toml",
        "sources",
    }


def test_what_cannot_be_moved_in_place_is_moved_back(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if path.name == "sources" and target.parent == tmp_path:
            raise OSError("no")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OSError, match="no"):
        write_corpus(corpus, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_anything_is_refused_and_left_alone(corpus: Corpus, tmp_path: Path):
    (tmp_path / "mine").write_bytes(b"x")
    with pytest.raises(FileExistsError) as caught:
        write_corpus(corpus, tmp_path)
    assert str(caught.value) == f"{tmp_path} is there already; name a folder that is new or empty"
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_file_is_refused_and_left_alone(corpus: Corpus, tmp_path: Path):
    (tmp_path / "mine").write_bytes(b"x")
    with pytest.raises(FileExistsError):
        write_corpus(corpus, tmp_path / "mine")
    assert (tmp_path / "mine").read_bytes() == b"x"


def test_a_name_as_long_as_names_can_be_is_written_to(corpus: Corpus, tmp_path: Path):
    write_corpus(corpus, tmp_path / ("x" * 250))
    assert load_corpus(tmp_path / ("x" * 250)) == corpus


def test_a_link_that_leads_back_to_itself_is_refused_by_the_system(corpus: Corpus, tmp_path: Path):
    (tmp_path / "ring").symlink_to("ring")
    with pytest.raises(OSError, match="ring") as caught:
        write_corpus(corpus, tmp_path / "ring")
    assert caught.value.strerror
    assert [path.name for path in tmp_path.iterdir()] == ["ring"]


@pytest.mark.parametrize("key", ["a b", "x = 1\n[[claim]]", 'quoted"', "", "a.b", "7", "최"])
def test_any_key_is_written_so_that_it_is_read_as_itself(corpus: Corpus, key: str):
    claim = msgspec.structs.replace(corpus.claims["plan"], roles={key: "kremlin"})
    conflict = Conflict(
        id="c",
        kind=ConflictKind.LABEL,
        topic="t",
        claims=("plan", "doubt"),
        reason="r",
        readings={key: "x"},
    )
    written = tomllib.loads(toml([("claim", claim), ("conflict", conflict)]))
    assert written["claim"][0]["roles"] == {key: "kremlin"}
    assert written["conflict"][0]["readings"] == {key: "x"}


def test_a_failure_half_way_leaves_nothing_behind(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write = Path.write_bytes

    def full_disk(path: Path, data: bytes) -> int:
        if path.suffix == ".txt":
            raise OSError("no space left")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="no space left"):
        write_corpus(corpus, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_the_files_read_as_a_curator_would_write_them(corpus: Corpus, tmp_path: Path):
    write_corpus(corpus, tmp_path / "new")
    assert (
        tmp_path / "new/events.toml"
    ).read_text() == '[[event]]\nid = "visit"\ntype = "visit"\ntitle = "visit"\n'
    assert not (tmp_path / "new/conflicts.toml").exists()
    source, *records = (tmp_path / "new/sources/paper.toml").read_text().split("\n\n")
    assert source.startswith('[source]\ntitle = "paper"\npublisher = "paper"\nlanguage = "en"\npublished = {')
    assert (
        records[0]
        == """\
[[statement]]
id = "said-plan"
quote = "<plan>"
chain = [{ who = "kremlin", record = "on-record" }]
on = { edtf = "2025-05-01", basis = "external", reasoning = "x" }
public = true"""
    )
    assert (
        records[3]
        == """\
[[claim]]
id = "doubt"
event = "visit"
statement = "said-doubt"
quote = "<doubt>"
status = "expected"
factuality = "PR-"
supersedes = ["plan"]
"""
    )
