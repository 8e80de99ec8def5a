"""Days from a marked event: never said finer than the two dates have them."""

import re
from itertools import product

import pytest

from model.dates.edtf import Edtf, parse
from model.index.archive import open_archive
from model.index.protocol import Reader
from tests.handmade import corpus_of
from tests.tui.test_what_has_passed import DAY, SHAPES
from tui.views.distance import Distance

DATES = (
    *(edtf for edtf in SHAPES.values() if edtf != "-"),
    *("2025-06", "2024-02/2024-03", "2025-05~", "2025-05/2025-06-03", "1066", "-0043-03-15", "2025-06-12"),
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Two events of each date."""
    lines = [
        f"c{number}{twin} 2025-04-01 scheduled CT+ {edtf} event=e{number}{twin}"
        for number, edtf in enumerate(DATES)
        for twin in "ab"
        if not edtf.startswith(("1", "-"))
    ]
    lines += [
        f"c{number}{twin} 2025-04-01 occurred CT+ {edtf} event=e{number}{twin}"
        for number, edtf in enumerate(DATES)
        for twin in "ab"
        if edtf.startswith(("1", "-"))
    ]
    archive = open_archive(corpus_of("\n".join(lines), published="2025-04-02"), DAY, DAY)
    return archive.at(archive.default)


def said(reader: Reader, marked: int, other: int, room: int | None = None) -> str:
    row = reader.row_of(f"e{other}b")
    assert row is not None
    return Distance.of(reader, f"e{marked}a").words(row, room)


def is_day(date: Edtf) -> bool:
    return date.single_day is not None and not date.qualified


def test_a_distance_is_one_number_between_two_full_days_alone(reader: Reader):
    for marked, other in product(range(len(DATES)), repeat=2):
        one, two = parse(DATES[marked]), parse(DATES[other])
        words = said(reader, marked, other)
        number = re.fullmatch(r"([+-]?\d+) d", words)
        assert (number is not None) == (is_day(one) and is_day(two) and "k" not in words), words
        if number is not None:
            assert one.single_day is not None
            assert two.single_day is not None
            assert int(number[1]) == two.single_day - one.single_day


@pytest.mark.parametrize(
    ("marked", "other", "words"),
    [
        ("2025-05-09", "2025-06-12", "+34 d"),
        ("2025-06-12", "2025-05-09", "-34 d"),
        ("2025-05-09", "2025-06", "+23 to +52 d"),
        ("2025-06", "2025-05-09", "-52 to -23 d"),
        ("2025-05-09", "2025-05", "-8 to +22 d"),
        ("2025-05-09", "2025-05-07/2025-05-10", "-2 to +1 d"),
        ("2025-05-09", "2025-05-09~", "~0 d"),
        ("2025-05-09", "[..2025-05-09]", "0 d or earlier"),
        ("2025-05-09", "2025-05~", "~-8 to +22 d"),
        ("2025-05-09", "2025-05-09/..", "0 d or later"),
    ],
)
def test_a_coarse_date_is_a_range_of_days(reader: Reader, marked: str, other: str, words: str):
    assert said(reader, DATES.index(marked), DATES.index(other)) == words


def test_where_a_range_has_no_room_it_is_said_in_fewer_cells(reader: Reader):
    day, month = DATES.index("2025-05-09"), DATES.index("2025-06")
    assert said(reader, day, month, room=12) == "+23 to +52 d"
    assert said(reader, day, month, room=11) == "+23..+52 d"
