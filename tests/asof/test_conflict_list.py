"""The list of conflicts as of a day: since when, where, how each stands, and in which order."""

import pytest

from model.asof.conflict import conflicts_as_of, documents_at_odds, point_of
from model.asof.conflict_list import ListedConflict, listed_conflicts
from model.asof.conflict_standing import ConflictStanding
from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import Point
from model.dates.calendar import day_from_text
from model.query.keys import CONFLICT_KEYS
from tests.handmade import corpus_of

TWO = """
    plan    2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
    denial  2025-05-03  denied     CT-  2025-05-09  by=tass
"""


def listed(corpus: Corpus, day: str) -> list[ListedConflict]:
    number = day_from_text(day)
    known = known_by(corpus, number)
    return listed_conflicts(known, conflicts_as_of(known, number), number)


def only(lines: str, day: str = "2025-12-31") -> ListedConflict:
    (found,) = listed(corpus_of(lines), day)
    return found


def test_a_conflict_is_known_from_the_day_of_its_second_reading_on():
    corpus = corpus_of(TWO + "conflict contradiction plan,denial")
    assert listed(corpus, "2025-05-02") == []
    (found,) = listed(corpus, "2025-05-03")
    assert found.since == day_from_text("2025-05-03")
    assert not found.estimated


def test_the_day_is_estimated_where_it_hangs_on_an_estimated_day():
    lines = """
        source  paper  2025-05-03/2025-05-10  best=2025-05-04
        plan    2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
        denial  -           denied     CT-  2025-05-09
        conflict contradiction plan,denial
    """
    found = only(lines)
    assert found.since == day_from_text("2025-05-04")
    assert found.estimated


def test_where_it_is_says_in_how_many_documents_the_claims_are_that_are_known():
    lines = """
        source  post  2025-05-20
        plan    2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
        denial  2025-05-03  denied     CT-  2025-05-09  by=tass
        doubt   -           unconfirmed  Uu  2025-05-09  source=post
        conflict contradiction plan,denial,doubt
    """
    assert only(lines, "2025-05-10").sources == ("paper",)
    assert only(lines, "2025-05-20").sources == ("paper", "post")


INSIDE = """
    source  post  2025-05-20
    plan    2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
    denial  2025-05-03  denied     CT-  2025-05-09  by=tass
    doubt   -           {doubt}  2025-05-09  source=post
    conflict contradiction plan,denial,doubt readings=plan:so,denial:not,doubt:{reading}
"""


def test_a_conflict_of_two_readings_in_one_document_is_inside_it_whoever_else_is_in_it():
    corpus = corpus_of(INSIDE.format(doubt="unconfirmed  Uu", reading="perhaps"))
    (found,) = listed(corpus, "2025-05-20")
    assert (found.sources, found.inside) == (("paper", "post"), ("paper",))
    assert documents_at_odds(corpus, found.conflict) == ["paper"]


def test_what_one_document_says_twice_alike_is_not_inside_it():
    lines = TWO.replace("tass", "tass source=post").replace(
        "    plan", "    source  post  2025-05-20\n    plan"
    )
    lines += "more  2025-05-02  scheduled  CT+  2025-05-09  by=one\n"
    found = only(lines + "conflict contradiction plan,more,denial readings=plan:so,more:so,denial:not")
    assert (found.sources, found.inside) == (("paper", "post"), ())


@pytest.mark.parametrize(
    ("conflict", "point"),
    [
        ("contradiction", Point.WHETHER),
        ("gradient", Point.WHETHER),
        ("explanations", None),
        ("label", None),
        ("not-the-same", None),
    ],
)
def test_a_conflict_without_a_point_is_about_whether_it_is_so_where_it_can_be(
    conflict: str, point: Point | None
):
    (record,) = corpus_of(f"{TWO}conflict {conflict} plan,denial").conflicts.values()
    assert point_of(record) is point
    assert CONFLICT_KEYS["point"](corpus_of(TWO), record) == ((point.value,) if point else ())


@pytest.mark.parametrize(
    ("conflict", "more", "standing", "by"),
    [
        ("contradiction plan,denial", "", ConflictStanding.OPEN, None),
        ("contradiction plan,denial preferred=plan", "", ConflictStanding.PREFERRED, "plan"),
        ("resolved plan,denial preferred=denial", "", ConflictStanding.SETTLED, "denial"),
        (
            "contradiction plan,denial",
            "other 2025-05-04 cancelled CT- 2025-05-09 supersedes=plan",
            ConflictStanding.SUPERSEDED,
            "denial",
        ),
        ("label plan,denial", "", ConflictStanding.NO_QUARREL, None),
        ("not-the-same plan,denial", "", ConflictStanding.NO_QUARREL, None),
    ],
)
def test_how_it_stands(conflict: str, more: str, standing: ConflictStanding, by: str | None):
    found = only(f"{TWO}{more}\nconflict {conflict}")
    assert found.standing is standing
    assert (found.decided and found.decided.claims[0].claim.id) == by


def test_a_preference_settles_nothing_before_all_claims_are_known():
    lines = (
        f"{TWO} late 2025-05-08 confirmed CT+ 2025-05-09\nconflict resolved plan,denial,late preferred=late"
    )
    assert only(lines, "2025-05-07").standing is ConflictStanding.OPEN
    assert only(lines, "2025-05-08").standing is ConflictStanding.SETTLED


def test_what_is_open_comes_first_then_what_was_known_last():
    lines = """
        a 2025-05-01 scheduled CT+ 2025-05-09
        b 2025-05-02 denied CT- 2025-05-09
        c 2025-05-03 scheduled CT+ 2025-06-09 event=other
        d 2025-05-04 denied CT- 2025-06-09 event=other
        e 2025-05-05 expected PR+ 2025-07-09 event=third
        f 2025-05-06 denied CT- 2025-07-09 event=third
        conflict label a,d
        conflict contradiction a,b preferred=b
        conflict contradiction c,d
        conflict contradiction e,f
    """
    order = [it.conflict.claims for it in listed(corpus_of(lines), "2025-12-31")]
    assert order == [("e", "f"), ("c", "d"), ("a", "b"), ("a", "d")]
