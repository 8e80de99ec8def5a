"""What is kept on the shelf comes back as it was put, or not at all."""

import os
import time
from pathlib import Path

import pytest

from model.compiled.shelf import Shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "below" / "shelf"


def test_what_was_put_comes_back(folder: Path):
    shelf = Shelf(folder)
    assert shelf.take("a1") is None
    assert shelf.put("a1", b"one")
    assert shelf.put("a1", b"two")
    assert shelf.take("a1") == b"two"
    assert shelf.take("a2") is None


def test_who_may_only_read_keeps_nothing(folder: Path):
    assert not Shelf(folder, writes=False).put("a1", b"one")
    Shelf(folder).put("a1", b"one")
    assert Shelf(folder, writes=False).take("a1") == b"one"


def test_it_is_for_nobody_else(folder: Path):
    Shelf(folder).put("a1", b"one")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "a1.compiled").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_is_not_taken(folder: Path, mode: int):
    Shelf(folder).put("a1", b"one")
    (folder / "a1.compiled").chmod(mode)
    assert Shelf(folder).take("a1") is None


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_nothing_in_a_folder_that_others_can_write(folder: Path, mode: int):
    Shelf(folder).put("a1", b"one")
    folder.chmod(mode)
    assert Shelf(folder).take("a1") is None
    assert not Shelf(folder).put("a2", b"two")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_nothing_that_somebody_else_owns(folder: Path):
    Shelf(folder).put("a1", b"one")
    os.chown(folder / "a1.compiled", 65534, 65534)
    assert Shelf(folder).take("a1") is None


def test_no_link_is_followed_and_no_pipe_waited_for(folder: Path, tmp_path: Path):
    Shelf(folder).put("a1", b"one")
    (folder / "a2.compiled").symlink_to(folder / "a1.compiled")
    os.mkfifo(folder / "a3.compiled")
    (folder / "a4.compiled").mkdir()
    (tmp_path / "link").symlink_to(folder)
    assert [Shelf(folder).take(f"a{it}") for it in (2, 3, 4)] == [None, None, None]
    assert Shelf(tmp_path / "link").take("a1") is None


def test_what_was_not_used_for_longest_goes(folder: Path):
    shelf = Shelf(folder, most=1000)
    for number, key in enumerate(("a1", "a2", "a3")):
        shelf.put(key, b"x" * 250)
        os.utime(folder / f"{key}.compiled", (number, number))
    assert shelf.take("a1") is not None
    shelf.put("a4", b"x" * 250)
    assert [key for key in ("a1", "a2", "a3", "a4") if shelf.take(key)] == ["a1", "a3", "a4"]
    assert sum(it.stat().st_size for it in folder.iterdir()) <= 1000


def test_what_is_too_large_is_not_kept_and_takes_nothing_away(folder: Path):
    shelf = Shelf(folder, most=1000)
    shelf.put("a1", b"x")
    assert not shelf.put("a2", b"x" * 500)
    assert shelf.take("a1") == b"x"


def test_what_a_killed_program_left_goes_after_a_while(folder: Path):
    Shelf(folder).put("a1", b"one")
    old, new = folder / "a2.0123.part", folder / "a3.0123.part"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, time.time() - 7200))
    Shelf(folder).put("a4", b"two")
    assert (old.exists(), new.exists()) == (False, True)
    assert Shelf(folder).take("a3") is None


@pytest.mark.parametrize("where", ["/proc/shelf", "file/shelf"])
def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, where: str):
    (tmp_path / "file").write_text("")
    shelf = Shelf(tmp_path / where)
    assert not shelf.put("a1", b"one")
    assert shelf.take("a1") is None
