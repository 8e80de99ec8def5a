"""What saving refuses, and that files are then as they were."""

import multiprocessing
import os
import resource
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.curate import changes, saving
from model.curate.changes import Changes, FileChange, additions_first, changed_files, inverse, removals_first
from model.curate.locked import locked, open_folder
from model.curate.saving import ChangedMeanwhile, NotSaved, save
from tests.curate.folder import INVENTED, copy_of, files_in

_BIG = b"# " + b"x" * 200_000 + b"\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(INVENTED, tmp_path / "corpus")


def _to_end(root: Path, file: str, more: bytes) -> FileChange:
    before = (root / file).read_bytes()
    return FileChange(file, before, before + more)


def _refused(root: Path, changes: Changes, kind: type[NotSaved] = NotSaved) -> str:
    """The sentence with which a change set is refused, all files as they were."""
    before = files_in(root)
    with pytest.raises(kind) as refused:
        save(root, changes)
    assert files_in(root) == before
    sentence = str(refused.value)
    assert "\n" not in sentence and len(sentence) < 400
    return sentence


def test_changes_are_written_and_taken_back_bytewise(root):
    before = files_in(root)
    changes = (
        _to_end(root, "entities.toml", b"# more\r\n"),
        FileChange("sources/deep/new.txt", None, b"\xff\x00"),
        FileChange("sources/sorry.toml", before["sources/sorry.toml"], None),
    )
    save(root, changes)
    after = files_in(root)
    assert after["sources/deep/new.txt"] == b"\xff\x00"
    assert after["entities.toml"] == before["entities.toml"] + b"# more\r\n"
    assert "sources/sorry.toml" not in after
    assert {it.file for it in changed_files(before, after)} == {it.file for it in changes}
    save(root, inverse(changes))
    assert files_in(root) == before


def test_what_has_changed_meanwhile_is_not_overwritten(root):
    changes = (_to_end(root, "entities.toml", b"# a\n"), _to_end(root, "events.toml", b"# b\n"))
    (root / "events.toml").write_bytes(b"# somebody else's\n")
    assert _refused(root, changes, ChangedMeanwhile).startswith("events.toml: another program has changed it")
    (root / "events.toml").unlink()
    assert "not there any more" in _refused(root, changes, ChangedMeanwhile)
    new = (FileChange("entities.toml", None, b""),)
    assert "there already" in _refused(root, new, ChangedMeanwhile)


@pytest.mark.parametrize("file", ["../x", "/x", "a/../x", "", ".", "sources//x", "sources/", "a\0b"])
def test_no_name_leads_out(root, file):
    assert "not the name of a file" in _refused(root, (FileChange(file, None, b"x"),))
    assert not (root.parent / "x").exists()


@pytest.mark.parametrize("after", [b"new", None])
def test_no_link_leads_out(root, after):
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "x.txt").write_bytes(b"old")
    (root / "elsewhere").symlink_to(outside)
    sentence = _refused(root, (FileChange("elsewhere/x.txt", b"old", after),))
    assert "leads out of the corpus folder" in sentence
    (root / "sources/x.txt").symlink_to(outside / "x.txt")
    if after is not None:
        assert "leads out" in _refused(root, (FileChange("sources/x.txt", b"old", after),))
    assert (outside / "x.txt").read_bytes() == b"old"


def test_a_link_within_the_corpus_is_written_through(root):
    (root / "entities.toml").rename(root / "people.toml")
    (root / "entities.toml").symlink_to("people.toml")
    save(root, (_to_end(root, "entities.toml", b"# more\n"),))
    assert (root / "entities.toml").is_symlink()
    assert (root / "people.toml").read_bytes().endswith(b"# more\n")


def test_what_is_no_file_is_refused(root):
    os.mkfifo(root / "pipe")
    assert "not a regular file" in _refused(root, (FileChange("pipe", b"x", b"y"),))
    assert "entities.toml" in _refused(root, (FileChange("entities.toml/x", None, b"y"),))


def test_a_file_keeps_its_mode_and_a_new_one_has_that_of_the_person(root):
    (root / "entities.toml").chmod(0o640)
    mask = os.umask(0o027)
    try:
        save(root, (_to_end(root, "entities.toml", b"#\n"),))
        save(root, (FileChange("new", None, b""), FileChange("hook", None, b"", executable=True)))
    finally:
        os.umask(mask)
    modes = [stat.S_IMODE((root / it).stat().st_mode) for it in ("entities.toml", "new", "hook")]
    assert modes == [0o640, 0o640, 0o750]


def test_the_second_program_is_told(root):
    with open_folder(root) as other, locked(other, wait=False):
        changes = (_to_end(root, "entities.toml", b"# a\n"),)
        assert "another program is writing" in _refused(root, changes)
    save(root, changes)


def test_who_saves_for_a_moment_is_waited_for(root, monkeypatch: pytest.MonkeyPatch):
    changes = (_to_end(root, "entities.toml", b"# a\n"),)
    with open_folder(root) as other:
        lock = locked(other, wait=False)
        lock.__enter__()
        waited = []

        def let_go(pause: float) -> None:
            waited.append(pause)
            lock.__exit__(None, None, None)

        monkeypatch.setattr(saving, "sleep", let_go)
        save(root, changes)
    assert len(waited) == 1
    assert (root / "entities.toml").read_bytes().endswith(b"# a\n")


def _append_often(root: Path, who: str, times: int) -> None:
    for number in range(times):
        line = f"# {who} {number}\n".encode()
        while True:
            try:
                save(root, (_to_end(root, "entities.toml", line),))
                break
            except NotSaved:
                continue


def test_of_several_programs_none_loses_what_it_wrote(root):
    spawn = multiprocessing.get_context("spawn")
    programs = [spawn.Process(target=_append_often, args=(root, who, 20)) for who in "abc"]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    lines = (root / "entities.toml").read_text("utf-8").splitlines()
    assert sorted(it for it in lines if it.startswith("# ")) == sorted(
        f"# {who} {number}" for who in "abc" for number in range(20)
    )
    assert not [it for it in files_in(root) if ".dprk-tui-" in it]


def _apart(work: Callable[[Path], None], root: Path) -> None:
    """Do `work` in a process of its own, which may give up rights or take on limits."""
    program = multiprocessing.get_context("spawn").Process(target=work, args=(root,))
    program.start()
    program.join()
    assert program.exitcode == 0


def _with_small_files(root: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    changes = (_to_end(root, "entities.toml", b"# a\n"), _to_end(root, "events.toml", _BIG))
    assert "events.toml: it cannot be written: File too large" in _refused(root, changes)


def test_a_file_that_may_not_be_so_large_changes_nothing(root):
    _apart(_with_small_files, root)


def _as_nobody(root: Path) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    changes = (_to_end(root, "entities.toml", b"# a\n"), _to_end(root, "events.toml", b"# b\n"))
    assert "cannot be written: Permission denied; nothing was written" in _refused(root, changes)


@pytest.mark.parametrize("closed", ["folder", "file"])
def test_without_permission_nothing_changes(closed):
    # The folder of a test is open to its owner alone.
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        root = copy_of(INVENTED, Path(name) / "corpus")
        root.chmod(0o555 if closed == "folder" else 0o777)
        for file in root.glob("*.toml"):
            file.chmod(0o444 if closed == "file" else 0o666)
        try:
            _apart(_as_nobody, root)
        finally:
            root.chmod(0o755)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_changes_nothing(small_disk):
    root = copy_of(INVENTED, small_disk / "corpus")
    changes = (
        _to_end(root, "entities.toml", b"# a\n"),
        FileChange("notes/a.html", None, b"a"),
        _to_end(root, "events.toml", _BIG),
    )
    assert "events.toml: it cannot be written: No space left on device" in _refused(root, changes)
    assert not (root / "notes").exists()
    assert "No space left" in _refused(root, (FileChange("a", None, _BIG + _BIG),))
    save(root, changes[:2])


def test_a_disk_that_is_read_only_changes_nothing(small_disk):
    root = copy_of(INVENTED, small_disk / "corpus")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert "Read-only file system" in _refused(root, (_to_end(root, "entities.toml", b"# a\n"),))
    assert "Read-only file system" in _refused(root, (FileChange("new/a", None, b""),))


def test_what_was_done_is_taken_back_where_a_later_file_refuses(root, monkeypatch):
    def refuse(name: str, *, dir_fd: int) -> None:
        raise OSError(5, "Input/output error")

    (root / "entities.toml").chmod(0o640)
    changes = (
        _to_end(root, "entities.toml", b"# a\n"),
        FileChange("new.txt", None, b"x"),
        FileChange("conflicts.toml", (root / "conflicts.toml").read_bytes(), None),
    )
    # No real disk refuses this alone.
    unlink = os.unlink
    with monkeypatch.context() as patched:
        patched.setattr(
            os,
            "unlink",
            lambda name, *, dir_fd: (refuse if name == "conflicts.toml" else unlink)(name, dir_fd=dir_fd),
        )
        assert "conflicts.toml: it cannot be written: Input/output error" in _refused(root, changes)
    assert stat.S_IMODE((root / "entities.toml").stat().st_mode) == 0o640


def test_an_order_of_writing_never_leaves_something_that_names_nothing():
    files = [
        "corpus.toml",
        "conflicts.toml",
        "sources/a.toml",
        "sources/a.txt",
        "events.toml",
        "entities.toml",
    ]
    new = tuple(FileChange(file, None, b"") for file in files)
    order = [
        "sources/a.txt",
        "entities.toml",
        "events.toml",
        "sources/a.toml",
        "conflicts.toml",
        "corpus.toml",
    ]
    assert [it.file for it in additions_first(new)] == order
    assert [it.file for it in removals_first(inverse(new))] == order[::-1]


def test_a_new_corpus_is_made_and_one_that_cannot_be_leaves_no_folder(tmp_path):
    save(tmp_path / "new", (FileChange("corpus.toml", None, b"format = 2\n"),))
    assert (tmp_path / "new/corpus.toml").exists()
    with pytest.raises(NotSaved):
        save(tmp_path / "other", (FileChange("a/b", None, b""), FileChange("a/../c", None, b"")))
    assert not (tmp_path / "other").exists()
    with pytest.raises(NotSaved, match="No such file"):
        save(tmp_path / "not/there", (FileChange("a", None, b""),))


def test_what_changes_while_the_disk_is_at_work_is_not_overwritten(root, monkeypatch):
    changes = (_to_end(root, "entities.toml", b"# a\n"), _to_end(root, "events.toml", b"# b\n"))
    sync = os.fsync

    def written_meanwhile(descriptor: int) -> None:
        (root / "entities.toml").write_bytes(b"# an editor's\n")
        sync(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", written_meanwhile)
        with pytest.raises(ChangedMeanwhile):
            save(root, changes)
    assert (root / "entities.toml").read_bytes() == b"# an editor's\n"
    assert (root / "events.toml").read_bytes() == changes[1].before


def test_what_somebody_else_has_put_there_is_not_taken_back(root, monkeypatch):
    changes = (
        FileChange("new.txt", None, b"ours"),
        FileChange("conflicts.toml", (root / "conflicts.toml").read_bytes(), None),
    )

    def refuse(name: str, *, dir_fd: int) -> None:
        (root / "new.txt").write_bytes(b"theirs")
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refuse)
        with pytest.raises(NotSaved):
            save(root, changes)
    assert (root / "new.txt").read_bytes() == b"theirs"


def test_what_was_written_is_kept_to_be_taken_back_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch):
    small = [(FileChange(f"{number}.toml", None, b"x" * 10),) for number in range(4)]
    monkeypatch.setattr(changes, "MOST_KEPT", 3)
    written: changes.Written = ()
    for it in small:
        written = changes.written_after(written, it)
    assert written == (*small[1:],)
    monkeypatch.setattr(changes, "MOST_BYTES", 25)
    assert changes.written_after(written, small[0]) == (small[3], small[0])
    large = (FileChange("large.toml", None, b"x" * 100),)
    assert changes.written_after(written, large) == (large,)
