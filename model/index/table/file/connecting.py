"""Opens the file of a table, and says in one sentence why one cannot be opened.

A file is looked at before SQLite is: it must say itself that it is ours, be as long as it says, and have our tables and
nothing else. Opening costs the same however many rows there are.
"""

import re
import sqlite3
import struct
from contextlib import suppress
from pathlib import Path

from model.index.table.file.schema import APPLICATION, LAYOUT, SCHEMA
from model.index.table.store import StoreFault

_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_SHADOW = re.compile(r"CREATE TABLE '?(doc|inside)_(data|idx|config)'?\([\w, ()]+\)( WITHOUT ROWID)?")
"""The tables that FTS5 makes for itself; another version of it may word them a little differently."""
_SHADOWS = [f"{name}_{part}" for name in ("doc", "inside") for part in ("data", "idx", "config")]
_CLEVER = re.compile(r"\b(AS|CHECK|DEFAULT|GENERATED|COLLATE|REFERENCES)\b", re.IGNORECASE)
_LONGEST = 1 << 28
"""Bytes of a value that are read; a row has so many at most."""


def opened(path: Path) -> sqlite3.Connection:
    """A connection that can only read, and runs nothing that a file brings along.

    StoreFault where it is none of ours.
    """
    _look_at(path)
    # Files come into place whole and are never written again: no lock, journal or log of another program counts.
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        database = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as problem:
        raise StoreFault(f"{path}: it cannot be opened: {problem}") from problem
    try:
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"):
            database.execute(f"PRAGMA {pragma}")
        _look_at_schema(path, database)
        for name in ("doc", "inside"):
            for kind, lists in (("row", "word"), ("instance", "place")):
                database.execute(
                    f"CREATE VIRTUAL TABLE temp.{name}_{lists} USING fts5vocab (main, {name}, {kind})"
                )
        database.execute("PRAGMA query_only = ON")
    except (sqlite3.Error, UnicodeDecodeError) as problem:
        database.close()
        raise unreadable(path, problem) from problem
    except StoreFault:
        database.close()
        raise
    return database


PART, ROWS = ".dprk-tui-part", ".dprk-tui-rows"
"""The endings of the names under which a table is written, and its rows wait: such as nobody else gives."""


def may_be_replaced(path: Path) -> bool:
    """Whether nothing of anybody else's is lost when a table is written there: nothing is there, or a table."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        return True
    return not header or (header.startswith(_MAGIC) and header[68:72] == APPLICATION.to_bytes(4, "big"))


def unreadable(path: Path, problem: Exception) -> StoreFault:
    """What there is to say of a file that SQLite cannot read."""
    # What SQLite says may name what is in the file.
    said = getattr(problem, "sqlite_errorname", "text that is not UTF-8")
    return StoreFault(f"{path}: the table is damaged ({said}); import it again")


def _look_at(path: Path) -> None:
    try:
        if path.is_dir():
            raise StoreFault(f"{path}: this is a folder, not a table")
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = file.seek(0, 2)
    except OSError as problem:
        raise StoreFault(f"{path}: it cannot be opened: {problem.strerror}") from problem
    if path.name.endswith((PART, ROWS)) and header.startswith(_MAGIC):
        raise StoreFault(f"{path}: this is a table that is still being written; import again to end that")
    if not header:
        raise StoreFault(f"{path}: the file is empty; a table is made by `dprk-tui import FILE -o OUT.db`")
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise StoreFault(f"{path}: this is no table; one is made by `dprk-tui import FILE -o OUT.db`")
    (page,), (pages,) = struct.unpack_from(">H", header, 16), struct.unpack_from(">I", header, 28)
    (layout,), (application,) = struct.unpack_from(">I", header, 60), struct.unpack_from(">I", header, 68)
    if application != APPLICATION:
        raise StoreFault(f"{path}: this is another program's database; import a table into a file of its own")
    if layout != LAYOUT:
        age = "a newer" if layout > LAYOUT else "an older"
        remedy = "update it" if layout > LAYOUT else "import the table again"
        raise StoreFault(f"{path}: {age} version of dprk-tui made this table; {remedy}")
    whole = pages * (65_536 if page == 1 else page)
    if size != whole:
        raise StoreFault(f"{path}: the file has {size} bytes instead of {whole}; get it or import it again")


def _look_at_schema(path: Path, database: sqlite3.Connection) -> None:
    ours, shadows, found = set(SCHEMA), set(_SHADOWS), set[str]()
    for kind, name, sql in database.execute("SELECT type, name, sql FROM sqlite_schema"):
        if kind == "table" and sql in ours:
            found.add(sql)
        elif kind == "index" and sql is None and str(name).startswith("sqlite_autoindex_"):
            pass
        elif kind == "table" and name in shadows and _SHADOW.fullmatch(str(sql)) and not _CLEVER.search(sql):
            shadows.remove(name)
        else:
            raise StoreFault(f"{path}: the file has other tables than those of dprk-tui; import it again")
    if found != ours or shadows:
        raise StoreFault(f"{path}: tables are missing in the file; import it again")
    complete = None
    with suppress(TypeError):
        (complete,) = database.execute("SELECT value FROM told WHERE name = 'complete'").fetchone()
    if complete != 1:
        raise StoreFault(f"{path}: the table was never finished; import it again")
