"""What columns mean is guessed from headers and cells, written down to be mended, and read again as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.column import DayOrder
from model.exchange.tables.columns import MEANINGS, Columns, guessed, header_of, names_of
from model.exchange.tables.mapping import UnreadableMap, map_text, read_map
from model.exchange.tables.sheet import Sheet, SheetRow
from tests.effort import examples


def sheet_of(*rows: tuple[str, ...], name: str = "") -> Sheet:
    return Sheet(name, tuple(SheetRow(number, row) for number, row in enumerate(rows, 1)))


def meant(*rows: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """What columns are taken for, by their names."""
    sheet = sheet_of(*rows)
    header = header_of(sheet)
    assert header is not None
    columns = guessed(sheet, header)
    return {meaning: tuple(columns.names[it] for it in numbers) for meaning, numbers in columns.of}


def test_headers_say_what_columns_mean():
    assert meant(("Event ID", "Event_Date", "End Date", "Event", "Event Type", "Location")) == {
        "id": ("Event ID",),
        "date": ("Event_Date",),
        "end": ("End Date",),
        "title": ("Event",),
        "type": ("Event Type",),
        "place": ("Location",),
    }
    assert meant(("날짜", "제목", "장소")) == {"date": ("날짜",), "title": ("제목",), "place": ("장소",)}


def test_where_no_header_says_it_cells_do():
    rows = [(str(number), f"3/{number}/2031", "hs-14 fired", "1,000 km") for number in range(10, 16)]
    assert meant(("n", "when (UTC)", "x", "far"), *rows) == {"title": ("x",), "date": ("when (UTC)",)}


def test_columns_of_a_date_in_parts_need_a_year_and_no_date():
    assert meant(("Year", "Month", "Day", "Event")).keys() == {"year", "month", "day", "title"}
    assert meant(("Date", "Year", "Month", "Event")).keys() == {"date", "title"}
    assert meant(("Month", "Day", "Event")).keys() == {"title"}


def test_the_order_of_days_is_that_of_the_whole_column():
    rows = [("3/4/2031", "a")] * 3_000
    sheet = sheet_of(("Date", "Event"), *rows, ("3/14/2031", "b"))
    assert guessed(sheet, sheet.rows[0]).order is DayOrder.MONTH_FIRST
    mixed = sheet_of(*(row.cells for row in sheet.rows), ("14/3/2031", "c"))
    assert guessed(mixed, mixed.rows[0]).order is None


def test_a_title_above_the_headers_is_no_header():
    sheet = sheet_of(("Tests of 2031",), (), ("Date", "Event"), ("2031", "a"))
    header = header_of(sheet)
    assert header is not None
    assert header.number == 3
    assert header_of(sheet_of((), ())) is None


def test_columns_are_told_apart():
    assert names_of(SheetRow(1, ("a", "b", "a", "", "#1", "c\n d"))) == (
        "a (#1)", "b", "a (#3)", "#4", "#5", "c d",
    )  # fmt: skip
    assert names_of(SheetRow(1, ("a", "a", "a (#1)", "a (#4)"))) == (
        "a (#1)",
        "a (#2)",
        "a (#1) (#3)",
        "a (#4)",
    )


texts = st.text(max_size=8).map(str.strip)


@examples(150)
@given(
    st.lists(texts, min_size=1, max_size=6),
    st.dictionaries(st.sampled_from([*MEANINGS]), st.integers(0, 5), max_size=6),
    st.sampled_from([None, *DayOrder]),
    texts,
)
def test_what_is_written_is_read_again(header, meanings, order, name):
    sheet = sheet_of((), tuple(header), name=name)
    of = tuple((it, (meanings[it],)) for it in MEANINGS if meanings.get(it, 9) < len(header))
    columns = Columns(name, 2, names_of(sheet.rows[1]), of, order)
    assert read_map(map_text([columns], name).encode(), [sheet]) == (columns,)


def test_several_columns_may_be_the_title():
    sheet = sheet_of(("Missile", "Site"), name="a")
    text = b'[[sheet]]\nname = "a"\ntitle = ["Site", "Missile"]\n'
    (columns,) = read_map(text, [sheet])
    assert columns.columns("title") == (1, 0)
    assert 'title = ["Site", "Missile"]' in map_text([columns], "x")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[sheet]", "it is no TOML"),
        ("", "it has a [[sheet]] for each sheet"),
        ("sheet = 1", "it has a [[sheet]] for each sheet"),
        ("[[sheet]]\n[other]", "it has a [[sheet]] for each sheet"),
        ("sheet = [1]", "in the [[sheet]] 1: it is no table"),
        ("[[sheet]]\ntitel = 'Event'", 'in the [[sheet]] 1: there is no "titel", did you mean "title"?'),
        ("[[sheet]]\nname = 'b'", "in the [[sheet]] 1: there is no sheet 'b'; there are: \"\""),
        ("[[sheet]]\nheader = 9", "in the [[sheet]] 1: header is the number of a row"),
        ("[[sheet]]\nheader = true", "in the [[sheet]] 1: header is the number of a row"),
        ("[[sheet]]\ntitle = 'Evnt'", 'title: there is no column "Evnt", did you mean "Event"?'),
        ("[[sheet]]\ndate = ['Date', 'Event']", "date is the name of a column, in quotes"),
        ("[[sheet]]\ndate = 1", "date is the name of a column, in quotes"),
        ("[[sheet]]\norder = 'ymd'", "order is day-first or month-first"),
    ],
)
def test_a_map_that_is_wrong_says_where(text: str, why: str):
    with pytest.raises(UnreadableMap) as refused:
        read_map(text.encode(), [sheet_of(("Date", "Event"))])
    assert why in str(refused.value)
