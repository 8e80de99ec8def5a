"""A file of a table is read as what it is, whatever wrote it, or is refused in one sentence."""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.exchange.tables import packed, workbook
from model.exchange.tables.delimited import read_delimited
from model.exchange.tables.reading import TABLES, table_format_for
from model.exchange.tables.sheet import Sheet, UnreadableTable
from tests.effort import examples


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_separator_and_line_ends_are_found_out(encoding: str, separator: str, end: str):
    rows = [("Date", "Title"), ("2017", "화성-14, é"), ("2018", "b; c|d,\te"), ("", "two\nlines")]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, lineterminator=end).writerows(rows)
    assert cells(read_delimited(written.getvalue().encode(encoding))) == rows


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp949", "날짜,제목\n2017. 7. 4.,화성-14 시험발사\n2017. 7. 28.,화성-14 2차 시험발사\n"),
        ("cp1252", "Datum;Titel\n3.4.2017;Prüfung in Köln\n5.6.2017;Übung in Zürich\n"),
    ],
)
def test_what_is_not_utf_8_is_guessed_and_said_to_be(encoding: str, text: str):
    sheet = read_delimited(text.encode(encoding))
    assert cells(sheet) == [tuple(line.replace(";", ",").split(",")) for line in text.splitlines()]
    assert sheet.said[0] == f"read as {encoding} (a guess; name another with --encoding)"
    assert cells(read_delimited(text.encode(encoding), encoding)) == cells(sheet)


def test_a_first_line_may_name_the_separator():
    assert cells(read_delimited(b"sep=;\r\na,b;c\r\n1;2\r\n")) == [("a,b", "c"), ("1", "2")]


def test_rows_have_the_numbers_that_a_spreadsheet_shows():
    sheet = read_delimited(b'a,b\n\n"x\ny",1\nz,2\n')
    assert [(row.number, row.empty) for row in sheet.rows] == [(1, False), (2, True), (3, False), (4, False)]


@pytest.mark.parametrize(
    ("data", "encoding", "why"),
    [
        (b'a,b\n1,"open\n', None, "row 2 cannot be read (line 2): it begins a quoted cell that never ends"),
        (b'a,b\n1,"x"y\n', None, "row 2 cannot be read (line 2): something stands between"),
        (b"a,b\n1,\xff\n", "utf-8", "it is not utf-8: line 2 has bytes that are none; name another"),
        (b"a,b\n", "nonsense", 'there is no encoding "nonsense"'),
        (b"a,b\n", "rot13", '"rot-13" is no encoding of text'),
        (b"\xff\xfeabc", None, "it is not utf-16"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, encoding: str | None, why: str):
    with pytest.raises(UnreadableTable) as refused:
        read_delimited(data, encoding)
    assert str(refused.value).startswith(why)


def test_a_line_may_be_long():
    long = b"x" * 5_000_000
    assert cells(read_delimited(b"a,b\n1," + long + b"\n"))[1] == ("1", long.decode())


def test_without_its_library_what_is_not_utf_8_has_to_be_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "charset_normalizer", None)
    data = "a,b\né,1\n".encode("cp1252")
    with pytest.raises(UnreadableTable, match=r"install dprk-tui\[tables\]"):
        read_delimited(data)
    assert cells(read_delimited(data, "cp1252"))[1] == ("é", "1")


def test_without_its_library_a_workbook_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    with pytest.raises(UnreadableTable, match=r"install dprk-tui\[tables\]"):
        workbook.read_workbook(made_workbook([["a"]]))


@examples(50)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes):
    for format in TABLES.values():
        with suppress(UnreadableTable):
            assert all(isinstance(sheet, Sheet) for sheet in format.sheets(data))


def made_workbook(rows: Sequence[Sequence[object]], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tests"
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_workbook_gives_days_and_numbers_as_they_look():
    day = datetime.date(2017, 7, 4)
    moment, second = (datetime.datetime(2017, 7, 4, 5, 6, it) for it in (0, 7))  # noqa: DTZ001
    (sheet,) = workbook.read_workbook(
        made_workbook(
            [
                ["d", "t"],
                [day, moment],
                ["", second],
                [5, 5.5],
                [True, "a\nb"],
                [datetime.date(1900, 3, 1), ""],
            ]
        )
    )
    assert sheet.name == "Tests"
    assert cells(sheet) == [
        ("d", "t"),
        ("2017-07-04", "2017-07-04 05:06"),
        ("", "2017-07-04 05:06:07"),
        ("5", "5.5"),
        ("true", "a\nb"),
        ("1900-03-01", ""),
    ]


def test_merged_cells_and_formulas_without_a_value_are_said():
    (sheet,) = workbook.read_workbook(
        made_workbook([["a", "b"], ["x", "=1+1"], [None, "=NOW()"]], merged="A2:A3")
    )
    assert cells(sheet) == [("a", "b"), ("x", ""), ("", "")][: len(cells(sheet))]
    assert sheet.said == (
        "merged cells: 1, each with its text in its first cell alone",
        "2 formulas have no value in the file: open and save it in a spreadsheet program first",
    )


def test_a_formula_with_a_value_is_that_value():
    data = made_workbook([["a"], ["=1+1"]])
    repacked = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(repacked, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(
                entry.filename, content.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
            )
    (sheet,) = workbook.read_workbook(repacked.getvalue())
    assert (cells(sheet)[1], sheet.said) == (("2",), ())


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packed, "MAX_DOCUMENT_BYTES", 4_000_000)
    data = made_workbook([["a"], ["b"]])
    bomb = io.BytesIO(data)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b"0" * 5_000_000)
    assert len(bomb.getvalue()) < 20_000
    with pytest.raises(UnreadableTable, match="unpacks to more than 4,000,000 bytes"):
        workbook.read_workbook(bomb.getvalue())


@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ100000"])
def test_a_workbook_whose_cells_are_far_apart_asks_for_no_more_room_than_there_is(cell: str):
    book = openpyxl.Workbook()
    book.active["A1"], book.active[cell] = "a", "b"
    written = io.BytesIO()
    book.save(written)
    with pytest.raises(UnreadableTable, match=r"a sheet reaches to row .* at most 5,000,000 cells are read"):
        workbook.read_workbook(written.getvalue())


def test_cells_that_do_not_say_where_they_are_are_counted_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packed, "MOST_CELLS", 99)
    rows = [[str(number)] * 10 for number in range(10)]
    repacked = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made_workbook(rows))) as old, zipfile.ZipFile(repacked, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, re.sub(rb' r="[A-Z]+[0-9]+"', b"", old.read(entry)))
    with pytest.raises(UnreadableTable, match="row 10 and column 10"):
        workbook.read_workbook(repacked.getvalue())


@pytest.mark.parametrize("data", [b"a,b\n", b"PK\x03\x04junk"])
def test_what_is_no_workbook_is_refused(data: bytes):
    with pytest.raises(UnreadableTable, match="no workbook of the kind xlsx"):
        workbook.read_workbook(data)


def test_a_broken_workbook_is_refused():
    data = made_workbook([["a"], ["b"]])
    for cut in (len(data) // 2, 30):
        with pytest.raises(UnreadableTable, match="workbook"):
            workbook.read_workbook(data[:cut])
    at = data.index(b"xl/worksheets/sheet1.xml") + 40
    with pytest.raises(UnreadableTable, match="workbook"):
        workbook.read_workbook(data[:at] + b"\0" * 40 + data[at + 40 :])


@pytest.mark.parametrize(
    ("ending", "name"),
    [(".csv", "csv"), (".TSV", "tsv"), (".xlsm", "xlsx"), (".ods", None), (".txt", None), (".json", None)],
)
def test_the_ending_of_a_name_says_the_format(ending: str, name: str | None):
    found = table_format_for(ending)
    assert (found.name if found else None) == name
