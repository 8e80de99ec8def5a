import pytest

from model.quotes.document import NotUtf8, decode, line_and_column


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffKim",
        "one\r\ntwo\rthree\n",
        "Kim\u2019s\u00a0visit",
        "cafe\u0301",
        "\U0001f1f0\U0001f1f5 a\x00b",
        "",
    ],
)
def test_decoding_changes_nothing(text):
    assert decode(text.encode()) == text


def test_a_wrong_byte_is_named_with_its_offset_and_line():
    with pytest.raises(NotUtf8) as caught:
        decode("é\nKim\n".encode() + b"caf\xe9 au lait\n\xff")
    assert (caught.value.offset, caught.value.line) == (10, 3)
    assert str(caught.value) == "not UTF-8: byte 0xE9 at offset 10 (line 3); it must be UTF-8"


@pytest.mark.parametrize(
    ("data", "offset"),
    [(b"ab\xc0\x80", 2), (b"\xed\xa0\x80", 0), (b"abc\xe2\x80", 3), ("Kim".encode("utf-16"), 0)],
    ids=["overlong", "surrogate", "cut short", "UTF-16"],
)
def test_only_strict_utf_8_is_taken(data, offset):
    with pytest.raises(NotUtf8) as caught:
        decode(data)
    assert caught.value.offset == offset


def test_lines_end_at_line_feeds_only():
    text = "a\rb\u2028c\x85d\r\n\U0001f600xy\n"
    assert line_and_column(text, 0) == (1, 1)
    assert line_and_column(text, text.index("d")) == (1, 7)
    assert line_and_column(text, text.index("\n")) == (1, 9)
    assert line_and_column(text, text.index("y")) == (2, 3)
    assert line_and_column(text, len(text)) == (3, 1)


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset):
    with pytest.raises(ValueError, match="must be 0 to 3"):
        line_and_column("abc", offset)
