"""What date words would mean: counted from a day, with basis and reasoning, and no stretch made a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.parts import Dated
from model.corpus.vocabulary import Basis
from model.cues.counted_from import CountedFrom, counted_from, counted_from_day
from model.cues.date_meaning import DateMeaning
from model.cues.english import ENGLISH
from model.cues.korean import KOREAN
from model.dates.coarse import coarser, coarser_counted
from model.dates.edtf import parse
from model.dates.ordinals import can_be_ordinal, can_be_weekday
from model.dates.printed import (
    leads_elsewhere,
    names_another,
    only_bounds,
    only_bounds_counted,
    points_away,
)
from tests.cues.measuring import DUCKLING_DAY, KOREAN_DAY, duckling, korean, meanings_of
from tests.cues.test_date_words import TEXTS
from tests.effort import examples

WEDNESDAY = date(2025, 5, 7).toordinal()
FROM_WEDNESDAY = counted_from_day(WEDNESDAY)


def meanings(text: str, origin: CountedFrom | None = FROM_WEDNESDAY) -> list[str | None]:
    return [it.edtf for it in meanings_of(text, origin)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # Windows and what lasts.
        ("early August", "2025-08"),
        ("the end of May", "2025-05"),
        ("late last year", "2024"),
        ("the first half of 2025", "[2025-01..2025-06]"),
        ("by the end of the year", "[..2025]"),
        ("from May 7 to 10", "2025-05-07/2025-05-10"),
        ("between May 7 and 10 for talks", "[2025-05-07..2025-05-10]"),
        ("between late August and early September", "[2025-08..2025-09]"),
        ("from March to June 2024", "2024-03/2024-06"),
        ("from December to February", "2024-12/2025-02"),
        ("in the coming weeks", "[2025-05-07..]"),
        ("in recent days", "[..2025-05-07]"),
        ("over the past two years", "[2023-05-07..2025-05-07]"),
        ("last week", "[2025-04-28..2025-05-04]"),
        ("over the weekend", "[2025-05-03..2025-05-04]"),
        ("last year", "2024"),
        ("two years ago", "2023~"),
        ("three months ago", "2025-02~"),
        ("a week ago", "[2025-04-28..2025-05-04]"),
        ("three days ago", "2025-05-04"),
        ("in the third quarter", "[2025-07..2025-09]"),
        ("in the 1990s", "[1990..1999]"),
        ("this summer", "2025"),
        ("as early as this fall", "[2025..]"),
        ("the winter of 2019", "[2019..2020]"),
        # One end.
        ("before June", "[..2025-05]"),
        ("before the end of the year", "[..2025]"),
        ("ahead of year's end", "[..2025]"),
        ("이달 말 전에", "[..2025-05]"),
        ("no earlier than June", "[2025-06..]"),
        ("next month at the earliest", "[2025-06..]"),
        ("It may open as early as June.", "[2025-06..]"),
        ("He went as early as May 2024.", "2024-05"),
        ("It may open as late as June.", "[..2025-06]"),
        ("이르면 다음 달", "[2025-06..]"),
        ("빨라야 6월", "[2025-06..]"),
        ("after May 9", "[2025-05-10..]"),
        ("since 2020", "2020/.."),
        ("until November 2022", "../2022-11"),
        ("around 1950", "1950~"),
        ("from May 9 until the end of May", "2025-05-09/2025-05-31"),
        # A day.
        ("yesterday", "2025-05-06"),
        ("On Monday, Kim visited a plant.", "2025-05-05"),
        ("Kim will visit a plant on Monday.", "2025-05-12"),
        ("He said on Wednesday", "2025-05-07"),
        ("by Monday", "[..2025-05-12]"),
        ("Dec. 3", "2024-12-03"),
        ("the third of March", "2025-03-03"),
        ("the first Monday of March", "2025-03-03"),
        ("5/9/2025", None),
        ("Friday, May 8", None),
        # What is told before, or nothing.
        ("the 80th anniversary of 1945", "2025"),
        ("its fourth year", None),
        ("the following day", None),
        # Korean.
        ("지난 8일", "2025-04-08"),
        ("오는 10일", "2025-05-10"),
        ("30일", "2025-04-30"),
        ("8월 초", "2025-08"),
        ("8월 중순", "[2025-08-11..2025-08-20]"),
        ("이달 말", "2025-05"),
        ("연말까지", "[..2025]"),
        ("5월 7~10일", "2025-05-07/2025-05-10"),
        ("28일부터 2일까지", "2025-04-28/2025-05-02"),
        ("내년 상반기", "[2026-01..2026-06]"),
        ("올 하반기", "[2025-07..2025-12]"),
        ("하반기", "[2025-07..2025-12]"),
        ("다음 주 월요일", "2025-05-12"),
        ("지난주", "[2025-04-28..2025-05-04]"),
        ("사흘 전", "2025-05-04"),
        ("5년 전", "2020~"),
        ("최근", "[..2025-05-07]"),
        ("10월 경", "2025-10~"),
        ("5월 9일 이후", "[2025-05-09..]"),
        ("5월 9일 이전", "[..2025-05-09]"),
        ("5월 9일 전에", "[..2025-05-08]"),
        ("2024년 이래", "2024/.."),
        ("지난 8일부터 이달 말까지", "2025-04-08/2025-05"),
    ],
)
def test_a_date_word_means(text: str, edtf: str | None):
    assert meanings(text) == [edtf]


def test_what_counts_from_what_was_told_before_counts_from_that():
    assert meanings("On May 5 he came. The following day he left; two days later he died.") == [
        "2025-05-05",
        "2025-05-06",
        "2025-05-08",
    ]
    assert meanings("통신은 2024년 6월 19일 보도했다. 이날 서명했고 이듬해 3월 발효됐다.") == [
        "2024-06-19",
        "2024-06-19",
        "2025-03",
    ]


def test_a_meaning_says_itself_with_its_basis_and_its_words():
    (monday,) = meanings_of("On Monday he left.", counted_from_day(date(2024, 10, 23).toordinal()))
    assert monday.said == 'Mon 21 October 2024, derived-weekday from "On Monday"'
    assert monday.reasoning == "The last Monday up to the day of saying, Wed 23 Oct 2024."
    (row,) = meanings_of("its fourth year", FROM_WEDNESDAY)
    assert row.said == 'no date by itself, derived-ordinal from "its fourth year"'


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("May 3, 2025", Basis.EXPLICIT),
        ("by December 2026", Basis.EXPLICIT),
        ("2026년 12월", Basis.EXPLICIT),
        ("on May 9", Basis.EXPLICIT_PARTIAL),
        ("early August", Basis.EXPLICIT_PARTIAL),
        ("지난 8일", Basis.EXPLICIT_PARTIAL),
        ("on Monday", Basis.DERIVED_WEEKDAY),
        ("다음 주 월요일", Basis.DERIVED_WEEKDAY),
        ("last month", Basis.DERIVED_RELATIVE),
        ("by the end of the year", Basis.DERIVED_RELATIVE),
        ("이달 말", Basis.DERIVED_RELATIVE),
        ("이날", Basis.DERIVED_RELATIVE),
        ("the 80th anniversary", Basis.DERIVED_ORDINAL),
        ("its fourth year", Basis.DERIVED_ORDINAL),
    ],
)
def test_the_form_of_a_date_word_says_how_its_date_is_known(text: str, basis: Basis):
    assert [it.basis for it in meanings_of(text, FROM_WEDNESDAY)] == [basis]


def test_a_source_counts_from_its_best_day_else_from_all_days_that_it_can_be():
    best = counted_from(Dated(edtf="2025-05", basis=Basis.EXTERNAL, best="2025-05-07"))
    assert meanings("yesterday, on Monday", best) == ["2025-05-06", "2025-05-05"]
    bounds = counted_from(Dated(edtf="[2025-05-05..2025-05-07]", basis=Basis.EXTERNAL))
    assert meanings("yesterday, last month, on May 9, in the coming weeks", bounds) == [
        "[2025-05-04..2025-05-06]",
        "2025-04",
        "2025-05-09",
        "[2025-05-05..]",
    ]


@pytest.mark.parametrize("edtf", ["[..2025-05-07]", "2020/2025", None])
def test_without_a_day_near_enough_only_what_is_printed_in_full_means_anything(edtf: str | None):
    origin = counted_from(Dated(edtf=edtf, basis=Basis.EXTERNAL)) if edtf else None
    assert origin is None
    found = meanings_of("on Monday, May 9, last month and May 3, 2025", origin)
    assert [it.edtf for it in found] == [None, None, "2025-05-03"]
    assert found[1].reasoning == "The source has no date near enough to count from."


def _what_check_says(it: DateMeaning, day: int) -> object:
    """What the checks of dates against their words find; they read these by the rules for typed dates too."""
    assert it.edtf is not None
    edtf, words = parse(it.edtf), it.word.words
    if it.basis in (Basis.EXPLICIT, Basis.EXPLICIT_PARTIAL):
        found = names_another(words, edtf) or coarser(words, edtf)
        return found or points_away(words, edtf) or only_bounds(words, edtf)
    if it.basis in (Basis.DERIVED_RELATIVE, Basis.DERIVED_WEEKDAY):
        found = leads_elsewhere(words, edtf, day, day) or coarser_counted(words, edtf, day, day)
        return found or only_bounds_counted(words, edtf, day, day)
    return not can_be_ordinal(edtf, words)


@pytest.mark.parametrize(
    ("text", "origin"),
    [*((text, DUCKLING_DAY) for text, _ in duckling()), *((str(it["text"]), KOREAN_DAY) for it in korean())],
)
def test_check_finds_nothing_wrong_with_what_is_suggested(text: str, origin: CountedFrom):
    for it in meanings_of(text, origin):
        if it.edtf is not None:
            assert not _what_check_says(it, origin.first)
            if it.basis is Basis.DERIVED_WEEKDAY:
                assert can_be_weekday(parse(it.edtf), None, it.word.words)


def test_every_form_is_read():
    from model.cues.date_meaning import READERS

    assert READERS.keys() == {name for name, _ in (*ENGLISH, *KOREAN)}


@examples(400)
@given(TEXTS, st.integers(date(1, 1, 1).toordinal(), date(9990, 1, 1).toordinal()))
def test_whatever_stands_there_means_a_date_of_the_format_or_nothing(text: str, day: int):
    for it in meanings_of(text, counted_from_day(day)):
        if it.edtf is not None:
            parse(it.edtf)
        assert it.reasoning
        assert it.said.endswith(f'from "{" ".join(it.word.words.split())}"')
