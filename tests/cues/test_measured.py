"""How well the rules do is held by what the guide prints, and by what was promised of it."""

import pytest

from tests.cues.measuring import Measured, all_measured, hedges_of_articles, hedges_of_korean, verbs_of_korean

MEASURED = all_measured()


@pytest.mark.parametrize("it", MEASURED, ids=lambda it: it.name)
def test_of_date_words_most_are_found_few_are_false_and_no_stretch_is_made_a_day(it: Measured):
    assert it.found >= 0.95 * it.there
    assert it.false <= 0.10 * it.marked
    assert it.flattened == 0


@pytest.mark.parametrize("it", [it for it in MEASURED if it.asked], ids=lambda it: it.name)
def test_most_date_words_mean_what_people_say_they_mean(it: Measured):
    assert it.right >= 0.8 * it.asked


@pytest.mark.parametrize("it", [hedges_of_articles(), hedges_of_korean()], ids=lambda it: it.name)
def test_most_hedges_suggest_what_was_curated(it):
    assert it.found >= 0.95 * it.hedged
    assert it.status >= 0.85 * it.hedged
    assert it.factuality >= 0.9 * it.hedged
    assert it.needless <= 0.1 * it.of


def test_all_korean_reporting_verbs_are_found_and_no_others():
    there, found, more = verbs_of_korean()
    assert (found, more) == (there, 0)
