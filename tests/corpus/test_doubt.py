"""How likely a thing is, and how sure the curator is of saying so, are said in two sentences (ICD 203)."""

from pathlib import Path

import pytest

from model.corpus.doubt_words import Mixed, mixed
from tests.corpus.spoiled import add, findings_in, spoil

CONFLICT = (
    '\n[[conflict]]\nid = "q"\nkind = "contradiction"\ntopic = "{topic}"\nclaims = ["c1", "c2"]\n'
    'reason = "{reason}"\nopen = "{open}"\nreadings = {{ c1 = "{reading}" }}\n'
)
C2 = (
    '\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\nstatus = "scheduled"\nfactuality = "CT+"\n'
)
MIXED = "Likely, low confidence"
PLAIN = {"topic": "T", "reason": "R", "open": "O", "reading": "A"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is likely, with low confidence.", ("likely", "low confidence")),
        (
            "We have high confidence that he will almost certainly come.",
            ("almost certainly", "high confidence"),
        ),
        ("He came. It is highly improbable, and we are confident of it.", ("highly improbable", "confident")),
        ("Unlikely (moderate confidence)", ("Unlikely", "moderate confidence")),
        ("가능성이 높다고 보며 신뢰도는 낮다.", ("가능성이 높", "신뢰도")),
    ],
)
def test_a_sentence_that_mixes_them_is_found(text: str, words: tuple[str, str]):
    assert mixed(text) == Mixed(*words)


@pytest.mark.parametrize(
    "text",
    [
        "It is likely. Our confidence in that is low.",
        "It is likely\nwith words above: low confidence",
        'The paper says "likely" of it, and we have high confidence in the paper.',
        "He is “confident” that it is likely.",
        "It is likely and probable.",
        "With high confidence it was he.",
        "Confidential: it is likely.",
        "Measures to build confidence between them are likely.",
        "",
    ],
)
def test_two_sentences_and_what_is_quoted_may_say_both(text: str):
    assert mixed(text) is None


@pytest.mark.parametrize("field", PLAIN)
def test_a_conflict_that_mixes_them_is_said_at_its_place(folder: Path, field: str):
    add(folder, "sources/a.toml", C2)
    add(folder, "conflicts.toml", CONFLICT.format(**PLAIN | {field: MIXED}))
    (finding,) = [it for it in findings_in(folder) if it.code == "M050"]
    assert "in one sentence; say them in two" in finding.message
    assert finding.field.startswith(f"conflict[0].{field}")


def test_titles_are_looked_at_and_quotes_of_sources_are_not(folder: Path):
    assert not [it for it in findings_in(folder) if it.code == "M050"]
    spoil(folder, "events.toml", "A visit", MIXED)
    assert [it.code for it in findings_in(folder) if it.code == "M050"] == ["M050"]
