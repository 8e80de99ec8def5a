"""The language of filters: what is written means one thing, and a mistake is explained in one sentence."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from model.corpus.load import load_corpus
from model.query.complete import completions
from model.query.language import LONGEST, Readable, read
from model.query.spelling import spell
from model.query.terms import QueryError
from model.query.vocabulary import KEYS, vocabulary_of

VOCABULARY = vocabulary_of(load_corpus(Path(seeds.__file__).parent))
READABLE = Readable(VOCABULARY)


def terms(text: str, **saved: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [
        (term.key, term.values or (term.words,), term.negated) for term in read(text, READABLE, saved).terms
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


def test_or_and_and_are_words_to_be_found_in_quotation_marks_and_where_they_join_none():
    for text in ('by:tass "or" via:tass', '"and"', "troops or weapons", "or"):
        query = read(text, Readable(VOCABULARY))
        assert read(query.text, Readable(VOCABULARY)) == query


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
    query = read("by:ushakov as:kremlin-aide", READABLE)
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
    ("@empty", "holds nothing"),
    ("--who:putin", "more than one - before it"),
    ("––troops", "more than one - before it"),
    ("whо:putin", 'There is no "whо:", did you mean "who:"?'),
    ("who :putin", "no key before its colon"),
    ("-:putin", "no key before its colon"),
    ("who=putin", "After who stands a colon"),
    ("after:٢٠٢٥", "wants a day, month or year"),
    ("“troops", "quotation mark is not closed"),
    ("by:tass or via:tass", '"or" joins no terms: all terms have to hold'),
    ("by:tass OR kremlin", '"OR" joins no terms'),
    ("troops and -by:tass", "either of two values of one key is by:tass,kremlin"),
    ("by:tass | via:tass", '"|" joins no terms'),
    ("as:x", "Before as: stands what is to be saved"),
    ("troops as:../../x", "small letters, digits and hyphens"),
    ("a" * (LONGEST + 1), f"at most {LONGEST:,} characters"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES, ids=lambda value: value[:20])
def test_a_mistake_is_explained_in_one_line(text: str, said: str):
    with pytest.raises(QueryError) as caught:
        read(text, READABLE, {"loop": "@loop", "empty": " "})
    assert said in str(caught.value)
    assert len(str(caught.value)) < 250
    assert str(caught.value).isprintable()


TWINS = [
    *(("–troops", "-troops"), ("—troops", "-troops"), ("−troops", "-troops"), ("‐troops", "-troops")),
    *(("－troops", "-troops"), ("﹣has:due", "-has:due"), ("‑has:due", "-has:due")),
    *(("who:“Kim Jong-un”", 'who:"Kim Jong-un"'), ("who:„Kim Jong-un“", 'who:"Kim Jong-un"')),
    *(("who:«Kim Jong-un»", 'who:"Kim Jong-un"'), ("who:‹Kim Jong-un›", 'who:"Kim Jong-un"')),
    *(("who:‘Kim Jong-un’", 'who:"Kim Jong-un"'), ("who:'Kim Jong-un'", 'who:"Kim Jong-un"')),
    *(("who:‚Kim Jong-un‘", 'who:"Kim Jong-un"'), ("who:＂Kim Jong-un＂", 'who:"Kim Jong-un"')),
    *(("who:「Kim Jong-un」", 'who:"Kim Jong-un"'), ("-‘red square’", '-"red square"')),
    *(("who：putin", "who:putin"), ("who﹕putin", "who:putin"), ("ｗｈｏ：ｐｕｔｉｎ", "who:putin")),
    *(("who:putin，xi", "who:putin,xi"), ("who:putin、xi", "who:putin,xi"), ("＠loop troops", None)),
    *(("after：２０２５–０５", "after:2025-05"), ("after:2025‐05", "after:2025-05")),
    *(("troops\u00a0kim", "troops kim"), ("troops\u3000kim\u202fxi", "troops kim xi")),
    *(
        ("wh\u200bo:putin", "who:putin"),
        ("\u202dwho:putin\u2069", "who:putin"),
        ("who:putin\ufeff", "who:putin"),
    ),
    *(("  WHO:putin \n troops  ", "who:putin troops"), ("l’ONU d'ivoire", "l’ONU d'ivoire")),
    *(("'l’ONU condamne'", '"l’ONU condamne"'), ("10:30", '"10:30"'), ('"who:putin"', '"who:putin"')),
    *(('who:"Kim Jong-un","xi"', 'who:"Kim Jong-un",xi'), ('"-troops"', '"-troops"'), ("ops!", '"ops!"')),
    ("'ndrangheta kim", '"\'ndrangheta" kim'),
]
"""What is typed, and the one spelling in which it is kept and shown."""


@pytest.mark.parametrize(("typed", "kept"), TWINS)
def test_what_is_kept_and_shown_is_what_was_read(typed: str, kept: str | None):
    if kept is None:
        with pytest.raises(QueryError, match="leads to itself"):
            read(typed, READABLE, {"loop": "@loop"})
        return
    query = read(typed, READABLE)
    assert query.text == spell(query.terms) == kept
    assert read(kept, READABLE).terms == query.terms


def test_a_saved_filter_is_shown_written_out():
    saved = {"kremlin": "@ushakov –troops", "ushakov": "by：ushakov"}
    assert read("has:due @kremlin", READABLE, saved).text == "has:due by:ushakov -troops"


VALUES = st.sampled_from([f"{key}:{value}" for key, values in VOCABULARY.items() for value in values])
NAMES = st.sampled_from(
    [name for values in VOCABULARY.values() for value in values.values() for name in value.names]
)
KEY = st.sampled_from(list(KEYS))
DATES = st.sampled_from(["2025", "2025-05", "-0043-03-15", "Y-12000", "2025-05-09"])
WORDS = st.text("kim-'’\"“”‘.,:@ _é한－–=", min_size=1, max_size=8)
PIECES = st.one_of(
    *(VALUES, VALUES.map("-{}".format), WORDS, WORDS.map('"{}"'.format), st.text(max_size=8)),
    st.tuples(KEY, NAMES).map('{0[0]}:"{0[1]}"'.format),
    st.tuples(KEY, WORDS).map("{0[0]}:{0[1]}".format),
    st.tuples(st.sampled_from(["after", "before"]), DATES).map(":".join),
)


@given(st.lists(PIECES, max_size=5).map(" ".join))
def test_terms_spelled_are_read_as_the_same_terms(text: str):
    try:
        query = read(text, READABLE)
    except QueryError:
        return
    assert query.text == spell(query.terms)
    assert read(query.text, READABLE).terms == query.terms


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str):
    try:
        query = read(text, READABLE)
    except QueryError:
        return
    assert read(query.text, READABLE).terms == query.terms


@given(st.sampled_from([*(f"{key}:" for key in KEYS), "", "who:k", "-by:u", "who:putin,x", "@", "p"]))
def test_what_is_offered_can_be_read(typed: str):
    for meant in completions(typed, VOCABULARY, {"kremlin": "by:kremlin"}):
        if meant.value:
            assert read(meant.typed, READABLE, {"kremlin": "by:kremlin"}).terms
        else:
            assert re.fullmatch(r".*-?[a-z]+:", meant.typed)


def test_saved_filters_written_out_are_bounded():
    many = " ".join(["ab"] * (LONGEST // 3))
    assert len(read("@a", READABLE, {"a": many}).text) == LONGEST - 2
    nested = {"a0": "kim " * 20, **{f"a{n}": f"@a{n - 1} " * 50 for n in range(1, 7)}}
    for text, saved in (("@a kim", {"a": many}), ("@a6", nested)):
        with pytest.raises(QueryError, match=f"at most {LONGEST:,} characters"):
            read(text, READABLE, saved)


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
    first, second = read(one, READABLE), read(other, READABLE)
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
    assert read(one, READABLE) != read(other, READABLE)


def test_a_saved_filter_that_is_another_by_now_is_another_filter():
    assert read("@x", READABLE, {"x": "by:tass"}) != read("@x", READABLE, {"x": "who:putin"})
    assert read("@x", READABLE, {"x": "by:tass"}) == read("by:tass", READABLE)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("strand:", "Tumen River bridge"),
        ("record:", "unnamed"),
        ("origins:", "2 origins"),
        ("conflict:not", "not the same"),
        ("source:kjd", "Korea JoongAng Daily"),
        ("language:", "English"),
        ("by:ushakov", "Yuri Ushakov"),
    ],
)
def test_what_is_offered_shows_names_and_writes_ids(typed: str, name: str):
    offered = {it.about: it for it in completions(typed, VOCABULARY, {})}
    value = offered[name]
    assert value.typed == f"{value.key}:{value.value} "
    assert VOCABULARY[value.key][value.value].name == name


def test_whose_name_is_written_whole_is_meant_alone():
    assert terms('source:"Korea Daily"')[0][1] == ("kd-ambassador",)
    assert terms("source:korea")[0][1] == ("kd-ambassador", "kjd-kim-unlikely")
    assert terms('by:"korea daily"')[0][1] == ("korea-daily",)
