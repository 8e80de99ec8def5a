import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.quotes.anchor import QuoteAmbiguous, QuoteEmpty, QuoteNotFound, anchor
from model.quotes.span import TextSpan

HARD = [
    "a",
    "b",
    " ",
    "\n",
    "\r\n",
    "\u00a0",
    "e\u0301",
    "\u00e9",
    "\u2019",
    "'",
    "\ufeff",
    "\U0001f1f0",
    "\u1112\u1161",
]
HARD_TEXTS = st.lists(st.sampled_from(HARD), min_size=1, max_size=30).map("".join)
FEW = st.text("ab", max_size=4)


@given(st.data())
def test_any_slice_made_unique_by_its_surroundings_anchors_to_itself(data):
    text = data.draw(HARD_TEXTS | st.text(min_size=1))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact, reach = text[start:end], 0
    while True:
        prefix, suffix = text[max(0, start - reach) : start], text[end : end + reach]
        try:
            assert anchor(text, exact, prefix, suffix) == TextSpan(start, end)
            return
        except QuoteAmbiguous:
            assert reach < len(text), "the whole text stands only once"
            reach += 1


@given(st.text("ab", max_size=12), FEW.filter(bool), FEW, FEW)
def test_anchoring_agrees_with_trying_every_place(text, exact, prefix, suffix):
    everywhere = [at for at in range(len(text)) if text.startswith(exact, at)]
    places = [
        at for at in everywhere if text[:at].endswith(prefix) and text[at + len(exact) :].startswith(suffix)
    ]
    if len(places) == 1:
        assert anchor(text, exact, prefix, suffix) == TextSpan(places[0], places[0] + len(exact))
    elif places:
        with pytest.raises(QuoteAmbiguous) as ambiguous:
            anchor(text, exact, prefix, suffix)
        assert ambiguous.value.count == len(places)
        assert ambiguous.value.with_context == bool(prefix or suffix)
    else:
        with pytest.raises(QuoteNotFound) as missing:
            anchor(text, exact, prefix, suffix)
        assert missing.value.elsewhere_count == len(everywhere)


def test_positions_count_code_points_beyond_the_basic_plane_once():
    assert anchor("\U0001f1f0\U0001f1f5 Kim \U0001f600!", "Kim") == TextSpan(3, 6)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("one\r\ntwo", "one\ntwo"),
        ("May\u00a09", "May 9"),
        ("cafe\u0301", "caf\u00e9"),
        ("Kim\u2019s", "Kim's"),
        ("Kim Jong-un", "kim Jong-un"),
        ("\ufeffKim", "\ufeff Kim"),
    ],
)
def test_nothing_is_forgiven(text, exact):
    with pytest.raises(QuoteNotFound):
        anchor(text, exact)


def test_overlapping_places_count():
    with pytest.raises(QuoteAmbiguous) as caught:
        anchor("aaa", "aa")
    assert caught.value.count == 2


def test_an_empty_quote_is_refused():
    with pytest.raises(QuoteEmpty, match="must hold words"):
        anchor("text", "", prefix="te")


def test_context_that_is_not_needed_is_legal_if_it_is_true():
    assert anchor("he may go", "may", prefix="he ", suffix=" go") == TextSpan(3, 6)


def test_context_that_is_not_needed_is_an_error_if_it_is_not_true():
    with pytest.raises(QuoteNotFound) as caught:
        anchor("he may go", "may", prefix="she ")
    assert str(caught.value) == (
        "the quote is in the text (line 1) but not directly beside its prefix; leave out the prefix"
    )


def test_context_must_adjoin_to_the_very_space():
    text = "we had everything before us, we had nothing before us"
    assert anchor(text, "before us", prefix="we had nothing ") == TextSpan(44, 53)
    with pytest.raises(QuoteNotFound) as caught:
        anchor(text, "before us", prefix="we had nothing", suffix=".")
    assert str(caught.value) == (
        "the quote is in the text (line 1) but not directly beside its prefix and suffix;"
        " give the adjoining text, spaces too"
    )


def test_an_ambiguous_quote_names_its_lines_and_the_cure():
    text = "Kim\nand\nKim\n\nKim said Kim"
    with pytest.raises(QuoteAmbiguous) as caught:
        anchor(text, "Kim")
    assert caught.value.lines == (1, 3, 5, 5)
    assert str(caught.value) == (
        "the quote stands 4 times in the text (lines 1, 3 and 5);"
        " give a prefix or suffix that only one of them has"
    )


def test_an_ambiguous_quote_with_context_asks_for_a_longer_one_and_names_the_quotes_lines():
    text = "x\nKim\n" * 7
    with pytest.raises(QuoteAmbiguous) as caught:
        anchor(text, "Kim", prefix="x\n")
    assert caught.value.lines == (2, 4, 6, 8, 10, 12, 14)
    assert str(caught.value) == (
        "the quote stands 7 times in the text even with its prefix and suffix (lines 2, 4, 6, 8, 10 and more);"
        " give a longer prefix or suffix that only one of them has"
    )


def test_lines_of_a_quote_that_is_everywhere_are_kept_to_a_hundred():
    with pytest.raises(QuoteAmbiguous) as caught:
        anchor("a" * 1000, "a")
    assert (caught.value.count, caught.value.lines) == (1000, (1,) * 100)
    assert "(lines 1 and more)" in str(caught.value)


@pytest.mark.parametrize(
    ("exact", "says"),
    [
        (
            "Kim Jong-un is expected to attend",
            'closest is line 2: the text has "not" after "is"',
        ),
        (
            "Kim's visit would come",
            (
                "closest but for marks and spaces is line 3:"
                ' the text has "Kim\u2019s" (U+2019 U+00A0) where the quote has "Kim\'s" (U+0027 U+0020)'
            ),
        ),
        (
            "visit might come on Friday",
            'closest is line 3: the text has "would" where the quote has "might"',
        ),
    ],
)
def test_a_missing_quote_says_what_the_text_has_instead(exact, says):
    text = "\n".join(
        [
            "Pyongyang, 5 May.",
            "Kim Jong-un is not expected to attend.",
            "Kim\u2019s\u00a0visit would come on Friday.",
        ]
    )
    with pytest.raises(QuoteNotFound) as caught:
        anchor(text, exact)
    assert str(caught.value) == f"the quote is not in the text; {says}"


def test_a_quote_like_nothing_says_so():
    with pytest.raises(QuoteNotFound) as caught:
        anchor("Kim Jong-un is not expected to attend.", "qqqq zzzz")
    assert caught.value.nearest is None
    assert str(caught.value) == (
        "the quote is not in the text, nor is anything similar; give the source's own words, unchanged"
    )


def test_a_quote_too_long_for_comparing_says_so():
    with pytest.raises(QuoteNotFound) as caught:
        anchor("Kim", "Kim " * 3000)
    assert "too long to look for a similar one (over 10,000 characters)" in str(caught.value)


def test_a_quote_that_is_found_needs_no_rapidfuzz():
    code = "import sys; from model.quotes.anchor import anchor; anchor('a b', 'b'); print('rapidfuzz' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
