"""The rows of tables that an event is linked to, as far as the tables are open; the events that are linked to a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.corpus.corpus import Corpus
from model.corpus.records import RowLink
from model.index.table.coded import CodedRow
from model.index.table.of_rows import CodedRows
from model.index.table.row_names import names_of_version


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


def linked_tables(links: Iterable[RowLink], tables: Sequence[CodedRows], day: int) -> list[LinkedTable]:
    """The tables that some links lead to, as of a day; `tables` are those that are open."""
    by_title: dict[str, list[str]] = {}
    for link in links:
        by_title.setdefault(link.table, []).append(link.row)
    return [_linked(title, rows, tables, day) for title, rows in by_title.items()]


def _linked(title: str, links: list[str], tables: Sequence[CodedRows], day: int) -> LinkedTable:
    named = [it for it in tables if it.meta.title == title]
    if not named:
        return LinkedTable(title, len(links))
    # Of several tables of one title, a link leads to whatever each has of that name.
    called = [[(name, it) for it in named for name in it.called(link, day)] for link in links]
    found = {name: table for some in called for name, table in some}
    rows = tuple((name, table.coded(name)) for name, table in found.items())
    return LinkedTable(title, len(links), rows, sum(not some for some in called))


def events_linked_to(corpus: Corpus, row: str, table: CodedRows, day: int) -> Sequence[str]:
    """The events of a corpus that are linked to a row by one of its names, as the table has it by a day."""
    by_link = corpus.derived(_events_by_link)
    if not by_link:
        return ()
    versions = table.versions(row, day)
    names = dict.fromkeys(name for it in versions for name in names_of_version(it, table.meta))
    links = (RowLink(table=table.meta.title, row=name) for name in names)
    # A name may be that of another row, whose key it is.
    found = (it for it in links if it in by_link and _means(it.row, versions, table, day))
    return tuple(dict.fromkeys(event for link in found for event in by_link[link]))


def _means(name: str, versions: Sequence[CodedRow], table: CodedRows, day: int) -> bool:
    return any(table.versions(it, day) == versions for it in table.called(name, day))


def _events_by_link(corpus: Corpus) -> Mapping[RowLink, list[str]]:
    found: dict[RowLink, list[str]] = {}
    for event in corpus.events.values():
        for link in event.rows:
            found.setdefault(RowLink(table=link.table, row=link.row), []).append(event.id)
    return found
