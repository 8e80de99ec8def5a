"""What is marked where claims are at odds: the words that tell a reading from the others."""

from model.asof.telling import telling_spans, words_of


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
