"""What `check` says of questions and searches: one sentence each, at its line, and what becomes of the rest."""

from pathlib import Path

import pytest

from model.corpus.asked import Criteria
from model.corpus.criteria import criteria_digest
from model.corpus.load import load_corpus
from tests.corpus.spoiled import findings_in, spoil

DIGEST = criteria_digest(Criteria(yes="It comes.", no="It does not.", ambiguous="Both.", annulled="No May."))

QUESTION = f"""[[question]]
id = "q"
text = "Does a visit come?"
asked = "2025-05-05"
closes = "2025-05-09"
events = ["visit"]
criteria_sha256 = "{DIGEST}"
[question.criteria]
yes = "It comes."
no = "It does not."
ambiguous = "Both."
annulled = "No May."
"""
SEARCH = """[[search]]
id = "n"
day = "2025-05-10"
where = ["korea-daily"]
words = ["visit"]
events = ["visit"]
questions = ["q"]
"""


@pytest.fixture
def asked(folder: Path) -> Path:
    spoil(folder, "corpus.toml", "format = 1", "format = 3")
    (folder / "questions.toml").write_text(QUESTION, "utf-8")
    (folder / "searches.toml").write_text(SEARCH, "utf-8")
    return folder


def said(folder: Path) -> list[str]:
    return [f"{it.file}:{it.line}: {it.code} {it.message}" for it in findings_in(folder)]


def test_sound_ones_are_read(asked: Path):
    assert said(asked) == []
    corpus = load_corpus(asked)
    assert corpus.questions["q"].criteria.no == "It does not."
    assert corpus.searches_for["event", "visit"] == corpus.searches_for["question", "q"]
    assert corpus.questions_of_event["visit"] == (corpus.questions["q"],)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'closes = "2025-05-09"',
            'closes = "2025-05"',
            '5: N001 "2025-05" is no full day; write one as 2025-05-09',
        ),
        (
            'closes = "2025-05-09"',
            'closes = "2025-05-01"',
            "5: N002 it closes on 1 May 2025, and is asked on 5 May 2025; correct either day",
        ),
        (
            f'criteria_sha256 = "{DIGEST}"\n',
            "",
            f'1: N003 nothing keeps its criteria as they were asked; write criteria_sha256 = "{DIGEST}"',
        ),
        (
            'yes = "It comes."',
            'yes = "It comes, or somebody calls."',
            (
                "8: N004 its criteria are not those it was asked with; put them back, and ask otherwise in another"
                " question"
            ),
        ),
        (
            'events = ["visit"]',
            "events = []",
            '1: N005 it hangs on no event; name in "events" those whose claims will answer it',
        ),
        (
            'no = "It does not."\n',
            "",
            '8: S005 the field "no" is missing; write no = "...": what makes it no',
        ),
        (
            'asked = "2025-05-05"',
            "asked = 2025-05-05",
            '4: S011 a bare date; write it as a string: asked = "2025-05-05"',
        ),
        (
            'events = ["visit"]',
            'events = ["visit"]\nresolution = { claim = "c9", outcome = "yes" }',
            '7: R001 there is no claim "c9"; name one that is there, or write it into the .toml of its source',
        ),
        (
            'events = ["visit"]',
            'events = ["visit"]\nresolution = { claim = "c1", outcome = "maybe" }',
            '7: S007 "maybe" is not a known word; known here: yes, no, ambiguous, annulled',
        ),
        (
            'asked = "2025-05-05"',
            'asked = "2025-05-06"\nresolution = { claim = "c1", outcome = "yes" }',
            (
                '5: N007 "c1" was printed by 5 May 2025, and it was asked on 6 May 2025; correct the day, or name'
                " another claim"
            ),
        ),
        (
            'events = ["visit"]',
            'events = ["vist"]',
            '6: R001 there is no event "vist", did you mean "visit"?',
        ),
    ],
)
def test_each_mistake_in_a_question_is_one_sentence(asked: Path, old: str, new: str, sentence: str):
    spoil(asked, "questions.toml", old, new)
    assert said(asked)[0] == f"questions.toml:{sentence}"
    follows = [it.split(": ", 1)[1] for it in said(asked)[1:]]
    assert all(it.startswith("X00") for it in follows)


def test_the_claim_of_another_event_is_no_answer(asked: Path):
    events = (asked / "events.toml").read_text("utf-8")
    (asked / "events.toml").write_text(
        f'{events}\n[[event]]\nid = "other"\ntype = "talks"\ntitle = "B"\n', "utf-8"
    )
    spoil(
        asked,
        "questions.toml",
        'events = ["visit"]',
        'events = ["other"]\nresolution = { claim = "c1", outcome = "yes" }',
    )
    assert (
        'questions.toml:7: N006 "c1" is of the event "visit", on which the question does not hang;'
        " name a claim of one of its events"
    ) in said(asked)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('day = "2025-05-10"', 'day = "in May"', '3: N001 "in May" is no full day; write one as 2025-05-09'),
        (
            'events = ["visit"]\nquestions = ["q"]\n',
            "",
            '1: N008 it does not say what it was for; name "events" or "questions"',
        ),
        (
            'where = ["korea-daily"]\n',
            "",
            '1: N009 it does not say where it was made; name entities in "where", or say it in "elsewhere"',
        ),
        (
            'day = "2025-05-10"',
            'day = "2025-05-04"',
            '7: N010 made on 4 May 2025, before "q" was asked; correct either day',
        ),
        ('words = ["visit"]', "words = []", "5: S009 it is empty; it has to say something"),
        (
            'questions = ["q"]',
            'questions = ["qq"]',
            '7: R001 there is no question "qq"; name one that is there, or write it into questions.toml',
        ),
        (
            'events = ["visit"]',
            'events = ["vist"]',
            '6: R001 there is no event "vist", did you mean "visit"?',
        ),
        ("[[search]]", "[search]", "1: S002 write [[search]] in double brackets, one for each record"),
    ],
)
def test_each_mistake_in_a_search_is_one_sentence(asked: Path, old: str, new: str, sentence: str):
    spoil(asked, "searches.toml", old, new)
    assert said(asked) == [f"searches.toml:{sentence}"]


@pytest.mark.parametrize(("file", "what"), [("questions.toml", "question"), ("searches.toml", "search")])
def test_they_are_of_the_third_format(asked: Path, file: str, what: str):
    spoil(asked, "corpus.toml", "format = 3", "format = 2")
    assert f"{file}:1: S030 a [[{what}]] is of format 3; write format = 3 in corpus.toml" in said(asked)
    assert not load_corpus(asked).questions


def test_one_whose_claim_is_left_out_is_shown_without_its_answer(asked: Path):
    spoil(
        asked,
        "questions.toml",
        'events = ["visit"]',
        'events = ["visit"]\nresolution = { claim = "c1", outcome = "no" }',
    )
    spoil(asked, "sources/a.toml", 'quote = "a visit', 'quote = "no visit')
    found = said(asked)
    assert 'questions.toml:7: X002 shown without its answer: the claim "c1" is left out' in found
    assert 'questions.toml:6: X002 shown without "visit", which is left out' in found
    assert 'searches.toml:6: X002 shown without "visit", which is left out' in found


def test_a_search_for_nothing_that_is_left_goes_too(asked: Path):
    spoil(asked, "searches.toml", 'questions = ["q"]\n', "")
    spoil(asked, "sources/a.toml", 'quote = "a visit', 'quote = "no visit')
    assert "searches.toml:1: X001 left out with what was sought: none of it is left" in said(asked)


def test_a_broken_file_of_questions_makes_no_search_for_one_a_mistake(asked: Path):
    (asked / "questions.toml").write_text("x = \n", "utf-8")
    assert [it for it in said(asked) if "R001" in it] == []


def test_a_draft_may_lack_all_but_its_id(asked: Path):
    (asked / "questions.toml").write_text('[[question]]\nid = "q"\ndraft = true\n', "utf-8")
    (asked / "searches.toml").write_text('[[search]]\nid = "n"\ndraft = true\n', "utf-8")
    corpus = load_corpus(asked)
    assert {it.code for it in corpus.findings} == {"S016"}
    assert (corpus.questions, corpus.searches) == ({}, {})
    assert {it.kind for it in corpus.drafts} == {"question", "search"}
