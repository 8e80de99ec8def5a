"""In what the claims of a conflict differ: a quarrel over a figure, a reason or a name is none over what happened."""

import pytest

from model.asof.conflict import beside_the_state, conflict_view
from model.asof.contest import Rule
from model.asof.state import event_state
from model.corpus.vocabulary import Point
from tests.handmade import corpus_of, findings_of

DAY = 10**6
LINES = """
    plan    2025-05-01  scheduled  CT+  2025-05-09
    denial  2025-05-05  denied     CT-  2025-05-09
"""
CONFLICT = (
    "    conflict  contradiction  plan,denial  preferred=plan  readings=plan:ten,denial:none  point={}\n"
)


@pytest.mark.parametrize("point", ["whether", "when", "where", "who", "identity"])
def test_a_quarrel_over_what_happened_contests_and_decides(point: str):
    corpus = corpus_of(LINES + CONFLICT.format(point))
    state = event_state(corpus, "visit", DAY)
    assert state is not None
    assert (state.chosen.claim.id, state.rule, len(state.conflicts)) == ("plan", Rule.PREFERENCE, 1)
    assert beside_the_state(corpus, "visit", DAY) == []


@pytest.mark.parametrize("point", ["how-many", "why", "name"])
def test_a_quarrel_over_a_figure_a_reason_or_a_name_neither_contests_nor_decides(point: str):
    corpus = corpus_of(LINES + CONFLICT.format(point))
    state = event_state(corpus, "visit", DAY)
    assert state is not None
    assert (state.chosen.claim.id, state.rule, state.conflicts) == ("denial", Rule.LATER, ())
    assert [it.point for it in beside_the_state(corpus, "visit", DAY)] == [Point(point)]


def test_the_preferred_figure_is_still_the_preferred_reading():
    corpus = corpus_of(LINES + CONFLICT.format("how-many"))
    view = conflict_view(corpus, corpus.conflicts["conflict-0"], DAY)
    assert [(it.words, it.preferred) for it in view.readings] == [("ten", True), ("none", False)]
    assert view.kind == "contradiction over how many"


def test_one_source_may_be_preferred_for_whether_and_another_for_how_many():
    other = "    conflict  contradiction  plan,denial  preferred=denial  point={}\n"
    assert findings_of(LINES + CONFLICT.format("whether") + other.format("how-many")) == []
    assert len(findings_of(LINES + CONFLICT.format("whether") + other.format("when"))) == 1
    assert len(findings_of(LINES + CONFLICT.format("why") + other.format("why"))) == 1
    assert findings_of(LINES + CONFLICT.format("why") + other.format("name")) == []


def test_a_quarrel_over_a_figure_lets_no_claim_supersede_one_of_another_event():
    lines = """
    a  2025-05-01  scheduled  CT+  -  event=one
    b  2025-05-02  scheduled  CT+  -  event=two  supersedes=a
"""
    conflict = "    conflict  contradiction  a,b  point={}\n"
    assert findings_of(lines + conflict.format("who")) == []
    assert len(findings_of(lines + conflict.format("how-many"))) == 1
