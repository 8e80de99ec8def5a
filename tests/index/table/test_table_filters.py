"""The language of filters on a table: its columns are the keys, found as they are written, whatever the case."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.coding.keys import coded_columns
from model.dates.edtf import parse
from model.exchange.tables.columns import Columns
from model.index.table.coded import CodedRow, Column, TableFile, TableMeta
from model.index.table.columns import is_key, keys_of
from model.index.table.folded_value import folded_value
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.vocabulary import value_id
from model.index.values import AsOf
from model.query.complete import completions
from model.query.language import Readable, read
from model.query.terms import QueryError

FILES = (
    TableFile("a.csv", "0" * 64, 1, "csv", "utf-8", 10),
    TableFile("b.csv", "1" * 64, 1, "csv", "utf-8", 20),
)
META = TableMeta(
    "Events",
    (
        Column("Country", "country", faceted=True),
        Column("Event Type", "event_type", faceted=True),
        Column("Notes", "notes"),
        Column("After", "after", faceted=True),
        Column("as", "as", faceted=True),
        Column("국가", "국가", faceted=True),
    ),
    FILES,
)


def row(
    number: int, country: str, kind: str = "", notes: str = "", after: str = "", file: int = 0
) -> CodedRow:
    return CodedRow(file, number, notes, parse("2021"), (country, kind, notes, after, "yes", "북한"), "")


ROWS = [
    row(1, "Niger", "Test", "a rocket", "noon"),
    row(2, "Nigeria", "Launch, orbital"),
    row(3, "niger ", 'The "big" one'),
    row(4, "", "x – y", "a launch"),
    row(5, "Chad", "“Quoted”", file=1),
]
INDEX = TableIndex(MemoryStore(META, ROWS))
LATE, EARLY = 30, 15


def found(text: str, day: int = LATE) -> list[int]:
    """The numbers of the rows that a filter shows."""
    query = read(text, Readable(INDEX.at(AsOf(day)).vocabulary, INDEX.vocabulary))
    reader = INDEX.at(AsOf(day, query))
    return [INDEX.coded(it.event).number for it in reader.rows(0, 99)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("country:niger", [1, 3]),
        ("COUNTRY:NIGER", [1, 3]),
        ("country:nig", [1, 2, 3]),
        ('"event type":orbital', [2]),
        ('-"Event  Type":orbital country:niger', [1, 3]),
        ("country:Nigeria,chad", [2, 5]),
        ("-country:niger", [2, 4, 5]),
        ('event-type:"launch, orbital"', [2]),
        ("event-type:orbital", [2]),
        ('event-type:"the big one"', [3]),
        ("event-type:quoted", [5]),
        ('event-type:"x - y"', [4]),
        ("after-2:noon", [1]),
        ("as-2:yes launch", [2, 4]),
        ("국가:북한 country:chad", [5]),
        ("after:2021 before:2022", [1, 2, 3, 4, 5]),
        ("after:2022", []),
        ("-rocket -country:chad", [2, 3, 4]),
        ("launch", [2, 4]),
    ],
)
def test_filters_find_what_is_written_in_the_cells(text: str, numbers: list[int]):
    assert found(text) == numbers


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("contry:niger", 'There is no "contry:", did you mean "country:"?'),
        (
            "zzz:niger",
            'There is no "zzz:"; there are country:, event-type:, after-2:, as-2:, 국가:, after:, before:',
        ),
        ("country:nowhere", 'country: knows no "nowhere"; it is one of chad, niger, nigeria.'),
        ("country:nigerr", 'country: knows no "nigerr", did you mean "niger"?'),
        ("country:", "country: wants a value, a value of the column Country."),
        (
            "notes:rocket",
            "Notes has too many values, or too long ones, for notes: to find; write a word of it without notes:",
        ),
        ("country=niger", 'After country stands a colon, as in country:...; not "country=niger".'),
        ("after:noon", 'after: wants a day, month or year, as 2025-05-07, 2025-05 or 2025; not "noon".'),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(text: str, sentence: str):
    with pytest.raises(QueryError) as error:
        found(text)
    assert str(error.value) == sentence


def test_a_value_of_another_day_finds_nothing_and_is_named_by_nobody():
    assert found("country:chad", EARLY) == []
    with pytest.raises(QueryError) as error:
        found("country:cha", EARLY)
    assert "chad" not in str(error.value)
    assert "chad" not in INDEX.at(AsOf(EARLY)).vocabulary["country"]


def test_what_is_typed_is_completed_with_values_and_their_names():
    vocabulary = INDEX.at(AsOf(LATE)).vocabulary
    assert [it.typed for it in completions("coun", vocabulary, {})] == ["country:"]
    offered = [(it.typed, it.about) for it in completions("-country:nig", vocabulary, {})]
    assert offered == [("-country:niger ", "Niger"), ("-country:nigeria ", "Nigeria")]
    assert 'event-type:"launch, orbital" ' in [it.typed for it in completions("orbital", vocabulary, {})]
    assert INDEX.at(AsOf(LATE)).facets.counts("country", read("", Readable(vocabulary))) == [
        *(("niger", 2), ("chad", 1), ("nigeria", 1))
    ]


@pytest.mark.parametrize(
    "value", [value for key in ("country", "event-type") for value in INDEX.vocabulary[key]]
)
def test_each_value_that_is_offered_is_read_as_itself(value: str):
    vocabulary = INDEX.vocabulary
    for key in ("country", "event-type"):
        if value in vocabulary[key]:
            [typed] = [it.typed for it in completions(f"{key}:", vocabulary, {}) if it.value == value]
            [term] = read(typed, Readable(vocabulary)).terms
            assert term.values == (value,)


def test_keys_differ_from_each_other_and_from_words_of_the_language():
    columns = [Column(name, name) for name in ("as", "before", "a_b", "a-b", "A b", "2020", "", "%")]
    assert keys_of(columns) == [
        *("as-2", "before-2", "a-b", "a-b-2", "a-b-3", "column-2020", "column", "column-2")
    ]


def korean() -> TableIndex:
    """Two rows under headers in Korean and in capitals."""
    names = ("기관", "timeBins.year", "노 동 당", "№", "ПАРТИЯ")
    columns = coded_columns(Columns("", 1, names))
    meta = TableMeta("t", tuple(replace(it, faceted=True) for it in columns), (META.files[0],), rows=2)
    cells = [("평양", "2001", "a", "1", "КПСС"), ("서울", "2002", "b", "2", "ВКПб")]
    return TableIndex(MemoryStore(meta, [CodedRow(0, at, "", None, it, "") for at, it in enumerate(cells)]))


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "기관:평양",
            unicodedata.normalize("NFD", "기관") + ":평양",
            "timeBins.year:2001",
            "TIMEBINS.YEAR:2001",
        ),
        *("time-bins-year:2001", "노-동-당:a", "партия:кпсс", "Партия:КПСС"),
    ],
)
def test_a_column_is_typed_in_its_own_letters_or_as_its_header_stands(typed: str):
    index = korean()
    when = AsOf(800_000)
    query = read(typed, Readable(index.vocabulary))
    assert index.at(AsOf(800_000, query)).counts.total == 1
    assert len(index.at(when).find.of(typed).hits) == 1
    assert [it.key for it in completions(typed, index.vocabulary, {})] == [query.terms[0].key]
    assert read(query.text, Readable(index.vocabulary)) == query


@given(st.text(max_size=40))
def test_a_key_made_of_any_header_can_be_typed(header: str):
    assert all(is_key(column.key) for column in coded_columns(Columns("", 1, (header,))))


@given(st.text(max_size=8) | st.text("Iİıßſσςẞé\u0301 \t\"'–:,", max_size=8))
def test_what_is_folded_folds_to_itself(text: str):
    assert folded_value(folded_value(text)) == folded_value(text)
    assert value_id(value_id(text)) == value_id(text)
