"""What goes into FTS5 is, parted as its tokenizer parts it, what `indexed` gives of each cell."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.index.table.file.tokens import WordTexts
from model.query.folding import LONGEST_WORD, has_inside, indexed

TOKEN = re.compile("[A-Za-z0-9\x80-\U0010ffff]+")
"""As FTS5's tokenizer `ascii` has it."""

WORDS = (
    "Choe",
    "Ryong-hae",
    "U.S.",
    "u.n",
    "a.b.c",
    "l'ONU",
    "P'yŏngyang",
    "o`brien",
    "x_y",
    "KN-23형",
    "형kn23",
)
MORE = (
    "평양에서",
    "조선-로동당",
    "가나-다라-마바",
    "ｆｕｌｌ",
    "½",
    "ŉ",
    "2021-05-03",
    "38.51",
    "a.B",
    "x" * 70,
    "東京",
)
BLANKS = (
    " ",
    "-",
    "-\n",
    "- \r\n\t",
    "\u2011\n",
    "－\n",
    "\u3000",
    "\u00a0",
    ", ",
    ".",
    "'",
    "",
    "\n",
    "\r",
    "\x1c",
)

KOREAN = ("평양에서", "조선-로동당", "가나-다라-마바", "東京")

cells = st.lists(st.sampled_from((*WORDS, *KOREAN, *MORE, *BLANKS)) | st.text(max_size=4), max_size=6).map(
    "".join
)


def tokens(text: str) -> set[str]:
    """The words that FTS5 finds in a text."""
    return {word.translate({code: code + 32 for code in range(65, 91)}) for word in TOKEN.findall(text)}


@example(["Choe Ryong-\nhae", "-", "\nhae"])
@example(["a-", "\nb"])
@given(st.lists(cells, max_size=4))
def test_a_row_has_the_words_of_its_cells(row: list[str]):
    plain, inside = WordTexts().of(row)
    expected = {word for cell in row for word in indexed(cell)}
    # A word without end goes in whole: all that is asked for of it is its beginning.
    found = {word[:LONGEST_WORD] for word in tokens(plain)} | tokens(inside)
    assert found == expected
    assert all(map(has_inside, tokens(inside)))
    assert not any(map(has_inside, tokens(plain)))


def test_what_is_folded_is_kept_and_the_same_again():
    words = WordTexts()
    row = ["Choe Ryong-hae, 평양에서 O'Brien", "Reisn\u00ebr 38.5"]
    assert words.of(row) == words.of(row) == WordTexts().of(row)


@pytest.mark.parametrize("text", ["plain English of many words", "2021-05-03", "one\nline and another"])
def test_plain_english_goes_in_as_it_is(text: str):
    assert WordTexts().of([text])[0].startswith(text)
