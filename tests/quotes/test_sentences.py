"""Sentences: where one ends in English and in Korean, and that nothing of a text is lost between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.quotes.sentences import sentence_at, sentences
from model.quotes.span import TextSpan
from tests.effort import examples


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "U.S. Ambassador Lynne Tracy will attend.",
        "He met Mr. Kim and Gen. Pak on Dec. 3 in Pyongyang.",
        "It began at 3 p.m. local time.",
        "J. Smith and Yoon S. Y. spoke.",
        "“Will they come?” one source asked.",
        "It cost $4.5 million, or 0.3 percent.",
        "He waited... and left.",
        "조선중앙통신은 “좋다.”라고 전했다.",
        "김 위원장은 “안 간다.” 라고 말했다.",
        "The delegation left Pyongyang on Wednesday morning and will be\nback on Friday.",
    ],
)
def test_what_is_one_sentence_stays_one(whole: str):
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left the U.S. He will be back.", ["He left the U.S.", "He will be back."]),
        ("“It is over.” The source left.", ["“It is over.”", "The source left."]),
        ("Is it so? Nobody knows!", ["Is it so?", "Nobody knows!"]),
        ("간다. 그는 8일 말했다.", ["간다.", "그는 8일 말했다."]),
        ("“간다.” 그는 말했다.", ["“간다.”", "그는 말했다."]),
        ("A Heading Without a Stop\n\nThe text.", ["A Heading Without a Stop", "The text."]),
        ("Home > National\nprint\nThe text.", ["Home > National", "print", "The text."]),
        ("One.\r\nTwo.\rThree.", ["One.", "Two.", "Three."]),
        ("彼は行った。彼女も。", ["彼は行った。", "彼女も。"]),
        (" \n\n ", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, parts: list[str]):
    assert split(text) == parts


@examples(200)
@given(
    st.text(alphabet=st.sampled_from('aB.!?…。 \n\r\t"”’)U간다8') | st.characters(codec="utf-8"), max_size=80)
)
def test_all_that_is_no_space_is_in_one_sentence(text: str):
    spans = sentences(text)
    kept = [at for span in spans for at in range(span.start, span.end)]
    assert kept == sorted(set(kept))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(kept)
    for span in spans:
        words = text[span.start : span.end]
        assert words == words.strip() != ""
        assert sentence_at(spans, span.start) == sentence_at(spans, span.end - 1) == span


def test_between_sentences_there_is_none():
    spans = sentences("One.  Two.")
    assert spans == (TextSpan(0, 4), TextSpan(6, 10))
    assert sentence_at(spans, 4) is None
    assert sentence_at((), 0) is None
