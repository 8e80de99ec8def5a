"""A file of four times as many rows needs no more memory, whichever format of lines it has."""

import json
import tracemalloc
from array import array
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from model.coding.plan import plan_of
from model.coding.taking import take
from model.dates.cell_dates import Convention, _dated_again, reading_of
from model.dates.survey import Survey
from model.exchange.tables.streams.row_formats import streams_of
from model.index.table.coded import CodedRow
from model.index.table.file.by_day import Day, of_days
from tests.coding.coding import gdelt

NOTE = "a note of some length; " * 30


class Counted:
    """Takes rows, counts them, and keeps none."""

    def __init__(self) -> None:
        self.rows = 0

    def resume_at(self, file: int) -> int:
        return 0

    def add(self, rows: Iterable[CodedRow]) -> None:
        self.rows += len([*rows])

    def reject(self, file: int, number: int, raw: str, why: str) -> None:
        pass


def _line(format: str, number: int) -> str:
    match format:
        case "csv":
            return f"2017-07-{number % 28 + 1:02},row {number},{NOTE}\n"
        case "quoted":
            return f'2017-07-{number % 28 + 1:02},"row\n{number}",{NOTE}\n'
        case "jsonl":
            return json.dumps({"date": "2017-07-04", "title": f"row {number}", "note": NOTE}) + "\n"
        case _:
            return gdelt(2)


def _peak(path: Path, format: str, rows: int) -> int:
    with path.open("w") as file:
        if format in ("csv", "quoted"):
            file.write("date,title,note\n")
        file.writelines(_line(format, number) for number in range(rows))
    counted = Counted()
    tracemalloc.start()
    try:
        take(plan_of(streams_of(path, path.name, None), None), counted)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert counted.rows == rows
    return peak


@pytest.mark.parametrize("format", ["csv", "quoted", "jsonl", "gdelt"])
def test_memory_does_not_grow_with_rows(tmp_path: Path, format: str):
    path = tmp_path / ("t.jsonl" if format == "jsonl" else "t.csv")
    # Once before, so that what is made at the first use is there.
    _peak(path, format, 100)
    assert _peak(path, format, 6_000) < 1.5 * _peak(path, format, 1_500)


def test_of_days_as_most_write_them_none_is_kept_to_find_out_how_dates_are_written():
    survey = Survey()
    days = (date.fromordinal(number).isoformat() for number in range(700_000, 705_000))
    tracemalloc.start()
    try:
        survey.see(days)
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert kept < 10_000


def test_what_a_cell_says_is_kept_once_by_who_reads_its_column():
    before = _dated_again.cache_info().currsize
    assert reading_of("4 July 1817", Convention()).edtf == "1817-07-04"
    assert _dated_again.cache_info().currsize == before
    for hour in range(3):
        reading_of(f"4 July 1817 1{hour}:00", Convention())
    assert _dated_again.cache_info().currsize == before + 1


def test_the_rows_of_a_chunk_are_put_in_the_order_of_their_days_without_room_for_each():
    days = array("q", (700_000 + number * 7919 % 400 for number in range(20_000)))
    tracemalloc.start()
    try:
        of_days(0, Day.FIRST, days)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 12 * len(days)
