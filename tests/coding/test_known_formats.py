"""Files of formats that many use are read as their makers mean them: what, when, since when known, and how fine."""

from pathlib import Path

import pytest

from model.dates.civil import day_number
from tests.coding.coding import ACLED, DATA, FTM, ICS, UCDP, gdelt, read


@pytest.fixture
def put(tmp_path: Path):
    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_the_precision_of_acled_is_a_day_a_week_or_a_month(put):
    found = read(put("korea.csv", ACLED))
    assert found.plan.streams[0].format == "acled"
    assert found.dates == ["2017-07-04", "[2018-03-09..2018-03-15]", "2018-03"]
    assert found.titles[0] == "Other, Military Forces of North Korea (2011-), Panghyon"
    assert [row.known for row in found.rows] == [day_number(2021, 5, 24)] * 3
    assert [row.id for row in found.rows] == ["PRK1", "PRK2", "PRK3"]
    assert found.column("source")[1] == "Hankyoreh; Yonhap"
    assert found.meaning("who") == ["actor1", "actor2"]


def test_the_precision_of_ucdp_is_a_day_days_a_month_or_a_year(put):
    found = read(put("GEDEvent.csv", UCDP))
    assert found.plan.streams[0].format == "ucdp"
    assert found.dates == [
        "2010-11-23",
        "[2010-11-23..2010-11-25]",
        "[2010-11-22..2010-11-28]",
        "2010-11",
        "2010",
        "2010-11-23/2010-11-24",
    ]
    assert found.titles[0] == "North - South, Yonpyong island"
    # Midnight is what the file writes for no time.
    assert found.taken.dates[0].timed == 0


def test_files_of_several_makers_become_one_table_and_each_keeps_its_precision(put):
    found = read(put("a.csv", ACLED), put("b.csv", UCDP), put("c.ics", ICS))
    assert found.dates[:9] == [
        *("2017-07-04", "[2018-03-09..2018-03-15]", "2018-03"),
        *("2010-11-23", "[2010-11-23..2010-11-25]", "[2010-11-22..2010-11-28]", "2010-11", "2010"),
        "2010-11-23/2010-11-24",
    ]
    assert found.dates[9:11] == ["2017-07-04", "2017-07-04/2017-07-06"]
    assert found.titles[3] == "North - South, Yonpyong island"


@pytest.mark.parametrize(("version", "columns"), [(1, 58), (2, 61)])
def test_gdelt_has_columns_without_a_header(put, version: int, columns: int):
    found = read(
        put("20170704.export.CSV", gdelt(version) + gdelt(version, "20170000") + gdelt(version, "2016"))
    )
    assert found.plan.streams[0].format == "gdelt"
    assert len(found.plan.columns.names) == columns
    assert found.dates == ["2017-07-04", "2017", "2016"]
    assert found.titles[0] == ("NORTH KOREA, threaten, UNITED STATES, Pyongyang, P'yongyang-si, North Korea")
    assert found.rows[0].known == day_number(2017, 7, 4)
    assert found.column("SOURCEURL")[0] == "https://example.org/news/1"
    assert found.column("Actor2Code")[0] == "USA"
    assert found.rows[0].raw == gdelt(version).rstrip("\n")


def test_entities_of_follow_the_money_are_rows_by_property(put):
    found = read(put("entities.json", FTM))
    assert found.plan.streams[0].format == "ftm"
    assert found.dates == ["2017-07-04", "2017-08/2019", None]
    assert found.titles == ["Launch of a rocket", "UN listing", "Ri"]
    assert found.column("sourceUrl")[0] == "https://example.org/1; https://example.org/2"
    assert found.column("reason")[1] == "필"
    assert found.rows[1].known == day_number(2023, 4, 5)
    assert found.reasons == [(4, "It is no entity: it has no id and no schema.")]


def test_a_calendar_ends_on_its_last_day_and_says_what_repeats(put):
    found = read(put("days.ics", ICS))
    assert found.plan.streams[0].title == "Anniversaries"
    assert found.dates == ["2017-07-04", "2017-07-04/2017-07-06", "2017-07-04", None]
    assert found.titles == [
        "Parade, with a title that is folded over two lines",
        "Three days",
        "Meeting",
        "No day",
    ]
    assert found.column("DTSTART")[3] == "soon"
    assert found.rows[2].known == day_number(2018, 1, 2)
    assert found.rows[0].raw.startswith("BEGIN:VEVENT\nUID:1@example.org")
    assert found.reasons == [(49, "It begins and does not end.")]
    assert found.plan.said == (
        (
            "rows that repeat, of which the first time alone is in the table: 1, the first in line 29",
            "rows with lines that are none of a calendar, which stand in the row alone: 1, the first in line 43",
        ),
    )


def test_the_missile_tests_are_all_there_with_their_unknown_days():
    found = read(DATA / "nk-missile-tests-cns/test.en.json")
    assert (len(found.rows), found.rejects) == (339, [])
    assert found.plan.streams[0].file.encoding == "UTF-8"
    assert found.plan.streams[0].said == ("read as UTF-8", "rows are the objects in timeBins[].data[]")
    assert None not in found.dates
    assert "1984-09" in found.dates
    assert found.column("timeBins.year")[0] == "1984"
    assert found.rows[0].raw.startswith('{\n\t\t\t"date": "1984-04-09"')
    lines = (DATA / "nk-missile-tests-cns/test.en.json").read_text("utf-8").splitlines()
    for row in found.rows[::50]:
        assert lines[row.number - 1].lstrip("\t").endswith("{")


@pytest.mark.parametrize(
    ("name", "format", "count"),
    [("women_in_computing.json", "timelinejs", 10), ("women_in_computing.csv", "timelinejs", 11)],
)
def test_a_timeline_of_timelinejs_is_read_from_json_and_from_a_spreadsheet(
    name: str, format: str, count: int
):
    found = read(DATA / "timeline-timelinejs" / name)
    assert (found.plan.streams[0].format, len(found.rows), found.rejects) == (format, count, [])
    assert "1815-12-10/1852-11-27" in found.dates
    assert "1943-07/1946" in found.dates
    assert "Ada Lovelace" in found.titles
    # The slide of the title has no date, and is no event: in a spreadsheet it is a row all the same.
    assert found.dates.count(None) == count - 10


def test_eras_and_events_of_timelinejs_are_told_apart(put):
    found = read(put("t.json", '{"title": {"text": {"headline": "Ages"}}, "eras": [{"start_date": {"year": -44}, '
        '"end_date": {"year": 14}, "text": {"headline": "One"}}],\n"events": [{"start_date": {"year": "900", '
        '"month": ""}, "text": {"headline": "<b>Two</b> &amp; more"}}]}'))  # fmt: skip
    assert found.plan.streams[0].title == "Ages"
    assert (found.column("kind"), found.dates) == (["era", "event"], ["-0043/0014", "0900"])
    assert found.titles == ["One", "Two & more"]


@pytest.mark.parametrize(("name", "count"), [("jfk.xml", 130), ("monet.xml", 27)])
def test_a_timeline_of_simile_is_all_there(name: str, count: int):
    found = read(DATA / "timeline-simile" / name)
    assert (found.plan.streams[0].format, len(found.rows), found.rejects) == ("simile", count, [])
    assert None not in found.dates
    if name == "jfk.xml":
        assert found.dates[:2] == ["1961-05-20", "1963-05-01/1963-06-01"]
        assert found.taken.dates[0].timed == found.taken.dates[0].zoned == 99
    else:
        assert found.dates[:2] == ["1840-11-14", "[1845..1846]"]
    assert all(row.raw.startswith("<event") and row.raw.endswith(">") for row in found.rows)
    assert found.column("description")[0 if name == "monet.xml" else 1] != ""


def test_what_simile_is_not_sure_of_is_a_window_and_what_lasts_an_interval(put):
    xml = read(put("t.xml", '<data><event start="1845" end="1846" title="once"/>'
        '<event start="1845" end="1846" isDuration="true" title="lasts">&lt;i&gt;so&lt;/i&gt;</event>'
        '<event start="May 1845" latestStart="July 1845" title="between"/></data>'))  # fmt: skip
    assert xml.dates == ["[1845..1846]", "1845/1846", "[1845-05..1845-07]"]
    json = read(put("t.json", '{"dateTimeFormat": "iso8601", "events": [{"start": "1845", "end": "1846", "title": "a"},'
        '{"start": "1845", "end": "1846", "durationEvent": false, "title": "b"}]}'))  # fmt: skip
    assert json.plan.streams[0].format == "simile"
    assert json.dates == ["1845/1846", "[1845..1846]"]


@pytest.mark.parametrize(
    ("start", "length", "date"),
    [
        (":20170704T233000Z", "PT2H", "2017-07-04/2017-07-05"),
        (":20170704T230000Z", "PT1H", "2017-07-04"),
        (":20170704T230000Z", "PT59M", "2017-07-04"),
        (";TZID=Asia/Pyongyang:20170704T233000", "P1DT1H", "2017-07-04/2017-07-06"),
        (";VALUE=DATE:20170704", "P3D", "2017-07-04/2017-07-06"),
        (";VALUE=DATE:20170704", "P1D", "2017-07-04"),
        (":20170704T093000Z", "P1W", "2017-07-04/2017-07-11"),
        (":20170704T093000Z", "PT0S", "2017-07-04"),
        (":20170704T093000Z", "-PT1H", "2017-07-04"),
    ],
)
def test_an_event_of_a_calendar_ends_where_its_duration_ends(put, start: str, length: str, date: str):
    event = f"BEGIN:VEVENT\nUID:1\nDTSTART{start}\nDURATION:{length}\nSUMMARY:a\nEND:VEVENT\n"
    with_end = "BEGIN:VEVENT\nUID:2\nDTSTART:20170704\nDTEND:20170706\nSUMMARY:b\nEND:VEVENT\n"
    for more, dates in (("", [date]), (with_end, [date, "2017-07-04/2017-07-05"])):
        assert read(put("c.ics", f"BEGIN:VCALENDAR\n{event}{more}END:VCALENDAR\n")).dates == dates


def test_a_row_without_a_title_is_called_by_what_says_something(put):
    text = (
        "date,time,year,title,place,type,depth\n"
        "2026-03-04,05:23 (UTC),2026,unknown,Hamhung,test,3\n"
        "2026-03-05,05:23 (UTC),2026,,,4 March 2026,4.5\n"
        "2026-03-05,05:23 (UTC),2026,unknown,,?,4.5\n"
        "2026-03-05,05:23 (UTC),2026,Launch,Hamhung,,\n"
    )
    titles = read(put("t.csv", text)).titles
    assert titles[0] == "Hamhung, test"
    assert titles[1] == "type: 4 March 2026, time: 05:23 (UTC), year: 2026"
    assert titles[2:] == ["unknown", "Launch"]
