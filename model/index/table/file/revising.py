"""A later download of a table beside what is there: which of its rows are new, which changed, and which are gone.

All of it is done on the staged rows, in one transaction that is never made safe: who is cut off begins it anew.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby, islice
from typing import NamedTuple

import msgspec

from model.index.table.coded import CodedRow, TableMeta
from model.index.table.file.row_form import Packed, decode
from model.index.table.file.staging import Staging
from model.index.table.store import Store, StoreFault

_SCHEMA = """
CREATE TEMP TABLE matched (row INTEGER PRIMARY KEY, key BLOB, print BLOB, place INTEGER, until INTEGER,
                           file INTEGER, number INTEGER)
"""
_STEP = 1024
_KEYLESS = b"-"
_FEW_GONE = 10
"""One row in so many may be missing without a word of whoever imports."""

AS_READ = -1
"""Stands for a column where a row has the same cells, and another date or title was read from them."""


class DownloadRefused(StoreFault):
    """Whoever imports has to say something first; nothing was written."""


class MissingRows(Enum):
    """What becomes of rows that a later download does not have."""

    ASKED = "asked"
    """They are gone, unless they are many: then whoever imports has to say which it is."""
    GONE = "gone"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Download:
    """A download of a table: the table `before` (None: it is the first), the place of its first file, and its day.

    `dropped` are columns of before that it has not.
    """

    before: Store | None
    first_file: int
    day: int
    missing: MissingRows = MissingRows.ASKED
    dropped: frozenset[int] = frozenset()


@dataclass(slots=True)
class Revised:
    """What a download brought: each of its rows is the `same`, `changed` or `new`.

    `back` are those of the new ones that were gone before, `by_columns` those of the changed ones that changed only in
    columns that came or went. `fields` counts by columns what changed otherwise. `missing` rows of before are `gone`,
    or not. `twins` have a key that a row before them has, the first of them at `twin` (file, number), `keyless` none.
    """

    same: int = 0
    changed: int = 0
    new: int = 0
    back: int = 0
    by_columns: int = 0
    fields: Counter[int] = field(default_factory=Counter)
    missing: int = 0
    gone: bool = True
    before: int = 0
    twins: int = 0
    twin: tuple[int, int] | None = None
    keyless: int = 0


class _Row(NamedTuple):
    key: bytes
    row: int
    print: bytes
    place: int
    until: int | None
    file: int
    number: int


Told = Callable[[int], None]


def revise(staging: Staging, meta: TableMeta, download: Download, told: Told = lambda _: None) -> Revised:
    """Put a download, whose rows are staged, beside what was there. `told` hears how many rows were looked at.

    DownloadRefused where the key tells too few rows apart, or many are missing and nobody said what becomes of them.
    """
    staging.begin_revising()
    if download.before is not None:
        staging.put_before(_rows_before(download.before, len(meta.columns)))
        for file, number, raw, why in download.before.rejects(0, download.before.meta.rejected):
            staging.reject(file, number, raw, why)
    return _Revising(staging, meta, download).done(told)


def _rows_before(store: Store, columns: int) -> Iterator[CodedRow]:
    lacking = ("",) * (columns - len(store.meta.columns))
    for first in range(0, store.total, _STEP):
        for row in store.rows(first, _STEP):
            yield row._replace(cells=row.cells + lacking) if lacking else row


class _Revising:
    def __init__(self, staging: Staging, meta: TableMeta, download: Download) -> None:
        self._database, self._meta, self._download = staging.database, meta, download
        before = download.before.meta if download.before is not None else meta
        self._had = frozenset(range(len(before.columns))) - download.dropped
        self._found = Revised(gone=download.missing is not MissingRows.KEPT)

    def done(self, told: Told) -> Revised:
        """Do it, and say what was found."""
        self._database.execute(_SCHEMA)
        self._match(told)
        self._refuse_poor_key()
        order = "SELECT key, row, print, place, until, file, number FROM matched ORDER BY key, file, number"
        rows = map(_Row._make, self._database.execute(order))
        for _, group in groupby(rows, key=lambda it: it.key):
            self._of_one_key([*group])
        self._database.execute("DROP TABLE temp.matched")
        found = self._found
        many = _FEW_GONE * found.missing > found.before
        if many and self._download.missing is MissingRows.ASKED:
            raise DownloadRefused(
                f"{found.missing:,} of {found.before:,} rows of the table are not in this download; say --partial "
                "if it is a part of the table, so that they stay, or --whole if they are gone; nothing was written"
            )
        return found

    def _match(self, told: Told) -> None:
        """Note the key of each row, and a print of what it says."""
        seen = self._database.execute("SELECT rowid, place, until, file, number, data FROM staged")
        count = 0
        while some := list(islice(seen, _STEP)):
            packed = [decode(it[-1]) for it in some]
            rows = ((row, *self._marks(it), *rest) for (row, *rest, _), it in zip(some, packed, strict=True))
            self._database.executemany("INSERT INTO matched VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            count += len(some)
            told(count)

    def _marks(self, packed: Packed) -> tuple[bytes, bytes]:
        date, title, _, _, cells = packed
        said = _hash((date, title, cells))
        key = [cells[at].strip() for at in self._meta.key]
        return (_hash(key) if any(key) else _KEYLESS + said), said

    def _refuse_poor_key(self) -> None:
        rows, keys = self._database.execute(
            "SELECT count(*), count(DISTINCT key) FROM matched WHERE file >= ? AND length(key) = 16",
            (self._download.first_file,),
        ).fetchone()
        if rows > 2 * keys:
            named = ", ".join(f'"{self._meta.columns[at].name}"' for at in self._meta.key)
            raise DownloadRefused(
                f"{named}: {rows:,} rows have {keys:,} different value{'' if keys == 1 else 's'}, so that it does "
                f"not tell them apart; "
                "name another column with --key, or several; nothing was written"
            )

    def _of_one_key(self, rows: Sequence[_Row]) -> None:
        """Pair what was there with what is: the same first, then in their order."""
        found, day = self._found, self._download.day
        new = [it for it in rows if it.file >= self._download.first_file]
        last = {it.place: it for it in rows if it.file < self._download.first_file}
        there = [it for it in last.values() if it.until is None]
        over = [it for it in last.values() if it.until is not None]
        found.before += len(there)
        self._note_twins(new)
        if self._download.before is None:
            found.new += len(new)
            return
        rest = []
        for row in new:
            same = next((it for it in there if it.print == row.print), None)
            if same is None:
                rest.append(row)
                continue
            there.remove(same)
            found.same += 1
            self._database.execute("DELETE FROM staged WHERE rowid = ?", (row.row,))
        for row in rest:
            if there:
                was = there.pop(0)
                found.changed += 1
                self._count_fields(was.row, row.row)
                self._end(was.row, day)
            elif over:
                was = over.pop(0)
                found.new += 1
                found.back += 1
            else:
                found.new += 1
                continue
            self._database.execute("UPDATE staged SET place = ? WHERE rowid = ?", (was.place, row.row))
        found.missing += len(there)
        for row in there if found.gone else ():
            self._end(row.row, day)

    def _note_twins(self, new: Sequence[_Row]) -> None:
        found = self._found
        if new and new[0].key.startswith(_KEYLESS) and len(new[0].key) > len(new[0].print):
            found.keyless += len(new)
        elif len(new) > 1:
            found.twins += len(new) - 1
            second = new[1].file, new[1].number
            found.twin = second if found.twin is None else min(found.twin, second)

    def _end(self, row: int, day: int) -> None:
        self._database.execute("UPDATE staged SET until = ? WHERE rowid = ?", (day, row))

    def _count_fields(self, one: int, other: int) -> None:
        was, now = (
            decode(self._database.execute("SELECT data FROM staged WHERE rowid = ?", (it,)).fetchone()[0])
            for it in (one, other)
        )
        at = {number for number in range(len(was[4])) if was[4][number] != now[4][number]}
        changed = at & self._had
        if at and not changed:
            self._found.by_columns += 1
        self._found.fields.update(changed or (() if at else (AS_READ,)))


def _hash(said: object) -> bytes:
    return hashlib.blake2b(msgspec.msgpack.encode(said), digest_size=16).digest()
