"""The rows of a table on a server, of which those around what is shown are kept: to move among them asks nothing."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from model.index.postgres.parts import Parts
from model.index.postgres.server_link import Ask
from model.index.table.coded import CodedRow
from model.index.table.file.packed import damaged, of
from model.index.table.file.row_form import RowForm

_AROUND = 200
"""Rows that are fetched before and after those that are asked for."""
_KEPT = 2048
"""Rows that are kept."""
_COLUMNS = "id, file, number, known, data, until, first, busy_until"

_Held = tuple[CodedRow, int | None]
"""A row, and the last day of all that stands before it."""


class ServerRows:
    """Answers from a server, for a table of `total` rows."""

    def __init__(self, ask: Ask, at: str, form: RowForm, total: int, parts: Parts | None = None) -> None:
        self._ask, self._at, self._form, self._total, self._parts = ask, at, form, total, parts
        self._kept: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        """What came of each row."""
        self._held = lru_cache(_KEPT)(self._read)

    def window(self, first: int, n: int) -> Sequence[_Held]:
        """Those with the ids from `first` on, at most `n`."""
        first, end = max(first, 0), min(first + n, self._total)
        if not all(at in self._kept for at in range(first, end)):
            around = self._around(first, end, _AROUND if n < _KEPT // 2 else 0)
            return self._fetched(
                "id >= ? AND id < ? ORDER BY id", (around.start, around.stop), around, range(first, end)
            )
        return [self._held(at) for at in range(first, end)]

    def some(self, ids: Sequence[int]) -> Sequence[_Held]:
        """Those of some ids, which ascend."""
        ids = [at for at in ids if 0 <= at < self._total]
        missing = [at for at in ids if at not in self._kept]
        if self._parts is not None:
            self._parts.refuse_away(missing)
        if not missing:
            return [self._held(at) for at in ids]
        have = {at: self._held(at) for at in ids if at in self._kept}
        have.update(zip(missing, self._missing(missing), strict=True))
        return [have[at] for at in ids]

    def _missing(self, ids: Sequence[int]) -> Sequence[_Held]:
        """Some that are not here; where they lie close together, with what lies around them: that is wanted next."""
        is_whole = self._parts is None or not self._parts.away
        if is_whole and len(ids) > 1 and ids[-1] - ids[0] < _AROUND:
            around = self._around(ids[0], ids[-1] + 1, _AROUND)
            return self._fetched("id >= ? AND id < ? ORDER BY id", (around.start, around.stop), around, ids)
        return self._fetched("id = ANY(?) ORDER BY id", (ids,), ids, ids)

    def _around(self, first: int, end: int, by: int) -> range:
        """Ids with some more on either side, as far as these can be read. StoreFault where they cannot."""
        if self._parts is None:
            return range(max(first - by, 0), min(end + by, self._total))
        self._parts.refuse_away(at for at in range(first, end) if at not in self._kept)
        return self._parts.around(first, end, by, self._total)

    def _fetched(
        self, where: str, values: tuple[object, ...], asked: Iterable[int], wanted: Iterable[int]
    ) -> Sequence[_Held]:
        found = self._ask(f"SELECT {_COLUMNS} FROM {self._at}row WHERE {where}", *values)
        if [it[0] for it in found] != [*asked]:
            raise damaged()
        for it in found:
            self._kept[it[0]] = it
            self._kept.move_to_end(it[0])
        rows = [self._held(at) for at in wanted]
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return rows

    def _read(self, at: int) -> _Held:
        """A row that came. Most of those around what is shown are never read."""
        _, file, number, known, data, until, first, busy = self._kept[at]
        row = self._form.row(
            of(int, file), of(int, number), _or_none(known), of(bytes, data), _or_none(until), _or_none(first)
        )
        return row, _or_none(busy)


def _or_none(value: object) -> int | None:
    return None if value is None else of(int, value)
