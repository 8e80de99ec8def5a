"""`--with`: tables of coded rows laid under the corpus that is opened."""

from pathlib import Path

from model.index.archive import Archive
from model.index.layered.opening import layered
from model.index.postgres.address import is_address
from model.index.table.index import TableIndex
from model.index.table.opening import is_table
from tui.cli.refusal import Refusal
from tui.cli.rows_file import refuse_rows
from tui.cli.table import store_of


def with_tables(archive: Archive, named: list[str]) -> Archive:
    """The archive with tables under it. Raises `Refusal`, and `StoreFault` where one cannot be read."""
    seen: set[object] = set()
    for name in named:
        if not is_address(name):
            _be_table(Path(name))
        place = name if is_address(name) else _file(Path(name))
        if place in seen:
            # An address may have a password in it.
            which = "one table" if is_address(name) else name
            raise Refusal(f"--with: {which} is named twice; name it once")
        seen.add(place)
    return layered(archive, *(TableIndex(store_of(name)) for name in named))


def _file(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _be_table(path: Path) -> None:
    if not is_table(path):
        refuse_rows(path)
    if not path.exists():
        raise Refusal(f"--with: {path}: no such file; dprk-tui import FILE -o TABLE.db makes a table")
    if not is_table(path):
        raise Refusal(f"--with: {path}: this is no table; dprk-tui import FILE -o TABLE.db makes one")


def refuse_under_table() -> None:
    """Say why nothing lies under a table. Raises `Refusal`."""
    # It is not named: an address that nobody has read yet may have a password in it.
    raise Refusal("--with lays a table under a corpus, and what is opened is a table itself; open it alone")
