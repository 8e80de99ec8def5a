"""Whatever a file has in it: each row is taken or rejected with a reason and its place, and what is odd is said."""

import csv
import datetime
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from model.coding.coded_map import read_coded_map
from model.dates.column import EITHER_ORDER
from model.exchange.tables.mapping import UnreadableMap
from model.exchange.tables.sheet import UnreadableTable
from tests.coding.coding import in_csv, read
from tests.effort import examples

EMPTY = "It is empty."


@pytest.fixture
def put(tmp_path: Path):
    def written(data: bytes | str, name: str = "t.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return written


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "t.csv", "it is empty"),
        (b"\n\n", "t.csv", "could be a header"),
        (b"", "t.jsonl", "it is empty"),
        (b"[]", "t.json", "no list in it has objects"),
        (b"{", "t.json", "it is no JSON: Expecting property name"),
        (b"[" * 100_000, "t.json", "it is nested too deep"),
        (b"PK\x03\x04rest", "t.csv", "it is a zip archive; unpack it first"),
        (b"PK\x03\x04xl/", "t.xlsx", "no workbook"),
        (b"\x1f\x8b\x08", "t.csv", "packed with gzip"),
        (b"SQLite format 3\0", "t.csv", "it is a database already"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "t.ics", "it has no event"),
        (b"<data></data>", "t.xml", "it has no event"),
        (b"<!DOCTYPE d [<!ENTITY a 'b'>]><d><event title='x'/></d>", "t.xml", "a document type of its own"),
        (b"not json\n", "t.jsonl", "no line of it is a JSON object"),
    ],
)
def test_what_has_no_rows_is_refused_in_one_sentence(put, data: bytes, name: str, why: str):
    with pytest.raises(UnreadableTable, match=why):
        read(put(data, name))


def test_a_header_alone_has_no_rows(put):
    assert read(put("date,title\n")).plan.rows == 0


def test_a_hundred_columns_are_all_kept_and_told_apart(put):
    names = [f"c{number}" for number in range(98)] + ["date", "date"]
    found = read(put(in_csv([names, [str(it) for it in range(98)] + ["2017", "2018"]])))
    assert (len(found.plan.columns.names), found.rows[0].cells[97]) == (100, "97")
    assert found.plan.columns.names[98:] == ("date (#99)", "date (#100)")


def test_rows_of_other_widths_are_said_or_rejected_by_line(put):
    found = read(put("date,title,place\n2017,a,b\n2018,c\n2019,d,e,f\n\n,,\n2020,g,h,,\nfooter\n"))
    assert found.titles == ["a", "c", "g"]
    assert found.plan.said == (
        (
            "rows with fewer cells than there are columns, the missing ones taken as empty: 1, the first in line 3",
            "blank lines, passed over: 1, the first in line 5",
        ),
    )
    assert found.reasons == [
        (4, "It has 4 cells, and there are 3 columns."),
        (6, EMPTY),
        (8, "It has 1 cell, and there are 3 columns."),
    ]


def test_what_stands_above_the_headers_is_accounted_for(put):
    found = read(put("A list of launches\n\ndate,title\n2017,a\n"))
    assert found.reasons == [(1, "It stands above the headers.")]
    assert found.plan.said == (("blank lines, passed over: 1, the first in line 2",),)
    assert [row.number for row in found.rows] == [4]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_is_numbered_by_the_line_in_which_it_begins(put, end: str):
    found = read(put(f'date,title{end}2017,"two{end}lines"{end}2018,b{end}'))
    assert [(row.number, row.title) for row in found.rows] == [(2, "two lines"), (4, "b")]
    assert found.rows[0].raw == f'2017,"two{end}lines"'
    said = " ".join(found.plan.streams[0].said)
    assert ("lines end with" in said) is (end != "\n")


def test_quotes_that_do_not_come_out_even_cost_their_own_row_alone(put):
    found = read(put('date,title,note\n2018,b,c\n2019,"said "so" there",d\n2020,e,f\n'))
    assert found.titles == ["b", 'said "so" there', "e"]
    assert found.plan.said == (
        ("rows with quotes inside of quotes, their cells taken as they stand: 1, the first in line 3",),
    )
    found = read(put('date,title,note\n2017,"a,\n2018,b,c\n2019,d,e"\n2020,f,g\n'))
    assert (found.titles, found.reasons[0]) == (
        ["b", "d", "f"], (2, "It begins a quoted cell that ends in another row, if at all."),
    )  # fmt: skip
    found = read(put('date,title\n2017,"never, ends\n2018,b\n'))
    assert (found.titles, found.reasons) == (["b"], [(2, "It begins a quoted cell that never ends.")])


def test_a_line_of_fifty_megabytes_is_bounded_and_the_next_row_is_read(put):
    found = read(put(b"date,title\n2017," + b"x" * 50_000_000 + b"\n2018,b\n"))
    assert found.titles == ["b"]
    (reject,) = found.rejects
    assert (reject[1], "longer than 1,048,576 characters" in reject[3], len(reject[2]) < 3_000) == (
        2,
        True,
        True,
    )
    found = read(
        put(
            b'{"date": "2017", "title": "' + b"x" * 50_000_000 + b'"}\n{"date": "2018", "title": "b"}\n',
            "t.jsonl",
        )
    )
    assert (found.titles, len(found.rejects)) == (["b"], 1)


def test_a_quoted_cell_that_never_ends_does_not_swallow_the_file(put):
    rows = "".join(f"2018,row {number},n\n" for number in range(200_000))
    found = read(put('date,title,note\n2017,"begins, and\n' + rows))
    assert (len(found.rows), [number for number, _ in found.reasons]) == (200_000, [2])


def test_nul_characters_are_kept_and_said(put):
    found = read(put(b"date,title\n2017,a\0b\n"))
    assert found.rows[0].cells[1] == "a\0b"
    assert "1 line has NUL characters, the first: line 2; they are kept" in found.plan.streams[0].said


def test_mixed_encodings_are_said_with_the_line_and_nothing_is_lost(put):
    line = "2018,김정은 국무위원장이 시험발사를 지도\n"
    utf8 = "".join(f"2017,é {number}\n" for number in range(50))
    found = read(put(("date,title\n" + utf8).encode() + line.encode("cp949") + b"2019,end\n"))
    assert found.titles[-2:] == [line.strip()[5:], "end"]
    assert found.plan.said == (("lines that are not UTF-8, read as cp949: 1, the first in line 52",),)
    mostly = "날짜,제목\n" + line * 50
    found = read(put(mostly.encode("cp949") + "2020,화성\n".encode()))
    assert found.plan.streams[0].said[0].startswith("read as cp949 (a guess")
    assert found.titles[0] == line.strip()[5:]


def test_encodings_that_cannot_be_told_are_refused_with_the_line_and_read_where_one_is_named(put):
    korean, russian = "2020,평양에서 미사일 발사\n".encode("cp949"), "2020,Прив\n".encode("cp1251")
    path = put(b"date,title\n2019,end\n" + korean * 3 + russian * 3 + b"2020,\x81\x8d\x8f\x90\xff\xfe\n")
    with pytest.raises(UnreadableTable, match=r"line 3 is not UTF-8, nor .* --encoding cp949"):
        read(path)
    found = read(path, encoding="cp949")
    assert found.titles[1] == "평양에서 미사일 발사"
    assert len(found.rows) == 8


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp949"])
def test_encodings_are_found_out(put, encoding: str):
    text = "날짜,제목\n2017. 7. 4.,화성-14 시험발사\n2017. 7. 28.,화성-14 2차 시험발사\n" * 3
    text = "date,title\n2017-07-04,Hwasong-14 is fired\n" * 5 if encoding == "utf-16-le" else text
    found = read(put(text.encode(encoding)))
    assert found.dates[0] == "2017-07-04"
    assert found.plan.columns.column("title") == 1
    named = encoding.removesuffix("-sig").upper() if encoding != "cp949" else "cp949"
    assert found.plan.streams[0].file.encoding == named


def test_an_encoding_that_is_named_is_taken(put):
    assert read(put("date,title\n2017,é\n".encode("cp1252")), encoding="cp1252").titles == ["é"]
    with pytest.raises(UnreadableTable, match='there is no encoding "utf-99"'):
        read(put("date,title\n2017,é\n"), encoding="utf-99")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found_out(put, separator: str):
    found = read(put(in_csv([["date", "title"], ["2017", "a; b, c"], ["2018", "d"]], separator)))
    assert found.titles == ["a; b, c", "d"]


def test_a_first_line_may_name_the_separator_and_lines_count_on(put):
    found = read(put("sep=;\r\ndate;title,x\r\n2017;a\r\n"))
    assert (found.plan.columns.names, found.rows[0].number) == (("date", "title,x"), 3)


def test_every_kind_of_date_in_one_column_is_read_or_counted_and_no_row_is_lost(put):
    cells = [
        "2017-07-04",
        "July 2017",
        "2017",
        "44 BC",
        "c. 1950",
        "4-6 July 2017",
        "3/4/2017",
        "soon",
        "",
        "1499126706",
    ]
    found = read(put(in_csv([["date", "title"], *([it, "x"] for it in cells)])))
    assert found.dates == [
        "2017-07-04", "2017-07", "2017", "-0043", "1950~", "2017-07-04/2017-07-06", None, None, None, None,
    ]  # fmt: skip
    dates = found.taken.dates[0]
    assert (dates.read, dates.not_given, dates.unread.total()) == (6, 1, 3)
    assert dates.unread[EITHER_ORDER] == 1


def test_the_order_of_a_column_may_be_shown_by_its_last_row_alone(put):
    rows = [["3/4/2017", "x"]] * 5_000 + [["14/4/2017", "y"]]
    found = read(put(in_csv([["date", "title"], *rows])))
    assert (found.dates[0], found.dates[-1]) == ("2017-04-03", "2017-04-14")


def test_an_order_that_contradicts_itself_is_said_and_can_be_told(put):
    path = put("date,title\n3/4/2017,a\n14/3/2017,b\n3/14/2017,c\n")
    found = read(path)
    assert (found.dates, found.plan.contradicts) == ([None, "2017-03-14", "2017-03-14"], True)
    told = read_coded_map(b'[[sheet]]\nheader = 1\ndate = "date"\ntitle = "title"\norder = "month-first"\n')
    assert read(path, told=told).dates == ["2017-03-04", None, "2017-03-14"]


def test_ends_that_cannot_be_leave_the_beginning_and_are_counted(put):
    found = read(
        put("start,end,title\n2017-07-04,2017-07-01,a\n2017-07-04,soon,b\n2017-07-04,,c\n2017,2018,d\n")
    )
    assert found.dates == ["2017-07-04", "2017-07-04", "2017-07-04", "2017/2018"]
    assert found.taken.dates[0].in_part.total() == 2


def test_where_nothing_else_is_a_date_the_time_of_entry_is(put):
    found = read(put("timestamp,message\n1499126706,launched\n1499213106,landed\n"))
    assert (found.dates, found.meaning("date")) == (["2017-07-04", "2017-07-05"], ["timestamp"])


@pytest.mark.parametrize("mac", [False, True])
def test_a_workbook_has_its_days_in_either_way_of_counting(tmp_path: Path, mac: bool):
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904 if mac else CALENDAR_WINDOWS_1900
    sheet = book.active
    rows = [
        ["Launches", None, None],
        ["Date", "Event", "Place"],
        [datetime.date(2017, 7, 4), "a", "Panghyon"],
        [datetime.datetime(2017, 7, 28, 23, 41), "b", None],  # noqa: DTZ001
        [None, None, None],
        ["c. 1950", "c", "x"],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("C3:C4")
    book.create_sheet("More").append(["Event", "date"])
    book["More"].append(["d", "July 2017"])
    book.create_sheet("Nothing")
    book.save(tmp_path / "t.xlsx")
    found = read(tmp_path / "t.xlsx")
    assert found.dates == ["2017-07-04", "2017-07-28", "1950~", "2017-07"]
    assert [row.number for row in found.rows] == [3, 4, 6, 2]
    assert found.reasons == [(1, "It stands above the headers."), (5, EMPTY)]
    assert found.taken.dates[0].timed == 1
    assert found.plan.streams[0].said == (
        "merged cells: 1, each with its text in its first cell alone",
        "sheets without rows, left out: Nothing",
    )
    assert [it.name for it in found.plan.streams] == ["t.xlsx, Sheet", "t.xlsx, More"]


def test_duplicate_ids_are_two_rows(put):
    assert [row.id for row in read(put("id,date,title\n1,2017,a\n1,2018,b\n")).rows] == ["1", "1"]


def test_broken_json_lines_are_rejected_by_line(put):
    text = '{"date": "2017", "title": "a", "n": 1.50}\n{"date": \n\n[1]\n'
    text += '{"title": "b", "extra": {"x": [1, true]}} {}\n{"title": "c"}'
    found = read(put(text, "t.jsonl"))
    assert (found.titles, found.column("n")) == (["a", "c"], ["1.50", ""])
    assert [number for number, _ in found.reasons] == [2, 4, 5]
    assert "blank lines, passed over: 1, the first in line 3" in found.plan.said[0]
    assert found.reasons[1] == (4, "It is no object with names and values.")


def test_halves_of_characters_and_deep_objects_do_no_harm(put):
    found = read(
        put(
            '{"title": "a\\ud83d", "date": "2017", "in": {"a": {"b": [{"c": 1}]}}}\n{"title":"b"}\n',
            "t.jsonl",
        )
    )
    assert found.titles[0] == "a\ufffd"
    assert found.column("in.a.b")[0] == '[{"c": "1"}]'


def test_more_names_than_columns_are_kept_together(put):
    lines = "".join(f'{{"title": "t", "n{number}": "{number}"}}\n' for number in range(1_100))
    found = read(put(lines, "t.jsonl"))
    assert (len(found.plan.columns.names), found.plan.columns.names[-1]) == (1_001, "#more")
    assert found.rows[-1].cells[-1] == '{"n1099": "1099"}'


def test_a_document_that_breaks_off_gives_what_is_whole(put):
    found = read(
        put('{"events": [{"start_date": {"year": 2017}, "text": {"headline": "a"}},\n{"start_da', "t.json")
    )
    assert (found.titles, found.reasons[0][0], found.reasons[0][1][:35]) == (
        ["a"], 2, "From here on nothing can be read: i",
    )  # fmt: skip
    found = read(put('<data>\n<event title="a" start="2017"/>\n<event title="b"', "t.xml"))
    assert (found.titles, len(found.rejects)) == (["a"], 1)
    found = read(put('[{"title": "a",},\n {"title": "b"},]', "t.json"))
    assert found.titles == ["a", "b"]
    assert "commas before a closing bracket" in " ".join(found.plan.streams[0].said)


def test_files_of_other_columns_come_into_one_table(put):
    found = read(put("date,title\n2017,a\n", "a.csv"), put("title;place;date\nb;c;2018\n", "b.csv"))
    assert found.plan.columns.names == ("date", "title", "place")
    assert [(row.file, row.cells) for row in found.rows] == [(0, ("2017", "a", "")), (1, ("2018", "b", "c"))]


def test_columns_are_one_where_names_differ_in_case_and_each_file_says_what_its_own_mean(put):
    found = read(put("Date,what\n2017,a\n", "a.csv"), put("event;DATE;date\nb;2018;x\n", "b.csv"))
    assert found.plan.columns.names == ("Date", "what", "event", "date")
    assert (found.titles, found.dates) == (["a", "b"], ["2017", "2018"])
    assert [row.cells for row in found.rows] == [("2017", "a", "", ""), ("2018", "", "b", "x")]
    assert found.meaning("title") == ["what", "event"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x", "it is no TOML"),
        ("[[sheet]]\n[[sheet]]\n", "it has one"),
        ("[[sheet]]\ntitel = 'a'\n", 'there is no "titel", did you mean'),
        ("[[sheet]]\norder = 'day'\n", "order is day-first or month-first"),
        ("[[sheet]]\nnumbers = 'days'\n", "numbers is seconds, milliseconds, excel-1900 or excel-1904"),
        ("[[sheet]]\nheader = -1\n", "header is the number of a row"),
    ],
)
def test_a_mistake_in_a_map_is_one_sentence(text: str, why: str):
    with pytest.raises(UnreadableMap, match=why):
        read_coded_map(text.encode())


@examples(150)
@given(st.data())
def test_every_row_of_any_csv_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject):
    text = data.draw(
        st.lists(
            st.sampled_from(['"', ",", "\n", "\r", "\r\n", "a", "2017", " ", ";", "\0", "é"]), max_size=60
        )
    )
    path = tmp_path_factory.mktemp("any") / "t.csv"
    path.write_bytes(("date,title,note\n" + "".join(text)).encode())
    found = read(path)
    assert all(raw or why == EMPTY for _, _, raw, why in found.rejects)


@examples(100)
@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8), min_size=3, max_size=3
        ),
        max_size=12,
    )
)
def test_sound_csv_comes_back_cell_by_cell(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]):
    path = tmp_path_factory.mktemp("sound") / "t.csv"
    text = in_csv([["date", "title", "note"], *rows])
    path.write_bytes(text.encode())
    found = read(path)
    expected = [tuple(it) for it in csv.reader(io.StringIO(text, newline=""))][1:]
    assert [row.cells for row in found.rows] == [it for it in expected if any(it)]
