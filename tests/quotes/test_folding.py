import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.quotes.folding import fold
from model.quotes.span import TextSpan

MIXED = st.lists(
    st.sampled_from(
        ["a", "e", "<", " ", "\n", "\u00a0", "\u0301", "\u0323", "\u0338", "\u00e9", "\u1112", "\u1161"]
    )
    | st.sampled_from(
        ["\u11ab", "\ud558", "\u2019", "\u201c", "\u2014", "\u2026", "\u200b", "\u212b", "\U0001f600"]
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=25,
).map("".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("\u201cKim\u2019s\u201d", '"Kim\'s"'),
        ("7\u201310 May\u2014so", "7-10 May-so"),
        ("May\u00a0 9\r\n\u30002025", "May 9 2025"),
        ("cafe\u0301 e\u0323\u0301", "caf\u00e9 \u1eb9\u0301"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("wait\u2026 co\u00adop \ufeffso", "wait... coop so"),
        ("Kim Jong-un", "Kim Jong-un"),
        ("", ""),
    ],
)
def test_what_is_read_as_the_same_folds_to_the_same(text, folded):
    assert fold(text).text == folded


@given(MIXED)
def test_folding_does_not_depend_on_composition(text):
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(text).text == fold(composed).text == fold(decomposed).text


@given(MIXED)
def test_folded_characters_come_from_the_source_in_order_and_whole(text):
    folded = fold(text)
    spans = list(dict.fromkeys(folded.span(at, at + 1) for at in range(len(folded.text))))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join(fold(text[span.start : span.end]).text for span in spans) == folded.text


@given(MIXED)
def test_a_source_place_and_its_folded_place_agree(text):
    folded = fold(text)
    for at in range(len(folded.text)):
        span = folded.span(at, at + 1)
        first = folded.folded(span.start)
        assert folded.span(first, first + 1) == span
        assert 0 <= folded.folded(span.end) <= len(folded.text)


def test_a_run_of_spaces_and_a_letter_with_marks_are_taken_whole():
    folded = fold("a \n\u00a0b e\u0301c")
    assert folded.text == "a b \u00e9c"
    assert folded.span(1, 2) == TextSpan(1, 4)
    assert folded.span(4, 5) == TextSpan(6, 8)
    assert folded.span(2, 6) == TextSpan(4, 9)
    assert folded.folded(7) == 5


def test_endless_marks_fold_without_sorting_them_all():
    text = "a" + "\u0301\u0323" * 50_000
    assert len(fold(text).text) > 90_000
    assert fold(text).span(0, 1) == TextSpan(0, 32)
