"""A day that is typed without its year may be of the year that one is at, or of another one."""

import pytest

from model.dates.calendar import day_from_text
from model.dates.typed.read import read
from model.dates.typed.reading import NotADate


@pytest.mark.parametrize(
    ("text", "origin", "also", "meant"),
    [
        ("9 may", "2015-05-09", "2025-05-06", ["2015-05-09", "2025-05-09"]),
        ("9 may", "2025-05-09", "2025-05-06", ["2025-05-09"]),
        ("29 feb", "2024-06-01", "2025-05-06", ["2024-02-29"]),
        ("29 feb", "2025-06-01", "2024-05-06", ["2024-02-29", "2028-02-29"]),
        ("29 feb", "2025-06-01", "2025-05-06", ["2024-02-29", "2028-02-29"]),
        ("feb 29", "2027-06-01", "2025-05-06", ["2028-02-29", "2024-02-29"]),
        ("29/2", "1899-06-01", "1899-05-06", ["1896-02-29", "1904-02-29"]),
        ("thu 29 feb", "2025-06-01", "2025-06-01", ["2024-02-29"]),
        ("may", "2015-05-09", "2025-05-06", ["2015-05", "2025-05"]),
        ("9 may 2015", "2015-05-09", "2025-05-06", ["2015-05-09"]),
        ("+3d", "2015-05-09", "2025-05-06", ["2015-05-12"]),
        ("2015", "2015-05-09", "2025-05-06", ["2015"]),
    ],
)
def test_where_the_year_was_left_out_another_one_may_be_meant(
    text: str, origin: str, also: str, meant: list[str]
):
    found = read(text, day_from_text(origin), also=day_from_text(also))
    assert [reading.typed for reading in found] == meant


def test_what_is_no_date_in_either_year_is_explained_once():
    with pytest.raises(NotADate, match="February 2015 has the days 1 to 28"):
        read("31 feb", day_from_text("2015-05-09"), also=day_from_text("2025-05-06"))
