"""What a table of coded rows can be asked for that a curated corpus cannot."""

from collections.abc import Sequence
from typing import Protocol

from model.index.found import Beyond
from model.index.protocol import Find, Index
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.store import Store


class OpenTables(Protocol):
    """The tables that are open, as whoever shows a row asks for it: one that is read alone, or those under a corpus."""

    @property
    def tables(self) -> "Sequence[CodedRows]":
        """Each of them."""

    def of(self, event: str) -> "CodedRows":
        """The table that a row is in. Raises `KeyError` where there is none."""

    def coded(self, event: str) -> CodedRow:
        """The row of an event, by its id. Raises `KeyError` where there is none."""

    def versions(self, event: str, day: int) -> list[CodedRow]:
        """The versions of a row that were known by a day, with this one, from the first one on."""

    def standing(self, event: str, day: int) -> CodedRow | None:
        """The version of a row that the table had on a day; None where it had none."""


class CodedRows(OpenTables, Protocol):
    """One table of coded rows."""

    @property
    def title(self) -> str:
        """What it is called; no other one that is open is called so."""

    @property
    def meta(self) -> TableMeta:
        """What there is to say of the table."""

    @property
    def store(self) -> Store:
        """What the rows are read from."""

    def all_coded(self, events: Sequence[str]) -> Sequence[CodedRow]:
        """The rows of many events, which stand in the order of the timeline, in one question."""

    def called(self, row: str, day: int) -> Sequence[str]:
        """The names of the rows that are called so (`row_names`), as the table has or last had them by a day.

        A row of which nothing was known by then is not among them.
        """


class IndexOfTable(Index, CodedRows, Protocol):
    """The index of a table, which has its rows as they stood in their files too."""


class FindInRows(Find, Protocol):
    """Full text of a table, where hits are more than can be listed."""

    def beyond(self, typed: str, event: str | None, by: int) -> Beyond | None:
        """The next hit in time after a row (before: `by` is -1), or the first (last) of all. Raises `QueryError`.

        How many there are is found out beside (`Reader.pending`) where it is not known.
        """
