"""Text on its way into a document: on one line, and nothing in it that cannot be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.exchange.visible import visible
from model.quotes.hidden import is_hidden
from tests.quotes.test_hidden import IGNORABLE


@pytest.mark.parametrize("character", ["\u202e", "\x1b", *IGNORABLE], ids=ascii)
def test_a_hidden_character_is_spelled_out(character: str):
    assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


@given(st.text())
def test_nothing_hidden_comes_out(text: str):
    assert not [character for character in visible(text) if is_hidden(character)]
