"""The language of filters: what is written means one thing, and a mistake is explained in one sentence."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from model.corpus.load import load_corpus
from model.query.complete import completions
from model.query.language import LONGEST, MOST_TERMS, read
from model.query.terms import Query, QueryError
from model.query.vocabulary import KEYS, vocabulary_of

VOCABULARY = vocabulary_of(load_corpus(Path(seeds.__file__).parent))


def terms(text: str, **saved: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [
        (term.key, term.values or (term.words,), term.negated) for term in read(text, VOCABULARY, saved).terms
    ]


def test_the_example_of_the_manual():
    assert terms("who:putin by:ushakov status:expected after:2025-05 has:conflict -source:kjd troops") == [
        ("who", ("vladimir-putin",), False),
        ("by", ("yuri-ushakov",), False),
        ("status", ("expected",), False),
        ("after", ("2025-05",), False),
        ("has", ("conflict",), False),
        ("source", ("kjd-kim-unlikely",), True),
        ("", ("troops",), False),
    ]


def test_a_name_that_several_have_means_any_of_them_and_an_id_only_its_own():
    assert terms("who:kim")[0][1] == ("kim-jong-un", "kim-yong-nam")
    assert terms("who:kim-jong-un")[0][1] == ("kim-jong-un",)
    assert terms('who:"Kim Jong-un",xi')[0][1] == ("kim-jong-un", "xi-jinping")


def test_words_in_quotation_marks_are_one_term():
    assert terms('"interesting meeting" -"red square"') == [
        ("", ("interesting meeting",), False),
        ("", ("red square",), True),
    ]


def test_a_saved_filter_stands_for_its_terms_even_inside_another():
    assert terms("@kremlin has:due", kremlin="@ushakov", ushakov="by:ushakov") == [
        ("by", ("yuri-ushakov",), False),
        ("has", ("due",), False),
    ]


def test_as_names_the_filter_and_is_no_part_of_it():
    query = read("by:ushakov as:kremlin-aide", VOCABULARY)
    assert (query.name, query.text, len(query.terms)) == ("kremlin-aide", "by:ushakov", 1)


MISTAKES = [
    ("whom:putin", 'There is no "whom:", did you mean "who:"?'),
    ("zzz:putin", "there are who:, by:"),
    ("who:puttin", 'did you mean "vladimir-putin"?'),
    ("who:", "wants a value"),
    ("has:x", "it is one of conflict, due, superseded"),
    ("after:tomorrow", "wants a day, month or year"),
    ("after:2025-13", "wants a day, month or year"),
    ('"troops', "quotation mark is not closed"),
    ("-", "no letter or digit"),
    ("[/", "no letter or digit"),
    ("\\", "no letter or digit"),
    ("@nobody", "No filter is saved as @nobody"),
    ("@loop", "leads to itself"),
    ("-@loop", "cannot be turned round"),
    ("as:x", "Before as: stands what is to be saved"),
    ("troops as:../../x", "small letters, digits and hyphens"),
    ("a" * (LONGEST + 1), f"at most {LONGEST:,} characters"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES, ids=lambda value: value[:20])
def test_a_mistake_is_explained_in_one_line(text: str, said: str):
    with pytest.raises(QueryError) as caught:
        read(text, VOCABULARY, {"loop": "@loop"})
    assert said in str(caught.value)
    assert len(str(caught.value)) < 250
    assert str(caught.value).isprintable()


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str):
    try:
        query = read(text, VOCABULARY)
    except QueryError:
        return
    assert read(query.text, VOCABULARY) == Query(query.text, query.terms)


@given(st.sampled_from([*(f"{key}:" for key in KEYS), "", "who:k", "-by:u", "who:putin,x", "@", "p"]))
def test_what_is_offered_can_be_read(typed: str):
    for meant in completions(typed, VOCABULARY, {"kremlin": "by:kremlin"}):
        if meant.value:
            assert read(meant.typed, VOCABULARY, {"kremlin": "by:kremlin"}).terms
        else:
            assert re.fullmatch(r".*-?[a-z]+:", meant.typed)


def test_saved_filters_written_out_are_bounded():
    many = " ".join(f"w{number}" for number in range(MOST_TERMS))
    assert len(read("@a", VOCABULARY, {"a": many}).terms) == MOST_TERMS
    nested = {"a0": "kim " * 20, **{f"a{n}": f"@a{n - 1} " * 50 for n in range(1, 7)}}
    for text, saved in (("@a kim", {"a": many}), ("@a6", nested)):
        with pytest.raises(QueryError, match=f"more than {MOST_TERMS} terms"):
            read(text, VOCABULARY, saved)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("who:putin,kim-jong-un", "WHO:kim-jong-un,vladimir-putin"),
        ("troops by:tass", "by:TASS Troops"),
        ("Vučić", "vucic"),
        ("by:tass by:tass", "by:tass"),
        ("after:2025-05", "after:2025-05-01"),
        ("by:tass as:mine", "by:tass"),
    ],
)
def test_two_spellings_of_the_same_terms_are_one_filter(one: str, other: str):
    first, second = read(one, VOCABULARY), read(other, VOCABULARY)
    assert first == second
    assert hash(first) == hash(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by:tass", "-by:tass"),
        ("after:2025-05", "before:2025-05"),
        ("after:2025-05", "after:2025-06"),
        ("troops", "parade"),
        ("by:tass", "by:tass troops"),
        ("by:tass", "who:tass"),
        ("", "troops"),
    ],
)
def test_filters_that_ask_for_other_events_are_two(one: str, other: str):
    assert read(one, VOCABULARY) != read(other, VOCABULARY)


def test_a_saved_filter_that_is_another_by_now_is_another_filter():
    assert read("@x", VOCABULARY, {"x": "by:tass"}) != read("@x", VOCABULARY, {"x": "who:putin"})
    assert read("@x", VOCABULARY, {"x": "by:tass"}) == read("by:tass", VOCABULARY)
