"""Which imports of a table a server has, and which of them readers take."""

import threading

from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.kept_days import KeptDays
from model.index.postgres.parts import Parts
from model.index.postgres.server_link import Ask, ServerLink
from model.index.postgres.server_schema import LAYOUT, MARK, PART_MARK, schema_of
from model.index.table.file.packed import of

_IDLE = 2
"""Connections that are kept for the next thread."""


class Import:
    """Which import of a table is read, and the connections that nobody uses now."""

    def __init__(self, number: int, stamp: bytes) -> None:
        self.number, self.stamp = number, stamp
        self.parts: Parts | None = None
        """Where its rows are, once that was read; None where they are all on one server."""
        self.days = KeptDays()
        self._idle: list[ServerLink] = []
        self._lock = threading.Lock()
        self._over = False

    def link(self) -> ServerLink | None:
        """A connection that nobody uses."""
        with self._lock:
            return self._idle.pop() if self._idle else None

    def give_back(self, link: ServerLink) -> None:
        """Keep a connection for the next one who wants one."""
        with self._lock:
            if not self._over and len(self._idle) < _IDLE:
                self._idle.append(link)
                return
        link.close()

    def end(self) -> None:
        """Keep none any more."""
        with self._lock:
            idle, self._idle, self._over = self._idle, [], True
        for link in idle:
            link.close()


def newest_import(ask: Ask, address: Address, to_replace: bool = False) -> Import | None:
    """The import that readers take; None where there is none. StoreFault where the table is none of ours.

    One of an older version of the program is none to who wants to replace it (`to_replace`).
    """
    sql = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ?"
    found = ask(sql, address.table)
    if not found:
        return None
    if str(found[0][0]).startswith(PART_MARK):
        raise StoreFault(
            f"{address.short}: a part of a table lies there, which is on several servers; name the one of -o"
        )
    if found[0][0] != MARK:
        raise StoreFault(
            f"{address.short}: what is called so there is another program's; name a table of dprk-tui"
        )
    sql = f"SELECT number, layout, stamp FROM {schema_of(address.table)}.version WHERE complete"
    for number, layout, stamp in ask(f"{sql} ORDER BY number DESC LIMIT 1"):
        if layout < LAYOUT and to_replace:
            return None
        if layout != LAYOUT:
            age, remedy = (
                ("a newer", "update it") if layout > LAYOUT else ("an older", "import the table again")
            )
            raise StoreFault(f"{address.short}: {age} version of dprk-tui made this table; {remedy}")
        return Import(of(int, number), of(bytes, stamp))
    return None


def none_there(ask: Ask, table: str) -> str:
    """What there is to say where a table was never imported, or never whole."""
    sql = "SELECT nspname FROM pg_namespace WHERE obj_description(oid, 'pg_namespace') = ? ORDER BY nspname LIMIT 20"
    there = [name for (name,) in ask(sql, MARK)]
    if table in there:
        return "the table was never finished; import it again"
    others = (
        f"there are: {', '.join(there)}" if there else "one is made by `dprk-tui import FILE -o` that address"
    )
    return f"there is no table {table}; {others}"
