"""Filters by time: `after:` keeps what may still go on, `before:` what may begin, by dates of every shape."""

import pytest

from model.dates.calendar import day_from_text
from model.dates.civil import day_number
from model.dates.edtf import parse
from model.index.protocol import Index
from model.index.values import AsOf
from model.query.terms import Query, Term
from tests.handmade import corpus_of
from tests.index.conftest import IndexOf

ALWAYS = None

SHAPES = [
    # the date, the first day on which it may have begun, the last on which it may still go on
    ("2025-05-09", "2025-05-09", "2025-05-09"),
    ("2025-05", "2025-05-01", "2025-05-31"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025-05-09?", "2025-05-09", "2025-05-09"),
    ("2025-05~", "2025-05-01", "2025-05-31"),
    ("2025%", "2025-01-01", "2025-12-31"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ("2025-05-07/2025-05-10", "2025-05-07", "2025-05-10"),
    ("2024/2025-05", "2024-01-01", "2025-05-31"),
    ("2022/..", "2022-01-01", ALWAYS),
    ("../2025-04-30", ALWAYS, "2025-04-30"),
    ("[2025-05-09..2025-06]", "2025-05-09", "2025-06-30"),
    ("[2025-07..]", "2025-07-01", ALWAYS),
    ("[..2025-06]", ALWAYS, "2025-06-30"),
]


def kept(index: Index, key: str, day: int, negated: bool = False) -> bool:
    """Whether the only event of an index meets a term."""
    when = AsOf(day_from_text("2026-01-01"), Query("", (Term(key, "", day=day, negated=negated),)))
    return index.at(when).counts.total == 1


@pytest.mark.parametrize("status", ["occurred", "ongoing", "scheduled"])
@pytest.mark.parametrize(("edtf", "begins", "ends"), SHAPES)
def test_after_keeps_what_may_still_go_on_and_before_what_may_have_begun(
    index_of: IndexOf, edtf: str, begins: str | None, ends: str | None, status: str
):
    index = index_of(corpus_of(f"a  2025-12-31  {status}  CT+  {edtf}", published="2025-12-31"))
    far = day_number(9999, 1, 1)
    first = parse(begins).earliest if begins is not None else -far
    last = parse(ends).latest if ends is not None else far
    assert first is not None
    assert last is not None
    for key, day, wanted in (
        ("after", last, True),
        ("after", last + 1, ends is ALWAYS),
        ("after", -far, True),
        ("before", first + 1, True),
        ("before", first, begins is ALWAYS),
        ("before", far, True),
    ):
        assert kept(index, key, day) is wanted, (key, day)
        assert kept(index, key, day, negated=True) is not wanted, (key, day)


@pytest.mark.parametrize("key", ["after", "before"])
def test_what_is_undated_is_in_no_time_and_so_kept_only_by_the_opposite(index_of: IndexOf, key: str):
    index = index_of(corpus_of("a  2025-05-01  expected  PR+  -"))
    for day in (day_from_text("2000-01-01"), day_from_text("2025-05-01"), day_from_text("2100-01-01")):
        assert not kept(index, key, day)
        assert kept(index, key, day, negated=True)


def test_a_war_that_goes_on_is_after_the_month_in_which_one_asks(index: Index):
    may, day = Term("after", "", day=day_from_text("2025-05-01")), index.steps[-1].day
    reader = index.at(AsOf(day, Query("after:2025-05", (may,))))
    assert reader.position_of("war") is not None
