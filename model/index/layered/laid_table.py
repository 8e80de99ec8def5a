"""A table of coded rows that lies under a corpus: its rows by the names that they have among the events."""

from collections.abc import Sequence

from model.index.layered.names import laid, row_of_name
from model.index.layered.part import TablePart
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.index import TableIndex
from model.index.table.store import Store
from model.index.values import AsOf


class LaidTable:
    """See `model.index.table.of_rows.CodedRows`. Its `number` is that among the tables, `title` no other one's."""

    def __init__(self, index: TableIndex, number: int = 0, title: str | None = None) -> None:
        self.index, self.number = index, number
        self.title = title if title is not None else index.meta.title

    @property
    def meta(self) -> TableMeta:
        """What there is to say of the table."""
        return self.index.meta

    @property
    def store(self) -> Store:
        """What the rows are read from."""
        return self.index.store

    @property
    def tables(self) -> "tuple[LaidTable, ...]":
        """Itself."""
        return (self,)

    def of(self, event: str) -> "LaidTable":
        """Itself."""
        return self

    def part(self, when: AsOf) -> TablePart:
        """What of its rows was known on a day, and meets a query, to be merged with others."""
        return TablePart(self.index.at(when), self.number, self.title)

    def coded(self, event: str) -> CodedRow:
        """The row of that name among the events. Raises `KeyError` where there is none."""
        return self.index.coded(row_of_name(event) or "")

    def all_coded(self, events: Sequence[str]) -> Sequence[CodedRow]:
        """The rows of those names among the events. Raises `KeyError` where there is no row of one."""
        return self.index.all_coded([row_of_name(it) or "" for it in events])

    def called(self, row: str, day: int) -> list[str]:
        """The names among the events of the rows that are called so, as the table has them by a day."""
        return [laid(it, self.number) for it in self.index.called(row, day)]

    def versions(self, event: str, day: int) -> list[CodedRow]:
        """The versions of a row that were known by a day, from the first one on."""
        return self.index.versions(row_of_name(event) or "", day)

    def standing(self, event: str, day: int) -> CodedRow | None:
        """The version of a row that the table had on a day."""
        return self.index.standing(row_of_name(event) or "", day)


def laid_tables(tables: Sequence[TableIndex]) -> tuple[LaidTable, ...]:
    """Tables in their order; of those of one title, each after the first with its number after it."""
    titles = [it.meta.title for it in tables]
    again = [titles[:at].count(title) for at, title in enumerate(titles)]
    named = (f"{title} ({times + 1})" if times else title for title, times in zip(titles, again, strict=True))
    return tuple(LaidTable(it, at, name) for at, (it, name) in enumerate(zip(tables, named, strict=True)))
