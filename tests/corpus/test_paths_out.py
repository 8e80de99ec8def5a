"""Nothing in a corpus folder leads out of it, never ends, or is larger than is wanted: each is refused in one line."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from model.corpus.files import MAX_BYTES
from tests.cli.running import run
from tests.corpus.spoiled import A, found, spoil

TEXT_FILE = "sources/a.txt"
OUT = "it is a link that leads out of the corpus folder; put the file itself there"
NOT_A_FILE = "it is not a regular file"


def link_up(path: Path) -> None:
    """A link by way of `..`."""
    path.with_name("..").resolve().parent.joinpath("outside.txt").write_text("outside")
    path.symlink_to(Path("..", "..", "outside.txt"))


def device(path: Path) -> None:
    """A device that never ends."""
    try:
        os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only the superuser may make a device")


def listening(path: Path) -> None:
    """A socket."""
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def five_gigabytes(path: Path) -> None:
    """A file of holes: it takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)


LEADING_AWAY: dict[str, tuple[Callable[[Path], object], str]] = {
    "an absolute link": (lambda path: path.symlink_to("/etc/passwd"), OUT),
    "a link by way of ..": (link_up, OUT),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), OUT),
    "a link to what the system makes up": (lambda path: path.symlink_to("/proc/self/environ"), OUT),
    "a link to the folder": (lambda path: path.symlink_to("."), NOT_A_FILE),
    "a device": (device, NOT_A_FILE),
    "a FIFO": (os.mkfifo, NOT_A_FILE),
    "a folder": (Path.mkdir, NOT_A_FILE),
    "a socket": (listening, "it cannot be read: No such device or address"),
    "five gigabytes": (five_gigabytes, f"it has 5,368,709,120 bytes; at most {MAX_BYTES:,} are read"),
}


@pytest.mark.parametrize("what", LEADING_AWAY)
@pytest.mark.parametrize("name", [TEXT_FILE, A, "events.toml", "conflicts.toml"])
def test_what_leads_away_is_refused_in_one_line(folder: Path, what: str, name: str):
    make, message = LEADING_AWAY[what]
    (folder / name).unlink(missing_ok=True)
    make(folder / name)
    if name == TEXT_FILE or "link by way" not in what:
        assert found(folder) == [f"{name}: {message}"]
    else:
        assert len(found(folder)) == 1


def test_a_folder_of_sources_elsewhere_is_refused_in_one_line(folder: Path, tmp_path: Path):
    (folder / "sources").rename(tmp_path / "elsewhere")
    (folder / "sources").symlink_to(tmp_path / "elsewhere")
    (line,) = found(folder)
    assert line.startswith("sources: is a link that leads out of the corpus folder; each source is a ")


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", "..", "a/../../b", "C:\\x", "~", "a\\..\\b"])
def test_no_id_is_a_path(folder: Path, name: str):
    spoil(folder, A, 'event = "visit"', f"event = {json.dumps(name)}")
    (line,) = found(folder)
    assert "is not an id" in line


@pytest.mark.parametrize("name", ["../a", "/tmp/a", "..", "a/b"])
def test_an_import_writes_no_file_outside_of_its_folder(tmp_path: Path, name: str):
    data = json.loads(run("export", "--to", "json").stdout)
    data["sources"][0]["id"] = name
    before = sorted(tmp_path.rglob("*"))
    done = run("import", "-", "--from", "json", "--into", tmp_path / "in", given=json.dumps(data).encode())
    assert done.returncode == 1
    assert b"is not an id" in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("path", ["/dev/zero", "/etc/passwd", "/proc/self/mem", "/"])
def test_a_corpus_that_is_no_folder_of_one_is_refused_briefly(path: str):
    done = run("check", path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_bound_is_set_on_the_command_line(folder: Path):
    size = (folder / A).stat().st_size
    assert run("check", folder, "--max-bytes", str(size)).returncode == 0
    refused = run("check", folder, "--max-bytes", str(size - 1))
    assert refused.returncode == 2
    assert (
        f"{A}:1:1: error[F004]: it has {size:,} bytes; at most {size - 1:,} are read\n"
        in refused.stdout.decode()
    )
    for value in ("-1", "0", "all", "٣", "9" * 5000):
        assert run("check", folder, "--max-bytes", value).returncode == 2
