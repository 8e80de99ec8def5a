"""Outside text becomes shown text: nothing dangerous survives, and every cell leads back to its code points."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from model.quotes.hidden import MAX_MARKS
from tests.strategies import PIECES
from tui.text.shown import cells, clusters, cut, fit, folded, shown

HOSTILE = [
    *PIECES,
    "\x1b]52;c;cm0gLXJm\x07", "\x9b2J", "\u200b", "\u200d", "\u2066", "\u2069", "\ufe0f", "\U000e0041",
    "e" + "\u0301" * 40, "\u0301", "\ue000", "\ud800", "[bold]", "[/x]", "[@click=app.quit]q[/]", "한국어",
    "\U0001f1f0\U0001f1f5", "ﷺ", "\u3000",
]  # fmt: skip
"""What a file may hold to do harm on a terminal, and what is only unusual."""

anything = st.one_of(st.text(), st.lists(st.sampled_from(HOSTILE), max_size=12).map("".join))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[2J", "<U+001B>[2J"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\x00b\x7f", "a<U+0000>b<U+007F>"),
        ("\u202etxt.exe", "<U+202E>txt.exe"),
        ("pass\u200bword", "pass<U+200B>word"),
        ("\ufefftitle", "<U+FEFF>title"),
        ("one\u2028two", "one<U+2028>two"),
        ("\ud800", "<U+D800>"),
        ("\u0301a", "<U+0301>a"),
        ("one\r\ntwo\tthree", "one two three"),
        ("one\r\n\r\ntwo\rthree\nfour", "one  two three four"),
        ("page\n\fnext \f end", "page next   end"),
        ("page\f\f\r\nnext\ftwo", "page next two"),
        ("[bold]not markup[/]", "[bold]not markup[/]"),
        ("“Russia’s”", "“Russia’s”"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
    ],
)
def test_what_could_do_harm_is_spelled_out_and_all_else_stays(text: str, expected: str):
    assert shown(text) == expected


@given(anything)
def test_no_control_format_or_unassigned_character_is_ever_shown(text: str):
    for form in (shown(text), shown(text, ascii_only=True), folded(text)):
        assert {unicodedata.category(character) for character in form} & {
            *("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        } == set()


@given(anything)
def test_ascii_only_means_ascii_only(text: str):
    form = shown(text, ascii_only=True)
    assert form.isascii()
    assert form == "" or form.isprintable()


@given(anything)
def test_what_is_shown_once_is_not_changed_when_shown_again(text: str):
    assert shown(shown(text)) == shown(text)


@given(anything, st.integers(0, 10_000))
def test_clusters_cover_every_code_point_once_in_order(text: str, start: int):
    items = list(clusters(text, start))
    assert [item.start for item in items] == [start, *(item.end for item in items)][: len(items)]
    assert (items[-1].end if items else start) == start + len(text)
    assert all(item.start < item.end for item in items)


@given(anything)
def test_a_cluster_says_how_many_cells_it_takes_and_none_takes_no_cell(text: str):
    for item in clusters(text):
        assert item.cells == cell_len(item.shown) > 0


@given(anything)
def test_clusters_joined_are_what_is_shown(text: str):
    assert "".join(item.shown for item in clusters(text)) == shown(text)


# Without U+034F, which is ignorable and shown as such.
@given(st.text(st.characters(min_codepoint=0x300, max_codepoint=0x34E), min_size=20, max_size=60))
def test_a_pile_of_marks_is_cut_down(marks: str):
    (item, *rest) = clusters("e" + marks)
    assert not rest
    assert len(item.shown) <= MAX_MARKS
    assert item.end == 1 + len(marks)


@given(anything, st.integers(0, 30), st.sampled_from(["⋯", "~"]))
def test_cut_text_fits_and_says_that_it_was_cut(text: str, width: int, mark: str):
    safe = shown(text)
    kept = cut(safe, width, mark)
    assert cells(kept) <= width
    if cells(safe) <= width:
        assert kept == safe
    elif width:
        assert kept.endswith(mark)
        assert safe.startswith(kept.removesuffix(mark))


@given(anything, st.integers(1, 30))
def test_fitted_text_has_exactly_its_width(text: str, width: int):
    assert cells(fit(shown(text), width, "⋯")) == width


def test_folding_leaves_no_mark_of_ambiguous_width():
    assert folded("“Russia’s” – a · b… 3×4 — it’s") == "\"Russia's\" - a . b... 3x4 - it's"


@given(st.sampled_from(["é", "ü", "č", "ﬁ"]), st.sampled_from(["NFC", "NFD"]))
def test_in_ascii_a_letter_keeps_its_base(letter: str, form):
    base = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    assert shown(unicodedata.normalize(form, letter), ascii_only=True) == base


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_hangul_are_told_apart_in_ascii(form):
    written = [unicodedata.normalize(form, it) for it in ("평양", "서울 2")]
    assert [shown(it, ascii_only=True) for it in written] == ["pyeongyang", "seoul 2"]
