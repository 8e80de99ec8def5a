"""A later version of a source: both are kept, and of each quote it is said what became of it."""

from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.corpus.reading import FolderReading
from model.curate.intake.versions import Fate, fates
from tests.curate.folder import BUNDLED, copy_of, files_in
from tests.curate.intake.fresh import add

ID = "kjd-kim-unlikely"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = copy_of(BUNDLED, tmp_path / "corpus")
    info = folder / "corpus.toml"
    info.write_text(info.read_text("utf-8").replace("format = 1", "format = 2"), "utf-8")
    return folder


def old_text(folder: Path) -> str:
    return (folder / f"sources/{ID}.txt").read_text("utf-8")


def test_a_text_that_is_the_same_has_every_quote(folder: Path):
    draft = FolderReading(folder, 10_000_000).draft
    found = fates(draft, ID, "New on top.\n\n" + old_text(folder))
    corpus = load_corpus(folder)
    own = [it for it in corpus.claims.values() if it.source == ID]
    assert {it.fate for it in found} == {Fate.UNCHANGED}
    assert {f"claim {it.id}" for it in own} <= {it.record for it in found}
    assert all(it.new_line == it.line + 2 for it in found)


def test_what_is_moved_changed_or_gone_is_told_apart(folder: Path):
    draft = FolderReading(folder, 10_000_000).draft
    text = old_text(folder)
    moved = "Pyongyang is preparing to dispatch a delegation to Russia from May 7 to 10"
    assert moved in text
    text = f"{moved}\n\n" + text.replace(moved, "")
    of = {it.record: it for it in fates(draft, ID, text)}
    assert of["claim kjd-delegation"].fate is Fate.MOVED
    assert of["claim kjd-delegation"].new_line == 1
    assert sum(it.fate is Fate.MOVED for it in of.values()) == 1


def test_a_word_that_turns_the_meaning_is_shown_and_not_taken(folder: Path):
    text = (
        old_text(folder).replace("is preparing to dispatch", "is not preparing to dispatch").replace("’", "'")
    )
    before = files_in(folder)
    done = add(folder, text.encode(), "--new-version", ID, name="new.txt")
    assert done.returncode == 0, done.stderr
    said = done.stdout.decode()
    assert "changed   claim kjd-delegation, line " in said
    assert "Pyongyang is {+not +}preparing to dispatch a delegation" in said
    assert ", but for marks and spaces the same" in said
    assert "They stay where they are; none is taken over." in done.stderr.decode()
    after = files_in(folder)
    assert after.items() > before.items(), "both are kept, the old one as it was"
    (records,) = [name for name in after if name.endswith(".toml") and name not in before]
    assert f'version_of = "{ID}"' in after[records].decode()
    assert '# change = "update"' in after[records].decode()
    assert b"[[claim]]" not in after[records]


def test_a_text_of_something_else_has_none(folder: Path):
    draft = FolderReading(folder, 10_000_000).draft
    found = fates(draft, ID, "Nothing of it.\n")
    assert {it.fate for it in found} == {Fate.GONE}
    assert all(it.sought for it in found)
