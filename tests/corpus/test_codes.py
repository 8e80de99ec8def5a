"""The table of codes: each is whole, and what the program finds has one of them."""

import re

import pytest

from model.corpus.codes import CODES, SUBJECTS, Code
from model.corpus.findings import Place, Problem

EVERY = [code for _, codes in SUBJECTS.values() for code in codes]


@pytest.mark.parametrize("code", EVERY, ids=lambda code: code.id)
def test_a_code_says_what_it_is_in_plain_sentences(code: Code):
    assert re.fullmatch(r"[A-Z]\d{3}", code.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert code.example
    for sentence in (code.cause, code.remedy):
        assert sentence[0].isupper()
        assert sentence.endswith(".")


def test_no_two_codes_share_an_id_or_a_name():
    assert len(CODES) == len(EVERY) == len({code.name for code in EVERY})


def test_the_letter_of_a_code_is_its_subject():
    for letter, (_, codes) in SUBJECTS.items():
        assert {code.id[0] for code in codes} == {letter}
        assert [code.id for code in codes] == sorted(code.id for code in codes)


def test_a_problem_of_a_code_that_nothing_explains_cannot_be_made():
    with pytest.raises(KeyError):
        Problem(Place("x"), "x", "Q999")
