"""How a stored text differs from the one that was curated: what programs do to texts is told from what people do."""

import hashlib
import unicodedata
from pathlib import Path

import pytest

from model.corpus.changed import how_changed
from tests.corpus.spoiled import FILES, TEXT, A, findings_in, spoil

CURATED = "Vučić said\n\nthat 김정은 comes.\nNot long."


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("curated", "text", "code", "words"),
    [
        (CURATED, CURATED.replace("\n", "\r\n"), "F021", "its lines end with CRLF where they ended with LF"),
        (CURATED.replace("\n", "\r\n"), CURATED, "F021", "its lines end with LF where they ended with CRLF"),
        (CURATED.replace("\n", "\r"), CURATED, "F021", "its lines end with LF where they ended with CR"),
        (CURATED, CURATED + "\n", "F022", "it has a final newline more"),
        (CURATED + "\n\n", CURATED + "\n", "F022", "it has lost a final newline"),
        (CURATED, CURATED.replace("said", "said \t"), "F022", "there are blanks at the ends of its lines"),
        (CURATED.replace("\n\n", "\n \n"), CURATED, "F022", "blanks on its empty lines are gone"),
        (CURATED, "\ufeff" + CURATED, "F022", "it begins with a byte order mark"),
        ("\ufeff" + CURATED, CURATED, "F022", "its byte order mark is gone"),
        (
            CURATED,
            unicodedata.normalize("NFD", CURATED),
            "F023",
            "its letters are in decomposed form where they were in composed form (NFC)",
        ),
        (
            unicodedata.normalize("NFD", CURATED),
            CURATED,
            "F023",
            "its letters are in composed form where they were in decomposed form (NFD)",
        ),
        (
            CURATED,
            CURATED.replace("\n", "\r\n") + "\r\n",
            "F021",
            "its lines end with CRLF where they ended with LF, and it has a final newline more",
        ),
        (CURATED, CURATED.replace("Not", "Very"), "F012", "it was changed since it was curated"),
        (CURATED, "", "F012", "it was changed since it was curated"),
    ],
)
def test_what_became_of_a_text(curated: str, text: str, code: str, words: str):
    assert how_changed(text, sha(curated)) == (code, words)


def test_blanks_that_a_hook_took_are_told_by_a_quote_that_had_them():
    was = "He said  \nthat. And more \nof it."
    now = "He said\nthat. And more\nof it."
    assert how_changed(now, sha(was), ["said  \nthat"])[0] == "F022"
    assert how_changed(now, sha(was), ["that. "])[0] == "F012"
    assert how_changed(now, sha(was), ["said\nthat"])[0] == "F012"


def test_the_finding_names_what_does_it(folder: Path):
    text = TEXT.replace("\r\n", "\n")
    spoil(folder, A, sha(TEXT), sha(text))
    (folder / "sources/a.txt").write_bytes(text.replace("\n", "\r\n").encode())
    (finding,) = (it for it in findings_in(folder) if not it.follows)
    assert finding.code == "F021"
    assert '"sources/**/*.txt -text"' in finding.message
    (folder / "sources/a.txt").write_bytes((text + "\n").encode())
    (finding,) = (it for it in findings_in(folder) if not it.follows)
    assert finding.code == "F022"
    assert "end-of-file-fixer" in finding.message


@pytest.mark.parametrize("line", ["", 'sha256 = "abc"', "sha256 = 1", f'sha256 = "{sha(TEXT).upper()}"'])
def test_a_digest_that_is_missing_or_none_is_there_to_paste(folder: Path, line: str):
    spoil(folder, A, f'sha256 = "{sha(TEXT)}"', line)
    (finding,) = (it for it in findings_in(folder) if not it.follows)
    assert finding.message.endswith(f'; paste sha256 = "{sha(TEXT)}"')


def test_of_many_changed_texts_the_first_ones_are_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("model.corpus.check_digests._MOST_READ", 1)
    for name in ("a", "b", "c"):
        (folder / f"sources/{name}.txt").write_bytes(f"{TEXT}\n".encode())
        (folder / f"sources/{name}.toml").write_text(FILES[A].partition("[[claim]]")[0])
    codes = [it.code for it in findings_in(folder) if it.code in {"F012", "F022"}]
    assert sorted(codes) == ["F012", "F012", "F022"]
