"""A file of rows that is opened as if it were a corpus or a table: how one becomes a table."""

import shlex
from contextlib import suppress
from pathlib import Path

from model.index.table.file.connecting import ROWS
from model.index.table.opening import is_table
from tui.cli.refusal import Refusal

_HEAD = 4096
_TABLE = ".db"


def refuse_rows(path: Path) -> None:
    """Say how a file becomes what can be opened. Raises `Refusal`, where it is a file of rows or an exported corpus.

    Also where a table is named that is not there, or not yet.
    """
    if not path.exists() and path.suffix == _TABLE:
        if path.with_name(f"{path.name}{ROWS}").exists():
            raise Refusal(
                f"{path}: it is being imported, or that was cut off; then the same import goes on with it"
            )
        raise Refusal(
            f"{path}: no such file; a table is made by: dprk-tui import FILE -o {shlex.quote(str(path))}"
        )
    if not path.is_file():
        return
    # Imported here: whoever opens a corpus or a table needs none of it.
    from model.exchange.tables.sheet import UnreadableTable
    from model.exchange.tables.streams.guessing import format_of
    from model.exchange.tables.streams.row_formats import STREAMS

    endings = {ending for it in STREAMS.values() for ending in it.endings}
    with suppress(UnreadableTable, OSError):
        if _is_exported_corpus(path):
            raise Refusal(f"{path}: this is an exported corpus; a folder is made of it by: {_into(path)}")
        # Whatever nothing is known of is tried as CSV.
        if format_of(path) != "csv" or path.suffix.lower() in endings:
            raise Refusal(f"{path}: this is a file of rows; {_way(path)}")


def _way(path: Path) -> str:
    table = path.with_suffix(_TABLE)
    if is_table(table):
        return f"there is a table beside it: dprk-tui {shlex.quote(str(table))}"
    given, out = shlex.quote(str(path)), shlex.quote(str(table))
    return f"a table, which opens, is made of it by: dprk-tui import {given} -o {out}"


def _into(path: Path) -> str:
    return f"dprk-tui import {shlex.quote(str(path))} --into {shlex.quote(str(path.with_suffix('')))}"


def _is_exported_corpus(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD).lstrip()
    return head.startswith(b"{") and head[1:].lstrip().startswith(b'"format"') and b'"corpus"' in head
