"""Numbers in words: read where they are certain, and not at all where they are not."""

from decimal import Decimal

import pytest

from model.quotes.numbers import numbers_in


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("10,000 soldiers", 10_000),
        ("about 12000", 12_000),
        ("1.5 million tons", 1_500_000),
        ("10 000 men", 10_000),
        ("10\u202f000 men", 10_000),
        ("10.000 Mann", 10_000),
        ("3.25 percent", Decimal("3.25")),
        ("ten", 10),
        ("one thousand", 1_000),
        ("a thousand troops", 1_000),
        ("two hundred and fifty thousand", 250_000),
        ("twenty-five", 25),
        ("three dozen", 36),
        ("12k", 12_000),
        ("10 thousand", 10_000),
        ("1만2천명", 12_000),
        ("1만 2천여 명", 12_000),
        ("1만1000여 명", 11_000),
        ("만 명", 10_000),
        ("천 명", 1_000),
        ("3천명", 3_000),
        ("백 명", 100),
        ("오십 명", 50),
        ("일만이천 명", 12_000),
        ("10만 톤", 100_000),
        ("2억 5천만 달러", 250_000_000),
        ("1만2천345명", 12_345),
        ("약 3000명", 3_000),
        ("１２，０００명", 12_000),
    ],
)
def test_a_number_is_read_as_it_is_meant(words: str, number: int | Decimal):
    found = numbers_in(words)
    assert found is not None
    assert number in found


@pytest.mark.parametrize(
    "words",
    [
        "", "many", "dozens of men", "several thousand", "tens of thousands", "a few hundred", "half a million",
        "수천 명", "수만명", "몇 백 명", "여러 명", "하지만", "천안함", "백두산", "the Second Army", "and", "a man",
    ],
)  # fmt: skip
def test_what_is_no_certain_number_is_not_read(words: str):
    assert numbers_in(words) is None


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("between 10,000 and 12,000", (10_000, 12_000)),
        ("five or six hundred", (5, 600)),
        ("1.5 million", (1_500_000,)),
        ("ten, twenty", (10, 20)),
        ("1만~1만2천명", (1, 2, 10_000, 12_000)),
        ("10 000", (10_000, 10, 0)),
        ("10.000", (10_000, 10)),
        ("5m long", (5, 5_000_000)),
    ],
)
def test_each_of_several_numbers_is_there_and_no_other(words: str, numbers: tuple[int, ...]):
    assert numbers_in(words) == frozenset(map(Decimal, numbers))
