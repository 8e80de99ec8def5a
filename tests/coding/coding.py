"""Files of rows for tests, and what becomes of them where a list takes the rows in place of a table."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.coding.coded_map import CodedMap
from model.coding.plan import Plan, plan_of
from model.coding.taking import TakenRows, take
from model.exchange.tables.streams.row_formats import streams_of
from model.index.table.coded import CodedRow

DATA = Path(__file__).parents[1] / "data"


@dataclass
class Listed:
    """Takes rows as a table's writer does, and keeps them."""

    rows: list[CodedRow] = field(default_factory=list)
    rejects: list[tuple[int, int, str, str]] = field(default_factory=list)
    safe: int = 0

    def resume_at(self, file: int) -> int:
        return self.safe

    def add(self, rows: Iterable[CodedRow]) -> None:
        self.rows += rows

    def reject(self, file: int, number: int, raw: str, why: str) -> None:
        self.rejects.append((file, number, raw, why))


@dataclass
class Read:
    """What a file was read as."""

    plan: Plan
    taken: TakenRows
    rows: list[CodedRow]
    rejects: list[tuple[int, int, str, str]]

    @property
    def dates(self) -> list[str | None]:
        return [row.date.text if row.date is not None else None for row in self.rows]

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.rows]

    @property
    def reasons(self) -> list[tuple[int, str]]:
        return [(number, why) for _, number, _, why in self.rejects]

    def column(self, name: str) -> list[str]:
        at = self.plan.columns.names.index(name)
        return [row.cells[at] for row in self.rows]

    def meaning(self, name: str) -> list[str]:
        return [self.plan.columns.names[it] for it in self.plan.columns.columns(name)]


def read(
    *paths: Path, format: str | None = None, encoding: str | None = None, told: CodedMap | None = None
) -> Read:
    """All rows of files. What was read is what was taken and what was rejected, and no row has two numbers."""
    header = told.header if told is not None else None
    streams = [it for path in paths for it in streams_of(path, path.name, format, encoding, header)]
    plan = plan_of(streams, told)
    listed = Listed()
    taken = take(plan, listed)
    assert taken.read == len(listed.rows) + len(listed.rejects) == plan.rows
    assert (taken.taken, taken.rejected.total()) == (len(listed.rows), len(listed.rejects))
    places = [(row.file, row.number) for row in listed.rows] + [(it[0], it[1]) for it in listed.rejects]
    assert len(set(places)) == len(places)
    assert all(len(row.cells) == len(plan.columns.names) for row in listed.rows)
    return Read(plan, taken, listed.rows, listed.rejects)


def in_csv(rows: Sequence[Sequence[object]], separator: str = ",") -> str:
    """Rows as CSV."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(rows)
    return written.getvalue()


ACLED = in_csv([
    ["event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
     "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
     "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
     "source", "source_scale", "notes", "fatalities", "tags", "timestamp"],
    ["PRK1", "04 July 2017", "2017", "1", "Strategic developments", "Strategic developments", "Other",
     "Military Forces of North Korea (2011-)", "", "State forces", "", "", "", "10", "", "408", "East Asia",
     "North Korea", "North Pyongan", "Panghyon", "", "Panghyon", "39.9", "125.2", "1", "Yonhap", "National",
     'On 4 July 2017, a missile was fired, "the first of its kind".', "0", "", "1621887243"],
    ["PRK2", "12 March 2018", "2018", "2", "Demonstrations", "Protests", "Peaceful protest", "Protesters (South Korea)",
     "", "Protesters", "", "", "", "60", "", "410", "East Asia", "South Korea", "Seoul", "Jung", "", "Seoul", "37.5",
     "126.9", "1", "Hankyoreh; Yonhap", "National", "In the week of 12 March.", "0", "crowd size=no report",
     "1621887244"],
    ["PRK3", "15 March 2018", "2018", "3", "Demonstrations", "Protests", "Peaceful protest", "Protesters (South Korea)",
     "", "Protesters", "", "", "", "60", "", "410", "East Asia", "South Korea", "Seoul", "Jung", "", "Seoul", "37.5",
     "126.9", "1", "Yonhap", "National", "In March.", "0", "", "1621887245"],
])  # fmt: skip
"""Invented events in the columns of ACLED's export since March 2023."""

UCDP = in_csv([
    ["id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
     "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a", "side_b", "number_of_sources",
     "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
     "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid",
     "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a",
     "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"],
    *([number, f"KOR-{number}", 2010, 1, "Clear", 1, 1, 1, "North - South", 1, 1, "North - South", "North", "South", 1,
       "AFP", "AFP", "2010-11-23", "Shells", "AFP", 1, "Yonpyong island", "the island", "Incheon", "Ongjin", 37.6,
       125.7, "POINT (125.7 37.6)", 1, "South Korea", 732, "Asia", 1, precision, start, end, 0, 2, 2, 0, 4, 4, 4]
      for number, precision, start, end in [
          (1, 1, "2010-11-23 00:00:00.000", "2010-11-23 00:00:00.000"),
          (2, 2, "2010-11-23 00:00:00.000", "2010-11-25 00:00:00.000"),
          (3, 3, "2010-11-22 00:00:00.000", "2010-11-28 00:00:00.000"),
          (4, 4, "2010-11-01 00:00:00.000", "2010-11-30 00:00:00.000"),
          (5, 5, "2010-01-01 00:00:00.000", "2010-12-31 00:00:00.000"),
          (6, 1, "2010-11-23 00:00:00.000", "2010-11-24 00:00:00.000"),
      ]),
])  # fmt: skip
"""Invented events in the columns of UCDP GED."""


def gdelt(version: int, day: str = "20170704", added: str = "20170704050000") -> str:
    """A line of an event file of GDELT, 1.0 or 2.0, with an invented event."""
    actor = ["{0}", "{1}", "{0}", "", "", "", "", "GOV", "", ""]
    place = ["4", "Pyongyang, P'yongyang-si, North Korea", "KN", "KN12", "1", "39.0", "125.7", "-254"]
    if version == 1:
        del place[4]
    cells = ["123456789", day, day[:6], day[:4], "2017.5014"]
    cells += [it.format("PRK", "NORTH KOREA") for it in actor] + [
        it.format("USA", "UNITED STATES") for it in actor
    ]
    cells += ["1", "138", "138", "13", "4", "-7.0", "10", "2", "10", "-3.5"]
    cells += [*place, *place, *place, added, "https://example.org/news/1"]
    return "\t".join(cells) + "\n"


FTM = """{"id": "ev-1", "schema": "Event", "properties": {"name": ["Launch of a rocket"], "date": ["2017-07-04"], \
"location": ["Panghyon"], "country": ["kp"], "sourceUrl": ["https://example.org/1", "https://example.org/2"]}}
{"id": "sa-1", "schema": "Sanction", "caption": "UN listing", "properties": {"entity": ["p-1"], \
"program": ["UNSC 1718"], "startDate": ["2017-08"], "endDate": ["2019"], "reason": ["\\ud544"]}, \
"first_seen": "2021-01-02T03:04:05", "last_change": "2023-04-05T06:07:08", "datasets": ["un_sc"]}
{"id": "p-1", "schema": "Person", "properties": {"name": ["Ri"], "birthDate": ["1960"]}}
{"schema": "Person"}
"""
"""Invented entities as `ftm` and OpenSanctions write them."""

ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//invented//EN
X-WR-CALNAME:Anniversaries
BEGIN:VTIMEZONE
TZID:Asia/Pyongyang
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20170701T000000Z
DTSTART;VALUE=DATE:20170704
DTEND;VALUE=DATE:20170705
SUMMARY:Parade\\, with a title that is folded over
  two lines
LOCATION:Pyongyang
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20170701T000000Z
DTSTART;VALUE=DATE:20170704
DTEND;VALUE=DATE:20170707
SUMMARY:Three days
END:VEVENT
BEGIN:VEVENT
UID:3@example.org
DTSTAMP:20170701T000000Z
LAST-MODIFIED:20180102T030405Z
DTSTART;TZID=Asia/Pyongyang:20170704T093000
DTEND;TZID=Asia/Pyongyang:20170704T103000
SUMMARY:Meeting
RRULE:FREQ=YEARLY
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:soon
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:4@example.org
DTSTART;VALUE=DATE:soon
SUMMARY:No day
this is no line
END:VEVENT
BEGIN:VEVENT
UID:5@example.org
SUMMARY:It breaks off
END:VCALENDAR
"""
"""An invented calendar (RFC 5545)."""
