"""A store of which parts can be put away, and come back, as those of a server that is lost."""

from collections.abc import Iterable, Sequence
from typing import Any

from pyroaring import BitMap

from model.index.faults import StoreFault
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.memory import MemoryStore
from model.index.table.order import sort_key_of
from model.index.table.present import away_at, away_in
from model.index.table.store import Away
from tests.index.table.plain import PlainTable


class PartedStore(MemoryStore):
    """A table in a list; `put_away` says which chunks cannot be read from then on."""

    def __init__(self, meta: TableMeta, rows: Iterable[CodedRow], chunk: int) -> None:
        super().__init__(meta, rows, chunk=chunk)
        self._away: tuple[Away, ...] = ()

    def put_away(self, chunks: Iterable[int]) -> None:
        """Have these chunks be away, and no others."""
        self._away = ()
        spans = [(it * self.chunk, min((it + 1) * self.chunk, self.total)) for it in sorted(set(chunks))]
        self._away = tuple(
            Away(first, last, *self._days(first, last), "b does not answer")
            for first, last in spans
            if first < last
        )

    def _days(self, first: int, last: int) -> tuple[int | None, int | None]:
        days = [key[1] for row in self._rows[first:last] if (key := sort_key_of(row.date))[0] == 0]
        return (days[0], days[-1]) if days else (None, None)

    def away(self) -> tuple[Away, ...]:
        """What was put away."""
        return self._away

    def rows(self, first: int, n: int) -> list[CodedRow]:
        """Rows that are there."""
        self._refuse(range(max(0, first), min(first + n, self.total)))
        return super().rows(first, n)

    def rows_at(self, ids: Sequence[int]) -> list[CodedRow]:
        """Rows that are there."""
        self._refuse(ids)
        return super().rows_at(ids)

    def busy_until(self, first: int, n: int) -> list[int | None]:
        """Of rows that are there."""
        self._refuse(range(max(0, first), min(first + n, self.total)))
        return super().busy_until(first, n)

    def versions(self, number: int) -> list[int]:
        """Those that are there."""
        return self._present(super().versions(number))

    def placed(self, file: int, number: int) -> list[int]:
        """Those that are there."""
        return self._present(super().placed(file, number))

    def matching(self, *asked: Any) -> list[int]:
        """Those that are there."""
        sought, first, n = asked
        return self._present(super().matching(sought, first, self.total))[:n]

    def _holding(self, chunk: int, holds: Any) -> BitMap:
        return super()._holding(chunk, holds) - away_in(self._away, chunk * self.chunk, self.chunk)

    def _present(self, ids: Sequence[int]) -> list[int]:
        return [it for it in ids if away_at(self._away, it) is None]

    def _refuse(self, ids: Iterable[int]) -> None:
        if any(away_at(self._away, it) for it in ids):
            raise StoreFault("b does not answer")


class PartOfTable(PlainTable):
    """The rows of a table of which some cannot be read."""

    def __init__(self, meta: TableMeta, rows: Iterable[CodedRow], away: Sequence[Away]) -> None:
        super().__init__(meta, rows)
        self._gone = away

    def known(self, day: int) -> list[int]:
        """The ids of what was known on a day, of what can be read."""
        return [it for it in super().known(day) if away_at(self._gone, it) is None]
