"""What changed from a day to a day: the rules, a case each."""

from itertools import pairwise

import pytest

from model.asof.changes import ChangeKind, changes, meeting
from model.corpus.quarrels import contests
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of


def told(lines: str, earlier: str, later: str) -> list[tuple[str, str]]:
    found = changes(corpus_of(lines), day_from_text(earlier), day_from_text(later)).lines
    return [(it.kind.value, it.conflict or (it.events[0] if it.events else it.claim)) for it in found]


DENIED = """
    likely  2025-05-01  expected  PR-  2025-05-09  footing=anonymous
    no      2025-05-05  denied    CT-  2025-05-09  supersedes=likely
"""


def test_what_turned_says_from_what_to_what_and_by_whose_words():
    (turned, fell) = changes(corpus_of(DENIED), *map(day_from_text, ("2025-05-01", "2025-05-05"))).lines
    assert turned.before is not None
    assert turned.after is not None
    assert (turned.kind, turned.before.shown.value, turned.after.shown.value, turned.claim) == (
        ChangeKind.TURNED,
        "not expected",
        "denied",
        "no",
    )
    assert (fell.kind, fell.claim, fell.by) == (ChangeKind.SUPERSEDED, "likely", "no")


def test_what_came_and_fell_in_between_fell():
    assert told(DENIED, "2025-04-01", "2025-05-05") == [("new", "visit"), ("superseded", "visit")]


def test_time_alone_makes_due_and_leaves_silent():
    plan = "plan  2025-05-01  scheduled  CT+  2025-05-09\ndoubt  2025-05-01  unconfirmed  Uu  2025-05-09  event=x"
    assert told(plan, "2025-05-01", "2025-05-09") == []
    assert told(plan, "2025-05-09", "2025-05-10") == [("newly due", "visit"), ("outcome unknown", "x")]
    assert told(plan, "2025-05-10", "2025-05-20") == [("still silent", "visit"), ("still silent", "x")]


def test_what_has_no_last_day_is_unanswered_and_no_day_of_it_has_passed():
    hint = "hint  2025-05-01  speculated  PS+  [2025-05-01..]"
    assert told(hint, "2025-05-01", "2025-05-02") == [("newly unanswered", "visit")]
    assert told(hint, "2025-05-02", "2025-05-20") == [("still silent", "visit")]


def test_a_conflict_that_was_in_the_list_is_not_newly_contested_where_another_event_comes_into_it():
    lines = """
        yes    2025-05-01  confirmed  CT+  2025-05-09  by=one
        no     2025-05-03  denied     CT-  2025-05-09  by=two
        third  2025-05-05  confirmed  CT+  2025-05-09  by=three event=x
        conflict contradiction yes,no,third
    """
    assert told(lines, "2025-05-03", "2025-05-05") == [("new", "x")]


def test_what_is_due_and_put_off_is_no_longer_due_and_its_date_has_moved():
    lines = """
        plan   2025-05-01  scheduled  CT+  2025-05-09
        later  2025-05-12  scheduled  CT+  2025-05-19
    """
    assert told(lines, "2025-05-10", "2025-05-12") == [("dates moved", "visit")]


def test_an_outcome_turns_what_was_due_and_nothing_is_silent_any_more():
    lines = """
        plan  2025-05-01  scheduled  CT+  2025-05-09
        was   2025-05-12  occurred   CT+  2025-05-09
    """
    (turned,) = changes(corpus_of(lines), *map(day_from_text, ("2025-05-10", "2025-05-12"))).lines
    assert turned.before is not None
    assert (turned.kind, turned.before.shown.value) == (ChangeKind.TURNED, "due")


def test_what_another_says_too_is_more_said():
    lines = """
        plan  2025-05-01  scheduled  CT+  2025-05-09
        same  2025-05-03  scheduled  CT+  2025-05-09  by=tass
    """
    assert told(lines, "2025-05-01", "2025-05-03") == [("more said", "visit")]


QUARREL = """
    yes    2025-05-01  confirmed  CT+  2025-05-09  by=one
    no     2025-05-03  denied     CT-  2025-05-09  by=two
    final  2025-05-05  denied     CT-  2025-05-09  by=one supersedes=yes
    conflict contradiction yes,no,final readings=yes:comes,no:stays,final:stays
"""


def test_a_quarrel_begins_and_is_settled_once_one_reading_is_left():
    assert told(QUARREL, "2025-05-01", "2025-05-03")[-1] == ("newly contested", "conflict-0")
    assert [it for it in told(QUARREL, "2025-05-03", "2025-05-05") if "conflict" in it[1]] == [
        ("one reading left", "conflict-0")
    ]


def test_a_preference_settles_it_too():
    lines = """
        yes  2025-05-01  confirmed  CT+  2025-05-09  by=one
        no   2025-05-03  denied     CT-  2025-05-09  by=two
        conflict contradiction yes,no preferred=no
    """
    found = told(lines, "2025-05-01", "2025-05-03")
    assert ("newly contested", "conflict-0") in found
    assert ("preferred", "conflict-0") in found


def test_what_had_come_out_and_is_open_again_is_newly_contested():
    lines = QUARREL.replace("yes,no,final", "yes,no,final,again").replace(
        "yes:comes", "yes:comes,again:comes"
    )
    lines += "again  2025-05-07  confirmed  CT+  2025-05-09  by=one\n"
    assert ("newly contested", "conflict-0") in told(lines, "2025-05-05", "2025-05-07")


def test_who_somebody_is_is_told_by_the_claim():
    lines = "name  2025-05-01  ongoing  CT+  -  entity=choe label=x\nplan  2025-05-01  scheduled  CT+  -"
    assert told(lines, "2025-04-30", "2025-05-01") == [("new", "visit"), ("names and offices", "name")]


def test_a_retraction_is_told_of_each_claim_that_it_takes_back():
    lines = """
        plan  -  scheduled  CT+  2025-05-09  source=paper
        source paper  2025-05-01
        source sorry  2025-05-03  version_of=paper change=retraction
    """
    found = changes(corpus_of(lines), *map(day_from_text, ("2025-05-01", "2025-05-03"))).lines
    assert [(it.kind, it.retracted_by) for it in found] == [
        (ChangeKind.TURNED, None),
        (ChangeKind.SUPERSEDED, "sorry"),
    ]


def test_only_what_is_about_some_events_is_left_of_them():
    lines = changes(corpus_of(QUARREL + "other 2025-05-03 scheduled CT+ - event=x\n"), 0, 10**6).lines
    assert {event for it in meeting(lines, {"x"}) for event in it.events} == {"x"}


@pytest.mark.parametrize("days", [(5, 5), (5, 4)])
def test_changes_go_from_a_day_to_a_later_one(days: tuple[int, int]):
    with pytest.raises(ValueError, match="to a later one"):
        changes(corpus_of(DENIED), *days)


def test_contested_is_told_of_quarrels_over_what_happened_alone():
    lines = QUARREL.replace(
        "conflict contradiction yes,no,final", "conflict contradiction yes,no,final point=why"
    )
    corpus = corpus_of(lines)
    assert not any(contests(it) for it in corpus.conflicts.values())
    found = [it.kind for it in changes(corpus, 0, 10**6).lines]
    assert ChangeKind.CONTESTED not in found
    assert ChangeKind.BESIDE in found
    assert ChangeKind.LEFT in found


def test_changes_are_joined_where_one_ends_and_the_other_begins():
    corpus, days = corpus_of(DENIED), [day_from_text(f"2025-05-0{number}") for number in (1, 3, 5)]
    first, second = changes(corpus, *days[:2]), changes(corpus, *days[1:])
    assert first.then(second) == changes(corpus, days[0], days[2])
    with pytest.raises(ValueError, match="begin on the day on which these end"):
        second.then(first)


def test_events_stand_in_the_order_of_the_timeline_and_what_has_no_date_last():
    lines = """
        a  2025-05-01  scheduled  CT+  -           event=undated
        b  2025-05-01  scheduled  CT+  2025-05-09  event=second
        c  2025-05-01  scheduled  CT+  2025-05-08  event=zero
    """
    assert told(lines, "2025-04-01", "2025-05-01") == [("new", "zero"), ("new", "second"), ("new", "undated")]


def test_conflicts_stand_as_the_corpus_has_them():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-05-09  event=late
        b  2025-05-01  confirmed  CT+  2025-05-09  event=late
        c  2025-05-01  scheduled  CT+  2025-05-02  event=early
        d  2025-05-01  confirmed  CT+  2025-05-02  event=early
        conflict contradiction a,b
        conflict contradiction c,d
    """
    found = [it for it in told(lines, "2025-04-01", "2025-05-01") if it[0] == "newly contested"]
    assert found == [("newly contested", "conflict-0"), ("newly contested", "conflict-1")]


def test_what_is_new_and_over_is_both():
    late = "plan  2025-05-01  scheduled  CT+  2025-05-09"
    assert told(late, "2025-04-01", "2025-05-20") == [("new", "visit"), ("newly due", "visit")]


def test_more_said_is_told_beside_what_time_brought_and_not_beside_what_turned():
    lines = """
        plan  2025-05-01  scheduled  CT+  2025-05-09
        same  2025-05-03  scheduled  CT+  2025-05-09  by=tass
    """
    assert told(lines, "2025-05-01", "2025-05-20") == [("newly due", "visit"), ("more said", "visit")]
    turned = told(
        lines.replace("same  2025-05-03  scheduled", "same  2025-05-03  confirmed"),
        "2025-05-01",
        "2025-05-03",
    )
    assert turned == [("turned", "visit")]


TWICE = """
    old    2025-05-01  expected   PR+  -
    newer  2025-05-03  confirmed  CT+  -  supersedes=old
    third  2025-05-05  confirmed  CT+  -  supersedes=old
    retold 2025-05-07  confirmed  CT+  -  by=tass
"""


def test_what_fell_falls_once_by_what_took_its_place_first():
    corpus = corpus_of(TWICE)
    days = [day_from_text(f"2025-05-0{number}") for number in (1, 3, 5, 7)]
    falls = [
        [(it.claim, it.by) for it in changes(corpus, one, other).lines if it.kind is ChangeKind.SUPERSEDED]
        for one, other in [*pairwise(days), (days[0], days[-1])]
    ]
    assert falls == [[("old", "newer")], [], [], [("old", "newer")]]


def test_what_was_retracted_is_not_superseded_besides_and_what_came_first_is_told():
    lines = """
        plan   -           scheduled  CT+  2025-05-09  source=paper
        other  2025-05-05  scheduled  CT+  2025-05-09  source=third supersedes=plan
        source paper  2025-05-01
        source sorry  2025-05-03  version_of=paper change=retraction
        source third  2025-05-05
    """
    corpus = corpus_of(lines)
    falls = [
        [
            (it.by, it.retracted_by)
            for it in changes(corpus, *map(day_from_text, days)).lines
            if it.kind is ChangeKind.SUPERSEDED
        ]
        for days in (("2025-05-03", "2025-05-05"), ("2025-05-01", "2025-05-05"))
    ]
    assert falls == [[], [(None, "sorry")]]


def test_what_has_come_out_is_not_settled_or_contested_anew():
    lines = QUARREL + "after  2025-05-07  denied  CT-  2025-05-09  by=three\n"
    found = told(lines, "2025-05-05", "2025-05-07")
    assert found == [("more said", "visit")]


def test_a_conflict_is_lit_at_the_newest_claim_that_was_known():
    found = changes(corpus_of(QUARREL), *map(day_from_text, ("2025-05-01", "2025-05-03"))).lines
    assert [it.claim for it in found if it.kind is ChangeKind.CONTESTED] == ["no"]


def test_what_was_said_of_somebody_falls_too():
    lines = """
        old  2025-05-01  ongoing  CT+  -  entity=choe label=x
        new  2025-05-03  ongoing  CT+  -  entity=choe label=y supersedes=old
    """
    found = changes(corpus_of(lines), *map(day_from_text, ("2025-05-01", "2025-05-03"))).lines
    assert [(it.kind, it.claim, it.events) for it in found] == [
        (ChangeKind.SUPERSEDED, "old", ()),
        (ChangeKind.ABOUT, "new", ()),
    ]


def test_a_name_that_differs_is_neither_contested_nor_settled():
    lines = QUARREL.replace("conflict contradiction", "conflict label")
    kinds = {kind for kind, _ in told(lines, "2025-04-01", "2025-05-05")}
    assert not kinds & {"newly contested", "settled", "preferred", "one reading left"}
    assert "newly told apart" in kinds


def test_what_was_not_known_yet_has_not_fallen():
    lines = """
        late   2025-05-01  expected   PR+  2025-05-09  public=no
        first  2025-05-03  confirmed  CT+  2025-05-09  source=other supersedes=late
        source paper  2025-05-05
        source other  2025-05-06
    """
    assert told(lines, "2025-05-01", "2025-05-03") == [("new", "visit")]
    assert ("superseded", "visit") in told(lines, "2025-05-03", "2025-05-05")
