"""The steps of the as-of slider."""

from model.asof.knowledge import Step, knowledge_steps, step_at
from model.asof.known import known_by
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of

LINES = """
    a  2025-05-01   scheduled  CT+  -
    b  2025-05-03   scheduled  CT+  -  supersedes=a
    c  2025-05-05   scheduled  CT+  -  supersedes=a
    d  2025-05-05?  scheduled  CT+  -
    e  2025-05-07?  scheduled  CT+  -  supersedes=f
    f  2025-05-09   scheduled  CT+  -
"""


def test_a_step_counts_what_came_and_what_was_superseded_first_and_says_if_its_day_is_estimated():
    days = [day_from_text(f"2025-05-0{day}") for day in (1, 3, 5, 7, 9)]
    assert knowledge_steps(corpus_of(LINES.replace("f  2025-05-09", "f  [2025-05-01..2025-05-09]"))) == (
        Step(days[0], 1, 0, False),
        Step(days[1], 1, 1, False),
        Step(days[2], 2, 0, False),
        Step(days[3], 1, 0, True),
        Step(days[4], 1, 1, False),
        Step(day_from_text("2025-06-01"), 0, 0, False, documents=1),
    )


def test_a_document_that_comes_after_all_that_it_tells_of_is_a_step_of_its_own():
    corpus = corpus_of("a  2025-05-05  scheduled  CT+  -", published="2025-05-06")
    first, last = (day_from_text(day) for day in ("2025-05-05", "2025-05-06"))
    assert knowledge_steps(corpus) == (Step(first, 1, 0, False), Step(last, 0, 0, False, documents=1))
    assert known_by(corpus, last) is corpus


def test_what_was_always_known_makes_no_step():
    assert knowledge_steps(corpus_of("a  -  scheduled  CT+  -", published="-")) == ()


def test_the_step_of_a_day_is_the_last_one_not_after_it():
    steps = knowledge_steps(corpus_of(LINES.replace("supersedes=f", "")))
    days = ("2025-04-30", "2025-05-01", "2025-05-02", "2025-05-03", "2026-01-01")
    assert [step_at(steps, day_from_text(day)) for day in days] == [0, 1, 1, 2, 6]


def test_a_document_that_was_printed_later_is_no_step_of_what_was_known_before():
    corpus = corpus_of("a  2025-05-05  scheduled  CT+  -", published="2025-05-06")
    first = day_from_text("2025-05-05")
    assert knowledge_steps(known_by(corpus, first)) == (Step(first, 1, 0, False),)


def test_what_never_stood_on_any_day_makes_no_step():
    lines = """
        a  -  scheduled  CT+  -
        b  -  scheduled  CT+  -  supersedes=a
    """
    assert knowledge_steps(corpus_of(lines, published="-")) == ()
