"""Tables of coded rows for tests of the screen: North Korea's missile tests, odd ones, hostile ones."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from model.dates.calendar import day_from_text
from model.dates.edtf import Edtf, parse
from model.index.table.coded import CodedRow, Column, Meaning, TableFile, TableMeta
from model.index.table.order import place_of

DATA = Path(__file__).parent / "data" / "nk-missile-tests-cns" / "test.en.json"

HAD = day_from_text("2026-04-21")
"""The day on which the missile tests were had."""

TODAY = day_from_text("2026-11-29")

Table = tuple[TableMeta, list[CodedRow]]

_COLUMNS = (
    Column("date", "date", Meaning.DATE),
    Column("missile", "missile", Meaning.TYPE, faceted=True),
    Column("facility", "facility", Meaning.PLACE, faceted=True),
    Column("outcome", "outcome", faceted=True),
    Column("landing", "landing", faceted=True),
    Column("time", "time"),
    Column("series", "series", faceted=True),
    Column("apogee", "apogee"),
    Column("distance", "distance"),
    Column("bearing", "bearing"),
    Column("glide", "glide"),
    Column("description", "description", Meaning.NOTE),
)


@cache
def missile_tests() -> Table:
    """The 339 tests, as their JSON has them; what month alone is known of has no day."""
    found = json.loads(DATA.read_text("utf-8"))
    tests = [it for year in found["timeBins"] for it in year["data"]]
    rows = []
    for number, test in enumerate(tests, 1):
        cells = tuple(str(test.get(column.name, "")) for column in _COLUMNS)
        title = f"{test['missile']} from {test['facility']}, {test['outcome']}"
        raw = json.dumps(test, ensure_ascii=False)
        rows.append(CodedRow(0, number, title, parse(test["date"]), cells, raw))
    file = TableFile("test.en.json", "0" * 64, DATA.stat().st_size, "json", "utf-8", HAD)
    return TableMeta("Missile tests", _COLUMNS, (file,), read=len(rows), rows=len(rows)), rows


def table(
    rows: Iterable[Sequence[str]],
    names: Sequence[str] = ("date", "title", "country", "known"),
    title: str = "A table",
    faceted: Iterable[str] = ("country",),
) -> Table:
    """A table of rows of texts under some names: those called date, title and known are read as such."""
    meanings = {"date": Meaning.DATE, "title": Meaning.TITLE, "known": Meaning.KNOWN}
    columns = tuple(
        Column(it, it.lower().replace(" ", "-"), meanings.get(it), it in frozenset(faceted)) for it in names
    )
    made = [_row(number, names, texts) for number, texts in enumerate(rows, 2)]
    file = TableFile("rows.csv", "0" * 64, 1, "csv", "utf-8", HAD)
    return TableMeta(title, columns, (file,), read=len(made), rows=len(made)), made


def _row(number: int, names: Sequence[str], texts: Sequence[str]) -> CodedRow:
    said = dict(zip(names, texts, strict=True))
    known = said.get("known", "")
    raw = ",".join(f'"{it}"' if "," in it or "\n" in it else it for it in texts)
    date = _date(said.get("date", ""))
    day = day_from_text(known) if known else None
    return CodedRow(0, number, said.get("title", ""), date, tuple(texts), raw, day)


def _date(text: str) -> Edtf | None:
    return parse(text) if text else None


HOSTILE = (
    "\x1b[31mred\x1b]52;c;aGk=\x07 \u202eesrever [bold]markup[/bold] [/nope]",
    "a\u200bb\u0000c \x9b31m",
    '"quotes" and \\ and \'; DROP TABLE rows; --',
    "first line\r\nsecond line\n\tthird",
)
"""Cells that want to be obeyed."""


def two_downloads() -> Table:
    """A table of which a later download changed a row, has one no more, and has one more."""
    meta, rows = table([(f"2025-05-0{it}", f"Row {it}", "Russia", "") for it in range(1, 6)])
    (file,) = meta.files
    later = replace(file, name="later.csv", day=file.day + 30, download=1)
    over = [it._replace(until=later.day) for it in rows[1:3]]
    cells = ("2025-04-01", "Row 2 of April", HOSTILE[0], "")
    changed = rows[1]._replace(
        file=1, title=cells[1], date=parse(cells[0]), cells=cells, first=place_of(rows[1])
    )
    new = rows[4]._replace(file=1, number=9, title="A new one")
    return replace(meta, files=(file, later), key=(1,)), [rows[0], *over, *rows[3:], changed, new]


def odd_tables() -> dict[str, Table]:
    """Tables that have nothing of something, or too much."""
    return {
        "no row": table([]),
        "two downloads": two_downloads(),
        "one row": table([("2025-05-09", "The only one", "Russia", "2025-05-10")]),
        "all undated": table([("", f"Undated {it}", "", "") for it in range(30)]),
        "no title": table([("2025-05", "", "Russia", ""), ("", "", "", "")]),
        "Korean": table(
            [
                ("2025-05-09", "최룡해 상임위원장이 로씨야를 방문할것이다 " * 4, "로씨야", "2025-05-01"),
                ("[..2025-06]", "평양에서 회의", "조선", "2025-05-02"),
            ],
            title="조선중앙통신 보도",
        ),
        "hostile": table(
            [("2025-05-09", it, it, "") for it in HOSTILE],
            title=HOSTILE[0],
        ),
        "long": table(
            [("1950/1953", "word " * 400, "x" * 3000, "")],
            names=("date", "title", "a column with a very long name, that nobody would have given it", "known"),
            faceted=("a column with a very long name, that nobody would have given it",),
        ),
        "every date": table(
            [
                (date, f"Of {date or 'no day'}", "", "")
                for date in (
                    "2025", "2025-05", "2025-05-09", "2025-05-09?", "2025~", "1950/1953", "2025-01/..",
                    "../2024-02", "[2025-01..2025-03]", "[..2026-12]", "[2025-07..]", "-0043", "",
                )
            ],
            names=("date", "title", "country", "known"),
        ),
        "many columns": table(
            [("2025-05-09", "Wide", *map(str, range(98)))],
            names=("date", "title", *(f"column {it}" for it in range(98))),
            faceted=("column 3",),
        ),
    }  # fmt: skip
