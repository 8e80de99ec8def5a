from model.quotes.span import Span, position_of

TEXT = "On Wednesday he said so. He will go on Wednesday, likely. On Wednesday."


def test_words_are_found_only_inside_the_span():
    second = Span(TEXT.index("He will"), TEXT.index(" On Wednesday."))
    assert position_of(TEXT, "on Wednesday", second) == Span(36, 48)
    assert position_of(TEXT, "On Wednesday", second) is None
    assert position_of(TEXT, "he said", second) is None


def test_the_first_of_several_places_is_taken():
    assert position_of(TEXT, "Wednesday", Span(0, len(TEXT))) == Span(3, 12)


def test_words_across_the_end_of_the_span_are_not_inside():
    assert position_of("likely led", "likely", Span(0, 6)) == Span(0, 6)
    assert position_of("likely led", "likely", Span(0, 5)) is None
    assert position_of("likely led", "likely", Span(1, 10)) is None


def test_part_of_a_word_is_enough():
    assert position_of("unlikely", "likely", Span(0, 8)) == Span(2, 8)


def test_empty_words_stand_nowhere():
    assert position_of(TEXT, "", Span(0, 10)) is None
