"""From which day on a claim could be known, and what follows from how surely that day is known."""

import pytest

from model.asof.contest import Rule
from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.asof.lag import lags
from model.asof.saying import ALWAYS, NEVER, SayingsWithout, saying
from model.asof.state import event_state
from model.asof.word import Passed, Word
from tests.asof.cases import DAY, case, day, said, state
from tests.handmade import corpus_of


@pytest.mark.parametrize(
    ("on", "published", "visible"),
    [
        ("2025-05-01", "2025-05-06", "2025-05-01"),
        ("2025-05", "2025-05-06", "2025-05-06"),
        ("[2025-05-01..2025-05-20]", "2025-05-06", "2025-05-06"),
        ("[2025-05-01..2025-05-03]", "2025-05-06", "2025-05-03"),
        ("2025-05-10", "[2025-05-06..2025-05-12]", "2025-05-10"),
        ("?", "2025-05-06", "2025-05-06"),
        ("-", "2025-05-06", "2025-05-06"),
    ],
)
def test_a_public_saying_is_known_from_its_day_or_from_publication_if_that_is_earlier(
    on: str, published: str, visible: str
):
    assert said(f"a  {on}  scheduled  CT+  -", published).visible == day(visible)


def test_nothing_is_known_before_the_first_day_on_which_it_can_have_been_said():
    lines = "a  2025-05-10  scheduled  CT+  -  public={}"
    for public in ("yes", "no"):
        found = said(lines.format(public), "[2025-05-06..2025-05-12]", "2025-05-06")
        assert found.visible == day("2025-05-10")


@pytest.mark.parametrize(
    ("on", "published", "visible"),
    [
        ("2025-05-01", "2025-05-06", "2025-05-06"),
        ("2025-05", "2025-05-06", "2025-05-06"),
        ("2025-05-20?", "2025-05-06", "2025-05-06"),
        ("2025-05", "2025-05", "2025-05-31"),
        ("2025-05-05", "-", "2025-05-05"),
    ],
)
def test_what_was_told_to_one_is_known_from_the_later_of_saying_and_publication(
    on: str, published: str, visible: str
):
    assert said(f"a  {on}  scheduled  CT+  -  public=no", published).visible == day(visible)


@pytest.mark.parametrize("published", ["2025-05", "2025-05-04?", "[2025-05-01..]"])
@pytest.mark.parametrize("public", ["yes", "no"])
def test_a_document_counts_as_younger_than_what_it_tells_of_as_past(published: str, public: str):
    lines = f"""
        told      2025-05-20  expected  PR+  -           public={public}
        happened  -           occurred  CT+  2025-05-10  event=other
        goes      -           ongoing   CT+  2025-05-22/2025-06-30  event=third
        ahead     -           scheduled CT+  2025-05-28  event=fourth
    """
    corpus = corpus_of(lines, published=published, best="2025-05-04")
    assert saying(corpus, corpus.claims["ahead"]).visible == day("2025-05-22")
    assert event_state(corpus, "other", day("2025-05-21")) is None


def test_what_was_known_later_than_the_rest_dates_its_document_all_the_same():
    told = "told  2025-04  scheduled  CT+  -  best=2025-04-10"
    happened = "happened  -  occurred  CT+  2025-04-25  event=other"
    assert said(told, "2025-04", best="2025-04-01").visible == day("2025-04-01")
    corpus = corpus_of(f"{told}\n{happened}", "2025-04", best="2025-04-01")
    assert event_state(corpus, "visit", day("2025-04-09")) is None
    for on in ("2025-04-10", "2025-04-24", "2025-04-25"):
        then = known_by(corpus, day(on))
        assert saying(then, then.claims["told"]).estimate == day("2025-04-10")
        assert ("happened" in then.claims) == (on == "2025-04-25")


def test_a_retraction_counts_from_the_day_that_it_cannot_be_older_than():
    corpus = corpus_of("""
        source  paper       2025-04-02
        source  retraction  2025-04     best=2025-04-03  version_of=paper  change=retraction
        plan      -  scheduled  CT+  2025-06-01
        happened  -  occurred   CT+  2025-04-25  event=other  source=retraction
    """)
    assert state(corpus, "2025-04-24").word is Word.SCHEDULED
    assert state(corpus, "2025-04-25").word is Word.SUPERSEDED


def test_what_cannot_have_been_told_by_then_makes_no_document_younger():
    lines = "own  -  scheduled  CT+  -\nhappened  -  occurred  CT+  2025-05/2025-06  event=other"
    assert said(lines, "2025-05", best="2025-05-04").visible == day("2025-05-04")


@pytest.mark.parametrize("on", ["2025-05  best=2025-05-04", "2025-05-04?", "2025-05-01/2025-05-21"])
def test_a_saying_counts_as_of_no_day_before_what_it_says_has_begun(on: str):
    edtf, _, best = on.partition("  ")
    found = said(f"a  {edtf}  occurred  CT+  2025-05-20  {best}", "2025-05-30")
    assert found.visible == found.estimate == max(day("2025-05-20"), day("2025-05-21") * ("/" in on))


def test_a_saying_counts_as_of_no_day_later_than_the_one_on_which_it_was_known():
    assert said("a  2025-05  scheduled  CT+  -").estimate == day("2025-05-06")


def test_an_undated_document_is_younger_than_all_that_it_tells_of_as_past():
    corpus = case("t46")
    assert state(corpus, "2025-05-05").word is Word.CONFIRMED
    assert event_state(corpus, "visit", day("2025-05-04")) is None
    lines = """
        own       -           scheduled  CT+  2025-06-09
        told      2025-05-05  expected   PR+  2025-06-09
        happened  -           occurred   CT+  2025-05-07  event=other
        ahead     -           scheduled  CT+  2025-07-07  event=other
    """
    corpus = corpus_of(lines, published="-")
    found = saying(corpus, corpus.claims["own"])
    assert (found.visible, found.earliest, found.certain) == (day("2025-05-07"), day("2025-05-07"), NEVER)
    assert found.uncertain_at(day("2030-01-01"))
    assert saying(corpus, corpus.claims["told"]).visible == day("2025-05-05")


def test_an_undated_document_is_no_older_than_what_it_reports():
    lines = """
        own   -           scheduled  CT+  2025-06-09
        told  2025-05-05  expected   PR+  2025-06-09
        also  ?           expected   PR+  2025-06-09
    """
    assert said(lines, published="-").visible == day("2025-05-05")


def test_what_was_told_to_one_counts_as_said_on_its_own_day():
    assert said("a  2025-05-01  scheduled  CT+  -  public=no").estimate == day("2025-05-01")


def test_a_statement_that_names_itself_is_its_own_origin():
    assert said("a  2025-05-01  scheduled  CT+  -  origin=a").origin == "said-a"


def test_a_document_of_which_nothing_is_known_was_always_known():
    found = said("a  -  scheduled  CT+  2025-06-09", published="-")
    assert (found.visible, found.certain, found.earliest) == (ALWAYS, ALWAYS, None)


@pytest.mark.parametrize("on", ["2025-05-06?", "2025-05-06~", "2025-05-06%", "2025-05", "[..2025-05-06]"])
def test_an_uncertain_day_of_saying_is_never_exact(on: str):
    corpus = corpus_of(f"a  {on}  scheduled  CT+  2025-06-09")
    (lag,) = lags(corpus, day(DAY))
    assert lag.apart.doubtful or lag.apart.least != lag.apart.most
    assert not saying(corpus, corpus.claims["a"]).exact


def test_a_day_of_saying_with_a_question_mark_is_uncertain_until_it_is_printed():
    found = said("a  2025-05-01?  scheduled  CT+  -")
    assert (found.visible, found.certain) == (day("2025-05-01"), day("2025-05-06"))
    assert [found.uncertain_at(day(it)) for it in ("2025-05-01", "2025-05-06", "2025-05-07")] == [
        True,
        True,
        False,
    ]
    corpus = corpus_of("a  2025-05-01?  scheduled  CT+  -")
    assert [step.estimated for step in knowledge_steps(corpus)] == [True, False]


def test_what_may_have_been_said_before_the_day_stays_a_forecast_and_can_be_due():
    corpus = case("t27")
    expected = state(corpus, "2025-06-30")
    assert (expected.word, expected.word_at(day("2025-06-30"))) == (Word.EXPECTED, Word.DUE)
    denied = state(corpus, "2025-06-30", "other")
    assert (denied.chosen.claim.id, denied.rule) == ("b2", Rule.FOOTING)


@pytest.mark.parametrize(
    ("on", "date", "word"),
    [
        ("2025-05-20", "2025-05-20", Word.BELIEVED),
        ("[2025-05-20..2025-05-30]", "2025-05-20", Word.BELIEVED),
        ("[2025-05-19..2025-05-30]", "2025-05-20", Word.EXPECTED),
        ("[..2025-05-30]", "2025-05-01", Word.EXPECTED),
        ("2025-05-30?", "2025-05-20", Word.EXPECTED),
        ("2025-05-30", "2025-05", Word.EXPECTED),
        ("2025-05-31", "2025-05", Word.BELIEVED),
        ("2025-05-30", "2025-05-01/..", Word.EXPECTED),
        ("?", "2025-06-01", Word.BELIEVED),
        ("?", "2025-06-02", Word.EXPECTED),
    ],
)
def test_believed_is_only_what_was_over_on_the_first_day_on_which_it_can_have_been_said(
    on: str, date: str, word: Word
):
    assert state(f"a  {on}  expected  PR+  {date}").word is word


def test_due_is_what_may_have_been_said_before_its_last_day():
    assert state("a  [2025-05-08..2025-05-12]  confirmed  CT+  2025-05-09").passed_at(day(DAY)) is Passed.DUE
    assert state("a  [2025-05-09..2025-05-12]  confirmed  CT+  2025-05-09").passed_at(day(DAY)) is None


def test_what_can_only_have_been_said_after_the_day_that_its_printing_counts_as_was_known_when_it_was_said():
    found = said("a  [2025-05-10..2025-05-11]  scheduled  CT+  -", "[2025-05-06..2025-05-12]", "2025-05-06")
    assert (found.estimate, found.visible) == (day("2025-05-10"), day("2025-05-10"))


def test_what_was_told_to_one_on_the_day_of_printing_at_the_earliest_was_known_on_it():
    lines = "a  [2025-05-06..2025-05-10]  scheduled  CT+  -  public=no best=2025-05-08"
    found = said(lines, "[2025-05-06..2025-05-12]", "2025-05-06")
    assert (found.estimate, found.visible) == (day("2025-05-06"), day("2025-05-06"))


def test_a_document_may_be_of_the_last_day_on_which_it_can_have_been_printed():
    lines = "a  -  occurred  CT+  2025-05-{}"
    assert said(lines.format("09"), "[2025-05-01..2025-05-09]", "2025-05-03").visible == day("2025-05-09")
    assert said(lines.format("02"), "[2025-05-01..2025-05-09]", "2025-05-03").visible == day("2025-05-03")


@pytest.mark.parametrize("status", ["occurred", "ongoing"])
def test_what_is_only_said_on_a_condition_makes_nothing_younger(status: str):
    undated = f"""
        a  -           scheduled  CT+  -
        b  2025-05-02  scheduled  CT+  -
        c  -           {status}   CT+  2025-05-04{{}}
    """
    assert said(undated.format(""), "-").visible == day("2025-05-04")
    assert said(undated.format("  condition=c"), "-").visible == day("2025-05-02")
    told = f"a  2025-05  {status}  CT+  2025-05-20  best=2025-05-10{{}}"
    assert said(told.format(""), "2025-06-01").estimate == day("2025-05-20")
    assert said(told.format(" condition=a"), "2025-06-01").estimate == day("2025-05-10")


@pytest.mark.parametrize("published", ["2025-06-01", "2025-05", "-"])
def test_where_nothing_is_gone_all_was_said_as_it_was(published: str):
    lines = """
        a  -           occurred   CT+  2025-05-04
        b  2025-05-02  scheduled  CT+  -
        c  2025-05     ongoing    CT+  2025-05-03
    """
    corpus = corpus_of(lines, published)
    without = SayingsWithout(corpus, lambda claim: claim)
    for claim in corpus.claims.values():
        assert without.of(claim) == saying(corpus, claim)
