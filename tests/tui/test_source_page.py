"""A document as a page: every word once, in order, each line in its width, furniture folded away."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from model.corpus.corpus import Corpus
from model.quotes.span import TextSpan, merged
from tests.growth import GROWTH, growth
from tests.strategies import PIECES
from tui.document.long_page import LongPage
from tui.document.page import Page, lay_out_stretch
from tui.terminal.width import graphemes
from tui.text.shown import clusters, is_plain, measures, shown
from tui.text.wrap import wrap, wrap_at_most, wrap_clusters, wrap_text

prose = st.one_of(
    st.text(st.characters(codec="utf-8")), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
)
widths = st.integers(8, 80)


def lay_out(text: str, furniture: Sequence[TextSpan], width: int, ascii_only: bool) -> Page:
    """The whole of a document, in one go."""
    return lay_out_stretch(text, TextSpan(0, len(text)), merged(furniture), width, ascii_only)


def words_of(page: Page) -> list[str]:
    return ["".join(item.shown for item in line.clusters).rstrip() for line in page]


@given(prose, widths)
def test_every_visible_code_point_is_on_the_page_once_and_in_order(text: str, width: int):
    covered = [at for line in lay_out(text, (), width, False) for item in line.clusters
               for at in range(item.start, item.end)]  # fmt: skip
    assert covered == sorted(set(covered))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(covered)


@given(prose, widths)
def test_no_line_is_wider_than_the_page(text: str, width: int):
    for line in lay_out(text, (), width, False):
        items = list(line.clusters)
        while items and items[-1].shown == " ":
            items.pop()
        assert sum(item.cells for item in items) <= width or len(items) == 1


@given(prose, widths)
def test_blank_lines_are_never_doubled(text: str, width: int):
    page = lay_out(text, (), width, False)
    blank = [not line.clusters and not line.note for line in page]
    assert (True, True) not in list(pairwise(blank))


@given(prose, widths, st.data())
def test_the_line_of_a_visible_code_point_holds_it(text: str, width: int, data):
    places = [at for at, character in enumerate(text) if not character.isspace()]
    if places:
        at = data.draw(st.sampled_from(places))
        page = LongPage(text, (), width, False)
        line = page[page.row_of(at)]
        assert line.start <= at < line.end


@pytest.mark.parametrize("width", [20, 37, 57, 77, 160])
def test_every_quote_of_the_bundled_corpus_starts_on_the_line_found_for_it(corpus: Corpus, width: int):
    for claim, span in corpus.anchors.claims.items():
        source = corpus.claims[claim].source
        page = LongPage(corpus.texts[source], corpus.anchors.furniture.get(source, ()), width, False)
        line = page[page.row_of(span.start)]
        assert line.start <= span.start < line.end
        assert line.clusters, "no quote lies in furniture"


def test_a_run_of_furniture_is_one_line_that_counts_its_lines():
    text = "Menu\n\nLog in\nSearch\nThe news.\nShare"
    furniture = [TextSpan(0, 12), TextSpan(13, 19), TextSpan(30, 35)]
    page = lay_out(text, furniture, 40, False)
    assert [(line.note or word) for line, word in zip(page, words_of(page), strict=True)] == [
        "3 lines of page furniture", "", "The news.", "", "1 line of page furniture", "",
    ]  # fmt: skip


def test_a_line_that_is_only_partly_furniture_stays():
    page = lay_out("By Kim  Share", [TextSpan(8, 13)], 40, False)
    assert words_of(page) == ["By Kim  Share"]


def test_furniture_hides_nothing_else(corpus: Corpus):
    for source, text in corpus.texts.items():
        furniture = corpus.anchors.furniture.get(source, ())
        shown_at = {at for line in lay_out(text, furniture, 60, False) for item in line.clusters
                    for at in range(item.start, item.end)}  # fmt: skip
        hidden = {at for at, character in enumerate(text) if at not in shown_at and not character.isspace()}
        assert hidden <= {at for span in furniture for at in range(span.start, span.end)}


def test_both_kinds_of_line_end_make_the_same_page():
    unix = lay_out("One two.\n\nThree.", (), 40, False)
    windows = lay_out("One two.\r\n\r\nThree.", (), 40, False)
    assert words_of(unix) == words_of(windows) == ["One two.", "", "Three."]


def test_an_empty_document_is_an_empty_page():
    page = LongPage("", (), 40, False)
    assert list(page.rows()) == page.window(page.row_of(0), 10) == []


def test_lines_break_after_spaces_and_in_longer_words_anywhere():
    assert wrap_text("the quick brown fox", 9) == ["the quick", "brown fox"]
    assert wrap_text("a verylongword b", 6) == ["a", "verylo", "ngword", "b"]
    assert wrap_text("", 6) == [""]


@pytest.mark.parametrize("width", range(24, 60))
@pytest.mark.parametrize("pair", ["on record", "30 Apr", "9 May 2025", "7-10 May", "3 claims", "12 d"])
def test_no_line_is_broken_between_a_number_and_what_it_counts(pair: str, width: int):
    text = f"said by the Kremlin and by its aide Yuri Ushakov, {pair}, and by others besides"
    rows = wrap_text(text, width)
    assert max(map(len, rows)) <= width
    assert " ".join(rows) == text
    assert any(pair in row for row in rows), rows


def test_a_wide_character_is_never_split_at_the_edge():
    assert wrap_text("북한 대표단", 5) == ["북한", "대표", "단"]


PLAIN = "ab  ~¡éɏ–’“…"


@given(st.text(st.sampled_from(PLAIN), max_size=80), st.integers(1, 12))
def test_plain_text_is_wrapped_as_clusters_are(text: str, width: int):
    assert is_plain(text)
    lines = wrap_clusters(list(clusters(text)), width)
    assert wrap(text, width) == [(line[0].start, line[-1].end) if line else (0, 0) for line in lines]


def test_each_plain_character_is_a_cluster_shown_as_it_is_in_one_cell():
    plain = "".join(filter(is_plain, map(chr, range(0x3000))))
    assert set(PLAIN) <= set(plain)
    clustered = [(plain[first:last], width) for first, last, width in split_graphemes(plain)[0]]
    assert clustered == [(character, 1) for character in plain]
    assert not any(unicodedata.category(character) in {"Cc", "Cf"} for character in plain)


@given(prose, st.integers(12, 60))
def test_wrapping_loses_nothing_but_spaces_at_breaks(text: str, width: int):
    items = list(clusters(text))
    assert [item for line in wrap_clusters(items, width) for item in line] == items
    assert "".join(wrap_text(shown(text), width)).replace(" ", "") == shown(text).replace(" ", "")


@given(
    st.lists(st.from_regex(r"[a-z]{1,7}", fullmatch=True), max_size=30), st.integers(7, 40), st.integers(1, 4)
)
def test_at_most_so_many_lines_and_the_mark_only_where_something_is_missing(
    words: list[str], width: int, most: int
):
    text = " ".join(words)
    kept = wrap_at_most(text, width, most, "⋯")
    assert len(kept) <= most
    assert all(len(line) <= width for line in kept)
    joined = " ".join(kept)
    assert joined == text or (joined.endswith("⋯") and text.startswith(re.sub(r"⋯$", "", joined)))


@given(st.text(st.sampled_from("a \t\r\n\f\x1b\u0301\u200d한é"), max_size=14), st.booleans())
def test_clusters_are_measured_as_they_are_shown(text: str, ascii_only: bool):
    shown_as = [(it.start, it.end, it.cells, it.shown == " ") for it in clusters(text, 0, ascii_only)]
    assert list(measures(text, ascii_only)) == shown_as


@given(prose, st.integers(1, 40), st.booleans())
def test_any_text_is_wrapped_as_clusters_are(text: str, width: int, ascii_only: bool):
    lines = wrap_clusters(list(clusters(text, 0, ascii_only)), width)
    assert wrap(text, width, ascii_only) == [
        (line[0].start, line[-1].end) if line else (0, 0) for line in lines
    ]


@pytest.mark.parametrize("text", ["북한 대표단이 온다. ", "The words “go” on. ", "Делегация едет. "])
def test_a_long_paragraph_is_laid_out_without_making_its_clusters(text: str, monkeypatch: pytest.MonkeyPatch):
    lay_out(text, (), 40, False)
    made: list[str] = []

    def split(piece: str) -> list[tuple[int, int, int]]:
        made.append(piece)
        return [*graphemes(piece)]

    monkeypatch.setattr("tui.text.shown.graphemes", split)
    page = lay_out(text * 1000, (), 40, False)
    assert len(page) > 300
    assert not made


def test_furniture_is_looked_up_and_not_tried_for_each_line():
    lines = [f"Menu {number}" for number in range(400)]
    text = "\n".join(line for pair in zip(lines, ["The news."] * 400, strict=True) for line in pair)
    at = 0
    spans = []
    for line in lines:
        at = text.index(line + "\n", at)
        spans.append(TextSpan(at, at + len(line)))

    def on(size: int) -> Callable[[], object]:
        cut = spans[size].start
        return lambda: lay_out(text[:cut], spans[:size], 40, False)

    assert growth(on, 90) < GROWTH
