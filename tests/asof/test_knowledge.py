"""The steps of the as-of slider."""

from model.asof.knowledge import Step, knowledge_steps, step_at
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
    )


def test_what_was_always_known_makes_no_step():
    assert knowledge_steps(corpus_of("a  -  scheduled  CT+  -", published="-")) == ()


def test_the_step_of_a_day_is_the_last_one_not_after_it():
    steps = knowledge_steps(corpus_of(LINES.replace("supersedes=f", "")))
    days = ("2025-04-30", "2025-05-01", "2025-05-02", "2025-05-03", "2026-01-01")
    assert [step_at(steps, day_from_text(day)) for day in days] == [0, 1, 1, 2, 5]
