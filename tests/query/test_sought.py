"""Words that are searched for, and those that must not be there."""

import pytest

from model.query.sought import Sought, sought
from model.query.terms import QueryError


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("kim troops", "kim troops", ()),
        ("kim -troops", "kim", ("troops",)),
        ("-troops kim -march", "kim", ("troops", "march")),
        ('kim -"red square" xi', "kim xi", ('"red square"',)),
        ('kim -"red squ', "kim", ('"red squ',)),
        ("Choe Ryong-hae", "Choe Ryong-hae", ()),
        ("kim - xi", "kim xi", ()),
        ("kim -", "kim", ()),
        ("-", "", ()),
        ("", "", ()),
    ],
)
def test_a_minus_before_a_word_leaves_it_out_and_one_inside_of_it_does_not(
    typed: str, wanted: str, unwanted: tuple[str, ...]
):
    assert sought(typed) == Sought(wanted, unwanted)


@pytest.mark.parametrize("typed", ["-troops", "-troops -march", '-"red square"', "-troops -"])
def test_what_is_only_left_out_is_explained(typed: str):
    with pytest.raises(QueryError, match="write first what is looked for"):
        sought(typed)
