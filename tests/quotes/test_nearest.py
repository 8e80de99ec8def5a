import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.quotes.folding import fold
from model.quotes.nearest import Likeness, nearest
from model.quotes.similar import LONGEST_SIMILAR
from model.quotes.span import TextSpan

WORDS = [
    "Kim\u2019s",
    "Kim's",
    "\u201cgo\u201d",
    "Buend\u00eda",
    "7\u201310",
    "\ud3c9\uc591",
    "\U0001f600",
    "not",
    "led",
]
SPACES = ["\u00a0", " ", "\n", "\r\n", "  ", "\u2003"]
STRAIGHT = str.maketrans({"\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-"})


def offered(*args, **kwargs):
    found = nearest(*args, **kwargs)
    assert found is not None
    return found


@given(st.data())
def test_a_quote_typed_otherwise_is_found_and_its_span_is_of_the_original(data):
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    text = "".join(word + data.draw(st.sampled_from(SPACES)) for word in words)
    text = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), text)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    exact = data.draw(st.sampled_from(SPACES)).join(words[first : last + 1]).translate(STRAIGHT)
    exact = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), exact)
    found = offered(text, exact)
    assert found.kind is (Likeness.EXACT if exact in text else Likeness.NORMALISED)
    assert found.text == text[found.span.start : found.span.end] == found.text.strip()
    assert fold(found.text).text == fold(exact).text
    assert found.score == 1.0


@pytest.mark.parametrize(
    ("text", "exact", "there"),
    [
        ("x e\u0323\u0301 y", "x \u1eb9", "x e\u0323\u0301"),
        ("to \u05e9\u05c1\u05bc y", "too \u05e9", "to \u05e9\u05c1\u05bc"),
    ],
    ids=["Latin", "Hebrew, its marks out of order"],
)
def test_a_letter_is_not_taken_without_its_marks(text, exact, there):
    found = offered(text, exact)
    assert (found.kind, found.text) == (Likeness.FUZZY, there)


def test_normalised_beats_similar_and_exact_beats_normalised():
    text = "It is Kims visit. It is Kim\u2019s visit. It is Kim's visit."
    assert offered(text, "is Kim's visit").span == TextSpan(40, 54)
    assert offered(text, "is Kim\u2032s visit") == offered(text, "is Kim\u2018s visit")
    assert offered(text, "is Kim\u2032s visit").span == TextSpan(21, 35)
    assert offered(text, "is Kim\u2032s visit").kind is Likeness.NORMALISED


@pytest.mark.parametrize(
    ("exact", "there"),
    [
        ("Putin is expected to visit Pyongyang", "Putin is not expected to visit Pyongyang"),
        ("delegation unlikely led by Choe", "delegation likely led by Choe"),
        ("\u91d1\u6b63\u6069\u51fa\u5e2d\u5e86\u5178", "\u91d1\u6b63\u6069\u4e0d\u51fa\u5e2d\u5e86\u5178"),
        ("mbassador-level offcial", "ambassador-level official"),
        (
            "A delegation led by Choe Ryong-hae, head of the SPA",
            "A delegation likely led by Choe Ryong-hae, head of the SPA",
        ),
    ],
)
def test_similar_words_are_offered_from_word_border_to_word_border(exact, there):
    text = (
        "The Kremlin named an ambassador-level official on Monday. A delegation likely led by Choe Ryong-hae, head of"
        " the SPA, was named before. Putin is not expected to visit Pyongyang\u00a0this year, it said."
        " \u636e\u6089\u91d1\u6b63\u6069\u4e0d\u51fa\u5e2d\u5e86\u5178\u6d3b\u52a8"
    )
    found = offered(text, exact)
    assert (found.kind, found.text) == (Likeness.FUZZY, there)
    assert text[found.span.start : found.span.end] == there
    assert 0.6 <= found.score < 1.0


def test_similar_words_are_found_though_marks_and_spaces_differ_too():
    found = offered("so: Kim\u2019s\u00a0 visit\r\nwas not planned, yet", "Kim's visit was planned")
    assert found.text == "Kim\u2019s\u00a0 visit\r\nwas not planned"


def test_unrelated_words_are_not_offered():
    text = "The delegation arrived at the border on Monday and went on by train to the capital."
    assert nearest(text, "Nobody in Seoul expects an answer about the proposed summit this summer") is None
    assert nearest(text, "zq") is None
    assert nearest("aaaa bbbb cccc", "aaaa yyyy zzzz") is None
    assert offered("aaaa bbbb cccc", "aaaa bbbb zzzz").text == "aaaa bbbb cccc"


@pytest.mark.parametrize("exact", ["", " ", "\n\u00a0", "\u200b"])
def test_a_quote_without_words_is_near_nothing(exact):
    assert nearest("some text \u2014 here", exact) is None


def test_of_equal_places_context_decides_then_the_hint_then_the_first():
    text = "on Monday he came; on Friday she came; on Sunday they came"
    assert offered(text, "came").span.start == text.index("came")
    assert offered(text, "came", hint=len(text)).span.start == text.rindex("came")
    assert offered(text, "came", hint=34).span.start == text.index("came;", 20)
    assert offered(text, "came", prefix="Friday she", hint=0).span.start == text.index("came;", 20)
    assert offered(text, "came", suffix="; on Sunday").span.start == text.index("came;", 20)


def test_the_place_at_the_hint_is_weighed_however_many_come_before():
    text = "ab " * 5000
    assert offered(text, "ab", hint=9000).span == TextSpan(9000, 9002)
    assert offered(text, "ab\u200b", hint=9001).span == TextSpan(9000, 9002)
    assert offered(text, "ab", hint=-5).span == TextSpan(0, 2)
    assert offered(text, "ab", hint=10**9).span == TextSpan(14997, 14999)


def test_a_long_quote_in_a_large_text_is_found_with_its_changes():
    words = [f"w{number:06}" for number in range(625_000)]
    text = " ".join(words)
    quote = words[400_000:401_200]
    for number in (1, 300, 700, 1_100):
        quote[number] = "changed"
    quote.insert(500, "inserted words")
    found = offered(text, " ".join(quote))
    assert found.span == TextSpan(400_000 * 8, 401_200 * 8 - 1)


def test_a_quote_over_the_limit_is_not_compared():
    text = "word " * LONGEST_SIMILAR
    quote = "word " * (LONGEST_SIMILAR // 5)
    assert offered(text, quote[:-2] + "x") is not None
    assert nearest(text, quote + "x") is None


def test_a_quote_whose_ends_were_rewritten_is_placed_by_its_middle():
    words = [f"word{number}" for number in range(200)]
    text = " ".join(words)
    stretch = " ".join(words[50:100])
    found = offered(text, "#" * 60 + stretch[60:-60] + "#" * 60)
    assert found.text == stretch


@pytest.mark.parametrize(
    ("text", "exact", "offer"),
    [
        ("that to in held met not", "to in held would", "to in held met"),
        ("parade troops Kim Red of in Putin May said May", "Red of on in", "Red of in"),
        ("May of in leaders summit of", "leaders of", "leaders"),
    ],
)
def test_where_the_start_has_moved_the_end_is_fitted_again(text: str, exact: str, offer: str):
    assert offered(text, exact).text == offer
