"""What is marked where claims are at odds: the words that tell a reading from the others."""

from model.asof.telling import Sides, telling_spans, words_of


def marked(quote: str, reading: str, others: list[str], hedge: str | None = None) -> list[str]:
    return [quote[span.start : span.end] for span in telling_spans(quote, reading, words_of(others), hedge)]


def test_the_words_of_the_reading_are_marked_and_what_all_share_is_not():
    quote = "a North Korean ambassador would attend"
    assert marked(quote, "ambassador of North Korea", ["delegation of North Korea"]) == ["ambassador"]


def test_the_hedge_is_marked_and_joined_with_its_neighbours():
    assert marked(
        "planning to send a delegation likely led by Choe", "led by Choe", ["an envoy"], "likely"
    ) == [
        "likely",
        "Choe",
    ]


def test_compounds_and_forms_of_a_word_are_found():
    assert marked("an ambassador-level official", "ambassador", ["envoy"]) == ["ambassador-level"]
    assert marked("their deployment to Kursk", "deployed", ["dispatched"]) == ["deployment"]


def test_a_negation_tells_more_than_any_other_word():
    assert marked("he will not attend", "does not attend", ["attend"]) == ["not"]


def test_where_the_reading_is_not_in_the_quote_what_only_this_side_says_is_marked():
    assert marked("troops are on their way", "dispatched", ["troops would be deployed"]) == ["their"]


def test_a_quote_that_says_the_same_has_nothing_marked():
    assert marked("Kim attends", "Kim attends", ["Kim attends"]) == []


def test_short_words_tell_nothing_and_numbers_do():
    assert marked("13 of the units", "13 units", ["the units"]) == ["13"]
    assert marked("he is off to it", "he is off", ["it"]) == []


def test_a_hedge_that_is_not_there_marks_nothing_and_neighbours_are_told_apart_by_what_is_between():
    assert marked("a delegation comes", "delegation", ["envoy"], "likely") == ["delegation"]
    assert marked("delegation, perhaps", "delegation perhaps", ["envoy"]) == ["delegation", "perhaps"]
    assert marked("delegation perhaps", "delegation perhaps", ["envoy"]) == ["delegation perhaps"]


def test_what_two_sides_say_is_not_the_own_of_either():
    sides = Sides([["the envoy comes"], ["the envoy stays"], ["nobody comes"]])
    assert [word in sides.others(0) for word in ("envoy", "comes", "stays", "nobody")] == [
        True,
        True,
        True,
        True,
    ]
    assert [word in sides.others(1) for word in ("stays", "comes")] == [False, True]
