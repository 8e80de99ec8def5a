"""Paths that lead nowhere, in a ring, or where nobody may look: one clear line each."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus.files import UnreadableFile, read_regular
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from tests.corpus.spoiled import found


def unusable(folder: Path) -> str:
    """What is said of a folder in which there is nothing to check."""
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder)
    assert caught.value.unusable
    (finding,) = caught.value.findings
    assert finding.file == str(folder)
    return finding.message


def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody list the folder; its mode would not stop a superuser."""
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)


def test_a_path_that_is_too_long_is_one_line():
    assert unusable(Path("x" * 5000)).startswith("cannot be read: ")


def test_a_folder_that_is_a_link_to_itself_is_one_line(tmp_path: Path):
    (tmp_path / "ring").symlink_to("ring")
    message = "is a link that leads back to itself; name a folder that holds a corpus.toml"
    assert unusable(tmp_path / "ring") == message


def test_a_folder_that_may_not_be_listed_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch):
    closed(folder, monkeypatch)
    message = "cannot be read: Permission denied; name a folder that holds a corpus.toml"
    assert unusable(folder) == message


def test_sources_that_may_not_be_listed_are_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch):
    closed(folder / "sources", monkeypatch)
    assert found(folder) == [
        (
            "sources: cannot be read: Permission denied; "
            "each source is a sources/<id>.txt with its sources/<id>.toml"
        )
    ]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("nowhere", "it is a link to what is not there"),
        ("conflicts.toml", "it is a link that leads back to itself"),
    ],
)
def test_conflicts_behind_a_broken_link_are_not_taken_for_none(folder: Path, target: str, message: str):
    (folder / "conflicts.toml").symlink_to(target)
    assert found(folder) == [f"conflicts.toml: {message}"]


def test_a_source_whose_name_is_no_id_is_not_passed_over(folder: Path):
    for name in ("b C.txt", "b C.toml"):
        (folder / "sources" / name).write_bytes(b"")
    assert found(folder) == [
        (
            "sources/b C.toml: the name of the file is the id of the source; "
            "write up to 80 lower-case letters, digits and single hyphens"
        )
    ]


def test_a_regular_file_is_read_up_to_its_bound(tmp_path: Path):
    (tmp_path / "x").write_bytes(b"12345")
    assert read_regular(tmp_path / "x", 5) == b"12345"
    with pytest.raises(UnreadableFile, match=r"^it has 5 bytes; at most 4 are read$"):
        read_regular(tmp_path / "x", 4)


def test_what_never_ends_is_not_read(tmp_path: Path):
    os.mkfifo(tmp_path / "fifo")
    for path in (tmp_path / "fifo", Path("/dev/zero"), tmp_path):
        with pytest.raises(UnreadableFile, match=r"^it is not a regular file$"):
            read_regular(path, 10)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path):
    (tmp_path / "ring").symlink_to("ring")
    for name, message in (
        ("none", "there is no such file"),
        ("ring", "it is a link that leads back to itself"),
        ("x" * 300, "it cannot be read: "),
    ):
        with pytest.raises(UnreadableFile, match=f"^{message}"):
            read_regular(tmp_path / name, 10)
