"""Addresses of tables on servers: `postgresql://[USER@]HOST[:PORT]/DATABASE?table=NAME`, as libpq has them.

All that libpq knows can stand in one (`service=`, `sslmode=` and so on); only `table` is ours. A password cannot:
whatever is typed can be seen by others of the machine, and libpq finds passwords where nobody sees them.
https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote

from model.index.faults import StoreFault

_SCHEMES = ("postgresql://", "postgres://")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TAKEN = ("public", "information_schema")
_FORM = "postgresql://HOST/DATABASE?table=NAME"
_SHARD = "postgresql://HOST/DATABASE"
_BETWEEN = re.compile(r",\s*(?=postgres(?:ql)?://)")
"""Several hosts of one address have commas between them too."""
_MOST_SHOWN = 40
_SHOWN = re.compile(r"[^\x20-\x7e]")


@dataclass(frozen=True, slots=True)
class Address:
    """A table on a server: `uri` is what libpq is given, `table` the schema in which the table lies.

    As text it is what it can be opened by.
    """

    uri: str
    table: str

    def __str__(self) -> str:
        joint = "&" if "?" in self.uri else "?"
        return _SHOWN.sub("?", f"{self.uri}{joint}table={self.table}")

    @property
    def short(self) -> str:
        """The table and its server, as a sentence has room for: `acled on db.example.org`."""
        return f"{self.table} on {self.where}"

    @property
    def where(self) -> str:
        """The server, likewise: `db.example.org`."""
        said = dict(part.partition("=")[::2] for part in self.uri.partition("?")[2].split("&"))
        authority = self.uri.partition("://")[2].partition("?")[0].partition("/")[0].rpartition("@")[2]
        host = authority or unquote(said.get("host", said.get("hostaddr", "")))
        if service := said.get("service"):
            host = f"service {unquote(service)}"
        where = _SHOWN.sub("?", host if host and not host.startswith("/") else "this machine")
        return where if len(where) <= _MOST_SHOWN else where[: _MOST_SHOWN - 3] + "..."


def is_address(text: str) -> bool:
    """Whether a text is meant as an address of a server."""
    return text.startswith(_SCHEMES)


def read_address(text: str) -> Address:
    """The address that a text is. Raises `StoreFault`, whose sentence never has what was typed as a password."""
    uri, tables = _read(text)
    if len(tables) != 1:
        raise StoreFault(f"the address has to name one table: {_FORM}")
    (table,) = tables
    if not is_name(table):
        raise StoreFault(
            "a table on a server is named by small letters from a to z, digits and _, a letter first, 40 at most, "
            f"as in {_FORM}"
        )
    return Address(uri, table)


def read_shards(texts: Iterable[str], head: Address) -> tuple[Address, ...]:
    """The databases among which the rows of a table are shared out: addresses with commas between them, no table named.

    Raises `StoreFault`, likewise.
    """
    found: list[Address] = []
    for text in chain.from_iterable(_BETWEEN.split(it.strip()) for it in texts):
        if not is_address(text):
            raise StoreFault(
                f"--shards: a database of a server is named {_SHARD}, with commas between several"
            )
        uri, tables = _read(text)
        if tables:
            raise StoreFault(
                f"--shards: a database is named without a table, {_SHARD}: -o says which table it is"
            )
        found.append(Address(uri, head.table))
    if twice := next((it for it in found if it in found[found.index(it) + 1 :] or it == head), None):
        raise StoreFault(
            f"--shards: {twice.where} is named twice; each database has a part of the table of its own"
        )
    return tuple(found)


def _read(text: str) -> tuple[str, list[str]]:
    """An address without what names a table, and the tables that it names."""
    base, _, query = text.partition("?")
    # Whatever stands before an @ may be a password that was not written as an address has it.
    if ":" in text.partition("://")[2].rpartition("@")[0]:
        raise _with_password()
    tables, rest = list[str](), list[str]()
    for part in filter(None, query.split("&")):
        key, _, value = part.partition("=")
        name = unquote(key).strip().casefold()
        if name in ("password", "sslpassword"):
            raise _with_password()
        if name == "table":
            tables.append(unquote(value))
        else:
            rest.append(part)
    return f"{base}?{'&'.join(rest)}" if rest else base, tables


def is_name(table: str) -> bool:
    """Whether a table can be called so."""
    return _NAME.fullmatch(table) is not None and not table.startswith("pg_") and table not in _TAKEN


def _with_password() -> StoreFault:
    return StoreFault(
        "an address with a password is not taken, since others of this machine can see it; leave the password out "
        "and put it in ~/.pgpass or in a service, where every program for PostgreSQL finds it"
    )
