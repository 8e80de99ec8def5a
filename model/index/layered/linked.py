"""The rows of tables that an event is linked to, as far as the tables are open."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.corpus.records import RowLink
from model.index.table.coded import CodedRow
from model.index.table.of_rows import CodedRows


@dataclass(frozen=True, slots=True)
class LinkedTable:
    """What an event is linked to in the table of a title: so many `links`.

    Of a table that is open, `rows` are those that were known by the day, each with its name, in the order of the links;
    `absent` tells how many links lead to none. Both are None of one that is not.
    """

    title: str
    links: int
    rows: tuple[tuple[str, CodedRow], ...] | None = None
    absent: int | None = None


def linked_tables(links: Iterable[RowLink], table: CodedRows | None, day: int) -> list[LinkedTable]:
    """The tables that some links lead to, as of a day; `table` is the one that is open."""
    by_title: dict[str, list[str]] = {}
    for link in links:
        by_title.setdefault(link.table, []).append(link.row)
    return [_linked(title, rows, table, day) for title, rows in by_title.items()]


def _linked(title: str, links: list[str], table: CodedRows | None, day: int) -> LinkedTable:
    if table is None or table.meta.title != title:
        return LinkedTable(title, len(links))
    called = [table.called(it, day) for it in links]
    names = dict.fromkeys(name for some in called for name in some)
    rows = tuple((name, table.coded(name)) for name in names)
    return LinkedTable(title, len(links), rows, sum(not some for some in called))
