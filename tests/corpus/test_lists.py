"""What `check` says of lists: one sentence each, at its line, and what becomes of the rest."""

from pathlib import Path

import pytest

from model.corpus.codes import Severity
from model.corpus.load import load_corpus
from tests.corpus.spoiled import A, add, findings_in, spoil

PEOPLE = """
[[entity]]
id = "may"
type = "person"
name = "May"

[[entity]]
id = "visitor"
type = "person"
name = "A visitor"
"""

LIST = """
[[list]]
id = "who-comes"
kind = "attendance"
event = "visit"
quote = "he said a visit comes on May 9"
closed = true
entries = [
    { entity = "visitor", label = "a visit" },
    { entity = "may", label = "May" },
    { entity = "korea-daily", label = "said.", quote = "It will not be long, he said." },
]
"""


@pytest.fixture
def listed(folder: Path) -> Path:
    spoil(folder, "corpus.toml", "format = 1", "format = 3")
    add(folder, "entities.toml", PEOPLE)
    add(folder, A, LIST)
    return folder


def said(folder: Path) -> list[str]:
    return [f"{it.file}:{it.line}: {it.code} {it.message}" for it in findings_in(folder)]


def test_a_sound_one_is_read_and_anchored(listed: Path):
    assert said(listed) == []
    corpus = load_corpus(listed)
    (printed,) = corpus.lists_in_source["a"]
    assert (printed.id, printed.closed, len(printed.entries)) == ("who-comes", True, 3)
    span = corpus.anchors.lists["who-comes"]
    assert corpus.texts["a"][span.start : span.end] == printed.quote
    assert [*corpus.anchors.beside["list", "who-comes"]] == [("entries", 2, "quote")]


BEGIN = 16
"""The line of its header."""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'entity = "may", label',
            'entity = "visitor", label',
            '9: P001 "visitor" is entry 1 already; name who is meant here, or take one of them away',
        ),
        (
            '    { entity = "visitor", label = "a visit" },\n    { entity = "may", label = "May" },\n',
            '    { entity = "may", label = "May" },\n    { entity = "visitor", label = "a visit" },\n',
            '9: P002 the text has "a visit" before entry 1; put the entries in its order',
        ),
        (
            'entity = "may"',
            'entity = "june"',
            '9: R001 there is no entity "june"; name one that is there, or write it into entities.toml',
        ),
        (
            'event = "visit"\nquote = "he',
            'event = "vist"\nquote = "he',
            '4: R001 there is no event "vist", did you mean "visit"?',
        ),
        (
            'label = "May" }',
            'label = "long" }',
            (
                '9: Q005 "long" is not inside the quote; it stands in line 2 of the text: quote more of that, or'
                ' give the entry its own, quote = "long"'
            ),
        ),
        ('kind = "attendance"', 'kind = "atendance"', "3: R040 "),
    ],
    ids=["twice", "order", "entity", "event", "label", "kind"],
)
def test_what_is_wrong_is_said_in_a_sentence_at_its_line(listed: Path, old: str, new: str, sentence: str):
    text = (listed / A).read_text("utf-8")
    line = text[: text.index("[[list]]")].count("\n")
    (listed / A).write_bytes((listed / A).read_bytes().replace(old.encode(), new.encode()))
    number, _, words = sentence.partition(":")
    (first, *_) = [it for it in findings_in(listed) if it.file == A and not it.follows]
    assert f"{first.file}:{first.line}: {first.code} {first.message}".startswith(
        f"{A}:{line + int(number)}:{words}"
    )
    # What has an error is left out, and nothing else is.
    kept = first.severity is not Severity.ERROR
    assert bool(load_corpus(listed).lists) is kept
    assert load_corpus(listed).claims


def test_fewer_than_one_entry(listed: Path):
    text = (listed / A).read_text("utf-8")
    begin = text.index("entries = [")
    (listed / A).write_bytes((text[:begin] + "entries = []\n").replace("\r\n", "\n").encode())
    (finding,) = [it for it in findings_in(listed) if not it.follows]
    assert (finding.file, finding.line, finding.code) == (A, 22, "S009")
    assert finding.message == "it is empty; it has to say something"


def test_before_format_3_there_are_none(listed: Path):
    spoil(listed, "corpus.toml", "format = 3", "format = 2")
    (finding,) = [it for it in findings_in(listed) if not it.follows]
    assert finding.code == "S030"
    assert finding.message == "a [[list]] is of format 3; write format = 3 in corpus.toml"


def test_a_draft_lacks_what_it_likes(listed: Path):
    add(listed, A, '\n[[list]]\nid = "begun"\ndraft = true\nentries = [{ label = "May" }]\n')
    (finding,) = findings_in(listed)
    assert finding.code == "S016" and '"entries.0.entity" and "kind" and "quote"' in finding.message
    corpus = load_corpus(listed)
    assert [*corpus.lists] == ["who-comes"]
    assert [it.record.id for it in corpus.drafts] == ["begun"]


def test_it_goes_with_who_is_on_it_and_stays_without_its_event(listed: Path):
    spoil(listed, "entities.toml", 'name = "A visitor"', 'name = ""')
    assert any(it.code == "X001" and "visitor" in it.message for it in findings_in(listed))
    assert not load_corpus(listed).lists
