"""A table comes into its place whole or not at all, and what was cut short goes on where it was."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.index.table.file.connecting import PART, ROWS
from model.index.table.file.file_store import open_store
from model.index.table.file.staging import _SAFE
from model.index.table.file.writer import TableWriter
from model.index.table.memory import MemoryStore
from model.index.table.store import StoreFault
from tests.index.table.file.conftest import META, launches, written

ROOT = Path(__file__).parents[4]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def rows_of(path: Path) -> list[object]:
    store = open_store(path)
    return list(store.rows(0, store.total))


def test_rows_in_any_order_come_into_the_order_of_time(tmp_path: Path):
    rows = launches(200)
    for given in (rows, rows[::-1], MemoryStore(META, rows).rows(0, 200)):
        with TableWriter(tmp_path / "t.db", META) as writer:
            writer.add(given)
            writer.finish()
        assert rows_of(tmp_path / "t.db") == MemoryStore(META, rows).rows(0, 200)
        assert names(tmp_path) == ["t.db"]


def test_progress_is_told_of_each_stage(tmp_path: Path):
    told: list[tuple[str, int, int]] = []
    with TableWriter(tmp_path / "t.db", META, chunk=64) as writer:
        writer.add(launches(200))
        writer.finish(lambda *of: told.append(of))
    assert told[0] == ("sorting", 0, 200)
    assert told[-1] == ("writing", 200, 200)
    assert [it for it in told if it[0] == "writing"] == sorted(it for it in told if it[0] == "writing")


@pytest.mark.parametrize("stage", ["sorting", "writing"])
def test_what_is_interrupted_while_it_is_written_goes_on(tmp_path: Path, stage: str):
    old = written(tmp_path / "t.db", 20)
    before = old.read_bytes()

    def interrupt(now: str, done: int, of: int) -> None:
        if now == stage:
            raise KeyboardInterrupt

    def write() -> None:
        with TableWriter(old, META) as writer:
            writer.reject(0, 1, "x", "no date")
            writer.add(launches(200)[1:])
            writer.finish(interrupt)

    with pytest.raises(KeyboardInterrupt):
        write()
    assert old.read_bytes() == before
    assert names(tmp_path) == ["t.db", "t.db.dprk-tui-rows"]
    with TableWriter(old, META) as writer:
        assert writer.resumed
        assert (writer.resume_at(0), writer.resume_at(1)) == (200, 199)
        writer.add(launches(200)[1:])
        meta = writer.finish()
    assert (meta.read, meta.rows, meta.rejected) == (200, 199, 1)
    assert rows_of(old) == MemoryStore(META, launches(200)[1:]).rows(0, 200)
    assert names(tmp_path) == ["t.db"]


def test_rows_are_safe_when_all_that_was_rejected_of_them_is(tmp_path: Path):
    rows = launches(_SAFE + 900, files=1)

    def write() -> None:
        with TableWriter(tmp_path / "t.db", META) as writer:
            # As an import does: first what is rejected of a part, then its rows.
            writer.reject(0, 600, "x", "no date")
            writer.reject(0, 600, "x", "no date")
            writer.add(row for row in rows if row.number != 600)
            writer.reject(0, len(rows) + 50, "y", "no date")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    with TableWriter(tmp_path / "t.db", META) as writer:
        safe = writer.resume_at(0)
        assert _SAFE <= safe <= len(rows)
        writer.add(row for row in rows if row.number > safe)
        meta = writer.finish()
    assert (meta.rows, meta.rejected) == (len(rows) - 1, 1)
    found = [row.number for row in open_store(tmp_path / "t.db").rows(0, meta.rows)]
    assert sorted(found) == [row.number for row in rows if row.number != 600]


def test_another_import_begins_anew(tmp_path: Path):
    with TableWriter(tmp_path / "t.db", META, {"map": b"1"}) as writer:
        writer.add(launches(50))
    assert names(tmp_path) == ["t.db.dprk-tui-rows"]
    with TableWriter(tmp_path / "t.db", META, {"map": b"2"}) as writer:
        assert not writer.resumed
        assert writer.resume_at(0) == 0
        writer.add(launches(30))
        assert writer.finish().rows == 30


def test_what_is_discarded_leaves_nothing(tmp_path: Path):
    with TableWriter(tmp_path / "t.db", META) as writer:
        writer.add(launches(50))
        writer.discard()
    assert names(tmp_path) == []


def test_two_do_not_write_one_table(tmp_path: Path):
    with TableWriter(tmp_path / "t.db", META) as writer:
        writer.add(launches(50))
        with pytest.raises(
            StoreFault, match=r"t.db: another program is writing it; wait until that has ended"
        ):
            TableWriter(tmp_path / "t.db", META)
        assert writer.finish().rows == 50


def test_nothing_of_anybody_elses_is_replaced(tmp_path: Path):
    for name, data in (("notes.txt", b"mine"), ("other.db", b"SQLite format 3\0" + bytes(200))):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(
            StoreFault, match="another program's file is there; give the table a name of its own"
        ):
            TableWriter(tmp_path / name, META)
        assert (tmp_path / name).read_bytes() == data
    with pytest.raises(StoreFault, match="Is a directory"):
        TableWriter(tmp_path, META)
    with pytest.raises(StoreFault, match=r"t.db: it cannot be written: unable to open database file"):
        TableWriter(tmp_path / "no" / "t.db", META)
    assert names(tmp_path) == ["notes.txt", "other.db"]


def test_a_row_that_does_not_fit_is_refused(tmp_path: Path):
    row = launches(1)[0]
    with TableWriter(tmp_path / "t.db", META) as writer:
        with pytest.raises(ValueError, match="row 1 has 4 cells for 3 columns"):
            TableWriter(tmp_path / "u.db", replace(META, columns=META.columns[:3])).add([row])
        writer.discard()


KILLED = """
import sys, os
from pathlib import Path
from model.index.table.file.writer import TableWriter
from tests.index.table.file.conftest import META, launches
def told(stage, done, of):
    print(stage, done, flush=True)
    if (stage, done) == (sys.argv[2], int(sys.argv[3])):
        sys.stdin.read()
with TableWriter(Path(sys.argv[1]), META, chunk=512) as writer:
    writer.add(launches(2000))
    writer._staging.save()
    told("staged", 0, 0)
    writer.finish(told)
"""


@pytest.mark.parametrize(
    ("stage", "done"), [("staged", 0), ("sorting", 0), ("writing", 512), ("writing", 2000)]
)
def test_killed_at_any_stage_it_leaves_the_old_table_and_goes_on(tmp_path: Path, stage: str, done: int):
    old = written(tmp_path / "t.db", 20)
    before = old.read_bytes()
    command = [sys.executable, "-c", KILLED, str(old), stage, str(done)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "."},
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.split() == [stage, str(done)]:
                break
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert old.read_bytes() == before
    assert "t.db.dprk-tui-rows" in names(tmp_path)
    if (part := tmp_path / "t.db.dprk-tui-part").exists():
        with pytest.raises(StoreFault):
            open_store(part)
    with TableWriter(old, META) as writer:
        assert (writer.resumed, writer.resume_at(0), writer.resume_at(1)) == (True, 2000, 1999)
        assert writer.finish().rows == 2000
    assert names(tmp_path) == ["t.db"]
    assert open_store(old).total == 2000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1600k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


FULL = (
    r"t.db: the disk is full; nothing at that name was changed, and what was read so far is kept in "
    r"t.db.dprk-tui-rows"
)


@pytest.mark.parametrize("count", [5000, 15_000])
def test_a_full_disk_leaves_the_old_table_and_goes_on_when_there_is_room(small_disk: Path, count: int):
    old = written(small_disk / "t.db", 20)
    before = old.read_bytes()

    def write() -> None:
        with TableWriter(old, META) as writer:
            writer.add(launches(count))
            writer.finish()

    with pytest.raises(StoreFault, match=FULL):
        write()
    assert old.read_bytes() == before
    assert "t.db.dprk-tui-part" not in names(small_disk)
    subprocess.run(["mount", "-o", "remount,size=100m", str(small_disk)], check=True)
    with TableWriter(old, META) as writer:
        writer.add(launches(count))
        assert writer.finish().rows == count
    assert names(small_disk) == ["t.db"]


@pytest.mark.parametrize("ending", [".rows", ".part"])
def test_a_file_of_the_user_beside_the_table_stays(ending: str, tmp_path: Path):
    (tmp_path / f"t.db{ending}").write_text("mine")
    written(tmp_path / "t.db", 20)
    assert (tmp_path / f"t.db{ending}").read_text() == "mine"


@pytest.mark.parametrize("ending", [ROWS, PART])
def test_a_file_that_is_not_ours_is_never_taken_for_one_that_is(ending: str, tmp_path: Path):
    (tmp_path / f"t.db{ending}").write_text("mine")
    with pytest.raises(StoreFault, match="a file that is not ours is there"):
        written(tmp_path / "t.db", 20)
    assert [it.read_text() for it in tmp_path.iterdir()] == ["mine"]
