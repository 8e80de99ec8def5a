"""What was obtained: of which kind it is, where a copy is, and which file is kept."""

from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.exchange.cited import cited
from tests.corpus.spoiled import A, findings_in, spoil


def with_original(folder: Path, fields: str) -> list[str]:
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    spoil(folder, A, 'title = "a visit comes"', f'title = "a visit comes"\n{fields}')
    return [f"{it.code} {it.field}" for it in findings_in(folder)]


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("originals/a.pdf", []),
        ("a.html", []),
        ("../a.pdf", ["M034 source.original.file"]),
        ("/a.pdf", ["M034 source.original.file"]),
        ("sources/a.pdf", ["M034 source.original.file"]),
        ("..\\\\a.pdf", ["M034 source.original.file"]),
    ],
)
def test_an_original_lies_within_the_corpus_beside_its_texts(folder: Path, file: str, found: list[str]):
    assert with_original(folder, f'original = {{ file = "{file}" }}') == found


def test_its_digest_is_one(folder: Path):
    said = with_original(folder, 'original = { file = "a.pdf", sha256 = "abc" }')
    assert said[0] == "S013 source.original.sha256"


def test_a_citation_says_of_which_kind_it_is_and_where_a_copy_is(folder: Path):
    assert with_original(folder, 'medium = "web-page"\narchived = "https://archive.example/1"') == []
    corpus = load_corpus(folder)
    found = cited(corpus, corpus.sources["a"])
    assert found.words.endswith(", web page")
    assert found.obtained == "archived at https://archive.example/1"
