"""Ids that are made: short, readable, and no others'."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.slugs import is_slug
from model.curate.new_ids import LONGEST, TakenIds, day_in_id, new_id, slug_of


@pytest.mark.parametrize(
    ("parts", "end", "expected"),
    [
        (("Foreign Ministry",), "9-may", "foreign-ministry-9-may"),
        (("kjd", "delegation-7-10-may"), "", "kjd-delegation-7-10-may"),
        (("kim-jong-un-in-moscow", "korea-daily"), "", "kim-jong-un-korea-daily"),
        (("kim-jong-un-in-moscow", "kremlin"), "", "kim-jong-un-kremlin"),
        (("convoy-crosses", "two-traders-in-dandong"), "", "convoy-two-traders"),
        (("An official who asked not to be named",), "30-apr", "an-official-who-30-apr"),
        (("Korea's Café",), "", "koreas-cafe"),
        (("국정원",), "8-may", "gugjeongwon-8-may"),
        (("Bundesausbildungsförderungsgesetz",), "", "bundesausbildungsforderu"),
        (("中国",), "1-may", "statement-1-may"),
        (("", "Russia"), "", "russia"),
    ],
)
def test_of_each_part_something_is_left_and_the_day_is_whole(parts: tuple[str, ...], end: str, expected: str):
    assert new_id(parts, (), "statement", end) == expected


def test_what_is_taken_has_a_number_and_still_room():
    taken = {"foreign-ministry-9-may", "a" * LONGEST}
    assert new_id("Foreign Ministry", taken, "x", "9-may") == "foreign-ministry-9-may-2"
    assert new_id("a" * 40, taken, "x") == f"{'a' * (LONGEST - 2)}-2"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-05-09", "9-may"), ("2025-05-09~", "9-may"), ("2025-05-07/2025-05-10", "7-may"), ("2025-05", "may-2025"),
        ("2025", "2025"), ("202X", ""), ("..", ""), (None, ""), ("2025-21", ""),
    ],
)  # fmt: skip
def test_a_day_in_an_id_is_as_one_says_it(edtf: str | None, expected: str):
    assert day_in_id(edtf) == expected


@given(st.lists(st.text(), max_size=3), st.sampled_from(["", "9-may", "2026-09-14"]), st.integers(0, 30))
def test_whatever_it_is_made_of_it_is_an_id_and_another_one(parts: list[str], end: str, more: int):
    taken: set[str] = set()
    for _ in range(more):
        name = new_id(parts, taken, "claim", end)
        assert is_slug(name)
        assert len(name) <= LONGEST
        assert name not in taken
        taken.add(name)


@given(st.lists(st.text()))
def test_rows_of_a_table_have_ids_of_their_own(titles: list[str]):
    ids = TakenIds(())
    made = [ids.new(it, "row") for it in titles]
    assert len({*made}) == len(made)
    assert all(is_slug(it) and len(slug_of(it)) <= LONGEST for it in made)
