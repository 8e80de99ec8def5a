"""What a date says and what its words say is one thing, or a finding: of a corpus written by hand."""

import pytest

from tests.handmade import codes_of

CLAIM = "a  {said}  {status}  CT+  {date}  words={words} basis={basis}"


def codes(
    date: str,
    words: str,
    basis: str = "explicit-partial",
    said: str = "2025-05-06",
    status: str = "scheduled",
) -> set[str]:
    line = CLAIM.format(date=date, words=words, basis=basis, said=said, status=status)
    found = codes_of(line, published="2025-05-06")
    return {
        code for code in found if code in {"D012", "D013", "D015", "D016", "D017", "D018", "D019", "T006"}
    }


@pytest.mark.parametrize(
    ("date", "words", "basis", "code"),
    [
        ("2025-05-10", "on_May_9", "explicit-partial", "D015"),
        ("2025-05-10", "May_9,_2025", "explicit", "D015"),
        ("2025-05-10", "5월_9일", "explicit-partial", "D015"),
        ("2025-05-01", "May", "explicit-partial", "D016"),
        ("2025-05-09", "Thursday,_May_9", "explicit-partial", "D012"),
        ("2025-05-09", "5월_9일(목)", "explicit-partial", "D012"),
        ("2025-05-09", "월요일", "derived-weekday", "D012"),
        ("2026", "80th_anniversary_of_1945", "derived-ordinal", "D013"),
        ("2025-05-03", "yesterday", "derived-relative", "D017"),
        ("2025-05-01", "어제", "derived-relative", "D017"),
        ("2025-04-16", "last_Wednesday", "derived-weekday", "D017"),
        ("2025-05-09", "after_May_9", "explicit-partial", "D018"),
        ("2025-05-09", "5월_9일_후", "explicit-partial", "D018"),
        ("2025-05-09", "by_May_9", "explicit-partial", "D019"),
        ("2025-05-09", "by_Friday", "derived-weekday", "D019"),
        ("[2025-05-21..2025-05-31]", "in_late_May", "explicit-partial", "D016"),
        ("2025-04-28", "late_last_month", "derived-relative", "D016"),
    ],
)
def test_a_date_that_its_words_contradict(date: str, words: str, basis: str, code: str):
    assert codes(date, words, basis) == {code}


@pytest.mark.parametrize(
    ("date", "words", "basis"),
    [
        ("2025-05-09", "on_May_9", "explicit-partial"),
        ("2025-05-09", "Friday,_May_9", "explicit-partial"),
        ("2025-05", "May", "explicit-partial"),
        ("2025-05-05", "월요일", "derived-weekday"),
        ("2025", "80th_anniversary_of_1945", "derived-ordinal"),
        ("2025-05-05", "yesterday", "derived-relative"),
        # Another basis says that the date is not that of the words.
        ("2025-05-12", "on_May_9", "derived-relative"),
        ("2025-05-12", "on_May_9", "external"),
        ("2025-05-12", "on_Wednesday", "document-date"),
        ("2025-05-12", "in_the_run-up_to_the_event", "explicit"),
        ("2025-05-09", "by_May_9", "document-date"),
        ("[2025-05-10..]", "after_May_9", "explicit-partial"),
        ("2025-05-09/..", "since_May_9", "explicit-partial"),
        ("2025-05", "in_late_May", "explicit-partial"),
    ],
)
def test_a_date_that_its_words_allow(date: str, words: str, basis: str):
    assert codes(date, words, basis) == set()


def test_words_count_from_the_day_of_saying_or_from_that_of_printing():
    line = "a  2025-05-02  scheduled  CT+  {}  words=yesterday basis=derived-relative"
    assert "D017" not in codes_of(line.format("2025-05-01"), published="2025-05-06")
    assert "D017" not in codes_of(line.format("2025-05-05"), published="2025-05-06")
    assert "D017" in codes_of(line.format("2025-05-08"), published="2025-05-06")


def test_where_it_is_not_known_when_something_was_said_words_count_from_no_day():
    line = "a  -  scheduled  CT+  2020  words=yesterday basis=derived-relative"
    assert "D017" in codes_of(line, published="2025-05-06")
    assert "D017" not in codes_of(line, published="-")
    assert "D017" not in codes_of(line, published="[2023..2025]")


@pytest.mark.parametrize(
    ("date", "words", "status", "found"),
    [
        ("../2025-05-05", "by_May_5", "occurred", {"T006"}),
        ("../2025-05-05", "5월_5일_이전", "occurred", {"T006"}),
        ("[..2025-05-05]", "by_May_5", "occurred", set()),
        ("../2025-05-05", "until_May_5", "occurred", set()),
        ("../2025-05-05", "before_May_5", "ongoing", set()),
    ],
)
def test_a_day_by_which_is_not_written_as_what_lasts_until_it(
    date: str, words: str, status: str, found: set[str]
):
    assert codes(date, words, status=status) == found


def test_words_that_a_negation_turns_round_are_not_held_against_the_date():
    line = "{}  2025-05-06  scheduled  CT+  {}  words=until_May_9 basis=explicit-partial"
    for date, code in (("2025-05-09/..", "D018"), ("2025-05-09", "D019")):
        assert code in codes_of(line.format("a", date), published="2025-05-06")
        # The quote of a handmade claim begins with its id: "<not>until May 9".
        assert code not in codes_of(line.format("not", date), published="2025-05-06")
