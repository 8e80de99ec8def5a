"""What was obtained: of which kind it is, where a copy is, and which file is kept."""

import hashlib
import os
from pathlib import Path

import pytest

from model.corpus import originals
from model.corpus.load import load_corpus
from model.exchange.cited import cited
from model.exchange.laid_out import plain_text
from tests.corpus.spoiled import A, findings_in, spoil


def with_original(folder: Path, fields: str) -> list[str]:
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    spoil(folder, A, 'title = "a visit comes"', f'title = "a visit comes"\n{fields}')
    return [f"{it.code} {it.field}" for it in findings_in(folder)]


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("originals/a.pdf", ["F026 source.original"]),
        ("a.html", ["F026 source.original"]),
        ("originals/b.pdf", ["F024 source.original.file"]),
        ("originals", ["F024 source.original.file"]),
        ("originals/out.pdf", ["F024 source.original.file"]),
        ("../a.pdf", ["M034 source.original.file"]),
        ("/a.pdf", ["M034 source.original.file"]),
        ("sources/a.pdf", ["M034 source.original.file"]),
        ("..\\\\a.pdf", ["M034 source.original.file"]),
    ],
)
def test_an_original_lies_within_the_corpus_beside_its_texts(folder: Path, file: str, found: list[str]):
    keep(folder, "a.html")
    keep(folder, "../a.pdf")
    (folder / "originals").mkdir()
    keep(folder, "originals/a.pdf")
    keep(folder, "sources/a.pdf")
    (folder / "originals/out.pdf").symlink_to("../../a.pdf")
    assert with_original(folder, f'original = {{ file = "{file}" }}') == found


def keep(folder: Path, file: str) -> str:
    (folder / file).write_bytes(b"%PDF" * 500_000)
    return hashlib.sha256(b"%PDF" * 500_000).hexdigest()


def test_its_digest_is_that_of_the_file_and_one_that_is_not_says_what_to_paste(folder: Path):
    digest = keep(folder, "a.pdf")
    assert with_original(folder, f'original = {{ file = "a.pdf", sha256 = "{digest}" }}') == []
    (folder / "a.pdf").write_bytes(b"")
    (said,) = findings_in(folder)
    assert (said.code, said.field) == ("F025", "source.original.sha256")
    assert hashlib.sha256(b"").hexdigest() in said.message


@pytest.mark.parametrize("sha256", ["", ', sha256 = "abc"', ", sha256 = 7"])
def test_a_digest_that_is_missing_or_none_says_what_to_paste(folder: Path, sha256: str):
    digest = keep(folder, "a.pdf")
    with_original(folder, f'original = {{ file = "a.pdf"{sha256} }}')
    said = findings_in(folder)[0]
    assert said.message.endswith(f'paste sha256 = "{digest}"')
    assert digest != hashlib.sha256((folder / "sources/a.txt").read_bytes()).hexdigest()


def test_what_is_too_large_or_no_file_is_said_and_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch):
    keep(folder, "a.pdf")
    monkeypatch.setattr(originals, "MAX_DOCUMENT_BYTES", 1_999_999)
    assert with_original(folder, 'original = { file = "a.pdf" }') == ["F024 source.original.file"]
    assert "at most 1,999,999 are read" in findings_in(folder)[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_no_original_and_does_not_hang(folder: Path):
    os.mkfifo(folder / "a.pdf")
    assert with_original(folder, 'original = { file = "a.pdf" }') == ["F024 source.original.file"]


def test_a_text_among_the_originals_is_no_source(folder: Path):
    (folder / "originals").mkdir()
    (folder / "originals/b.txt").write_bytes(b"a page")
    (folder / "originals/b.toml").write_bytes(b"[source")
    assert [*load_corpus(folder).sources] == ["a"]
    assert findings_in(folder) == ()


def test_a_citation_says_of_which_kind_it_is_and_where_a_copy_is(folder: Path):
    assert with_original(folder, 'medium = "web-page"\narchived = "https://archive.example/1"') == []
    corpus = load_corpus(folder)
    found = cited(corpus, corpus.sources["a"])
    assert found.words.endswith(", web page")
    assert plain_text(found.obtained) == "archived at https://archive.example/1"
