"""Reading a folder again finds what reading it for the first time would: corpus, findings, and every answer.

Files change, come and go, are broken and mended, one step after the other; what has not changed is not made out anew.
"""

import random
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError, Finding
from model.corpus.load import Loaded, load_files
from model.corpus.syntax import toml_table
from model.curate.reload import Rereader
from model.exchange.to_folder import write_corpus
from model.index.archive import Archive, open_archive
from model.index.protocol import Index
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from tests.begun import begun
from tests.curate.folder import BUNDLED, copy_of
from tests.effort import examples
from tests.index.everything import everything
from tests.strategies import corpora

AMBASSADOR = "sources/kd-ambassador.toml"


def opened(loaded: Loaded, folder: Path) -> Archive:
    return open_archive(loaded.corpus, None, 0, str(folder), loaded.files, parts=loaded.parts)


def assert_same_answers(one: Index, corpus: Corpus) -> None:
    """That an index answers as one made of the corpus for the first time."""
    other = SqliteIndex(corpus)
    assert one.steps == other.steps
    searches = ["a", "has:conflict", *(f"who:{name}" for name in [*corpus.entities][:2])]
    for step in other.steps[-1:]:
        when = AsOf(step.day)
        answers = [everything(it.at(when), corpus, (), searches, [step.day - 3]) for it in (one, other)]
        # Of so much, nobody reads what pytest makes of a difference.
        wrong = [asked for asked, answer in answers[0].items() if answer != answers[1][asked]]
        assert wrong == []


def edited(text: str, chance: random.Random) -> str:
    """A file as somebody leaves it: with a line twice, without one, with another in its place, or half of it."""
    lines = text.split("\n")
    at, other = (chance.randrange(len(lines)) for _ in range(2))
    match chance.randrange(5):
        case 0:
            lines.insert(at, lines[other])
        case 1:
            del lines[at]
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = lines[at].replace('"', "'", 1) or "# nothing"
        case _:
            lines = lines[:at]
    return "\n".join(lines)


def one_step(folder: Path, first: Mapping[Path, bytes], chance: random.Random) -> None:
    """Let something happen to a file: it changes, goes, or is as it was in the beginning."""
    file = chance.choice([*first])
    match chance.randrange(6):
        case 0:
            file.unlink(missing_ok=True)
        case 1 | 2:
            file.write_bytes(first[file])
        case _ if file.exists():
            file.write_text(edited(file.read_bytes().decode("utf-8"), chance), "utf-8", newline="")
        case _:
            file.write_bytes(b"")


@pytest.mark.tireless
@examples(25)
@given(st.data())
def test_whatever_happens_to_its_files(data: st.DataObject):
    corpus = data.draw(corpora() | begun(corpora()))
    chance = random.Random(data.draw(st.integers(0, 10**9)))
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "corpus"
        write_corpus(corpus, folder)
        first = {file: file.read_bytes() for file in sorted(folder.rglob("*.t*")) if file.is_file()}
        before = load_files(folder)
        index = SqliteIndex(before.corpus)
        parts = before.parts
        for _ in range(4):
            one_step(folder, first, chance)
            try:
                fresh: Loaded | tuple[Finding, ...] = load_files(folder)
            except CorpusError as error:
                fresh = error.findings
            try:
                again: Loaded | tuple[Finding, ...] = load_files(folder, before=parts)
            except CorpusError as error:
                again = error.findings
            if isinstance(fresh, tuple) or isinstance(again, tuple):
                assert again == fresh
                continue
            assert again.corpus == fresh.corpus
            assert again.corpus.findings == fresh.corpus.findings
            assert again.corpus.drafts == fresh.corpus.drafts
            assert again.corpus.with_drafts == fresh.corpus.with_drafts
            assert (again.corpus.lost, again.files) == (fresh.corpus.lost, fresh.files)
            index, parts = index.changed_to(again.corpus), again.parts
            assert_same_answers(index, fresh.corpus)


@pytest.mark.tireless
@examples(25)
@given(corpora() | begun(corpora()), corpora())
def test_the_index_of_any_corpus_becomes_that_of_any_other(one, other):
    changed = SqliteIndex(one).changed_to(other)
    assert_same_answers(changed, other)
    assert_same_answers(changed.changed_to(one), one)


def test_the_index_before_stays_as_it_is(tmp_path: Path):
    folder = copy_of(BUNDLED, tmp_path / "corpus")
    archive = opened(load_files(folder), folder)
    before = everything(archive.at(archive.default), archive.corpus, (), ["moscow"])
    (folder / "events.toml").write_bytes((folder / "events.toml").read_bytes().replace(b"Kim", b"He"))
    now = Rereader(archive).read()
    assert now is not None
    assert everything(now.at(now.default), now.corpus, (), ["moscow"]) != before
    assert everything(archive.at(archive.default), archive.corpus, (), ["moscow"]) == before


def test_only_what_has_changed_is_made_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = copy_of(BUNDLED, tmp_path / "corpus")
    archive = opened(load_files(folder), folder)
    made_out: list[str] = []

    def told(data: bytes, file: str) -> object:
        made_out.append(file)
        return toml_table(data, file)

    monkeypatch.setattr("model.corpus.part_reading.toml_table", told)
    (folder / AMBASSADOR).write_bytes((folder / AMBASSADOR).read_bytes() + b"\n# Looked through.\n")
    now = Rereader(archive).read()
    assert now is not None
    assert made_out == ["corpus.toml", AMBASSADOR]
    assert now.corpus == archive.corpus
    assert all(now.corpus.claims[name] is claim for name, claim in archive.corpus.claims.items()
               if claim.source != "kd-ambassador")  # fmt: skip


def test_an_original_that_has_changed_is_seen(tmp_path: Path):
    folder = copy_of(BUNDLED, tmp_path / "corpus")
    page = folder / "originals/page.html"
    page.parent.mkdir()
    page.write_bytes(b"<p>A page.</p>")
    records = (folder / AMBASSADOR).read_text("utf-8")
    named = '[source]\noriginal = { file = "originals/page.html" }\n'
    (folder / AMBASSADOR).write_text(records.replace("[source]\n", named, 1), "utf-8")
    before = load_files(folder)
    page.write_bytes(b"<p>Another page.</p>")
    again = load_files(folder, before=before.parts)
    assert again.corpus.findings == load_files(folder).corpus.findings != before.corpus.findings
    page.unlink()
    assert load_files(folder, before=again.parts).corpus.findings == load_files(folder).corpus.findings


EDITS = {
    "the place of an event": ("events.toml", 'place = "moscow"', 'place = "pyongyang"'),
    "a title": ("events.toml", 'title = "', 'title = "So: '),
    "what an event is a part of": ("events.toml", "part_of", "# part_of"),
    "a verdict": ("conflicts.toml", "preferred = ", "# preferred = "),
    "the kind of a conflict": ("conflicts.toml", 'kind = "contradiction"', 'kind = "gradient"'),
    "who published a document": (AMBASSADOR, 'publisher = "korea-daily"', 'publisher = "kremlin"'),
    "who was told": (AMBASSADOR, "public = false", "public = true"),
    "an origin": (AMBASSADOR, "origin = ", "# origin = "),
    "what is superseded": (AMBASSADOR, "supersedes = ", "# supersedes = "),
    "a day": (AMBASSADOR, 'edtf = "2025-05-05"', 'edtf = "2025-05-04"'),
    "a name": ("entities.toml", 'name = "', 'name = "The '),
}


@pytest.mark.parametrize("version", [1, 2])
def test_when_the_folder_says_another_format(tmp_path: Path, version: int):
    folder = copy_of(BUNDLED, tmp_path / "corpus")
    before = load_files(folder)
    info = folder / "corpus.toml"
    info.write_text(info.read_text("utf-8").replace("format = 3", f"format = {version}"), "utf-8")
    fresh, again = (load_files(folder, before=parts).corpus for parts in ({}, before.parts))
    assert again.findings == fresh.findings
    assert len(again.findings) > len(before.corpus.findings)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_one_edit(tmp_path: Path, edit: tuple[str, str, str]):
    folder = copy_of(BUNDLED, tmp_path / "corpus")
    file, old, new = edit
    before = load_files(folder)
    text = (folder / file).read_text("utf-8")
    for at in [it.start() for it in re.finditer(re.escape(old), text)][:2]:
        (folder / file).write_text(text[:at] + new + text[at + len(old) :], "utf-8")
        fresh, again = load_files(folder), load_files(folder, before=before.parts)
        assert (again.corpus, again.corpus.findings) == (fresh.corpus, fresh.corpus.findings)
        assert_same_answers(SqliteIndex(before.corpus).changed_to(again.corpus), fresh.corpus)
