"""What needs no tables to be told apart is measured, shown and drawn as with them."""

import sys
from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from model.quotes.hidden import is_hidden
from tests.effort import examples
from tui.terminal.width import cells, graphemes, is_apart, is_steady
from tui.text.shown import clusters, measures, shown

ALONE = [it for it in map(chr, range(sys.maxunicode + 1)) if is_apart(it)]


def test_each_character_that_is_apart_is_one_cluster_shown_as_it_is():
    assert len(ALONE) > 30_000
    for it in ALONE:
        assert split_graphemes(it)[0] == [(0, 1, cells(it))] and cell_len(it) == cells(it), hex(ord(it))
        assert is_steady(it) and not is_hidden(it) and it.isprintable(), hex(ord(it))


@examples(200)
@given(st.text(st.sampled_from(ALONE), max_size=30) | st.text(st.sampled_from("가A.각\u3131 の漢ㅏー")))
def test_of_such_characters_none_joins_another(text: str):
    ends = [0, *accumulate(1 for _ in text)]
    assert [*graphemes(text)] == split_graphemes(text)[0]
    assert cells(text) == cell_len(text) == sum(map(cells, text))
    assert shown(text) == text
    if is_apart(text):
        assert [(it.start, it.end) for it in clusters(text)] == [*pairwise(ends)]
        assert [*measures(text)] == [(at, at + 1, cells(it), it == " ") for at, it in enumerate(text)]


def test_what_may_join_is_looked_up():
    for text in (
        "e\u0301",
        "\u1112\u1161\u11ab",
        "a\u200db",
        "\U0001f1f0\U0001f1f5",
        "\ufe0f",
        "\u0939\u093f",
        "a\tb",
    ):
        assert not is_apart(text)
