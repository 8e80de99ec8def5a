"""Quotes beside the first one: further sentences, where a hop or a date is named, and translations."""

from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.corpus.quoted import gloss_of, wording
from tests.corpus.spoiled import A, add, findings_in, spoil

STATEMENT = """
[[statement]]
id = "s1"
quote = "On Monday he said"
quotes = ["It will not be long, he said."]
chain = [{ who = "korea-daily", how = "comes on", quote = "a visit comes on May 9.", record = "document" }]
public = true
"""


@pytest.fixture
def second(folder: Path) -> Path:
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    return folder


def codes(folder: Path) -> list[str]:
    return [it.code for it in findings_in(folder) if not it.follows]


def test_a_claim_rests_on_several_sentences_its_first_quote_first(second: Path):
    spoil(
        second,
        A,
        'quote = "a visit comes',
        'quotes = ["It will not be long"]\nhedge = "be long"\nquote = "a visit comes',
    )
    corpus = load_corpus(second)
    assert corpus.findings == ()
    claim = corpus.claims["c1"]
    assert wording(claim) == "a visit comes on May 9 [...] It will not be long"
    said = [corpus.texts["a"][span.start : span.end] for span in corpus.anchors.of_claim("c1")]
    assert said == ["a visit comes on May 9", "It will not be long"]
    assert corpus.anchors.count == 2


def test_a_further_sentence_that_is_not_there_is_found_at_its_place(second: Path):
    spoil(second, A, 'quote = "a visit comes', 'quotes = ["he said", "nowhere"]\nquote = "a visit comes')
    found = {it.code: it.field for it in findings_in(second)}
    assert found["Q002"] == "claim[0].quotes[0]"
    assert found["Q001"] == "claim[0].quotes[1]"


def test_a_hop_is_named_where_its_own_quote_says(second: Path):
    add(second, A, STATEMENT)
    corpus = load_corpus(second)
    assert corpus.findings == ()
    (span,) = corpus.anchors.of_statement("s1")[1:]
    assert corpus.texts["a"][span.start : span.end] == "It will not be long, he said."
    apart = corpus.anchors.beside["statement", "s1"]["chain", 0, "quote"]
    assert corpus.texts["a"][apart.start : apart.end] == "a visit comes on May 9."
    spoil(second, A, 'how = "comes on"', 'how = "he said"')
    assert codes(second) == ["Q005"]


def test_the_words_of_a_date_stand_in_its_own_quote_where_it_has_one(second: Path):
    spoil(second, A, 'words = "May 9"', 'words = "he", quote = "On Monday he"')
    assert codes(second) == []
    spoil(second, A, 'quote = "On Monday he"', 'quote = "It will not"')
    assert codes(second) == ["Q005"]


def test_a_translation_says_whose_it_is(second: Path):
    glossed = 'quote = {{ exact = "a visit comes on May 9", {} }}'
    spoil(
        second, A, 'quote = "a visit comes on May 9"', glossed.format('gloss = "er kommt", gloss_by = "desk"')
    )
    corpus = load_corpus(second)
    assert (corpus.findings, gloss_of(corpus.claims["c1"])) == ((), ("er kommt", "desk"))
    spoil(second, A, ', gloss_by = "desk"', "")
    (found,) = findings_in(second)
    assert (found.code, found.field, found.severity) == ("Q030", "claim[0].quote.gloss", "warning")
    assert gloss_of(load_corpus(second).claims["c1"]) == ("er kommt", "")
    spoil(second, A, 'gloss = "er kommt"', 'gloss_by = "desk"')
    assert codes(second) == ["Q030"]
    spoil(second, A, 'exact = "a visit comes on May 9", ', "")
    assert codes(second)[0] == "S005"


def test_a_claim_of_the_same_id_takes_nothing_from_a_statement(second: Path):
    spoil(second, A, 'quote = "a visit comes', 'quotes = ["On Monday"]\nquote = "a visit comes')
    add(second, A, STATEMENT.replace('"s1"', '"c1"'))
    corpus = load_corpus(second)
    # The claim is left out.
    assert [it.code for it in corpus.findings if not it.follows] == ["R003"]
    assert set(corpus.statements) == {"c1"}
    said = [corpus.texts["a"][span.start : span.end] for span in corpus.anchors.of_statement("c1")]
    assert said == ["On Monday he said", "It will not be long, he said."]
