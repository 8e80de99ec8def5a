"""What is no table, or a damaged one, is refused in one sentence; nothing that it brings along is run."""

import os
import random
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import msgspec
import pytest

from model.dates.units import Zoom
from model.index.table.file.file_store import FileStore, open_store
from model.index.table.file.schema import LAYOUT, PAGE
from model.index.table.store import StoreFault
from model.query.sought import sought


def refused(path: Path) -> str:
    """Why a file cannot be opened."""
    with pytest.raises(StoreFault) as problem:
        open_store(path)
    said = str(problem.value)
    assert said.startswith(f"{path}: ")
    assert "\n" not in said
    return said.removeprefix(f"{path}: ")


def ask_all(store: FileStore) -> None:
    """Ask a store all that it can be asked."""
    store.rows(0, 1000)
    store.rows_at(range(0, 300, 50))
    store.busy_until(0, 1000)
    store.known_steps()
    for zoom in Zoom:
        store.units(zoom)
    for chunk in range(6):
        for day in (700_000, 730_000, 739_005):
            store.known(day, chunk), store.lasting(day, chunk), store.begun(day, chunk)
        store.unending(chunk)
        for word in ("launch", "l", "l1", "미사", "을", "2"):
            store.word(word, False, chunk), store.word(word, True, chunk)
        for column in (1, 2):
            store.facets(column, chunk), store.facet(column, "Sohae", chunk)
    store.facet_values(2), store.matching(sought("launch 2"), 0, 50), store.words_like("l", 30)
    store.kept("map"), list(store.rejects(0, 10))


def test_what_is_no_table_is_said(tmp_path: Path):
    path = tmp_path / "x.db"
    assert refused(path) == "it cannot be opened: No such file or directory"
    path.write_bytes(b"")
    assert refused(path).startswith("the file is empty; ")
    path.write_text("title,date\nA,2020\n" * 100)
    assert refused(path).startswith("this is no table; ")
    path.write_bytes(b"SQLite format 3\0")
    assert refused(path).startswith("this is no table; ")
    path.unlink()
    path.mkdir()
    assert refused(path) == "this is a folder, not a table"


def test_another_programs_database_is_said(tmp_path: Path):
    path = tmp_path / "x.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE row (id)")
    assert refused(path).startswith("this is another program's database; ")


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        (LAYOUT + 1, "a newer version of dprk-tui made this table; update it"),
        (LAYOUT - 1, "an older version of dprk-tui made this table; import the table again"),
    ],
)
def test_another_layout_is_said(copy: Path, layout: int, said: str):
    with copy.open("r+b") as file:
        file.seek(60)
        file.write(struct.pack(">I", layout))
    assert refused(copy) == said


def test_a_file_cut_at_any_page_is_said(copy: Path):
    whole = copy.read_bytes()
    for end in [*range(PAGE, len(whole), PAGE), len(whole) - 1, 101]:
        copy.write_bytes(whole[:end])
        assert refused(copy) == f"the file has {end} bytes instead of {len(whole)}; get it or import it again"


def test_one_that_is_being_written_is_said(copy: Path):
    part = copy.rename(copy.with_name("launches.db.dprk-tui-part"))
    assert refused(part) == "this is a table that is still being written; import again to end that"
    with closing(sqlite3.connect(copy)) as database:
        database.executescript(
            f"PRAGMA application_id = {0x4450524B}; PRAGMA user_version = {LAYOUT}; CREATE TABLE a (b)"
        )
    assert "other tables" in refused(copy)


def test_one_that_was_never_finished_is_said(copy: Path):
    change(copy, "DELETE FROM told WHERE name = 'complete'")
    assert refused(copy) == "the table was never finished; import it again"


@pytest.mark.skipif(os.name != "posix", reason="there are no such permissions")
def test_one_that_may_not_be_read_is_said(copy: Path):
    copy.parent.chmod(0o755)
    copy.chmod(0)
    code = f"""
import os, sys
from pathlib import Path
from model.index.table.file.file_store import open_store
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    open_store(Path({str(copy)!r}))
except Exception as problem:
    print(type(problem).__name__, problem)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"StoreFault {copy}: it cannot be opened: Permission denied")


def change(path: Path, *statements: str) -> None:
    """Change a file as its owner can, whatever it must be."""
    with closing(sqlite3.connect(path)) as database:
        for statement in ("PRAGMA writable_schema = ON", *statements):
            database.execute(statement)
        database.commit()


HOSTILE = (
    "CREATE TRIGGER t AFTER INSERT ON row BEGIN DELETE FROM row; END",
    "CREATE VIEW v AS SELECT load_extension('x')",
    "CREATE TABLE extra (a)",
    "CREATE INDEX i ON row (number)",
    "CREATE VIRTUAL TABLE other USING fts5 (x)",
    "UPDATE sqlite_schema SET type = 'view', sql = 'CREATE VIEW row AS SELECT 1 AS id' WHERE name = 'row'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'known       INTEGER', 'known AS (1)') WHERE name = 'row'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'block BLOB', 'block AS (1)') WHERE name = 'doc_data'",
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE' WHERE name = 'unit'",
    "UPDATE sqlite_schema SET sql = NULL WHERE name = 'unit'",
    "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'row'",
    "DELETE FROM sqlite_schema WHERE name = 'kept'",
    "DELETE FROM sqlite_schema WHERE name LIKE 'doc%'",
    "DELETE FROM sqlite_schema WHERE name = 'inside_data'",
)


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_schema_that_is_not_ours_is_refused(copy: Path, statement: str):
    change(copy, statement)
    assert refused(copy).endswith("import it again")


VALUES = (
    "UPDATE row SET data = x'c1' WHERE id = 5",
    "UPDATE row SET data = 'text'",
    "UPDATE row SET data = zeroblob(5000)",
    "UPDATE row SET file = 'a'",
    "UPDATE row SET file = 7",
    "UPDATE row SET known = x'00'",
    "UPDATE row SET busy_until = 'never'",
    "DELETE FROM row WHERE id = 299",
    "UPDATE row SET id = -1 WHERE id = 7",
    "UPDATE by_day SET days = 'text'",
    "UPDATE by_day SET days = zeroblob(9)",
    "UPDATE by_day SET ends = zeroblob(length(ends) + 4)",
    "UPDATE by_day SET rows = substr(rows, 1, 3)",
    "UPDATE unending SET rows = x'000102'",
    "UPDATE facet SET counts = x'ffff'",
    "UPDATE facet SET counts = x'ffff', rows = zeroblob(8192)",
    "UPDATE facet SET rows = 'text'",
    "UPDATE facet_value SET rows = 'many'",
    "UPDATE facet_value SET folded = x'ff' WHERE number = 1",
    "UPDATE facet_value SET number = 'x'",
    "UPDATE unit SET first = 'x'",
    "UPDATE told SET value = 'x' WHERE name = 'known_days'",
    "UPDATE told SET value = x'00' WHERE name = 'known_rows'",
    "UPDATE told SET value = 999999 WHERE name = 'dated'",
    "UPDATE told SET value = 0 WHERE name = 'chunk'",
    "UPDATE told SET value = x'7b7d' WHERE name = 'meta'",
    "UPDATE kept SET value = 5",
    "UPDATE reject SET why = x'00'",
)


@pytest.mark.parametrize("statement", VALUES)
def test_values_that_nobody_of_ours_wrote_are_refused_as_they_are_read(copy: Path, statement: str):
    change(copy, statement)
    with pytest.raises(StoreFault, match="import it again") as problem:
        ask_all(open_store(copy))
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE doc_data SET block = zeroblob(100)",
        "UPDATE doc_data SET block = 'text'",
        "DELETE FROM doc_data WHERE id > 10",
        "UPDATE inside_data SET block = zeroblob(100) WHERE id > 10",
        "UPDATE doc_config SET v = 99",
        "UPDATE doc_idx SET pgno = 12345678",
    ],
)
def test_words_that_are_damaged_are_refused_or_not_found(copy: Path, statement: str):
    change(copy, statement)
    with suppress(StoreFault):
        ask_all(open_store(copy))


@pytest.mark.parametrize("key", ["a:b", "", "A", "x y", "\x1b[31m", "after-"])
def test_columns_have_keys_that_can_be_typed(copy: Path, key: str):
    with closing(sqlite3.connect(copy)) as database:
        (meta,) = database.execute("SELECT value FROM told WHERE name = 'meta'").fetchone()
        told = msgspec.json.decode(meta)
        told["columns"][2]["key"] = key
        database.execute("UPDATE told SET value = ? WHERE name = 'meta'", (msgspec.json.encode(told),))
        database.commit()
    assert refused(copy) == "the table is damaged: its columns cannot be read; import it again"


def test_flipped_bytes_never_do_more_than_be_refused(made: Path, tmp_path: Path):
    chance, data = random.Random(7), made.read_bytes()
    damaged = tmp_path / "damaged.db"
    for _ in range(30):
        spoilt = bytearray(data)
        for _ in range(chance.choice((1, 5, 50))):
            spoilt[chance.randrange(100, len(spoilt))] = chance.randrange(256)
        damaged.write_bytes(spoilt)
        with suppress(StoreFault):
            ask_all(open_store(damaged))


def test_nothing_can_be_written_through_a_store(made: Path):
    before = made.read_bytes()
    database = open_store(made)._database
    for statement in ("DELETE FROM row", "CREATE TABLE x (a)", "PRAGMA user_version = 9"):
        with pytest.raises(sqlite3.OperationalError):
            database.execute(statement)
    with pytest.raises(sqlite3.OperationalError):
        database.execute("ATTACH ':memory:' AS other")
    assert made.read_bytes() == before
    assert [path.name for path in made.parent.iterdir()] == [made.name]
