"""What is written out as a date need not be read to be known; and it is what reading it gives."""

from datetime import date, timedelta

import pytest

from model.dates.as_written import is_written_so
from model.dates.civil import day_number
from model.dates.edtf import parse
from model.dates.typed.read import read

FORMS = (
    "{0:%B} {0.day}",
    "{0.day} {0:%B}",
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%B} {0.year}",
    "{0.month}월 {0.day}일",
    "{0.year}년 {0.month}월 {0.day}일",
)
DAYS = [date(2025, 1, 1) + timedelta(days=37 * number) for number in range(12)]


@pytest.mark.parametrize("form", FORMS)
def test_it_is_the_day_that_reading_gives_and_no_other(form: str):
    for day in DAYS:
        words, next_day = form.format(day), day + timedelta(days=1)
        origin = day_number(day.year, day.month, day.day)
        assert is_written_so(parse(str(day)), words)
        assert not is_written_so(parse(str(next_day)), words)
        assert not is_written_so(parse(f"{day}/{next_day}"), words)
        assert not is_written_so(parse(f"{day:%Y-%m}"), words)
        assert origin in [reading.first_day for reading in read(words, origin)]


def test_a_month_is_one_with_its_year():
    assert is_written_so(parse("2025-05"), "May 2025")
    assert is_written_so(parse("2025-05"), "2025년 5월")
    assert not is_written_so(parse("2025-05"), "May")
    assert not is_written_so(parse("2025-05-01"), "May 2025")
    assert not is_written_so(parse("2025"), "May 2025")
