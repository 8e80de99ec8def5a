"""Questions as of a day: there from the day they are asked, resolved from the day their claim is known, never else."""

from dataclasses import replace

import pytest
from hypothesis import given

from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.asof.questions import QuestionState, asked_on, question_view, questions_as_of
from model.asof.saying import saying
from model.corpus.asked import Criteria, Question, Resolution
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import Answer
from tests.asof.cases import day
from tests.drawn_questions import asking
from tests.effort import examples
from tests.handmade import corpus_of
from tests.histories import histories

LINES = """
before  2025-05-01  scheduled  CT+  2025-05-09
plan    2025-05-05  confirmed  CT+  2025-05-09
came    2025-05-12  occurred   CT+  2025-05-09
other   2025-05-06  scheduled  CT+  2025-05-20  event=parade
"""
CRITERIA = Criteria(yes="a", no="b", ambiguous="c", annulled="d")


def question(id: str = "q", closes: str = "2025-05-09", claim: str | None = None) -> Question:
    return Question(
        id=id,
        text="Will it come?",
        asked="2025-05-04",
        closes=closes,
        events=("visit",),
        resolution=Resolution(claim=claim, outcome=Answer.NO) if claim is not None else None,
        criteria=CRITERIA,
    )


def asked(*questions: Question, lines: str = LINES) -> Corpus:
    return replace(corpus_of(lines), questions={it.id: it for it in questions})


def states(corpus: Corpus, when: str) -> list[tuple[str, str]]:
    return [(it.question.id, it.word) for it in questions_as_of(corpus, day(when))]


@pytest.mark.parametrize(
    ("when", "word"),
    [
        ("2025-05-03", None),
        ("2025-05-04", "open"),
        ("2025-05-09", "open"),
        ("2025-05-10", "due"),
        ("2025-06-10", "due"),
    ],
)
def test_a_question_is_there_from_the_day_it_is_asked_and_due_after_the_day_it_closes(
    when: str, word: str | None
):
    assert states(asked(question()), when) == ([("q", word)] if word else [])
    assert states(known_by(asked(question()), day(when)), when) == ([("q", word)] if word else [])


@pytest.mark.parametrize(
    ("when", "word"), [("2025-05-09", "open"), ("2025-05-11", "due"), ("2025-05-12", "no")]
)
def test_a_resolution_counts_from_the_day_of_its_claim(when: str, word: str):
    corpus = asked(question(claim="came"))
    assert states(corpus, when) == [("q", word)]
    assert (known_by(corpus, day(when)).questions["q"].resolution is None) == (word != "no")


@pytest.mark.parametrize(("when", "days"), [("2025-05-09", "closes"), ("2025-05-10", "closed")])
@pytest.mark.parametrize("claim", [None, "plan"])
def test_it_has_closed_once_its_last_day_has_passed_resolved_or_not(when: str, days: str, claim: str | None):
    view = question_view(asked(), question(claim=claim), day(when))
    assert view.days == f"asked 4 May 2025, {days} 9 May 2025"


def test_nothing_resolves_by_itself():
    # It occurred, and said so, and the question stays due until a curator names the claim.
    assert states(asked(question()), "2025-05-20") == [("q", "due")]


def test_claims_since_are_those_of_its_events_that_became_known_since():
    view = question_view(asked(question()), question(), day("2025-05-12"))
    assert [it.claim.id for it in view.claims] == ["came", "plan"]
    assert view.walked == view.claims
    earlier = question_view(asked(question()), question(), day("2025-05-06"))
    assert [it.claim.id for it in earlier.claims] == ["plan"]


def test_what_answers_it_is_walked_to_though_it_was_known_before():
    asking_late = replace_asked(question(claim="plan"), "2025-05-08")
    view = question_view(asked(asking_late), asking_late, day("2025-05-10"))
    assert ([it.claim.id for it in view.claims], [it.claim.id for it in view.walked]) == ([], ["plan"])


def replace_asked(question: Question, when: str) -> Question:
    from msgspec.structs import replace as changed

    return changed(question, asked=when)


def test_due_ones_come_first_then_open_then_resolved_ones_each_by_the_day_they_close():
    corpus = asked(
        question("a", claim="came"),
        question("b", closes="2025-06-01"),
        question("c", closes="2025-05-20"),
        question("d", closes="2025-05-11"),
        question("e", closes="2025-05-10"),
    )
    order = [("e", "due"), ("d", "due"), ("c", "open"), ("b", "open"), ("a", "no")]
    assert states(corpus, "2025-05-13") == order


def test_the_day_on_which_one_is_asked_is_a_step():
    steps = {step.day: (step.claims, step.asked) for step in knowledge_steps(asked(question()))}
    assert steps[day("2025-05-04")] == (0, 1)
    assert [it[1] for when, it in steps.items() if when != day("2025-05-04")] == [0] * (len(steps) - 1)


@examples(100)
@given(asking(histories()))
def test_an_oracle_of_drawn_corpora(corpus: Corpus):
    days = [step.day for step in knowledge_steps(corpus)]
    for when in (*days, *(it + 1 for it in days)):
        views = {it.question.id: it for it in questions_as_of(corpus, when)}
        assert views.keys() == {it.id for it in corpus.questions.values() if asked_on(it) <= when}
        for view in views.values():
            resolution = view.question.resolution
            answered = (
                resolution is not None and saying(corpus, corpus.claims[resolution.claim]).visible <= when
            )
            closed = when > day(view.question.closes)
            expected = (
                QuestionState.RESOLVED if answered else QuestionState.DUE if closed else QuestionState.OPEN
            )
            assert view.state is expected
            since = {
                claim.id
                for claim in corpus.claims.values()
                if claim.event in view.question.events
                if view.asked <= saying(corpus, claim).visible <= when
            }
            assert {it.claim.id for it in view.claims} == since
        known = known_by(corpus, when)
        told = [
            (it.question.id, it.word, [c.claim.id for c in it.claims]) for it in questions_as_of(known, when)
        ]
        whole = [(it.question.id, it.word, [c.claim.id for c in it.claims]) for it in views.values()]
        assert told == whole
