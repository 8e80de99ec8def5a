"""Filters by what columns mean: `who:` is the column that says who, whatever it is called; several are named."""

from dataclasses import replace

import pytest

from model.index.archive import Archive
from model.index.table.coded import Meaning
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from model.query.terms import QueryError
from tests.coded_tables import TODAY, table


def archive_of(*columns: tuple[str, Meaning | None, bool]) -> Archive:
    """A table that has these columns besides, each with the same cells: a name, a meaning, whether it is faceted."""
    names = [name for name, *_ in columns]
    rows = [
        ("2025-05-01", "Test one", *["Korea"] * len(names)),
        ("2025-05-02", "Test two", *["Chad"] * len(names)),
    ]
    meta, made = table(
        rows, ("date", "title", *names), faceted=[name for name, _, faceted in columns if faceted]
    )
    meanings = {name: meaning for name, meaning, _ in columns}
    own = tuple(replace(it, meaning=meanings.get(it.name, it.meaning)) for it in meta.columns)
    return archive_of_table(TableIndex(MemoryStore(replace(meta, columns=own), made)), None, TODAY)


@pytest.mark.parametrize("meaning", [Meaning.WHO, Meaning.PLACE, Meaning.TYPE, Meaning.SOURCE])
def test_one_column_of_a_meaning_is_asked_by_it(meaning: Meaning):
    archive = archive_of(("Side", meaning, True))
    query = archive.read(f"{meaning}:korea", archive.default)
    assert query.text == "side:korea"
    assert archive.at(archive.default).find.of(f"{meaning}:korea").hits


def test_of_several_each_is_named_and_a_column_of_that_name_comes_first():
    archive = archive_of(("Actor1", Meaning.WHO, True), ("Actor2", Meaning.WHO, True))
    with pytest.raises(QueryError, match="who is in 2 columns of this table; write actor1: or actor2:"):
        archive.read("who:korea", archive.default)
    archive = archive_of(("Who", None, True), ("Actor2", Meaning.WHO, True))
    assert archive.read("who:korea", archive.default).text == "who:korea"


def test_where_none_can_be_filtered_by_it_says_why():
    archive = archive_of(("Actor1", Meaning.WHO, False), ("Actor2", Meaning.WHO, False))
    with pytest.raises(QueryError, match="Actor1 and Actor2 have too many values"):
        archive.read("who:korea", archive.default)
    archive = archive_of(("Side", None, True))
    with pytest.raises(QueryError, match='There is no "who:"'):
        archive.read("who:korea", archive.default)
