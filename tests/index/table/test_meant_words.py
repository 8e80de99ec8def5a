"""A word that finds nothing in a table is offered one that was meant, of what was known."""

from model.dates.edtf import parse
from model.index.table.coded import CodedRow, Column, TableFile, TableMeta
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.values import AsOf

META = TableMeta("Words", (Column("What", "what"),), (TableFile("a.csv", "0" * 64, 1, "csv", "utf-8", 10),))
TEXTS = {"a missile over the sea": 10, "the Mississippi": 20, "미사일을 발사": 10}
ROWS = [
    CodedRow(0, at, text, parse("2021"), (text,), text, known)
    for at, (text, known) in enumerate(TEXTS.items(), 1)
]
INDEX = TableIndex(MemoryStore(META, ROWS, chunk=1))


def nearest(typed: str, day: int) -> str:
    return INDEX.at(AsOf(day)).find.nearest(typed)


def test_a_word_is_offered_that_begins_alike():
    assert nearest("misile", 20) == ', did you mean "missile"?'


def test_a_word_that_came_later_is_not_offered():
    assert nearest("mississipi", 20) == ', did you mean "mississippi"?'
    assert "mississippi" not in nearest("mississipi", 10)


def test_nothing_is_offered_where_words_are_found():
    assert nearest("missil", 20) == ""
    assert nearest("발사", 20) == ""
