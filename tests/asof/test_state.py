"""Which claim decides an event, and what is said of it, case by case."""

import pytest

from model.asof.contest import Rule
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.visible import fallen_from, is_fallen
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of


def state(corpus: Corpus, day: str, event: str = "visit") -> EventState:
    found = event_state(corpus, event, day_from_text(day))
    assert found is not None
    return found


def verdict(lines: str, day: str) -> tuple[str, Rule]:
    found = state(corpus_of(lines), day)
    return found.chosen.claim.id, found.rule


PLAN_AND_OUTCOME = """
    plan     2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
    outcome  2025-05-10  occurred   CT+  2025-05-09  by=passer-by footing=anonymous
    plan-b   2025-05-12  scheduled  CT+  2025-05-09  by=kremlin
"""


def test_an_outcome_decides_before_named_and_later_plans():
    assert verdict(PLAN_AND_OUTCOME, "2025-05-12") == ("outcome", Rule.OUTCOME)


def test_an_outcome_on_the_very_first_day_is_one():
    lines = """
        plan    2025-05-01  scheduled  CT+  2025-05-09
        denial  2025-05-09  denied     CT-  2025-05-09  footing=anonymous
    """
    assert verdict(lines, "2025-05-09") == ("denial", Rule.OUTCOME)


def test_a_denial_before_the_day_is_a_forecast_and_not_an_outcome():
    lines = """
        plan    2025-05-01  scheduled  CT+  2025-05-09
        denial  2025-05-08  denied     CT-  2025-05-09  footing=anonymous
    """
    assert verdict(lines, "2025-05-08") == ("plan", Rule.FOOTING)


def test_a_denial_without_a_date_is_measured_by_the_dates_of_the_others():
    lines = """
        plan    2025-05-01  scheduled  CT+  2025-05-09
        denial  {said}      denied     CT-  -           footing=anonymous
    """
    assert verdict(lines.format(said="2025-05-08"), "2025-05-20")[0] == "plan"
    assert verdict(lines.format(said="2025-05-09"), "2025-05-20")[0] == "denial"


def test_where_no_day_is_known_only_occurred_is_an_outcome():
    lines = """
        a-plan  2025-05-02  scheduled  CT+  -
        end     2025-05-01  {status}   -    footing=anonymous
    """
    assert verdict(lines.format(status="occurred  CT+"), "2025-05-02") == ("end", Rule.OUTCOME)
    assert verdict(lines.format(status="denied  CT-"), "2025-05-02") == ("a-plan", Rule.FOOTING)


PREFERRED = """
    named    2025-05-01  confirmed  CT+  2025-05-09
    unnamed  2025-05-01  expected   PR+  2025-05-10  footing=anonymous
    third    2025-05-05  expected   PR+  2025-05-11  footing=anonymous
    conflict contradiction  named,unnamed,third  preferred=unnamed
"""


def test_the_curators_preference_decides_once_all_claims_of_the_conflict_are_visible():
    assert verdict(PREFERRED, "2025-05-05") == ("unnamed", Rule.PREFERENCE)


def test_the_curators_preference_waits_for_the_last_claim_of_the_conflict():
    assert verdict(PREFERRED, "2025-05-04") == ("named", Rule.FOOTING)


def test_an_outcome_decides_before_the_curators_preference():
    lines = """
        plan     2025-05-01  confirmed  CT+  2025-05-09
        outcome  2025-05-09  cancelled  CT-  2025-05-09
        conflict contradiction  plan,outcome  preferred=plan
    """
    assert verdict(lines, "2025-05-09") == ("outcome", Rule.OUTCOME)


def test_on_record_goes_before_document_and_document_before_anonymous():
    lines = """
        a  2025-05-03  confirmed  CT+  2025-05-09  footing=anonymous
        b  2025-05-02  confirmed  CT+  2025-05-09  footing=document
    """
    assert verdict(lines, "2025-05-05") == ("b", Rule.FOOTING)
    named = lines + "    c  2025-05-01  confirmed  CT+  2025-05-09  footing=on-record\n"
    assert verdict(named, "2025-05-05") == ("c", Rule.FOOTING)


def test_the_later_of_two_equal_speakers_decides():
    lines = """
        a  2025-05-01  confirmed  CT+  2025-05-09
        b  2025-05-02  expected   PR+  2025-05-10
    """
    assert verdict(lines, "2025-05-02") == ("b", Rule.LATER)


def test_names_decide_last():
    lines = """
        b  2025-05-01  confirmed  CT+  2025-05-09
        a  2025-05-01  expected   PR+  2025-05-10
    """
    assert verdict(lines, "2025-05-02") == ("a", Rule.ID)


def test_one_claim_is_the_only_one():
    assert verdict("a  2025-05-01  confirmed  CT+  2025-05-09", "2025-05-02") == ("a", Rule.ONLY)


def test_without_a_visible_claim_there_is_no_state():
    corpus = corpus_of("a  2025-05-02  confirmed  CT+  2025-05-09")
    assert event_state(corpus, "visit", day_from_text("2025-05-01")) is None
    assert event_state(corpus, "no-such-event", day_from_text("2025-05-03")) is None


def test_where_the_winner_has_no_date_the_next_dated_candidate_gives_it():
    lines = """
        a  2025-05-03  confirmed  CT+  -
        b  2025-05-02  expected   PR+  -
        c  2025-05-01  expected   PR+  2025-05-09
    """
    found = state(corpus_of(lines), "2025-05-03")
    assert found.chosen.claim.id == "a"
    assert found.dated_by.id == "c"
    assert found.date is not None
    assert found.date.text == "2025-05-09"


SUPERSEDED = """
    old  2025-05-01  expected   PR+  2025-05-09  event=rumour
    new  2025-05-05  confirmed  CT+  2025-05-09  event=visit supersedes=old
    conflict contradiction old,new
"""


def test_a_claim_is_superseded_from_the_day_its_superseder_is_visible():
    corpus = corpus_of(SUPERSEDED)
    assert state(corpus, "2025-05-04", "rumour").word is Word.EXPECTED
    then = state(corpus, "2025-05-05", "rumour")
    assert then.word is Word.SUPERSEDED
    assert then.chosen.superseded_by == ("new",)


def test_a_superseded_claim_does_not_decide_beside_one_that_stands():
    lines = """
        old  2025-05-01  confirmed  CT+  2025-05-09
        new  2025-05-05  expected   PR+  2025-05-10  footing=anonymous supersedes=old
    """
    found = state(corpus_of(lines), "2025-05-05")
    assert (found.chosen.claim.id, found.rule, len(found.claims)) == ("new", Rule.ONLY, 2)


def test_superseded_supports_nothing_and_is_never_due():
    found = state(corpus_of(SUPERSEDED), "2025-05-20", "rumour")
    assert (found.origins, found.sources, found.due_after) == (0, 0, None)


WHY = """
    a  2025-05-01  confirmed  CT+  2025-06-09  footing=document
    b  2025-05-02  expected   PR+  2025-06-09  footing=anonymous
    c  2025-05-03  expected   PR+  2025-06-09  event=other
"""


@pytest.mark.parametrize(
    ("more", "day", "why"),
    [
        ("", "2025-05-01", "only claim"),
        ("", "2025-05-02", "a document's own words before an unnamed speaker"),
        (
            "d 2025-05-03 expected PR+ - supersedes=a,b",
            "2025-05-03",
            "the only claim that has not been superseded",
        ),
        (
            "d 2025-05-03 expected PR+ - event=other supersedes=a,b\nconflict contradiction a,b,d",
            "2025-05-03",
            "nothing stands; the best of what was superseded",
        ),
        ("d 2025-05-03 expected PR+ - footing=document", "2025-05-03", "later before earlier"),
        ("d 2025-05-03 expected PR+ -", "2025-05-03", "a named speaker before a document's own words"),
    ],
)
def test_the_rule_is_said_in_words_that_fit_the_claims(more: str, day: str, why: str):
    assert state(corpus_of(f"{WHY}{more}"), day).why == why


def test_where_the_preference_did_not_decide_no_conflict_is_named_for_it():
    lines = """
        a  2025-05-01  confirmed  CT+  2025-05-09
        b  2025-05-02  denied     CT-  2025-05-09
        c  2025-05-10  occurred   CT+  2025-05-09
        conflict contradiction a,c preferred=c
        conflict contradiction a,b preferred=a
    """
    corpus = corpus_of(lines)
    assert state(corpus, "2025-05-10").rule is Rule.OUTCOME
    assert state(corpus, "2025-05-10").preferring(corpus) is None
    preferring = state(corpus, "2025-05-02").preferring(corpus)
    assert preferring is not None
    assert preferring.id == "conflict-1"


def test_origins_count_independent_acts_of_saying_that_support_the_word():
    lines = """
        a  2025-05-01  confirmed  CT+  2025-05-09  source=one
        b  2025-05-01  confirmed  CT+  2025-05-09  source=two origin=a
        c  2025-05-01  confirmed  CT+  2025-05-09  source=two
        d  2025-05-01  expected   PR+  2025-05-09  source=three
    """
    found = state(corpus_of(lines), "2025-05-02")
    assert (found.word, found.origins, found.sources) == (Word.CONFIRMED, 2, 2)


def test_the_documents_own_voice_is_one_origin_a_document():
    lines = """
        a  -  confirmed  CT+  2025-05-09  source=one
        b  -  confirmed  CT+  2025-05-09  source=one
        c  -  confirmed  CT+  2025-05-09  source=two
    """
    found = state(corpus_of(lines), "2025-06-01")
    assert (found.chosen.said.own_voice, found.origins, found.sources) == (True, 2, 2)


def test_a_public_statement_is_visible_from_its_day_and_another_from_publication():
    corpus = corpus_of("""
        told-all  2025-05-01  confirmed  CT+  -  event=open
        told-one  2025-05-01  confirmed  CT+  -  event=closed public=no
    """)
    assert event_state(corpus, "closed", day_from_text("2025-05-31")) is None
    assert state(corpus, "2025-05-01", "open").chosen.claim.id == "told-all"
    assert state(corpus, "2025-06-01", "closed").chosen.claim.id == "told-one"


def test_an_imprecise_day_counts_from_its_latest_and_is_certain_by_then():
    corpus = corpus_of("a  [2025-05-01..2025-05-04]  confirmed  CT+  -")
    assert event_state(corpus, "visit", day_from_text("2025-05-03")) is None
    assert not state(corpus, "2025-05-04").chosen.said.uncertain_at(day_from_text("2025-05-04"))


def test_an_imprecise_day_with_an_estimate_counts_from_it_and_is_uncertain_until_the_latest_has_passed():
    corpus = corpus_of("a  [2025-05-01..2025-05-04]  confirmed  CT+  -  best=2025-05-02")
    assert event_state(corpus, "visit", day_from_text("2025-05-01")) is None
    said = state(corpus, "2025-05-02").chosen.said
    days = ["2025-05-02", "2025-05-04", "2025-05-05"]
    assert [said.uncertain_at(day_from_text(day)) for day in days] == [True, True, False]


def test_a_document_with_an_estimated_day_shows_its_own_voice_from_it():
    corpus = corpus_of("a  -  confirmed  CT+  -", published="[2025-05-05..2025-05-07]", best="2025-05-05")
    assert event_state(corpus, "visit", day_from_text("2025-05-04")) is None
    assert state(corpus, "2025-05-05").chosen.said.uncertain_at(day_from_text("2025-05-05"))


def test_a_report_of_a_report_of_a_report_has_the_origin_of_the_first():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-05-09
        b  2025-05-02  scheduled  CT+  2025-05-09  by=tass   origin=a
        c  2025-05-03  scheduled  CT+  2025-05-09  by=daily  origin=b
    """
    found = state(corpus_of(lines), "2025-05-03")
    assert (found.origins, len(found.claims)) == (1, 3)


def test_a_claim_may_supersede_one_that_is_superseded_already():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-05-09
        b  2025-05-02  cancelled  CT-  2025-05-09  supersedes=a
        c  2025-05-03  confirmed  CT+  2025-05-09  supersedes=a,b
    """
    assert verdict(lines, "2025-05-02") == ("b", Rule.ONLY)
    assert verdict(lines, "2025-05-03") == ("c", Rule.ONLY)


def test_due_and_unanswered_are_what_is_so_after_different_days():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-05-09       event=once
        b  2025-05-01  scheduled  CT+  [2025-05-09..]   event=open
        c  2025-05-01  denied     CT-  2025-05-09       event=denied
        d  2025-05-01  scheduled  CT+  -                event=undated
    """
    ninth = day_from_text("2025-05-09")
    found = {it: state(corpus_of(lines), "2025-05-01", it) for it in ("once", "open", "denied", "undated")}
    assert {it: made.due_after for it, made in found.items()} == {
        "once": ninth,
        "open": None,
        "denied": None,
        "undated": None,
    }
    assert [it for it, made in found.items() if made.unanswered_after == ninth] == ["open"]
    assert [it for it, made in found.items() if made.unanswered_after is not None] == ["open"]


def test_what_was_superseded_is_so_since_the_first_of_what_did_and_not_before_it_was_known_itself():
    corpus = corpus_of("""
        old    2025-05-03  scheduled  CT+  -
        first  [2025-05-01..2025-05-09]  confirmed  CT+  -  supersedes=old best=2025-05-02
        then   2025-05-05  confirmed  CT+  -  supersedes=old,kept by=tass
        kept   2025-05-01  scheduled  CT+  -
    """)
    old, kept = (corpus.claims[name] for name in ("old", "kept"))
    days = [day_from_text(f"2025-05-0{day}") for day in range(1, 6)]
    assert [is_fallen(corpus, kept, day) for day in days] == [False, False, False, False, True]
    items = {item.claim.id: item for item in state(corpus, "2025-12-31").claims}
    assert fallen_from(corpus, old) == saying(corpus, old).visible
    assert items["old"].first_fall(corpus) == ("first", None)
    assert fallen_from(corpus, kept) == days[4]
    assert items["kept"].first_fall(corpus) == ("then", None)


def test_what_was_superseded_and_taken_back_fell_by_what_came_first():
    lines = """
        source paper  2025-05-01
        source sorry  {}  version_of=paper change=retraction
        old    -           scheduled  CT+  -
        newer  2025-05-05  confirmed  CT+  -  supersedes=old source=third
        source third  2025-05-05
    """
    for day, first in (("2025-05-03", (None, "sorry")), ("2025-05-08", ("newer", None))):
        corpus = corpus_of(lines.format(day))
        items = {item.claim.id: item for item in state(corpus, "2025-12-31").claims}
        assert items["old"].first_fall(corpus) == first
