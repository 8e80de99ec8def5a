"""The 18 cases and 3 orders of Hypothesis's match-quote tests (tests/data/quotes-hypothesis).

Hypothesis takes the best match; here it is only offered. So `nearest` must answer as Hypothesis does, and `anchor`
must refuse wherever the words or their surroundings are not there to the letter.
"""

import json
from pathlib import Path

import pytest

from model.quotes.anchor import QuoteAmbiguous, QuoteEmpty, QuoteNotFound, anchor
from model.quotes.nearest import Likeness, nearest
from model.quotes.span import TextSpan

DATA = json.loads((Path(__file__).parents[1] / "data/quotes-hypothesis/match-quote.json").read_text("utf-8"))
CASES = {case["name"]: case for case in DATA["cases"]}


def text_of(case):
    return case["text"][1:] if case["text"].startswith("=") else DATA["texts"][case["text"]]


def quote_of(case):
    return {"exact": case["quote"], "prefix": case.get("prefix") or "", "suffix": case.get("suffix") or ""}


def test_all_cases_are_here():
    assert len(DATA["cases"]) == len(CASES) == 18
    assert [order["vary"] for order in DATA["score_must_decrease"]] == ["quote", "prefix", "suffix"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("expect", 0) is None])
def test_what_hypothesis_finds_nothing_for_is_not_offered_anything(name):
    case = CASES[name]
    assert nearest(text_of(case), **quote_of(case), hint=case.get("hint")) is None
    with pytest.raises((QuoteEmpty, QuoteNotFound)):
        anchor(text_of(case), **quote_of(case))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("expect", 0) is not None])
def test_what_hypothesis_takes_is_offered(name):
    case = CASES[name]
    found = nearest(text_of(case), **quote_of(case), hint=case.get("hint"))
    assert found is not None
    assert found.span.start == case.get("expect_start", found.span.start)
    assert found.text == case.get("expect_text", "before us")
    assert (found.kind is Likeness.EXACT) == (found.text == case["quote"])


def test_an_exact_match_is_taken():
    case = CASES["finds exact match"]
    assert anchor(text_of(case), case["quote"]) == TextSpan(141, 153)


@pytest.mark.parametrize("number", [0, 1, 4, 5])
def test_true_context_is_taken_once_its_space_is_written(number):
    """Hypothesis's context leaves out the space between; ours must adjoin, so that it cannot be read two ways."""
    case = CASES[f"best context match {number}"]
    quote = quote_of(case)
    with pytest.raises(QuoteNotFound):
        anchor(text_of(case), **quote)
    if quote["prefix"]:
        quote["prefix"] += " "
    else:
        quote["suffix"] = " " + quote["suffix"]
    assert anchor(text_of(case), **quote).start == case["expect_start"]


@pytest.mark.parametrize(
    "name",
    [
        "best approximate match",
        *(f"best context match {number}" for number in (2, 3, 6, 7)),
        "hint A",
        "hint B",
        "no hint -> first",
        "prefix longer than match start",
        "match at end with missing suffix",
    ],
)
def test_what_is_only_alike_is_never_taken(name):
    case = CASES[name]
    with pytest.raises(QuoteNotFound):
        anchor(text_of(case), **quote_of(case))


def test_a_place_is_never_chosen_by_position():
    with pytest.raises(QuoteAmbiguous):
        anchor(DATA["texts"]["twoCities"], "before us")


@pytest.mark.parametrize("order", DATA["score_must_decrease"], ids=lambda order: order["vary"])
def test_a_worse_match_scores_less(order):
    quote = {"exact": order.get("quote", "")}
    varied = "exact" if order["vary"] == "quote" else order["vary"]
    found = [nearest(text_of(order), **(quote | {varied: words})) for words in order["best_first"]]
    scores = [candidate.score for candidate in found if candidate]
    assert len(scores) == len(found)
    assert scores == sorted(set(scores), reverse=True)
    assert scores[0] == 1.0
