"""A file that means harm, or is broken, is refused in one sentence, and nothing is written."""

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from model.curate.intake.apart import extracted_apart
from model.curate.intake.extracted import NotTaken
from tests.curate.folder import files_in
from tests.curate.intake.fresh import add, fresh
from tests.curate.intake.made_archives import archives, wacz
from tests.curate.intake.made_documents import docx_files, epub, epubs, zipped
from tests.curate.intake.made_pdf import pdf

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTHING = b"\0" * 60_000_000


def _laughs() -> str:
    """XML whose entities expand to more than a thousand million letters."""
    declared = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + number)} "{f"&{chr(97 + number)};" * 10}">' for number in range(9)
    )
    body = f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
    return f'<?xml version="1.0"?><!DOCTYPE l [{declared}]>{body}'


def _with(data: bytes, name: str, content: str | bytes) -> bytes:
    """An archive with one file put in, or put in the place of another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {it: archive.read(it) for it in archive.namelist()}
    return zipped({**files, name: content})


def _warc_bomb() -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Length: 300000000\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    )
    return gzip.compress(head.encode() + b"\0" * 300_000_000, 1)


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "it is empty"),
    "blank": (lambda: b" \r\n\t", "it is empty"),
    "junk": (lambda: random.Random(1).randbytes(20_000), "it is binary"),
    "zeros": (lambda: b"abc\0\0def" * 100, "it is binary"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "OCR"),
    "old-office": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "save it as .docx"),
    "some-zip": (lambda: zipped({"a": "b"}), "none of .docx, .epub or .wacz"),
    "one-long-line": (lambda: b"x" * 10_000_000, "more than 5,000,000 characters"),
    "one-long-line-of-html": (lambda: b"<p>" + b"word " * 2_000_000, "more than 5,000,000 characters"),
    "script-alone": (lambda: b"<html><script>alert(1)</script></html>", "no visible words"),
    "deep": (lambda: b"<div>" * 200_000 + b"x", "more deeply than is read"),
    "laughs-docx": (lambda: _with(docx_files()[0].data, "word/document.xml", _laughs()), "XML entities"),
    "laughs-epub": (lambda: epub({"a.xhtml": _laughs()}), "XML entities"),
    "bomb-docx": (lambda: _with(docx_files()[0].data, "word/media/a.bin", _NOTHING), "200 times its size"),
    "bomb-epub": (lambda: epub({"a.xhtml": "<p>" + " " * 60_000_000}), "200 times its size"),
    "bomb-wacz": (lambda: wacz(_NOTHING, []), "200 times its size"),
    "bomb-warc": (_warc_bomb, "expands to more than"),
    "out-of-epub": (lambda: _with(epubs()[0].data, "../../x", "x"), "leads out of it"),
    "out-of-wacz": (lambda: _with(archives()[2].data, "..\\x", "x"), "leads out of it"),
    "out-of-docx": (lambda: _with(docx_files()[0].data, "/etc/x", "x"), "leads out of it"),
    "pdf-of-pictures": (lambda: pdf([[], []]), "it has no text"),
    "pdf-encrypted": (lambda: pdf([["a"]], encrypted=True), "it is encrypted"),
    "pdf-cut": (lambda: pdf([["a b c"]])[:200], "damaged, or cut off"),
    "docx-cut": (lambda: docx_files()[0].data[:3000], "damaged or cut off"),
    "epub-cut": (lambda: epubs()[0].data[:500], "damaged or cut off"),
    "wacz-cut": (lambda: archives()[2].data[:-100], "damaged or cut off"),
    "warc-cut": (lambda: archives()[0].data[:2500], "damaged or cut off"),
    "warc-gz-cut": (lambda: archives()[1].data[:-300], "damaged or cut off"),
    "mail-of-a-picture": (
        lambda: b"Subject: x\nFrom: y\nMIME-Version: 1.0\nContent-Type: image/png\n\nxx",
        "the message has no text",
    ),
    "mail-in-mail": (
        lambda: (
            b"From: a\nSubject: b\n"
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
                for number in range(300)
            )
            + b"\nx"
        ),
        "parts within parts",
    ),
    "no-subtitles": (lambda: b"1\n00:00:01,000 --> 00:00:02,000\n", "it has no subtitles"),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_in_one_sentence_and_nothing_is_written(case: str, tmp_path: Path):
    make, sentence = CASES[case]
    folder = fresh(tmp_path / "corpus")
    before = files_in(folder)
    done = add(folder, make(), name="a.bin")
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert (done.stdout, said.count("\n")) == (b"", 1), said
    assert sentence in said
    assert said.endswith("; nothing was written\n")
    assert files_in(folder) == before
    assert not (folder / "sources").exists()


def test_a_page_that_takes_too_long_is_given_up():
    # The parser looks for each attribute among all before it.
    page = b"<p " + b" ".join(b"a%d=1" % number for number in range(400_000)) + b">words"
    with pytest.raises(NotTaken, match="takes too long to read"):
        extracted_apart(page, "html", seconds=2)


def test_a_title_cannot_write_into_the_records_or_to_the_terminal(tmp_path: Path):
    folder = fresh(tmp_path / "corpus")
    evil = '\x1b]0;x\x07"""\n[[claim]]\nid = "evil"'
    page = f"<html><head><meta name=author content='{evil}\u202e'><title>{evil}</title></head><body><h1>{evil}</h1><p>a"
    done = add(folder, page.encode())
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stderr
    (records,) = (folder / "sources").glob("*.toml")
    assert all(ord(it) >= 32 or it == "\n" for it in records.read_text("utf-8"))
    assert "# authors = " in records.read_text("utf-8")
    assert "\u202e" not in records.read_text("utf-8")
    from model.corpus.reading import FolderReading

    reading = FolderReading(folder, 1_000_000)
    assert [it.message for it in reading.problems if "draft" not in it.message] == []
    assert reading.draft.claims == []
