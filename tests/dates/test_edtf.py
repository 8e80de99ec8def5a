import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.civil import civil_date, day_number
from model.dates.edtf import MAX_LENGTH, UNDATED_KEY, Edtf, EdtfError, Part, Precision, Shape, parse
from tests.dates.strategies import dates

BOUNDS = [
    ("2025", Shape.POINT, "", (2025, 1, 1), (2025, 12, 31)),
    ("2024-02", Shape.POINT, "", (2024, 2, 1), (2024, 2, 29)),
    ("2025-05-09", Shape.POINT, "", (2025, 5, 9), (2025, 5, 9)),
    ("0000", Shape.POINT, "", (0, 1, 1), (0, 12, 31)),
    ("-9999-12", Shape.POINT, "", (-9999, 12, 1), (-9999, 12, 31)),
    ("Y12000", Shape.POINT, "", (12000, 1, 1), (12000, 12, 31)),
    ("Y-10000~", Shape.POINT, "~", (-10000, 1, 1), (-10000, 12, 31)),
    ("1950?", Shape.POINT, "?", (1950, 1, 1), (1950, 12, 31)),
    ("1950-06~", Shape.POINT, "~", (1950, 6, 1), (1950, 6, 30)),
    ("2025-05-09%", Shape.POINT, "%", (2025, 5, 9), (2025, 5, 9)),
    ("2025-05-07/2025-05-10", Shape.EXTENT, "", (2025, 5, 7), (2025, 5, 10)),
    ("2004-02-01/2005", Shape.EXTENT, "", (2004, 2, 1), (2005, 12, 31)),
    ("-0044/0014-08-19", Shape.EXTENT, "", (-44, 1, 1), (14, 8, 19)),
    ("2022/..", Shape.EXTENT, "", (2022, 1, 1), None),
    ("../2025-05", Shape.EXTENT, "", None, (2025, 5, 31)),
    ("[2025-04-30..2025-05-06]", Shape.WINDOW, "", (2025, 4, 30), (2025, 5, 6)),
    ("[..2026-12]", Shape.WINDOW, "", None, (2026, 12, 31)),
    ("[2025-04-30..]", Shape.WINDOW, "", (2025, 4, 30), None),
    ("[2025-05-09..2025-05-09]", Shape.WINDOW, "", (2025, 5, 9), (2025, 5, 9)),
]

REFUSED = [
    ("2001-21", "a season"),
    ("2001-21/2002", "a season"),
    ("2001-32~", "a season"),
    ("2001-34", "a quarter of a year"),
    ("2001-38", "a third of a year"),
    ("2001-41", "a half of a year"),
    ("201X", "an unspecified digit"),
    ("2025-05-XX", "an unspecified digit"),
    ("2004-06-XX/2004-07-03", "an unspecified digit"),
    ("Y17E7", "an exponent year"),
    ("1950S2", "significant digits"),
    ("Y171010000S3", "significant digits"),
    ("2025-05-09T10:00:00Z", "a time of day"),
    ("[1667,1668,1670..1672]", "a one-of-a-set list"),
    ("{1960,1961-12}", "an all-of-a-set list"),
    ("{2001..2003}", "an all-of-a-set list"),
    ("[2001]", "a set without .."),
    ("[2001..2003]?", "a qualifier on a set"),
    ("[2001?..2003]", "a qualifier inside a set"),
    ("[2001..2003%]", "a qualifier inside a set"),
    ("2004-06-11~/2004?-07", "a qualifier on a part of a date"),
    ("2004?-06-11", "a qualifier on a part of a date"),
    ("?2004-06-~11", "a qualifier on a part of a date"),
    ("2004-06-~01/2004-06-~20", "a qualifier on a part of a date"),
    ("1985/", "an unknown interval bound"),
    ("/1985-04", "an unknown interval bound"),
    ("../..", "an interval open at both ends"),
    ("[..]", "a set open at both ends"),
    ("19", "a century"),
    ("193", "a decade"),
]

MISTAKES = [
    ("", "is empty"),
    ("  ", "is empty"),
    ("2025-13", "has the month 13; months are 01 to 12."),
    ("2025-00-10", "has the month 00; months are 01 to 12."),
    ("2025-02-30", "has the day 30; February of that year has the days 01 to 28."),
    ("2024-02-30", "has the day 30; February of that year has the days 01 to 29."),
    ("2025-05-00", "has the day 00; May of that year has the days 01 to 31."),
    ("2025-04-31/2025-05", "has the day 31; April of that year"),
    ("2025-05-10/2025-05-07", "is an interval that runs backwards"),
    ("2025-05/2025", "is an interval that runs backwards"),
    ("[2026..2025]", "is a set that runs backwards"),
    ("-0000", "write 0000 for 1 BC"),
    ("-0000-01/2025", "write 0000 for 1 BC"),
    ("Y2000", "has a Y before four digits or fewer"),
    ("Y-9999", "has a Y before four digits or fewer"),
    ("Y02000", "has a long year that begins with 0"),
    ("Y12000-05", "has a month or day after a Y year"),
    ("Y1234567890123", "has a year of more than 12 digits"),
    ("Y12000/Y13000", "has a Y year inside an interval"),
    ("[..Y12000]", "has a Y year inside a set"),
    ("-Y170000002", "has its minus before the Y"),
    ("12345", "write it with a Y"),
    ("+2025", "has a plus sign"),
    ("2025?~", "has more than one qualifier"),
    ("2025-5-9", "has a one-digit month or day"),
    ("20250509", "has no hyphens"),
    ("2025-W19", "is an ISO week"),
    ("2025-129", "is a day counted within its year"),
    ("2025-05- 09", "has a space in it"),
    ("2025/2026/2027", "is an interval of 3 dates; write exactly two."),
    ("[2025..2026..2027]", "is a set of 3 dates; write exactly two."),
    ("[2025/2026]", "has a / inside brackets"),
    ("[2025..2026", "has a bracket that is not closed"),
    ("2025..2026", "has .. outside brackets"),
    ("May 2025", "is not an EDTF date; write it as 2025, 2025-05 or 2025-05-09."),
    ("unknown/2006", "is not an EDTF date"),
    ("NONE/", "is not an EDTF date"),
    ("2025-05-09\n", "is not an EDTF date"),
    ("\u0662\u0660\u0662\u0665", "is not an EDTF date"),
    ("9" * 10_000, "is 10000 characters long; a date has at most 64."),
    ("[" + "1667," * 20 + "1668]", f"a date has at most {MAX_LENGTH}."),
]


def refusal(text: str) -> str:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    return str(caught.value)


def civil(day: int | None) -> tuple[int, int, int] | None:
    return None if day is None else civil_date(day)


@pytest.mark.parametrize(("text", "shape", "qualifier", "earliest", "latest"), BOUNDS)
def test_a_date_knows_its_shape_its_qualifier_and_its_bounds(
    text: str,
    shape: Shape,
    qualifier: str,
    earliest: tuple[int, int, int] | None,
    latest: tuple[int, int, int] | None,
):
    date = parse(text)
    assert (date.text, date.shape, date.qualifier) == (text, shape, qualifier)
    assert (civil(date.earliest), civil(date.latest)) == (earliest, latest)


@pytest.mark.parametrize(("text", "feature"), REFUSED)
def test_what_the_subset_leaves_out_of_edtf_is_refused_by_name(text: str, feature: str):
    assert f"has {feature}" in refusal(text)
    assert "an EDTF feature that this format leaves out" in refusal(text)


@pytest.mark.parametrize(("text", "words"), MISTAKES)
def test_what_is_no_edtf_is_refused_with_what_would_be_right(text: str, words: str):
    assert words in refusal(text)
    assert "leaves out" not in refusal(text)


def test_a_refusal_is_one_printable_sentence_that_quotes_the_text():
    assert refusal("\x1b]52;c;\u202e\u200b").startswith('"\\x1b]52;c;\\u202e\\u200b" is not')
    assert refusal("x" * 41).startswith('"' + "x" * 37 + '..." is not')
    assert refusal("\ud800").startswith('"\\ud800" is not')


@given(st.text() | st.text("0123456789-/.[]{}?~%YXEST, ", max_size=MAX_LENGTH + 2))
def test_any_text_is_a_date_or_is_refused_in_one_plain_sentence(text: str):
    try:
        date = parse(text)
    except EdtfError as error:
        message = str(error)
        assert message.isprintable()
        assert message.endswith(".")
        assert message.count("; ") >= 1
    else:
        assert date.text == text
        assert re.fullmatch(r"[][0-9Y./?~%-]+", text)


@given(dates())
def test_every_date_of_the_subset_is_read_with_bounds_in_order(text: str):
    date = parse(text)
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    assert date.earliest is not None or date.latest is not None
    for edge in (date.earliest, date.latest):
        if edge is not None:
            assert date.contains(edge)
    if date.earliest is not None:
        assert not date.contains(date.earliest - 1)
    if date.latest is not None:
        assert not date.contains(date.latest + 1)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2025-05", Part(2025, 5), Part(2025, 5), Precision.MONTH),
        ("2025-05-07/2025-06", Part(2025, 5, 7), Part(2025, 6), Precision.MONTH),
        ("[..2026]", None, Part(2026), Precision.YEAR),
        ("2025-05-07/..", Part(2025, 5, 7), None, Precision.DAY),
    ],
)
def test_a_date_keeps_its_parts_and_the_precision_of_the_coarsest(
    text: str, start: Part | None, end: Part | None, precision: Precision
):
    date = parse(text)
    assert (date.start, date.end, date.precision) == (start, end, precision)


def test_a_part_is_coarsened_but_never_refined():
    day = Part(2025, 5, 9)
    assert [day.coarsened(level) for level in Precision] == [Part(2025), Part(2025, 5), day]
    assert Part(2025).coarsened(Precision.DAY) == Part(2025)


@pytest.mark.parametrize(
    ("text", "single"),
    [
        ("2025-05-09", True),
        ("2025-05-09~", True),
        ("[2025-05-09..2025-05-09]", True),
        ("2025-05", False),
        ("2025-05-09/..", False),
        ("2025-05-09/2025-05-10", False),
    ],
)
def test_only_bounds_of_one_full_day_are_a_single_day(text: str, single: bool):
    assert parse(text).single_day == (day_number(2025, 5, 9) if single else None)


def in_order(*texts: str) -> list[str]:
    """The texts sorted as the timeline sorts them, from the worst start."""
    read: list[Edtf] = [parse(text) for text in reversed(texts)]
    return [date.text for date in sorted(read, key=lambda date: date.sort_key)]


@pytest.mark.parametrize(
    "texts",
    [
        # Ties on one day: by-dates, then durations, then points.
        ("[..2025-05-09]", "2025-05-09/2025-05-10", "2025-05-09"),
        ("[2025-04-30..2025-05-09]", "../2025-05-09", "2025-05-09~"),
        # A window by its last day: nothing above the as-of rule is still to come.
        ("2025-05-08", "[2025-01-01..2025-05-09]", "2025-05-10"),
        # A duration by its first day, an interval open at its start by its last.
        ("2025-05-07/2025-05-30", "2025-05-08", "../2025-05-09", "2025-05-10"),
        ("2022/..", "2025-05-08"),
        # Coarse points by their first day.
        ("2024-12-31", "2025", "2025-01-02", "2025-01-31", "2025-02"),
        # No last day: after all that is dated, by its first day.
        ("Y999999999999", "[2025-04-30..]", "[2025-05-05..]"),
        # EDTF text does not sort.
        ("Y-10000", "-2000", "-1000", "0000", "0044", "Y12000"),
    ],
)
def test_the_order_on_the_timeline(texts: tuple[str, ...]):
    assert in_order(*texts) == list(texts)


@given(dates())
def test_what_has_no_date_sorts_after_every_date(text: str):
    assert parse(text).sort_key < UNDATED_KEY


@given(dates())
def test_the_sort_year_is_the_year_of_the_sort_day(text: str):
    date = parse(text)
    assert date.sort_year == civil_date(date.sort_key[1])[0]


@pytest.mark.parametrize(
    ("text", "group"), [("[2025..]", 1), ("2025/..", 0), ("../2025", 0), ("[..2025]", 0), ("2025", 0)]
)
def test_only_a_window_without_end_has_no_last_day(text: str, group: int):
    assert parse(text).sort_key[0] == group


def loaded_by(code: str) -> set[str]:
    """Names of the modules that a new interpreter has loaded after running `code`."""
    code += "\nimport sys; print(*sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    return set(done.stdout.split())


def test_reading_and_saying_good_dates_never_loads_the_reasons_for_refusal():
    loaded = loaded_by("from model.dates import edtf, wording; wording.long_form(edtf.parse('2025-05-09'))")
    assert "model.dates.edtf" in loaded
    assert "model.dates.refusal" not in loaded


def test_calendar_arithmetic_loads_dateutil_only_when_it_is_needed():
    assert "dateutil" not in loaded_by("from model.dates.calendar import gap_words; gap_words(1, 50)")
    assert "dateutil" in loaded_by("from model.dates.calendar import gap_words; gap_words(1, 500)")
