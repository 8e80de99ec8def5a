"""Claims that say nothing of how it is: a no-comment, and what hangs on a condition."""

import pytest

from model.asof.contest import Rule
from model.asof.word import Passed, Word
from model.dates.calendar import day_from_text
from tests.asof.cases import chosen, state
from tests.handmade import corpus_of, findings_of

SILENT = "no    2025-05-06  no-comment  Uu   2025-05-09"
IF_SO = "if-so 2025-05-06  confirmed   CT+  2025-05-09  condition=<if-so>"
PLAN = "plan  2025-05-01  speculated  PS+  2025-05-09  footing=anonymous"


@pytest.mark.parametrize(
    ("line", "name", "word"), [(SILENT, "no", Word.NO_COMMENT), (IF_SO, "if-so", Word.CONDITIONAL)]
)
def test_it_decides_nothing_while_anything_says_how_it_is(line: str, name: str, word: Word):
    assert chosen(f"{line}\n{PLAN}") == ("plan", Word.SPECULATED, Rule.ONLY)
    assert state(f"{line}\n{PLAN}").why == "the only claim that says whether it is so"
    assert chosen(line) == (name, word, Rule.ONLY)
    assert state(line).why.startswith("nobody says whether it is so")


@pytest.mark.parametrize("line", [SILENT, IF_SO])
def test_what_was_superseded_goes_before_it_too(line: str):
    lines = f"""
    {line}
    {PLAN}
    other  2025-05-02  scheduled  CT+  2025-05-09  event=other  supersedes=plan
    conflict  contradiction  plan,other
    """
    found = state(lines)
    assert (found.chosen.claim.id, found.word) == ("plan", Word.SUPERSEDED)
    assert (found.origins, found.sources) == (0, 0)


def test_a_condition_makes_no_outcome_of_what_is_said():
    lines = (
        "a  2025-05-12  occurred  CT+  2025-05-09  condition=<a>\nb  2025-05-13  no-comment  Uu  2025-05-09"
    )
    assert chosen(lines) == ("b", Word.NO_COMMENT, Rule.LATER)
    assert chosen("a  2025-05-12  cancelled  CT-  -  condition=<a>") == ("a", Word.CONDITIONAL, Rule.ONLY)


def test_the_outcome_of_what_nobody_answers_is_unknown_when_its_day_is_over():
    for line, kept in ((SILENT, Word.NO_COMMENT), (IF_SO, Word.CONDITIONAL)):
        found = state(line)
        assert found.passed_at(day_from_text("2025-05-09")) is None
        assert found.passed_at(day_from_text("2025-05-10")) is Passed.UNKNOWN
        assert found.word_at(day_from_text("2025-05-10")) is kept


def test_the_condition_stands_before_the_word_that_holds_if_it_does():
    assert state(IF_SO).chosen.on_condition(str) == 'if "<if-so>", confirmed'
    if_said = corpus_of(
        "a  2025-05-06  expected  PR-  2025-05-09  words=If_it_was_so  condition=If_it_was_so"
    )
    assert state(if_said).chosen.on_condition(str.upper) == '"IF IT WAS SO", not expected'
    assert state(SILENT).chosen.on_condition(str) == ""


def test_it_supersedes_only_what_says_as_little():
    for line in (SILENT, IF_SO):
        assert len(findings_of(f"{PLAN}\n{line}  supersedes=plan")) == 1
    assert findings_of(f"{SILENT}\n{IF_SO}  supersedes=no") == []
    assert findings_of(f"{SILENT}\nplan  2025-05-07  scheduled  CT+  2025-05-09  supersedes=no") == []


def test_what_someone_is_called_hangs_on_nothing():
    label = "a  2025-05-01  {}  -  entity=kim"
    assert findings_of(label.format("ongoing  CT+")) == []
    assert len(findings_of(label.format("no-comment  Uu"))) == 1
    assert len(findings_of(label.format("ongoing  CT+") + "  condition=<a>")) == 1


def test_an_official_text_ranks_with_who_is_named():
    lines = """
    a  2025-05-05  scheduled  CT+  2025-05-09  footing=official
    b  2025-05-06  denied     CT-  2025-05-09  footing={}
"""
    assert chosen(lines.format("document"), "2025-05-07") == ("a", Word.SCHEDULED, Rule.FOOTING)
    assert (
        state(lines.format("document"), "2025-05-07").why == "an official text before a document's own words"
    )
    assert chosen(lines.format("on-record"), "2025-05-07") == ("b", Word.DENIED, Rule.LATER)
