"""A second opinion: the `edtf` package, too slow to run with, on texts of the subset."""

from time import struct_time

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given

from model.dates.civil import civil_date
from model.dates.edtf import EdtfError, Shape, parse
from tests.dates.strategies import points, spans
from tests.effort import examples

SUBSET = [
    "2025",
    "2024-02",
    "1900-02",
    "2000-02",
    "2025-05-09",
    "0000-12",
    "-0043-03-15",
    "-9999",
    "9999-12-31",
    "1950?",
    "1950-06~",
    "2025-05-09%",
    "2025-05-07/2025-05-10",
    "2025-08/2025-09",
    "2004-02-01/2005",
    "2005/2006-02",
    "-0044/0014-08-19",
    "2022/..",
    "../2025",
    "../2025-05-05",
    "[2025-04-30..2025-05-06]",
    "[2025-08..2025-09]",
    "[1667..1672]",
    "[..2026-12]",
    "[..1760-12-03]",
    "[2025-04-30..]",
    "[1760-12..]",
    "Y12000",
    "Y-170000002",
]

NOT_EDTF = [
    "",
    "2025-13",
    "2016-13-08",
    "2016-02-39",
    "-0000-01-01",
    "May 2025",
    "Y2000",
    "[2025",
    "2025-5-9",
]


def bound(value: object) -> tuple[int, int, int] | None:
    """A bound as the package states it: a time, or an infinity where it is open."""
    return (value.tm_year, value.tm_mon, value.tm_mday) if isinstance(value, struct_time) else None


def check_bounds(text: str) -> None:
    ours, theirs = parse(text), parse_edtf(text)
    ends = [None if day is None else civil_date(day) for day in (ours.earliest, ours.latest)]
    assert ends == [bound(theirs.lower_strict()), bound(theirs.upper_strict())]


@pytest.mark.parametrize("text", SUBSET)
def test_the_package_states_the_same_bounds(text: str):
    check_bounds(text)


@examples(40)
@given(points() | spans())
def test_the_package_states_the_same_bounds_of_any_date_but_sets_of_mixed_precision(text: str):
    date = parse(text)
    ends = date.start, date.end
    if date.shape is Shape.WINDOW and len({end.precision for end in ends if end}) == 2:
        with pytest.raises(EDTFParseException):
            parse_edtf(text)
    else:
        check_bounds(text)


@pytest.mark.parametrize("text", NOT_EDTF)
def test_what_the_package_refuses_is_refused(text: str):
    with pytest.raises(EDTFParseException):
        parse_edtf(text)
    with pytest.raises(EdtfError):
        parse(text)
