"""What tells how an event came out: what occurred, what was denied or called off, and the date it borrows."""

import pytest

from model.asof.contest import Rule
from model.asof.outcome import Circumstances, is_settled
from model.asof.saying import ALWAYS
from model.asof.word import Word
from tests.asof.cases import case, chosen, day, state
from tests.handmade import corpus_of


def test_occurred_is_an_outcome_by_its_word():
    for date in ("2025-05", "[2025-05-01..2025-06-01]", "2025-05-12", "-", "../2025-05-12"):
        lines = f"""
            plan  2025-05-01  scheduled  CT+  2025-05-20
            went  2025-05-12  occurred   CT+  {date}  footing=anonymous
        """
        assert chosen(lines)[::2] == ("went", Rule.OUTCOME)


def test_the_surer_of_two_outcomes_decides_before_all_else():
    lines = """
        maybe     2025-05-12  occurred  PS+  2025-05-09
        probably  2025-05-11  occurred  PR+  2025-05-09  footing=document
        surely    2025-05-10  occurred  CT+  2025-05-09  footing=anonymous
        conflict contradiction maybe,surely preferred=maybe
    """
    assert chosen(lines, "2025-05-10") == ("surely", Word.OCCURRED, Rule.ONLY)
    assert chosen(lines, "2025-05-12") == ("surely", Word.OCCURRED, Rule.CERTAINTY)
    assert chosen(lines.replace("occurred  CT+", "occurred  PS+"), "2025-05-12")[0] == "probably"


def test_how_sure_a_plan_is_does_not_rank_it():
    lines = """
        a  2025-05-12  speculated  PS+  2025-06-09
        b  2025-05-10  scheduled   CT+  2025-06-09
    """
    assert chosen(lines)[::2] == ("a", Rule.LATER)


@pytest.mark.parametrize(
    ("factuality", "word"), [("CT+", Word.OCCURRED), ("PR+", Word.REPORTEDLY), ("PS+", Word.REPORTEDLY)]
)
def test_what_probably_or_possibly_occurred_is_reportedly(factuality: str, word: Word):
    assert state(f"a  2025-05-12  occurred  {factuality}  2025-05-09").word is word


def test_a_rumour_that_it_occurred_is_reportedly_and_a_denial_before_is_a_forecast():
    assert chosen(case("t34")) == ("a", Word.REPORTEDLY, Rule.OUTCOME)


def test_a_denial_of_a_year_said_within_it_does_not_beat_what_occurred():
    corpus = case("t10")
    assert chosen(corpus, "2025-03-01") == ("deny", Word.DENIED, Rule.ONLY)
    assert chosen(corpus) == ("happened", Word.OCCURRED, Rule.OUTCOME)


def test_a_denial_said_after_its_year_is_an_outcome_like_any_other():
    lines = """
        deny  2026-01-05  denied    CT-  2025
        went  2025-05-12  occurred  CT+  2025-05-09
    """
    corpus = corpus_of(lines, published="2026-02-01")
    assert chosen(corpus, "2026-01-05") == ("deny", Word.DENIED, Rule.LATER)
    within = corpus_of(lines.replace("2026-01-05", "2025-12-30"), published="2026-02-01")
    assert chosen(within, "2026-01-05")[0] == "went"


DENIED = """
    plan   2025-05-01  scheduled  CT+  {plan}
    later  {later}     confirmed  CT+  {other}
    deny   {said}      denied     CT-  {date}  footing=anonymous
"""


@pytest.mark.parametrize(
    ("said", "date", "plan", "other", "is_outcome"),
    [
        ("2025-05-09", "2025-05-09", "2025-05-09", "-", True),
        ("2025-05-08", "2025-05-09", "2025-05-09", "-", False),
        ("2025-05-09", "2025-05-09/2025-05-10", "2025-05-09", "-", False),
        ("2025-05-10", "2025-05-09/2025-05-10", "2025-05-09", "-", True),
        ("[2025-05-08..2025-05-30]", "2025-05-09", "2025-05-09", "-", False),
        ("[2025-05-09..2025-05-30]", "2025-05-09", "2025-05-09", "-", True),
        # Undated: of the candidate that ends last.
        ("2025-05-10", "-", "2025-05-09", "-", True),
        ("2025-05-10", "-", "2025-05-09", "2025-05-11", False),
        ("2025-05-11", "-", "2025-05-09", "2025-05-11", True),
        ("2025-05-10", "-", "2025-05-09", "../2025-05-10", True),
        ("2025-05-10", "-", "-", "-", False),
        # Without a last day: after the first, and only against what was said earlier.
        ("2025-05-10", "2025-05-09/..", "2025-05-09", "-", True),
        ("2025-05-09", "2025-05-09/..", "2025-05-09", "-", False),
        ("2025-05-10", "2025-05-09/..", "2025-05-09", "2025-05-20/..", True),
        ("2025-05-10", "2025-05-20/..", "2025-05-09", "2025-05-09/..", False),
        ("2025-05-10", "2025-05-09/..", "2025-05-09", "2025-05-20", True),
        ("2025-05-10", "-", "[2025-05-09..]", "2025-05-08", True),
        ("2025-05-10", "-", "[2025-05-09..]", "2025-05-20", True),
        ("2025-05-10", "-", "[2025-05-09..]", "-", True),
        ("2025-05-10", "-", "[2025-05-10..]", "-", False),
    ],
)
def test_a_denial_is_an_outcome_once_the_event_is_over(
    said: str, date: str, plan: str, other: str, is_outcome: bool
):
    lines = DENIED.format(said=said, date=date, plan=plan, other=other, later="2025-05-02")
    assert (chosen(lines)[0] == "deny") is is_outcome


def test_a_denial_of_what_has_no_last_day_counts_only_against_what_was_said_earlier():
    lines = DENIED.format(said="2025-05-20", date="-", plan="[2025-05-09..]", other="-", later="{}")
    assert chosen(lines.format("2025-05-19"))[0] == "deny"
    for later in ("2025-05-20", "2025-05-21"):
        assert chosen(lines.format(later))[0] == "later"


CANCELLED = """
    plan   2025-05-01  scheduled   CT+  2025-05-09
    renew  {renewed}   {status}         2025-05-09
    off    {said}      cancelled   CT-  {date}      footing=anonymous
"""


@pytest.mark.parametrize(
    ("said", "renewed", "status", "date", "is_outcome"),
    [
        ("2025-05-05", "2025-05-04", "confirmed CT+", "2025-05-09", True),
        ("2025-05-05", "2025-05-05", "confirmed CT+", "2025-05-09", True),
        ("2025-05-05", "2025-05-06", "confirmed CT+", "2025-05-09", False),
        ("2025-05-05", "2025-05-06", "scheduled CT+", "-", False),
        ("2025-05-05", "2025-05-06", "speculated PS+", "2025-05-09", True),
        ("2025-05-09", "2025-05-10", "confirmed CT+", "2025-05-09", True),
        ("2025-05-09", "2025-05-10", "confirmed CT+", "-", True),
        ("2025-05-08", "2025-05-10", "confirmed CT+", "-", False),
        ("[2025-05-08..2025-05-09]", "2025-05-10", "confirmed CT+", "2025-05-09", False),
        ("2025-05-09", "2025-05-10", "confirmed CT+", "../2025-05-09", False),
        ("2025-05-09", "2025-05-10", "confirmed CT+", "2025-05-10", False),
        ("2025-05-08", "2025-05-10", "confirmed CT+", "2025-05-08", True),
    ],
)
def test_a_cancellation_is_an_outcome_from_the_first_day_on_or_until_the_plan_is_renewed(
    said: str, renewed: str, status: str, date: str, is_outcome: bool
):
    lines = CANCELLED.format(said=said, renewed=renewed, status=status, date=date)
    assert (chosen(lines)[0] == "off") is is_outcome


def test_an_undated_cancellation_is_of_what_begins_first():
    lines = """
        long   2025-05-01  scheduled   CT+  2025-05-09/2025-05-20
        renew  2025-05-10  confirmed   CT+  2025-05-15
        off    {}          cancelled   CT-  -          footing=anonymous
    """
    assert chosen(lines.format("2025-05-09"))[0] == "off"
    assert chosen(lines.format("2025-05-08"))[0] == "renew"
    assert chosen(lines.format("2025-05-09").replace("2025-05-15", "../2025-05-15"))[0] == "renew"


def test_a_renewal_that_was_superseded_renews_nothing():
    lines = CANCELLED.format(said="2025-05-05", renewed="2025-05-06", status="confirmed CT+", date="-")
    lines += "    no  2025-05-07  unconfirmed  Uu  -  footing=anonymous supersedes=renew"
    assert chosen(lines)[0] == "off"


def test_an_undated_outcome_never_borrows_a_date_later_than_its_saying():
    found = state(case("t25"))
    assert (found.word, found.date, found.dated_by.id) == (Word.OCCURRED, None, "went")


@pytest.mark.parametrize(
    ("date", "borrowed"),
    [
        ("2025-05-12", True),
        ("2025-05-13", False),
        ("2025-05", True),
        ("../2025-06-20", True),
        ("[2025-05-12..2025-05-20]", True),
        ("[2025-05-13..2025-05-20]", False),
    ],
)
@pytest.mark.parametrize("said", ["2025-05-12", "2025-05-12~", "[2025-05-02..2025-05-12]"])
def test_what_had_begun_by_then_may_be_borrowed(date: str, borrowed: bool, said: str):
    lines = f"""
        plan  2025-05-01  scheduled  CT+  {date}
        went  {said}      occurred   CT+  -
    """
    assert (state(lines).date is not None) is borrowed


def test_a_date_may_be_borrowed_up_to_the_last_day_on_which_it_can_have_been_said():
    lines = """
        plan  2025-05-01  scheduled  CT+  2025-05-{}
        went  [2025-05-02..2025-05-12]  occurred  CT+  -  best=2025-05-03
    """
    assert state(lines.format(12)).dated_by.id == "plan"
    assert state(lines.format(13)).dated_by.id == "went"


def test_what_was_called_off_keeps_the_day_that_it_gives_itself():
    lines = """
        plan  2025-05-01  scheduled  CT+  2025-05-02
        off   2025-05-05  cancelled  CT-  2025-05-09
    """
    assert state(lines).dated_by.id == "off"


def test_outcomes_of_all_kinds_are_ranked_together():
    lines = """
        plan  2025-05-01  scheduled  CT+  2025-05-09
        went  2025-05-10  occurred   CT+  2025-05-09
        off   2025-05-11  cancelled  CT-  -           footing=anonymous
        no    2025-05-12  denied     CT-  -           footing=document
    """
    assert chosen(lines)[::2] == ("went", Rule.FOOTING)
    assert state(lines).runner_up is not None
    assert [item.claim.id for item in (state(lines).runner_up,) if item is not None] == ["no"]
    assert state("a  2025-05-01  scheduled  CT+  -").runner_up is None


def test_the_next_candidate_that_had_begun_gives_the_date():
    lines = """
        first   2025-05-02  confirmed  CT+  2025-06-20
        second  2025-05-01  expected   PR+  2025-05-09  footing=anonymous
        went    2025-05-12  occurred   CT+  -
    """
    assert state(lines).dated_by.id == "second"


def test_a_forecast_may_borrow_a_date_that_is_ahead():
    lines = """
        plan  2025-05-01  expected   PR+  2025-06-20
        sure  2025-05-12  confirmed  CT+  -
    """
    assert state(lines).dated_by.id == "plan"


@pytest.mark.parametrize(
    ("status", "day"),
    [
        ("occurred  CT+", "2025-05-03"),
        ("scheduled  CT+", "2025-05-09"),
        ("expected  PR+", "2025-05-09"),
        ("unconfirmed  Uu", "2025-05-09"),
    ],
)
def test_what_is_affirmed_borrows_no_date_of_a_denial(status: str, day: str):
    lines = f"""
        says   2025-05-05  {status}  -
        never  2025-05-04  denied  CT-  {day}  footing=anonymous
    """
    found = state(lines)
    assert (found.chosen.claim.id, found.date) == ("says", None)


def test_a_denial_is_of_the_day_that_was_planned():
    lines = """
        plan   2025-05-01  scheduled  CT+  2025-05-09
        never  2025-05-10  denied     CT-  -
    """
    found = state(lines)
    assert (found.word, found.dated_by.id) == (Word.DENIED, "plan")


@pytest.mark.parametrize(
    ("date", "borrowed"), [("2025-05-11", False), ("2025-05-12", True), ("2025-05", True)]
)
def test_what_is_to_be_borrows_no_day_that_was_over_when_it_was_said(date: str, borrowed: bool):
    lines = f"""
        went  2025-05-01  expected   PR+  {date}  footing=anonymous
        plan  2025-05-12  confirmed  CT+  -
    """
    for status in ("confirmed  CT+", "expected  PR-", "speculated  PS-"):
        assert (state(lines.replace("confirmed  CT+", status)).date is not None) is borrowed
    # What may have been said before that day may be of it, and what nobody could confirm may be long past.
    assert state(lines.replace("2025-05-12  confirmed", "2025-05-12~  confirmed")).date is not None
    assert state(lines.replace("confirmed  CT+", "unconfirmed  Uu")).date is not None


@pytest.mark.parametrize(("date", "borrowed"), [("2025-05-12/..", True), ("2025-05-13", False)])
def test_what_goes_on_borrows_no_date_that_is_later_than_its_saying(date: str, borrowed: bool):
    lines = f"""
        plan  2025-05-01  expected  PR+  {date}  footing=anonymous
        on    2025-05-12  ongoing   CT+  -
    """
    found = state(lines)
    assert (found.word, found.date is not None) == (Word.ONGOING, borrowed)


@pytest.mark.parametrize(
    ("claim", "settled"),
    [
        ("2025-05-12  occurred   CT+  -", True),
        ("2025-05-12  scheduled  CT+  -", True),
        ("2025-05-12  denied     CT-  2025-05-09", True),
        ("2025-05-12  denied     CT-  ../2025-05-09", True),
        ("2025-05-12  denied     CT-  2025-05-09/..", False),
        ("2025-05-12  denied     CT-  -", False),
        ("2025-05-12  denied     CT-  -             condition=a", True),
        ("2025-05-12  cancelled  CT-  2025-05-12", True),
        ("2025-05-12  cancelled  CT-  2025-05-13", False),
        ("2025-05-12  cancelled  CT-  ../2025-05-09", False),
        ("2025-05-12  cancelled  CT-  -", False),
        ("2025-05-12  cancelled  CT-  -             condition=a", True),
    ],
)
def test_an_outcome_depends_on_other_claims_only_where_its_own_date_does_not_say_when(
    claim: str, settled: bool
):
    assert is_settled(state(f"a  {claim}").chosen) is settled


def test_before_the_last_plan_or_the_first_day_nothing_is_an_outcome_only_beside_others():
    lines = """
        none   2025-05-01  expected   PR+  -
        begin  2025-05-02  expected   PR+  2025-05-03
        plan   2025-05-04  scheduled  CT+  -
        early  2025-05-05  confirmed  CT+  2025-05-02
    """
    claims = {item.claim.id: item for item in state(lines).claims}
    counted = Circumstances()
    found = []
    for name in ("none", "begin", "plan", "early"):
        counted.add(claims[name])
        found.append(counted.first_outcome)
    assert found == [ALWAYS, ALWAYS, day("2025-05-03"), day("2025-05-02")]
    counted.remove(claims["begin"])
    counted.remove(claims["early"])
    assert counted.first_outcome == day("2025-05-04")


def test_a_denial_alone_of_what_has_no_end_is_an_outcome_after_its_first_day():
    assert chosen("a  2025-05-02  denied  CT-  2025-05-01/..") == ("a", Word.DENIED, Rule.ONLY)


def test_what_is_not_so_borrows_a_date_of_what_is_not_so_too():
    lines = """
        dated  2025-05-01  denied  CT-  2025-05-09  footing=anonymous
        bare   2025-05-02  denied  CT-  -
    """
    found = state(lines)
    assert (found.chosen.claim.id, found.dated_by.id, found.borrows) == ("bare", "dated", True)
    assert not state(lines, "2025-05-01").borrows
    bare = state("bare  2025-05-02  denied  CT-  -")
    assert (bare.date, bare.borrows) == (None, False)


def test_what_was_called_off_before_a_renewal_ranks_among_the_plans_by_who_says_so():
    lines = """
        off    2025-05-05  cancelled  CT-  -
        renew  2025-05-06  confirmed  CT+  -  footing={}
    """
    assert chosen(lines.format("anonymous"))[::2] == ("off", Rule.FOOTING)
    assert chosen(lines.format("on-record"))[::2] == ("renew", Rule.LATER)
