"""Figures: each is one that its words give, or the words give none for certain."""

from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from tests.corpus.spoiled import A, findings_in, spoil


def codes(folder: Path, amount: str, status: str = 'status = "scheduled"') -> list[str]:
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    spoil(folder, A, status, f'amounts = [{{ what = "days", {amount} }}]\n{status}')
    return [f"{it.code} {it.field}" for it in findings_in(folder) if not it.follows]


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ('value = 9, words = "May 9"', []),
        ('value = 9.0, words = "9", unit = "days", about = true', []),
        ('min = 9, words = "May 9"', []),
        ('max = 9, words = "May 9"', []),
        ('min = 9, max = 9, words = "May 9"', []),
        ('value = 0, words = "a visit"', []),
        ('value = 1000000000000000, words = "a visit"', []),
        ('value = 1000000000000001, words = "a visit"', ["A003 claim[0].amounts[0].value"]),
        ('value = -1, words = "a visit"', ["A003 claim[0].amounts[0].value"]),
        ('max = inf, words = "a visit"', ["A003 claim[0].amounts[0].max"]),
        ('min = nan, words = "a visit"', ["A003 claim[0].amounts[0].min"]),
        ('value = 90, words = "May 9"', ["A004 claim[0].amounts[0].value"]),
        ('min = 9, max = 90, words = "May 9"', ["A004 claim[0].amounts[0].max"]),
        ('min = 90, max = 9, words = "May 9"', ["A002 claim[0].amounts[0].max"]),
        ('words = "May 9"', ["A001 claim[0].amounts[0]"]),
        ('value = 9, min = 9, words = "May 9"', ["A001 claim[0].amounts[0]"]),
        ('value = 8, words = "8 days"', ["Q005 claim[0].amounts[0].words"]),
        ('value = "9", words = "May 9"', ["S006 claim[0].amounts[0].value"]),
        ('value = true, words = "May 9"', ["S006 claim[0].amounts[0].value"]),
        ("value = 9", ["S005 claim[0].amounts[0]"]),
    ],
)
def test_a_figure_is_one_that_its_words_give(folder: Path, amount: str, found: list[str]):
    assert codes(folder, amount) == found


def test_the_sentence_says_what_the_words_say(folder: Path):
    codes(folder, 'value = 90, words = "May 9"')
    assert [it.message for it in findings_in(folder) if it.code == "A004"] == [
        '"May 9" says 9, not 90; correct the one that is wrong'
    ]


def test_a_sound_figure_is_in_the_corpus(folder: Path):
    codes(folder, 'value = 9, words = "May 9"')
    (amount,) = load_corpus(folder).claims["c1"].amounts
    assert (amount.what, amount.value, amount.about) == ("days", 9, False)
