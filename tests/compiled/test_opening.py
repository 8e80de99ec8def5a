"""A corpus that was kept opens as one that is read: the same records, findings and answers, whatever was kept."""

import hashlib
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from model.compiled.opening import open_folder
from model.compiled.packed import packed, unpacked
from model.compiled.shelf import MAGIC, Shelf
from model.corpus.corpus import Corpus
from model.corpus.load import load_files
from model.curate.reload import Rereader
from model.exchange.to_folder import write_corpus
from model.index.archive import Archive
from model.index.sqlite.index import SqliteIndex
from tests.curate.folder import BUNDLED, copy_of
from tests.curate.test_read_again import assert_same_answers
from tests.effort import examples
from tests.odd.corpora import CORPORA
from tests.strategies import corpora

SIDECAR = "sources/kd-ambassador.toml"


def opened(folder: Path, shelf: Path, most_bytes: int = 10**9) -> Archive:
    return open_folder(folder, None, 0, shelf=Shelf(shelf, most_bytes), large=0)


def was_kept(archive: Archive) -> bool:
    """Whether nothing of it was parsed."""
    return not archive.parts


def assert_as_read(archive: Archive, folder: Path) -> None:
    """That it is what a reading of the folder gives."""
    loaded = load_files(folder)
    for field in fields(Corpus):
        assert getattr(archive.corpus, field.name) == getattr(loaded.corpus, field.name), field.name
    assert [*archive.corpus.claims] == [*loaded.corpus.claims]
    assert archive.files == loaded.files
    assert_same_answers(archive.index, loaded.corpus)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of(BUNDLED, tmp_path / "corpus")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "shelf"


def kept_file(shelf: Path) -> Path:
    (file,) = shelf.glob("*.compiled")
    return file


def test_what_was_kept_is_what_is_read(folder: Path, shelf: Path):
    assert not was_kept(opened(folder, shelf))
    again = opened(folder, shelf)
    assert was_kept(again)
    assert_as_read(again, folder)


@pytest.mark.parametrize("name", [*CORPORA])
def test_so_is_every_odd_corpus(name: str, tmp_path: Path, shelf: Path):
    CORPORA[name]().load(tmp_path / "corpus")
    opened(tmp_path / "corpus", shelf)
    assert_as_read(opened(tmp_path / "corpus", shelf), tmp_path / "corpus")


@given(corpora())
@examples(25)
def test_so_is_any_corpus(corpus: Corpus):
    with tempfile.TemporaryDirectory() as made:
        folder, shelf = Path(made) / "corpus", Path(made) / "shelf"
        write_corpus(corpus, folder)
        opened(folder, shelf)
        again = opened(folder, shelf)
        assert was_kept(again)
        assert again.corpus == load_files(folder).corpus
        assert again.steps == SqliteIndex(again.corpus).steps


def _edit(folder: Path) -> None:
    file = folder / SIDECAR
    file.write_text(file.read_text("utf-8").replace('reasoning = "', 'reasoning = "Now ', 1), "utf-8")


def _comment(folder: Path) -> None:
    with (folder / "events.toml").open("a") as file:
        file.write("# one more line\n")


def _come(folder: Path) -> None:
    (folder / "sources" / "new.txt").write_text("Nothing is said of it yet.\n")


def _gone(folder: Path) -> None:
    (folder / "conflicts.toml").unlink()


def _beside(folder: Path) -> None:
    (folder / "event.toml").write_text("")


@pytest.mark.parametrize("change", [_edit, _comment, _come, _gone, _beside])
def test_whatever_changes_is_read(folder: Path, shelf: Path, change: Callable[[Path], None]):
    opened(folder, shelf)
    change(folder)
    now = opened(folder, shelf)
    assert not was_kept(now)
    assert_as_read(now, folder)


def test_an_original_that_changes_is_looked_at(folder: Path, shelf: Path):
    (folder / "originals").mkdir()
    page = folder / "originals" / "page.html"
    page.write_text("<p>The page</p>")
    digest = hashlib.sha256(page.read_bytes()).hexdigest()
    named = f'[source]\noriginal = {{ file = "originals/page.html", sha256 = "{digest}" }}\n'
    sidecar = folder / SIDECAR
    sidecar.write_text(sidecar.read_text("utf-8").replace("[source]\n", named, 1), "utf-8")
    opened(folder, shelf)
    again = opened(folder, shelf)
    assert was_kept(again)
    page.write_text("<p>Another page</p>")
    now = opened(folder, shelf)
    assert not was_kept(now)
    assert now.corpus.findings != again.corpus.findings


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


def _signed(body: bytes) -> bytes:
    return MAGIC + hashlib.sha256(body).digest() + body


def _with_image(data: bytes, image: bytes) -> bytes:
    kept = unpacked(data[len(MAGIC) + 32 :])
    kept.image = image
    return _signed(msgspec.msgpack.encode(kept))


def _with_a_trigger(data: bytes) -> bytes:
    image = unpacked(data[len(MAGIC) + 32 :]).image
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(image)
        database.execute("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END")
        database.commit()
        return _with_image(data, database.serialize())


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "half": lambda data: data[: len(data) // 2],
    "a bit flipped": _flipped,
    "something else": lambda data: b"#!/bin/sh\necho\n",
    "other data, signed": lambda data: _signed(msgspec.msgpack.encode({"corpus": []})),
    "no data, signed": lambda data: _signed(b"\xc1"),
    "a pickle, signed": lambda data: _signed(b"cos\nsystem\n(S'touch ran'\ntR."),
    "no tables": lambda data: _with_image(data, b""),
    "no database": lambda data: _with_image(data, b"x" * 8192),
    "other tables": _with_a_trigger,
}


@pytest.mark.parametrize("how", [*BROKEN])
def test_what_is_broken_is_made_again_without_a_word(folder: Path, shelf: Path, how: str, capfd):
    opened(folder, shelf)
    file = kept_file(shelf)
    whole = file.read_bytes()
    file.write_bytes(BROKEN[how](whole))
    now = opened(folder, shelf)
    assert not was_kept(now)
    assert_as_read(now, folder)
    assert was_kept(opened(folder, shelf))
    assert kept_file(shelf).read_bytes() == whole
    assert capfd.readouterr() == ("", "")


def test_of_another_program_nothing_is_taken(folder: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch):
    opened(folder, shelf)
    monkeypatch.setattr("model.compiled.held.FORMAT", 0)
    assert not was_kept(opened(folder, shelf))


def test_what_cannot_come_back_as_it_is_is_not_kept(folder: Path):
    archive = opened(folder, folder.parent / "shelf")
    source = next(iter(archive.corpus.sources.values()))
    spoiled = msgspec.structs.replace(source, sha256="none")
    other = replace(archive.corpus, sources={**archive.corpus.sources, source.id: spoiled})
    with pytest.raises(msgspec.ValidationError):
        packed(other, {}, (*archive.steps,), b"")


def test_a_folder_that_cannot_be_read_whole_is_read_each_time(folder: Path, shelf: Path):
    (folder / "sources" / "lost.toml").symlink_to("/nowhere")
    opened(folder, shelf)
    assert not was_kept(opened(folder, shelf))
    assert not shelf.exists()


def test_a_reload_goes_on_from_what_was_kept(folder: Path, shelf: Path):
    opened(folder, shelf)
    archive = opened(folder, shelf)
    rereader = Rereader(archive)
    assert rereader.read() is None
    _edit(folder)
    now = rereader.read()
    assert now is not None
    assert_as_read(now, folder)


def test_two_programs_at_once_get_the_same_and_leave_one_file(folder: Path, shelf: Path):
    code = (
        "import sys; from pathlib import Path\n"
        "from model.compiled.opening import open_folder; from model.compiled.shelf import Shelf\n"
        "for _ in range(4):\n"
        "    found = open_folder(Path(sys.argv[1]), None, 0, shelf=Shelf(Path(sys.argv[2])), large=0)\n"
        "    print(len(found.corpus.claims), len(found.steps))\n"
    )
    command = [sys.executable, "-c", code, str(folder), str(shelf)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = {process.communicate(timeout=60)[0] for process in running}
    assert len(said) == 1
    assert all(process.returncode == 0 for process in running)
    assert [file.suffix for file in shelf.iterdir()] == [".compiled"]


def test_a_full_disk_stops_nothing_and_leaves_nothing(folder: Path, shelf: Path):
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from model.compiled.opening import open_folder; from model.compiled.shelf import Shelf\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))\n"
        "open_folder(Path(sys.argv[1]), None, 0, shelf=Shelf(Path(sys.argv[2])), large=0)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(folder), str(shelf)], check=True, timeout=60)
    assert [*shelf.iterdir()] == []


def test_a_small_corpus_leaves_no_trace(folder: Path, shelf: Path):
    open_folder(folder, None, 0, shelf=Shelf(shelf))
    assert not shelf.exists()
