"""Words folded alike on both sides: what people type finds what sources print."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.query.folding import LONGEST_WORD, Finder, alternatives, folded, indexed, stands_for, words

SAME = [
    ("Vucic", "Vučić"),
    ("choe ryong hae", "Choe Ryong-hae"),
    ("ryonghae", "Choe Ryong-hae"),
    ("Pyongyang", "P’yŏngyang"),
    ("OBrien", "O'Brien"),
    ("STRASSE", "Straße"),
    ("fullwidth", "ＦＵＬＬＷＩＤＴＨ"),
    ("정은", "김정은이"),
    ("김정", unicodedata.normalize("NFD", "김정은")),
    ("cafe", "cafe\u0301"),
    ("cooperate", "co\u00adoperate"),
    # Strokes, hooks and joined letters, which Unicode does not take apart.
    ("Dorde Dinic", "Đorđe Đinić"),
    ("Oresund Aero", "Øresund, Ærø"),
    ("Lukasz Yildiz", "Łukasz and Yıldız"),
    ("Thor Gudmundsson", "Þór Guðmundsson"),
    ("coeur", "cœur"),
    ("Aliyev Heydar", "Əliyev, Heydər"),
    ("Казакстан", "Қазақстан"),
    ("ØRESUND", "oresund"),
    ("abugida", "aƀugɨđa"),
    # Elisions: the word is found with what stands before it, and without.
    ("ONU", "l’ONU et l’Organisation"),
    ("organisation", "l’ONU et l’Organisation"),
    ("l'ONU", "de l’ONU"),
    ("l’ONU", "L'ONU"),
    ("lonu", "l'ONU"),
    ("l'ONU", "UNO, dite ONU"),
    ("Ouchakov", "la visite d’Ouchakov"),
    ("D'Souza", "Dsouza"),
    ("Souza", "D'Souza"),
    ("Cote d'Ivoire", "la Côte d’Ivoire"),
    ("ivoire", "qu'Ivoire"),
    ("onu", "‘l’ONU’ dell'Onu"),
    ("est-ouest", "l’Est-Ouest"),
    ("estouest", "l’Est-Ouest"),
    ("aujourd'hui", "aujourd’hui"),
    ("aujourdhui", "qu'aujourd’hui"),
    # Abbreviations, with dots and without.
    ("US ambassador", "U.S. Ambassador"),
    ("U.S. ambassador", "US Ambassador"),
    ("U.S.", "the U.S"),
    ("U.S.", "U.S.’s"),
    ("DPRK", "D.P.R.K."),
    ("anti-U.S.", "anti-US"),
    ("ONU", "l'O.N.U."),
    ("США", "С.Ш.А."),
    # A word that was broken at the end of a line, and of a page.
    ("delegation", "dele-\ngation"),
    ("delegation", "dele-\r\n\fgation"),
]

NOT_THE_SAME = [
    *(("orea", "Korea"), ("기", "김정은"), ("kimchi", "Kim"), ("of the", "often")),
    *(("hui", "aujourd’hui"), ("brien", "O'Brien"), ("yongyang", "P’yŏngyang"), ("aechon", "T'aech'ŏn")),
    *(("U.S.", "used as usual"), ("U.S.", "you see"), ("S", "U.S."), ("U.S.", "USSR")),
    *(("gation", "delegation"), ("gationx", "dele-\ngation")),
]


def found(typed: str, text: str) -> bool:
    """Whether the index finds `typed` in `text`: every part, in one of its ways, by prefix."""
    known = list(indexed(text))
    return all(
        any(all(any(stands_for(own, word) for own in known) for word in way) for way in part)
        for part in alternatives(typed)
    )


@pytest.mark.parametrize(("typed", "text"), SAME)
def test_what_is_typed_plainly_finds_what_is_printed(typed: str, text: str):
    assert found(typed, text)
    assert Finder(typed).places(text)


@pytest.mark.parametrize(("typed", "text"), NOT_THE_SAME)
def test_no_wrong_hit(typed: str, text: str):
    assert not found(typed, text)
    assert not Finder(typed).all_in(text)


def test_a_place_is_that_of_the_words_in_the_text_as_it_stands():
    text = "› Lula, Fico and Vuc\u030cic\u0301 meet"
    (place,) = Finder("vucic").places(text)
    assert text[place.start : place.end] == "Vuc\u030cic\u0301"


def test_places_leave_out_what_parts_words_and_hold_what_stands_inside_of_them():
    for typed, text, place in (
        ("onu", "Vu: l’ONU et", "ONU"),
        ("ambassador us", "the U.S.-led", "U.S"),
        ("pyongyang", "a P’yŏngyang b", "P’yŏngyang"),
        ("thor", "Þór", "Þór"),
        ("delegation", "the dele-\ngation of", "dele-\ngation"),
        ("souza", "é D'Souza", "Souza"),
    ):
        (found,) = Finder(typed).places(text)
        assert text[found.start : found.end] == place


@pytest.mark.parametrize("typed", ["[/", "\\", '"', "'", "`", "…", "", " ", "\u202e", "-"])
def test_what_has_no_letter_and_no_digit_finds_nothing(typed: str):
    assert words(typed) == []
    assert Finder(typed).places("[/ \\ \" ' ` anything") == ()


@given(st.text(max_size=60) | st.text("lquabUS.'’- øþĐ", max_size=20))
def test_folding_twice_is_folding_once(text: str):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60))
def test_composed_and_decomposed_text_fold_alike(text: str):
    assert words(unicodedata.normalize("NFC", text)) == words(unicodedata.normalize("NFD", text))


@given(st.text(max_size=40), st.text(min_size=1, max_size=8))
def test_places_lie_in_the_text_in_order_and_never_overlap(text: str, typed: str):
    places = Finder(typed).places(text)
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))


def test_a_long_word_is_cut_on_both_sides_alike():
    assert found("a" * 10_000, "x " + "a" * 10_000)


def test_a_word_without_end_is_read_once():
    # Read from each of its letters on, it would take half an hour.
    assert list(indexed("a" * 300_000)) == ["a" * LONGEST_WORD]
