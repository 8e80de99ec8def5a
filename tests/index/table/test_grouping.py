"""The lanes of a table begin with a column that says something: what, who, where, else one of few values."""

from model.dates.edtf import parse
from model.index.table.coded import CodedRow, Column, Meaning, TableFile, TableMeta
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.values import AsOf

COLUMNS = (
    Column("year", "year", faceted=True),
    Column("when", "when", Meaning.DATE, faceted=True),
    Column("same", "same", faceted=True),
    Column("many", "many", faceted=True),
    Column("few", "few", faceted=True),
    Column("site", "site", Meaning.PLACE, faceted=True),
    Column("kind", "kind", Meaning.TYPE, faceted=True),
)
META = TableMeta("t", COLUMNS, (TableFile("a.csv", "0" * 64, 1, "csv", "utf-8", 10),), rows=60)


def groupings(columns: tuple[Column, ...], day: int = 800_000) -> list[str]:
    """Those of the columns of 60 rows, of which one becomes known each day from day 1 on."""
    rows = []
    for at in range(60):
        texts = {
            "year": f"{1990 + at % 5}", "when": f"{1990 + at % 5}-05", "same": "x", "many": f"word {at}",
            "few": "abcd"[at % 4], "site": "pq"[at % 2], "kind": "rst"[at % 3],
        }  # fmt: skip
        cells = tuple(texts[column.name] for column in columns)
        rows.append(CodedRow(0, at + 1, "", parse(texts["when"]), cells, "", at + 1))
    meta = TableMeta("t", columns, META.files, rows=60)
    return [it.value for it in TableIndex(MemoryStore(meta, rows)).at(AsOf(day)).lanes.groupings]


def test_what_happened_and_where_come_before_columns_of_few_values():
    assert groupings(COLUMNS) == ["kind", "site", "few", "many"]


def test_a_column_of_dates_or_of_one_value_is_taken_where_there_is_no_other():
    assert groupings(COLUMNS[:3]) == ["year", "when", "same"]


def test_what_comes_later_makes_no_difference():
    assert groupings(COLUMNS, day=30) == ["kind", "site", "many", "few"]
    assert groupings(COLUMNS, day=31) == ["kind", "site", "few", "many"]
