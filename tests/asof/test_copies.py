"""Documents that were made from others: no second origins; and what a retraction takes back."""

from dataclasses import replace

import pytest

from model.asof.conflict import conflict_view
from model.asof.knowledge import Step, knowledge_steps
from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.state import event_state
from model.asof.timetable import event_timetable
from model.asof.visible import is_fallen
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from tests.asof.cases import state
from tests.handmade import codes_of, corpus_of, findings_of

TWO = """
    source  first  2025-05-01
    source  again  2025-05-02  {}
    a  -  scheduled  CT+  2025-05-09  source=first
    b  -  scheduled  CT+  2025-05-09  source=again
"""
RETRACTED = """
    source  first  2025-05-01
    source  sorry  2025-05-03  version_of=first  change=retraction
    a  -  scheduled  CT+  2025-05-09  source=first
    b  2025-05-01  denied  CT-  2025-05-09  source=other  footing=anonymous
    source  other  2025-05-02
"""


def day(text: str) -> int:
    return day_from_text(text)


@pytest.mark.parametrize("link", ["version_of=first", "reprint_of=first", "translation_of=first"])
def test_what_a_copy_says_itself_has_the_origin_of_what_it_was_made_from(link: str):
    assert state(TWO.format("")).origins == 2
    found = state(TWO.format(link))
    assert (found.origins, found.sources) == (1, 2)
    assert {it.said.origin for it in found.claims} == {"first"}


def test_a_copy_of_a_copy_goes_back_to_the_first():
    lines = (
        TWO.format("reprint_of=first")
        + """
    source  third  2025-05-03  translation_of=again
    c  -  scheduled  CT+  2025-05-09  source=third
    """
    )
    assert (state(lines).origins, state(lines).sources) == (1, 3)


def test_what_somebody_says_in_a_copy_is_his_own():
    lines = TWO.format("reprint_of=first") + "    c  2025-05-02  scheduled  CT+  2025-05-09  source=again\n"
    assert state(lines).origins == 2


@pytest.mark.parametrize("change", ["update", "correction"])
def test_only_a_retraction_takes_anything_back(change: str):
    lines = RETRACTED.rstrip() + "\n    x  -  unconfirmed  Uu  -  source=sorry  event=else\n"
    assert state(lines.replace("retraction", change)).chosen.claim.id == "a"


def test_a_retraction_takes_the_claims_of_its_original_back_from_its_day_on():
    corpus = corpus_of(RETRACTED)
    before, after = state(corpus, "2025-05-02"), state(corpus, "2025-05-03")
    assert (before.chosen.claim.id, before.word) == ("a", Word.SCHEDULED)
    assert (after.chosen.claim.id, after.word, after.origins) == ("b", Word.DENIED, 1)
    (fallen,) = [it for it in after.claims if it.fallen]
    assert (fallen.claim.id, fallen.retracted_by, fallen.superseded_by) == ("a", "sorry", ())
    assert is_fallen(corpus, fallen.claim, day("2025-05-03"))
    assert not is_fallen(corpus, fallen.claim, day("2025-05-02"))


def test_what_is_left_of_an_event_is_superseded_where_all_of_it_was_taken_back():
    lines = RETRACTED.replace(
        "b  2025-05-01  denied  CT-  2025-05-09 ", "b  2025-05-01  denied  CT-  2025-05-09  event=else"
    )
    assert state(lines, "2025-05-03").word is Word.SUPERSEDED


def test_a_retraction_is_a_step_though_it_has_no_claim():
    assert knowledge_steps(corpus_of(RETRACTED)) == (
        Step(day("2025-05-01"), 2, 0, False, documents=1),
        Step(day("2025-05-02"), 0, 0, False, documents=1),
        Step(day("2025-05-03"), 0, 1, False, documents=1),
    )


def test_the_stretches_of_the_timetable_know_it():
    corpus = corpus_of(RETRACTED)
    stretches = list(event_timetable(corpus, "visit"))
    assert [(it.from_day, it.state.word, it.changed) for it in stretches] == [
        (day("2025-05-01"), Word.SCHEDULED, True),
        (day("2025-05-03"), Word.DENIED, True),
    ]


def test_a_retraction_of_a_later_version_takes_those_before_it_back_too_and_no_reprint():
    lines = """
    source  first    2025-05-01
    source  edited   2025-05-02  version_of=first  change=update
    source  reprint  2025-05-02  reprint_of=first
    source  sorry    2025-05-03  version_of=edited  change=retraction
    a  -  scheduled  CT+  2025-05-09  source=first
    b  -  scheduled  CT+  2025-05-09  source=edited
    c  -  scheduled  CT+  2025-05-09  source=reprint
    """
    assert [it.claim.id for it in state(lines, "2025-05-04").claims if not it.fallen] == ["c"]


def test_a_preference_does_not_outlive_the_document():
    lines = RETRACTED + "    conflict  contradiction  a,b  preferred=a\n"
    corpus = corpus_of(lines)
    assert state(corpus, "2025-05-02").chosen.claim.id == "a"
    assert state(corpus, "2025-05-03").chosen.claim.id == "b"
    view = conflict_view(corpus, corpus.conflicts["conflict-0"], day("2025-05-03"))
    assert [(it.preferred, it.superseded) for it in view.readings] == [(False, False), (False, True)]


def origins_of(corpus: Corpus) -> dict[str, str]:
    return {claim.id: saying(corpus, claim).origin for claim in corpus.claims.values()}


LATE = """
    source  first   2025-05-01/2025-05-09
    source  second  2025-05-02  {}
    source  third   2025-05-03  reprint_of=first
    a  -  scheduled  CT+  2025-05-20  source=first
    b  -  scheduled  CT+  2025-05-20  source=second
    c  -  scheduled  CT+  2025-05-20  source=third
"""


def test_copies_of_what_is_not_known_yet_stay_one_origin():
    corpus = corpus_of(LATE.format("version_of=first  change=correction"))
    known = known_by(corpus, day("2025-05-03"))
    assert sorted(known.sources) == ["second", "third"]
    assert len(set(origins_of(known).values())) == 1
    second = known.sources["second"]
    assert (second.version_of, second.change) == (None, None)
    assert known.sources["third"].reprint_of == "second"
    whole, then = (
        event_state(corpus, "visit", day("2025-05-03")),
        event_state(known, "visit", day("2025-05-03")),
    )
    assert whole is not None
    assert then is not None
    assert (whole.origins, then.origins) == (1, 1)


def test_a_copy_names_the_nearest_version_that_is_known():
    corpus = corpus_of("""
    source  first   2025-05-01
    source  second  2025-05-01/2025-05-09  version_of=first  change=update
    source  third   2025-05-03             version_of=second  change=correction
    source  fourth  2025-05-03             reprint_of=second
    a  -  scheduled  CT+  2025-05-20  source=first
    b  -  scheduled  CT+  2025-05-20  source=second
    c  -  scheduled  CT+  2025-05-20  source=third
    d  -  scheduled  CT+  2025-05-20  source=fourth
    """)
    known = known_by(corpus, day("2025-05-04"))
    third, fourth = known.sources["third"], known.sources["fourth"]
    assert (third.version_of, third.change) == ("first", "correction")
    assert (fourth.version_of, fourth.reprint_of, fourth.change) == (None, "first", None)


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("version_of=first", 0),
        ("version_of=second", 1),
        ("version_of=again", 1),
        ("version_of=first  reprint_of=first", 1),
        ("change=correction", 1),
        ("reprint_of=first  change=update", 1),
    ],
)
def test_a_document_is_a_copy_of_one_that_is_there(lines: str, number: int):
    written = TWO.format(lines)
    assert len(findings_of(written)) + ("M033" in codes_of(written)) == number


def test_no_ring_of_copies_and_none_before_its_original():
    ring = "    source  first  2025-05-02  reprint_of=again\n"
    lines = TWO.format("version_of=first").replace("    source  first  2025-05-01\n", ring)
    assert ["ring of copies" in it for it in findings_of(lines)] == [True]
    late = TWO.format("reprint_of=first").replace("2025-05-01", "{}")
    assert findings_of(late.format("2025-05-02")) == []
    assert len(findings_of(late.format("2025-05-03"))) == 1
    assert findings_of(late.format("2025-05-03?")) == []


def test_a_copy_of_what_is_not_known_yet_names_none_that_is_not_known_either():
    lines = (
        LATE.format("version_of=first  change=correction")
        + """
    source  a-later  2025-05-06  reprint_of=first
    d  -  scheduled  CT+  2025-05-20  source=a-later
    """
    )
    known = known_by(corpus_of(lines), day("2025-05-03"))
    assert {it.id: it.reprint_of for it in known.sources.values()} == {"second": None, "third": "second"}


def test_a_copy_of_what_is_known_stays_the_kind_of_copy_that_it_is():
    lines = TWO.format("translation_of=first") + "    c  2025-05-09  denied  CT-  2025-05-20  source=last\n"
    corpus = corpus_of(lines)
    assert known_by(corpus, day("2025-05-03")).sources["again"] == corpus.sources["again"]


def test_a_retraction_of_what_is_not_there_takes_nothing_back():
    corpus = corpus_of(RETRACTED)
    left = replace(
        corpus,
        sources={name: it for name, it in corpus.sources.items() if name != "first"},
        claims={name: it for name, it in corpus.claims.items() if it.source != "first"},
    )
    assert not any(is_fallen(left, it, day("2025-12-31")) for it in left.claims.values())
