"""Which characters do not show what is there."""

import unicodedata

import pytest

from model.quotes.hidden import is_hidden

IGNORABLE = ["\u034f", "\u115f", "\u1160", "\u180b", "\u3164", "\ufe0f", "\uffa0", "\U000e0100"]
"""Letters and marks that take no cell: their categories are those of what can be read."""


@pytest.mark.parametrize("character", IGNORABLE, ids=ascii)
def test_what_takes_no_cell_is_hidden_though_it_counts_as_a_letter_or_mark(character: str):
    assert unicodedata.category(character)[0] in "LM"
    assert is_hidden(character)


@pytest.mark.parametrize(
    "character", ["\x1b", "\x7f", "\u200b", "\u202e", "\u2028", "\ud800", "\ue000", "\n"], ids=ascii
)
def test_what_commands_reorders_or_separates_is_hidden(character: str):
    assert is_hidden(character)


@pytest.mark.parametrize("character", [" ", "a", "é", "\u0301", "\u3000", "한", "\U0001f1f0"], ids=ascii)
def test_what_can_be_read_is_not(character: str):
    assert not is_hidden(character)
