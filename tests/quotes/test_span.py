from model.quotes.span import TextSpan, position_of

TEXT = "On Wednesday he said so. He will go on Wednesday, likely. On Wednesday."


def test_words_are_found_only_inside_the_span():
    second = TextSpan(TEXT.index("He will"), TEXT.index(" On Wednesday."))
    assert position_of(TEXT, "on Wednesday", second) == TextSpan(36, 48)
    assert position_of(TEXT, "On Wednesday", second) is None
    assert position_of(TEXT, "he said", second) is None


def test_the_first_of_several_places_is_taken():
    assert position_of(TEXT, "Wednesday", TextSpan(0, len(TEXT))) == TextSpan(3, 12)


def test_words_across_the_end_of_the_span_are_not_inside():
    assert position_of("likely led", "likely", TextSpan(0, 6)) == TextSpan(0, 6)
    assert position_of("likely led", "likely", TextSpan(0, 5)) is None
    assert position_of("likely led", "likely", TextSpan(1, 10)) is None


def test_part_of_a_word_is_enough():
    assert position_of("unlikely", "likely", TextSpan(0, 8)) == TextSpan(2, 8)


def test_empty_words_stand_nowhere():
    assert position_of(TEXT, "", TextSpan(0, 10)) is None
