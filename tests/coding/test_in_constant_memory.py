"""A file of four times as many rows needs no more memory, whichever format of lines it has."""

import json
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from model.coding.plan import plan_of
from model.coding.taking import take
from model.exchange.tables.streams.row_formats import streams_of
from model.index.table.coded import CodedRow
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
