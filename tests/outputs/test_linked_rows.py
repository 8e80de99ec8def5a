"""Links to rows: as of each day cards tell what they would of a corpus and a table that have nothing later."""

from dataclasses import replace

import msgspec
import pytest

from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.corpus.records import RowLink
from model.dates.calendar import day_from_text
from model.index.archive import Archive, archive_of
from model.index.layered.opening import layered
from model.index.sqlite.index import SqliteIndex
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.order import known_from
from model.index.values import AsOf
from tests.coded_tables import TODAY, Table, table
from tests.handmade import corpus_of
from tests.tui.contexts import context_of
from tui.cards.selected import selected_card

META, ROWS = table(
    [(f"2025-05-0{n}", f"Row {n}", "", f"2025-0{month}-01") for n, month in ((1, 4), (2, 5), (3, 7), (4, 9))]
)
TABLE = (replace(META, key=(1,)), ROWS)
CLAIMS = """
    plan    2025-05-01  scheduled  CT+  2025-05-09  by=kremlin  roles=host:russia
    rumour  2025-05-03  expected   PR+  2025-05-09  event=other
"""
DAYS = ("2025-04-30", "2025-05-01", "2025-05-02", "2025-05-03", "2025-06-01", "2025-07-01", "2025-12-31")


def linked() -> Corpus:
    corpus = corpus_of(CLAIMS)
    links = (
        *(RowLink(table="A table", row=f"Row {n}") for n in range(1, 6)),
        RowLink(table="Another", row="x"),
    )
    events = {
        name: msgspec.structs.replace(it, rows=links if name == "visit" else links[2:4])
        for name, it in corpus.events.items()
    }
    return replace(corpus, events=events)


def opened(corpus: Corpus, rows: Table | None, day: int) -> Archive:
    archive = archive_of(corpus, SqliteIndex(corpus), day, TODAY)
    return layered(archive, TableIndex(MemoryStore(*rows))) if rows is not None else archive


def cards(archive: Archive, day: int) -> list[list[str]]:
    """The cards of all events as of a day, in a width in which all is said."""
    archive = replace(archive, default=replace(archive.default, day=day))
    ctx = context_of(archive)
    found = []
    for row in archive.at(AsOf(day)).rows(0, 100):
        now = ctx.of(replace(ctx.scene, selection=ctx.selector.event(row.event)))
        lines, _ = selected_card(now, 120, 100, alone=True, active=True)
        found.append([line.text for line in lines])
    return found


@pytest.mark.parametrize("text", DAYS)
@pytest.mark.parametrize("is_open", [True, False])
def test_cards_are_those_of_what_was_known(text: str, is_open: bool):
    day, corpus = day_from_text(text), linked()
    meta, rows = TABLE
    left = (meta, [row for row in rows if known_from(row, meta) <= day])
    whole = cards(opened(corpus, TABLE if is_open else None, day), day)
    assert whole == cards(opened(known_by(corpus, day), left if is_open else None, day), day)
    said = str(whole)
    for row in rows:
        assert (row.title in said) <= (is_open and known_from(row, meta) <= day)


def test_where_all_is_known_they_are_told():
    day = day_from_text("2025-07-01")
    said = next(
        it for it in cards(opened(linked(), TABLE, day), day) if any("Another" in line for line in it)
    )
    assert [it for it in said if it.startswith("rows")] == [
        'rows    3 in "A table", and 2 that it does not have as of this day',
        'rows    1 in "Another"',
    ]
