"""Reading a corpus anew: what is broken takes nothing away, and what is mended comes back."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import seeds
from model.corpus.codes import Severity
from model.corpus.load import Loaded, load_files
from model.curate.reload import Rereader
from model.index.archive import Archive, open_archive

AMBASSADOR = "sources/kd-ambassador.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "corpus"
    shutil.copytree(Path(seeds.__file__).parent, copied, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copied


@pytest.fixture
def reread(folder: Path) -> Callable[[], Archive | None]:
    return Rereader(archive_of(folder)).read


def archive_of(folder: Path) -> Archive:
    loaded = load_files(folder)
    return open_archive(loaded.corpus, None, 0, str(folder), loaded.files, parts=loaded.parts)


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def read(reread: Callable[[], Archive | None]) -> Archive:
    archive = reread()
    assert archive is not None
    return archive


def test_what_has_not_changed_is_not_read_anew(folder: Path, reread: Callable[[], Archive | None]):
    assert reread() is None
    change(folder, "events.toml", "title = ", "title  = ")
    assert reread() is not None
    assert reread() is None


def test_a_change_is_there(folder: Path, reread: Callable[[], Archive | None]):
    change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
    archive = read(reread)
    assert "Kim stays at home" in {it.title for it in archive.corpus.events.values()}
    assert archive.corpus.as_before == ()


BREAKS = {
    "a word": (AMBASSADOR, 'status = "expected"', 'status = "expectd"'),
    "syntax": (AMBASSADOR, "[[claim]]", "[[claim"),
    "syntax of events": ("events.toml", "[[event]]", "[[event"),
    "a quote": (AMBASSADOR, 'quote = "', 'quote = "No such words. '),
    "an id": ("entities.toml", 'id = "kremlin"', 'id = "kremlinn"'),
    "the text": ("sources/kd-ambassador.txt", "Ushakov", "Ushakow"),
    "the format": ("corpus.toml", "format = ", "format = 9"),
    "not UTF-8": ("entities.toml", "Putin", "\udcff"),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_a_break_takes_nothing_away_and_is_said(
    folder: Path, reread: Callable[[], Archive | None], broken: tuple[str, str, str]
):
    before = load_files(folder).corpus
    file, old, new = broken
    sound = (folder / file).read_bytes()
    (folder / file).write_bytes(sound.replace(old.encode(), new.encode("utf-8", "surrogateescape"), 1))
    archive = read(reread)
    assert archive.corpus == before
    assert archive.corpus.as_before
    assert any(it.severity is Severity.ERROR for it in archive.corpus.findings)
    assert not any(it.follows for it in archive.corpus.findings), "nothing has gone with it"
    (folder / file).write_bytes(sound)
    mended = read(reread)
    assert mended.corpus == before
    assert mended.corpus.as_before == ()
    assert mended.corpus.findings == before.findings


def test_while_one_file_is_broken_the_others_are_read(folder: Path, reread: Callable[[], Archive | None]):
    change(folder, AMBASSADOR, 'status = "expected"', 'status = "expectd"')
    change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
    archive = read(reread)
    assert "Kim stays at home" in {it.title for it in archive.corpus.events.values()}
    assert archive.corpus.as_before == (AMBASSADOR,)


def test_what_was_wrong_from_the_beginning_is_left_out(folder: Path):
    change(folder, AMBASSADOR, 'status = "expected"', 'status = "expectd"')
    loaded = load_files(folder)
    reread = Rereader(open_archive(loaded.corpus, None, 0, str(folder), loaded.files)).read
    change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
    archive = read(reread)
    assert archive.corpus.as_before == ()
    assert archive.corpus.errors == loaded.corpus.errors > 0


def test_while_the_mark_of_the_folder_is_broken_the_files_are_those_that_are_shown(
    folder: Path, reread: Callable[[], Archive | None]
):
    before = load_files(folder).files
    change(folder, "corpus.toml", "format = ", "format = 9")
    archive = read(reread)
    assert archive.corpus.as_before == ("corpus.toml",)
    assert archive.files == before
    assert reread() is None


def test_a_reading_that_was_begun_before_this_program_wrote_is_none_of_now(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    rereader = Rereader(archive_of(folder))
    began: list[Loaded] = []

    def slow(*args: Any) -> Loaded:
        loaded = load_files(*args)
        if not began:
            began.append(loaded)
            change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
            written.append(archive_of(folder))
            writing = Thread(target=rereader.wrote, args=written, daemon=True)
            writing.start()
            writing.join(60)
            assert not writing.is_alive(), "who writes does not wait for a reading"
        return loaded

    written: list[Archive] = []
    monkeypatch.setattr("model.curate.reload.load_files", slow)
    change(folder, "events.toml", "title = ", "title  = ")
    assert rereader.read() is None, "what was written is what is there"
    assert rereader.archive is written[0]


def test_the_folder_may_go_and_come_back(folder: Path, reread: Callable[[], Archive | None]):
    before = load_files(folder).corpus
    folder.rename(folder.parent / "elsewhere")
    assert read(reread).corpus == before
    (folder.parent / "elsewhere").rename(folder)
    assert read(reread).corpus.as_before == ()


def test_the_files_that_were_read_go_with_what_is_shown(folder: Path, reread: Callable[[], Archive | None]):
    change(folder, "events.toml", "Kim decides not to attend", "Kim stays at home")
    files = read(reread).files
    assert files["events.toml"] == (folder / "events.toml").read_bytes()
    assert files["sources/kd-ambassador.txt"] == (folder / "sources/kd-ambassador.txt").read_bytes()
