"""Rows are called by their key, or by where they first stood, and found by that name on any day and in any engine."""

from dataclasses import replace

import pytest

from model.corpus.records import RowLink
from model.index.layered.linked import linked_tables
from model.index.table.coded import Meaning
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.row_names import names_of_row, rows_called
from model.index.table.timeline_rows import event_of
from tests.coded_tables import HAD, Table, missile_tests, odd_tables, table, two_downloads
from tests.index.table.conftest import StoreOf

CHUNK = 16
LONG = table([("1950/1953", "word " * 400, "x" * 3000, "")], faceted=())
ODD = {**odd_tables(), "long": LONG, "missile tests": missile_tests()}


def keyed(made: Table, *columns: int) -> Table:
    return replace(made[0], key=columns), made[1]


@pytest.mark.parametrize("name", ODD)
def test_every_row_is_found_by_its_name_in_every_engine(name: str, store_of: StoreOf):
    for meta, rows in (ODD[name], keyed(ODD[name], 1, 0)):
        store = store_of(meta, rows, CHUNK)
        for number, row in enumerate(store.rows(0, 12)):
            found = rows_called(store, names_of_row(row, meta)[0])
            assert number in found
            assert {names_of_row(it, meta)[0] for it in store.rows_at(sorted(found))} == {
                names_of_row(row, meta)[0]
            }


def test_a_name_is_the_key_of_the_table_else_its_ids_else_the_place():
    meta, rows = table([("2025-05-08", "A test", "Korea", "")])
    (row,) = rows
    assert names_of_row(row, meta)[0] == "rows.csv, line 2"
    assert names_of_row(row, replace(meta, key=(1, 2)))[0] == "A test, Korea"
    with_ids = [replace(it, meaning=Meaning.ID) if it.name == "country" else it for it in meta.columns]
    assert names_of_row(row, replace(meta, columns=tuple(with_ids)))[0] == "Korea"
    assert names_of_row(row, replace(meta, key=(3,)))[0] == "rows.csv, line 2"


@pytest.mark.parametrize(
    "name", ["", "rows.csv", "rows.csv, row 2", "rows.csv, line 99", "rows.csv, line x", "other.csv, line 2",
             f"rows.csv, line {'9' * 30}", "A", "A test of", "-", '"A test'],
)  # fmt: skip
def test_what_no_row_is_called_finds_none(name: str):
    store = MemoryStore(*keyed(table([("2025-05-08", "A test", "Korea", "")]), 1))
    assert rows_called(store, name) == () and rows_called(store, " A test ") == (0,)


def test_a_row_of_several_downloads_is_one_whatever_it_is_called_by():
    meta, rows = two_downloads()
    index = TableIndex(MemoryStore(meta, rows))
    by_title = {index.coded(event_of(number)).title: event_of(number) for number in range(len(rows))}
    for name in ("Row 2", "rows.csv, line 3"):
        # As it was, and as a later download has it.
        assert index.called(name, HAD) == (by_title["Row 2"],)
        assert index.called(name, HAD + 30) == (by_title["Row 2 of April"],)
        assert index.called(name, HAD - 1) == ()
    # One that is gone was there, one that came later was not.
    assert index.called("Row 3", HAD + 30) == (by_title["Row 3"],)
    assert index.called("later.csv, line 9", HAD) == ()


def test_links_tell_of_no_row_before_it_was_known():
    made = table(
        [("2025-05-08", "Coded early", "", "2025-05-01"), ("2025-05-08", "Coded late", "", "2025-07-01")]
    )
    index = TableIndex(MemoryStore(*keyed(made, 1)))
    links = [
        RowLink(table=of, row=row)
        for of, row in (("A table", "Coded early"), ("A table", "Coded late"), ("Other", "x"))
    ]
    early, late = min(it.known or 0 for it in made[1]), max(it.known or 0 for it in made[1])
    for day, titles in ((early - 1, []), (early, ["Coded early"]), (late, ["Coded early", "Coded late"])):
        one, other = linked_tables(links, [index], day)
        assert one.rows is not None and [row.title for _, row in one.rows] == titles
        assert (one.links, one.absent) == (2, 2 - len(titles))
        assert (other.title, other.links, other.rows, other.absent) == ("Other", 1, None, None)
    assert [it.rows for it in linked_tables(links, [], late)] == [None, None]
