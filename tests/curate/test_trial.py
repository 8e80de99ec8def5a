"""A change set is tried as a whole before any of it is written: also files that come and files that go."""

import hashlib
from pathlib import Path

import pytest

from model.curate.changes import FileChange, inverse
from model.curate.deletion import deletion_of
from model.curate.saving import save
from model.curate.trial import Mistaken, tried
from model.index.archive import Archive
from tests.tui.curated import archive_of, copied

KD = "sources/kd-ambassador"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def archive(folder: Path) -> Archive:
    return archive_of(folder)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(it.relative_to(folder)): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def test_what_is_tried_is_what_would_be_read_and_nothing_is_written(folder: Path, archive: Archive):
    before = everything(folder)
    changes = deletion_of(folder, "source", "kd-ambassador").changes
    assert {it.file for it in changes if it.after is None} >= {f"{KD}.toml", f"{KD}.txt"}
    found = tried(archive, changes)
    assert everything(folder) == before
    assert "kd-ambassador" not in found.corpus.sources
    save(folder, changes)
    assert archive_of(folder).corpus == found.corpus
    assert archive_of(folder).files == found.files


def test_what_comes_back_is_tried_too(folder: Path):
    first = archive_of(folder)
    changes = deletion_of(folder, "source", "kd-ambassador").changes
    gone = tried(first, changes)
    save(folder, changes)
    assert tried(gone, inverse(changes)).corpus == first.corpus


@pytest.mark.parametrize("file", [f"{KD}.toml", f"{KD}.txt", "entities.toml"])
def test_a_file_that_others_need_does_not_go(folder: Path, archive: Archive, file: str):
    with pytest.raises(Mistaken):
        tried(archive, (FileChange(file, archive.files[file], None),))


def test_a_file_that_would_bring_an_error_does_not_come(archive: Archive):
    with pytest.raises(Mistaken):
        tried(archive, (FileChange("sources/new.toml", None, b'[[claim]]\nid = "a"\n'),))


def test_the_first_source_of_a_folder_without_any(tmp_path: Path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "corpus.toml").write_text(
        'format = 1\ntitle = "T"\ndescription = ""\ncurators = []\nlanguage = "en"\n'
    )
    tables = (FileChange(it, None, b"") for it in ("entities.toml", "events.toml"))
    found = tried(archive_of(folder), (*tables, FileChange("sources/deep/first.txt", None, b"A text.")))
    assert found.whole.texts == {"first": "A text."}
    assert not (folder / "sources").exists()


def test_an_original_goes_and_comes_with_its_source(folder: Path):
    original = folder / "originals/page.html"
    original.parent.mkdir()
    original.write_bytes(b"<p>A page.</p>")
    records = (folder / f"{KD}.toml").read_text("utf-8")
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    (folder / f"{KD}.toml").write_text(
        records.replace(
            "[source]\n",
            f'[source]\noriginal = {{ file = "originals/page.html", sha256 = "{digest}" }}\n',
            1,
        ),
        "utf-8",
    )
    first = archive_of(folder)
    assert not first.corpus.errors
    changes = deletion_of(folder, "source", "kd-ambassador").changes
    assert "originals/page.html" in {it.file for it in changes}
    gone = tried(first, changes)
    save(folder, changes)
    assert tried(gone, inverse(changes)).corpus == first.corpus
