"""`--with`: a table of coded rows laid under the corpus that is opened."""

from pathlib import Path

from model.index.archive import Archive
from model.index.layered.opening import layered
from model.index.table.file.file_store import open_store
from model.index.table.index import TableIndex
from model.index.table.opening import is_table
from tui.cli.refusal import Refusal


def with_table(archive: Archive, named: list[str]) -> Archive:
    """The archive with the table under it. Raises `Refusal`, and `StoreFault` where the file cannot be read as one."""
    if len(named) > 1:
        raise Refusal(
            "--with takes one table; several files become one with: dprk-tui import FILE... -o TABLE.db"
        )
    path = Path(named[0])
    if not path.exists():
        raise Refusal(f"--with: {path}: no such file; dprk-tui import FILE -o TABLE.db makes a table")
    if not is_table(path):
        raise Refusal(f"--with: {path}: this is no table; dprk-tui import FILE -o TABLE.db makes one")
    return layered(archive, TableIndex(open_store(path)))


def refuse_under_table(corpus: str) -> None:
    """Say why nothing lies under a table. Raises `Refusal`."""
    raise Refusal(f"--with lays a table under a corpus, and {corpus} is a table itself; open it alone")
