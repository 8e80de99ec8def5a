import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.quotes.diffsentence import diff_sentence


@pytest.mark.parametrize(
    ("quote", "text", "sentence"),
    [
        ("he is expected to go", "he is not expected to go", 'the text has "not" after "is"'),
        ("he is not expected to go", "he is expected to go", 'the text lacks "not" after "is"'),
        ("it might come", "it would come", 'the text has "would" where the quote has "might"'),
        ("Kim is there", "Perhaps Kim is there", 'the text has "Perhaps" before "Kim"'),
        ("so it is.", "so it is", 'the text lacks "." after "is"'),
        ("may go", "may  go", 'the text has a space after "may"'),
        ("may go", "may\ngo", 'the text has a line break ("\\n") where the quote has a space'),
        ("may go", "may\r\ngo", 'the text has a line break ("\\r\\n") where the quote has a space'),
        ("may go", "may\n\ngo", 'the text has an empty line ("\\n\\n") where the quote has a space'),
        ("May 9", "May\u00a09", "the text has a no-break space where the quote has a space"),
        ("May 9", "May\u20039", "the text has white space (U+2003) where the quote has a space"),
        (
            "Kim's visit",
            "Kim\u2019s visit",
            'the text has "Kim\u2019s" (U+2019) where the quote has "Kim\'s" (U+0027)',
        ),
        (
            "caf\u00e9",
            "cafe\u0301",
            'the text has "cafe\u0301" (U+0065 U+0301) where the quote has "caf\u00e9" (U+00E9)',
        ),
        ("Kim", "Kim\u200b", 'the text has "<U+200B>" after "Kim"'),
        ("one two", "", 'the text lacks "one two"'),
        ("", "one\ntwo", 'the text has "one two"'),
        ("same", "same", "the text and the quote are the same"),
    ],
)
def test_one_difference_is_said_plainly(quote, text, sentence):
    assert diff_sentence(quote, text) == sentence


def test_three_differences_are_said_and_the_rest_counted():
    assert diff_sentence("a 1 b 2 c 3 d 4 e 5", "a 9 b 8 c 7 d 6 e 0") == (
        'the text has "9" where the quote has "1"; has "8" where the quote has "2";'
        ' has "7" where the quote has "3"; and 2 more'
    )
    assert "more" not in diff_sentence("a 1 b 2 c 3", "a 9 b 8 c 7")


def test_a_long_passage_is_shortened_in_the_middle():
    sentence = diff_sentence("start end", f"start {'word ' * 100}end")
    assert sentence.startswith('the text has "word word')
    assert " ... " in sentence
    assert len(sentence) < 120


@given(st.text(), st.text())
def test_the_sentence_is_one_bounded_line_of_printable_characters(quote, text):
    sentence = diff_sentence(quote, text)
    assert sentence.isprintable()
    assert len(sentence) < 3000
