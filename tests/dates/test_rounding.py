"""Large numbers in few digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.rounding import rounded, unit_for

UNITS = ((10**12, "T"), (10**9, "bn"), (10**6, "M"), (10**3, "k"))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1_000, "1k"),
        (1_234, "1.2k"),
        (12_345, "12k"),
        (999_499, "999k"),
        (999_500, "1M"),
        (4_600_000_000, "4.6bn"),
    ],
)
def test_a_count_is_said_in_its_unit(count: int, words: str):
    assert "".join(rounded(count, UNITS)) == words


@given(st.integers(1_000, 10**15 - 10**12))
def test_never_more_than_three_digits_and_never_far_off(count: int):
    words, name = rounded(count, UNITS)
    assert len(words) <= 3
    size = {unit: size for size, unit in UNITS}[name]
    assert abs(float(words) * size - count) <= size / 2
    assert unit_for(count, UNITS) == (size, name)
