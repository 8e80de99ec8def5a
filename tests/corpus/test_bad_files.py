"""Files that are missing, changed, not text, too large or no files at all: one clear line each."""

import hashlib
import os
from pathlib import Path

import pytest

from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from tests.corpus.spoiled import FILES, TEXT, A, add, found, spoil


def test_a_changed_text_is_said_to_have_changed(folder: Path):
    spoil(folder, "sources/a.txt", "long", "so long")
    digest = hashlib.sha256((folder / "sources/a.txt").read_bytes()).hexdigest()
    assert found(folder) == [
        f"{A}:5:1: the text has another SHA-256, {digest}; it was changed since it was curated"
    ]


def test_a_text_that_is_not_utf_8_says_where(folder: Path):
    old, new = TEXT.encode(), b"On Monday\ncaf\xe9"
    spoil(folder, A, hashlib.sha256(old).hexdigest(), hashlib.sha256(new).hexdigest())
    (folder / "sources/a.txt").write_bytes(new)
    assert found(folder) == [
        "sources/a.txt:2:4: not UTF-8: byte 0xE9 at offset 13 (line 2); it must be UTF-8"
    ]


def test_a_record_file_that_is_not_utf_8_says_where(folder: Path):
    (folder / "events.toml").write_bytes(b"\n\xff")
    assert found(folder) == ["events.toml:2:1: not UTF-8: byte 0xFF; it must be UTF-8"]


def test_a_text_without_its_records_and_records_without_their_text(folder: Path):
    (folder / "sources/a.txt").rename(folder / "sources/b.txt")
    assert found(folder) == [
        "sources/a.txt: there is no such file; put the text there",
        "sources/b.txt: it is not curated yet; write its [source] into sources/b.toml",
    ]


def test_a_missing_file_is_named(folder: Path):
    (folder / "entities.toml").unlink()
    assert found(folder) == ["entities.toml: there is no such file; write it, with an [[entity]] for each"]


def test_conflicts_may_be_absent_and_nothing_else(folder: Path):
    assert not (folder / "conflicts.toml").exists()
    for name in ("corpus.toml", "entities.toml", "events.toml"):
        (folder / name).unlink()
    assert [line.partition(":")[0] for line in found(folder)] == [
        "corpus.toml",
        "entities.toml",
        "events.toml",
    ]


def test_where_there_is_no_source_nothing_else_need_be_there(folder: Path):
    for name in FILES:
        if name != "corpus.toml":
            (folder / name).unlink()
    corpus = load_corpus(folder)
    assert (corpus.errors, corpus.lost, corpus.sources) == (0, 0, {})
    assert [finding.code for finding in corpus.findings] == ["F014"]
    (folder / "sources").rmdir()
    assert load_corpus(folder).findings == corpus.findings


def test_a_folder_of_other_things_is_no_corpus(tmp_path: Path):
    (tmp_path / "README.md").write_bytes(b"A corpus to be.")
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path)
    assert str(caught.value) == f"{tmp_path}: holds no corpus; a corpus begins with a corpus.toml"
    assert caught.value.unusable


def test_a_link_out_of_the_corpus_is_not_followed(folder: Path, tmp_path: Path):
    outside = tmp_path / "outside.txt"
    (folder / "sources/a.txt").rename(outside)
    (folder / "sources/a.txt").symlink_to(outside)
    assert found(folder) == [
        "sources/a.txt: it is a link that leads out of the corpus folder; put the file itself there"
    ]


def test_a_link_to_itself_is_one_line(folder: Path):
    (folder / "sources/a.txt").unlink()
    (folder / "sources/a.txt").symlink_to("a.txt")
    assert len(found(folder)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_refused_and_does_not_hang(folder: Path):
    (folder / "sources/a.txt").unlink()
    os.mkfifo(folder / "sources/a.txt")
    assert found(folder) == ["sources/a.txt: it is not a regular file"]


def test_a_folder_where_a_file_should_be_is_refused(folder: Path):
    (folder / "events.toml").unlink()
    (folder / "events.toml").mkdir()
    assert found(folder) == ["events.toml: it is not a regular file"]


def test_a_file_beyond_the_bound_is_not_read_and_the_bound_can_be_moved(folder: Path):
    size = (folder / A).stat().st_size
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder, max_bytes=size - 1)
    assert str(caught.value.findings[0]) == f"{A}: it has {size:,} bytes; at most {size - 1:,} are read"
    assert load_corpus(folder, max_bytes=size).claims.keys() == {"c1"}


def test_nesting_that_is_too_deep_is_one_line(folder: Path):
    add(folder, "events.toml", "x = " + "[" * 100_000)
    assert found(folder) == [
        'events.toml:1:1: it is nested too deeply to be read; the event "visit" is left out'
    ]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("nowhere", "does not exist; name a folder that holds a corpus.toml"),
        ("empty", "is empty; a corpus begins with a corpus.toml"),
        ("file", "is not a folder; name a folder that holds a corpus.toml"),
    ],
)
def test_where_there_is_nothing_to_check_that_is_said(tmp_path: Path, name: str, what: str):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {what}"
    assert caught.value.unusable
