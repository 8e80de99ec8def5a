"""What the checks find impossible: said too late, occurred too early, superseded by what came before, no such day."""

import pytest

from model.corpus.codes import Severity
from model.corpus.load import load_corpus
from model.dates.edtf import parse
from model.dates.ordinals import can_be_ordinal, can_be_weekday, weekdays_in
from tests.asof.cases import CASES, case_folder
from tests.corpus.spoiled import findings_in
from tests.handmade import findings_of


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("t02", '"occurred" on 9 May 2025 at the earliest, said on 1 May 2025 at the latest'),
        ("t03", '"old", said by 1 May 2025, cannot supersede what was said from 20 May 2025 on'),
        ("t06", "said on 10 May 2025 at the earliest, in a document of 6 May 2025 at the latest"),
        ("t07", '"best" is an estimate within an "edtf"'),
        ("t08", '"[2025-05-05..]" has no last day; give "best"'),
        ("t33", 'a ring of preferences: "a" is preferred to "b" is preferred to "c" is preferred to "a"'),
        ("t50", '"2030-01-01" lies outside "2025-06-09", the date of "b" that it is taken from'),
        ("t51", '"2025-05-08" is no such weekday as "on Wednesday" says'),
        ("t54", '"a" is about something else'),
    ],
)
def test_a_case_that_cannot_be_is_one_finding(case: str, says: str):
    (finding,) = [
        it for it in findings_in(case_folder(case)) if it.severity is Severity.ERROR and not it.follows
    ]
    assert says in finding.message


def test_every_other_case_loads():
    wrong = {"t02", "t03", "t06", "t07", "t08", "t33", "t50", "t51", "t54"}
    sound = [folder for folder in CASES.iterdir() if folder.is_dir() and folder.name[:3] not in wrong]
    assert len(sound) == 9
    for folder in sound:
        assert load_corpus(folder).errors == 0


def found(lines: str, word: str, published: str = "2025-06-01", best: str | None = None) -> bool:
    findings = findings_of(lines, published, best)
    assert len(findings) <= 1
    return any(word in it for it in findings)


@pytest.mark.parametrize(
    ("on", "published", "best", "late"),
    [
        ("2025-05-07", "2025-05-06", None, True),
        ("2025-05-06", "2025-05-06", None, False),
        ("2025-05", "2025-05-06", None, False),
        ("[2025-05-07..2025-05-09]", "2025-05-06", None, True),
        ("2025-05-07", "[2025-05-05..2025-05-07]", "2025-05-06", False),
        ("2025-05-08", "[2025-05-05..2025-05-07]", "2025-05-06", True),
        ("2025-05-07?", "2025-05-06", None, False),
        ("2025-05-07", "2025-05-06~", None, False),
        ("2025-05-07", "[2025-05-05..]", "2025-05-06", False),
        ("2025-05-07", "-", None, False),
    ],
)
@pytest.mark.parametrize("public", ["yes", "no"])
def test_nothing_is_printed_before_it_is_said(
    on: str, published: str, best: str | None, late: bool, public: str
):
    lines = f"a  {on}  scheduled  CT+  -  public={public}"
    assert found(lines, "nothing is printed before", published, best) is late


@pytest.mark.parametrize("open_end", ["2025-05-05/..", "[2025-05-05..]"])
def test_a_day_without_an_end_needs_an_estimate(open_end: str):
    assert found("a  -  scheduled  CT+  -", 'give "best"', open_end)
    assert not found("a  -  scheduled  CT+  -", 'give "best"', open_end, "2025-05-06")
    assert found(f"a  {open_end}  scheduled  CT+  -", 'give "best"')
    assert not found(f"a  {open_end}  scheduled  CT+  -  best=2025-05-06", 'give "best"')
    assert not found(f"a  2025-05-01  scheduled  CT+  {open_end}", 'give "best"')


@pytest.mark.parametrize(
    ("on", "date", "ahead"),
    [
        ("2025-05-12", "2025-05", False),
        ("2025-05-12", "2025-05-12", False),
        ("2025-05-12", "2025-05-13", True),
        ("2025-05-12", "[..2025-06-01]", False),
        ("2025-05-12", "[2025-05-13..2025-06-01]", True),
        ("[2025-05-01..2025-05-13]", "2025-05-13", False),
        ("2025-05", "2025-06-01", True),
        # It was said before it was printed.
        ("2025", "2025-06-02", True),
        ("2025", "2025-06-01", False),
        ("?", "2025-06-02", True),
        ("-", "2025-06-02", True),
        ("-", "2025-06-01", False),
        ("2025-05-12?", "2025-05-13", False),
        ("2025-05-12", "2025-05-13~", False),
    ],
)
@pytest.mark.parametrize("factuality", ["CT+", "PS+"])
def test_what_is_still_ahead_has_not_occurred(on: str, date: str, ahead: bool, factuality: str):
    assert found(f"a  {on}  occurred  {factuality}  {date}", "has not occurred") is ahead
    assert not found(f"a  {on}  scheduled  CT+  {date}", "has not occurred")


def test_a_document_without_a_day_may_tell_of_any_day_as_past():
    assert not found("a  -  occurred  CT+  2030-01-01", "has not occurred", "-")


@pytest.mark.parametrize(
    ("newer", "older", "wrong"),
    [
        ("2025-05-02", "2025-05-01", False),
        ("2025-05-01", "2025-05-01", False),
        ("2025-05-01", "2025-05-02", True),
        ("[2025-04-01..2025-05-01]", "2025-05-02", True),
        ("[2025-04-01..2025-05-02]", "2025-05-02", False),
        ("2025-05-01", "[2025-05-01..2025-05-09]", False),
        ("2025-05-01", "[2025-05-02..2025-05-09]", True),
        ("2025-05-01?", "2025-05-02", False),
        ("2025-05-01", "2025-05-02?", False),
    ],
)
def test_no_claim_is_superseded_by_one_that_was_certainly_said_before(newer: str, older: str, wrong: bool):
    lines = f"""
        a  {newer}  cancelled  CT-  -  supersedes=b
        b  {older}  scheduled  CT+  -
    """
    assert found(lines, "cannot supersede") is wrong


@pytest.mark.parametrize(
    ("newer", "older", "wrong"),
    [
        ("event=visit", "event=visit", False),
        ("event=visit", "event=other", True),
        ("entity=choe", "event=visit", True),
        ("event=visit", "entity=choe", True),
        ("entity=choe", "entity=choe", False),
        ("entity=choe", "entity=kim", True),
        ("entity=choe office=chair", "entity=kim office=chair", False),
        ("entity=choe office=chair", "entity=kim office=envoy", True),
    ],
)
def test_a_claim_supersedes_one_of_the_same_point_or_of_one_quarrel(newer: str, older: str, wrong: bool):
    lines = f"""
        a  2025-05-02  ongoing  CT+  -  supersedes=b {newer}
        b  2025-05-01  ongoing  CT+  -  {older}
        c  2025-05-01  ongoing  CT+  -
    """
    assert found(lines, "something else") is wrong
    for kind in ("contradiction", "resolved", "gradient", "explanations"):
        assert not found(lines + f"conflict {kind} a,b,c", "something else")
    for more in ("conflict label a,b", "conflict not-the-same a,b", "conflict resolved a,c"):
        assert found(f"{lines}{more}", "something else") is wrong


def test_a_ring_of_preferences_leads_over_conflicts_in_which_somebody_quarrels():
    claims = "\n".join(f"{name}  2025-05-01  scheduled  CT+  -" for name in "abcd")
    chain = "\nconflict gradient a,b preferred=a\nconflict resolved b,c preferred=b\n"
    assert not found(claims + chain, "ring")
    assert found(f"{claims}{chain}conflict contradiction c,d,a preferred=c", "ring of preferences")
    assert not found(f"{claims}{chain}conflict contradiction c,d,a", "ring")
    for kind in ("label", "not-the-same"):
        assert not found(f"{claims}{chain}conflict {kind} c,a preferred=c", "ring")


@pytest.mark.parametrize(
    ("date", "origin", "outside"),
    [
        ("2025-05-09", "2025-05-09", False),
        ("2025-05-09", "2025-05", False),
        ("2025-05", "2025-05-09", True),
        ("2025-05-08", "2025-05-09", True),
        ("2025-05-10", "2025-05-09", True),
        ("2025-05-07/2025-05-10", "[2025-05-07..2025-05-10]", False),
        ("2025-05-07/2025-05-11", "2025-05-07/2025-05-10", True),
        ("2025-05-07/..", "2025-05-07/..", False),
        ("2025-05-06/..", "2025-05-07/..", True),
        ("2025-05-07/..", "2025-05-07/2025-05-10", True),
        ("../2025-05-10", "../2025-05-10", False),
        ("../2025-05-10", "2025-05-07/2025-05-10", True),
        ("../2025-05-11", "../2025-05-10", True),
    ],
)
def test_an_inherited_date_lies_within_that_of_its_origin(date: str, origin: str, outside: bool):
    lines = f"""
        a  2025-05-01  scheduled  CT+  {date}  from=b
        b  2025-05-01  scheduled  CT+  {origin}
    """
    assert found(lines, "lies outside") is outside


def test_a_date_is_inherited_only_from_what_has_one():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-05-09  from=b
        b  2025-05-01  scheduled  CT+  -
    """
    assert found(lines, "has no date to inherit")


@pytest.mark.parametrize(
    ("edtf", "best", "words", "can_be"),
    [
        ("2025-05-07", None, "on Wednesday", True),
        ("2025-05-08", None, "on Wednesday", False),
        ("2025-05-08", None, "THURS", True),
        ("2025-05-08", None, "수요일", False),
        ("2025-05-07", None, "수요일", True),
        ("2025-05-08", None, "the other day", True),
        ("2025-05-08", None, "on Wednesday or Thursday", True),
        ("2025-05", None, "on Wednesday", True),
        ("[2025-05-08..2025-05-13]", None, "on Wednesday", False),
        ("[2025-05-08..2025-05-14]", None, "on Wednesday", True),
        ("[2025-05-05..2025-05-07]", None, "on Wednesday", True),
        ("[2025-05-01..2025-05-31]", "2025-05-08", "on Wednesday", False),
        ("[2025-05-01..2025-05-31]", "2025-05-07", "on Wednesday", True),
        ("[..2025-05-08]", None, "on Wednesday", True),
        ("2025-05-07/2025-05-09", None, "from Wednesday to Friday", True),
        ("2025-05-07/2025-05-10", None, "from Wednesday to Friday", False),
        ("2025-05-06/2025-05-09", None, "from Wednesday to Friday", False),
        ("2025-05-07/..", None, "since Wednesday", True),
        ("../2025-05-08", None, "until Wednesday", False),
    ],
)
def test_a_date_is_on_the_weekday_that_its_words_name(edtf: str, best: str | None, words: str, can_be: bool):
    estimate = parse(best).earliest if best is not None else None
    assert can_be_weekday(parse(edtf), estimate, words) is can_be
    assert weekdays_in("a Monday-morning moment") == {0}


@pytest.mark.parametrize(
    ("edtf", "words", "can_be"),
    [
        ("2025-05-05", "the first Monday of May", True),
        ("2025-05-12", "the first Monday of May", False),
        ("2025-05-06", "the first Monday of May", False),
        ("2025-05-14", "the 2nd Wednesday", True),
        ("2025-05-26", "the last Monday of May", True),
        ("2025-05-19", "the last Monday of May", False),
        ("2025-05", "the first Monday of May", True),
        ("2025-04/2025-06", "the second quarter", True),
        ("2025-04/2025-07", "the second quarter", False),
        ("[2025-08..2025-09]", "the third quarter", True),
        ("2025-05", "the 1st quarter", False),
        ("2025", "the second quarter", True),
        ("1901/2000", "the 20th century", True),
        ("1900", "the 20th century", False),
        ("2022/..", "its fourth year", True),
        ("2025-05-09", "the 80th anniversary of the 1945 victory", True),
        ("2026", "the 80th anniversary of 1945", False),
        ("2024/..", "the 80th anniversary of 1945", True),
        ("2026/..", "the 80th anniversary of 1945", False),
        ("2024-05-09", "1945년 승전 80주년", False),
        ("2025-02", "1분기", True),
        ("2025-05", "1분기", False),
        ("1905", "20세기", True),
        ("1805", "20세기", False),
    ],
)
def test_a_date_is_what_its_ordinal_counts(edtf: str, words: str, can_be: bool):
    assert can_be_ordinal(parse(edtf), words) is can_be


def test_weekdays_and_ordinals_are_looked_at_where_the_date_was_worked_out_from_them():
    lines = "a  2025-05-01  scheduled  CT+  2025-05-12  words=on_the_first_Tuesday basis={}"
    assert found(lines.format("derived-weekday"), "no such weekday")
    assert found(lines.format("derived-ordinal"), "is not what")
    assert not findings_of(lines.format("derived-relative"))
