from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.quotes.worddiff import word_diff

PASSAGES = st.lists(
    st.sampled_from(
        ["is", "not", "Kim\u2019s", "7-10", " ", "\n", "\u00a0", ",", "e\u0301", "\u5e73\u58e4", "\U0001f600"]
    )
).map("".join)


@given(PASSAGES | st.text(), PASSAGES | st.text())
def test_both_passages_can_be_put_together_again(old, new):
    pieces = word_diff(old, new)
    assert "".join(text for kind, text in pieces if kind != "new") == old
    assert "".join(text for kind, text in pieces if kind != "gone") == new
    assert all(text for _, text in pieces)
    assert all(one[0] != other[0] for one, other in pairwise(pieces))


@given(PASSAGES)
def test_a_passage_is_the_same_as_itself(text):
    assert word_diff(text, text) == ([("same", text)] if text else [])


@given(st.lists(st.from_regex(r"[a-c]{1,2}", fullmatch=True), min_size=2, max_size=10), st.data())
def test_one_dropped_word_is_one_new_piece(words, data):
    at = data.draw(st.integers(0, len(words) - 1))
    pieces = word_diff(" ".join(words[:at] + words[at + 1 :]), " ".join(words))
    assert [(kind, text.strip()) for kind, text in pieces if kind != "same"] == [("new", words[at])]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        (
            "he is expected",
            "he is not expected",
            [("same", "he is "), ("new", "not "), ("same", "expected")],
        ),
        (
            "it might come",
            "it would come",
            [("same", "it "), ("gone", "might"), ("new", "would"), ("same", " come")],
        ),
        ("10,000 men", "10,500 men", [("gone", "10,000"), ("new", "10,500"), ("same", " men")]),
        ("so it is.", "so it is", [("same", "so it is"), ("gone", ".")]),
        ("May 9", "May\u00a09", [("same", "May"), ("gone", " "), ("new", "\u00a0"), ("same", "9")]),
        ("cafe\u0301 x", "cafe x", [("gone", "cafe\u0301"), ("new", "cafe"), ("same", " x")]),
        (
            "\u4e0d\u53bb\u5e73\u58e4",
            "\u53bb\u5e73\u58e4",
            [("gone", "\u4e0d"), ("same", "\u53bb\u5e73\u58e4")],
        ),
    ],
    ids=["added", "replaced", "number", "full stop", "no-break space", "mark", "Han"],
)
def test_words_are_what_is_compared(old, new, pieces):
    assert word_diff(old, new) == pieces


def test_very_long_changes_are_one_change_and_what_surrounds_them_is_kept():
    old, new = "start " + "a b " * 3000 + "end", "start " + "b c " * 3000 + "end"
    assert [kind for kind, _ in word_diff(old, new)] == ["same", "gone", "new", "same"]
    assert word_diff(old, new)[-1] == ("same", " end")
