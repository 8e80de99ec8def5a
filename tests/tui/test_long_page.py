"""A document that is laid out where it is looked at reads as one that is laid out whole."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.quotes.span import TextSpan, merged
from tests import shapes
from tests.effort import examples
from tests.growth import growth
from tui.document.long_page import LongPage, Row
from tui.document.page import PageLine, lay_out_stretch
from tui.document.reading import DocumentReading, page_of
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE

texts = st.lists(
    st.sampled_from(["The news. ", "통신은 밝혔다 ", "Menu", "\n", "\n\n", "\r\n", " ", "x" * 30, "e\u0301"]),
    max_size=40,
).map("".join)
places = st.integers(0, 400)
furnitures = st.lists(st.tuples(places, st.integers(1, 60)), max_size=6)
blocks, widths = st.sampled_from([1, 7, 40, 4096]), st.integers(8, 40)
Made = tuple[LongPage, list[PageLine], list[Row]]


def made(text: str, drawn: list[tuple[int, int]], width: int, block: int) -> Made:
    """A page, the lines of the same in one go, and the rows of the page."""
    furniture = [TextSpan(start, min(start + size, len(text))) for start, size in drawn if start < len(text)]
    page = LongPage(text, furniture, width, False, block)
    whole = lay_out_stretch(text, TextSpan(0, len(text)), merged(furniture), width, False)
    return page, list(whole), [*LongPage(text, furniture, width, False, block).rows()]


@given(texts, furnitures, widths, blocks, st.data())
@examples(150)
def test_each_window_is_a_slice_of_the_whole(text: str, drawn, width: int, block: int, data):
    page, whole, rows = made(text, drawn, width, block)
    assert len(rows) == len(whole)
    if rows:
        # Far down first: what stands above has not been laid out.
        top, height = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 12))
        window = page.window(rows[top], height)
        assert window == rows[top : top + height]
        assert [page[row] for row in window] == whole[top : top + height]
        starts = [*(line.start for line in whole), None]
        assert page.starts(rows[top]) == (starts[top], starts[top + 1])


@given(texts, furnitures, widths, blocks, st.data())
@examples(150)
def test_one_goes_by_lines_as_in_the_whole(text: str, drawn, width: int, block: int, data):
    page, _, rows = made(text, drawn, width, block)
    if rows:
        here, by = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(-40, 40))
        there, last = here + by, len(rows) - 1
        assert page.at(rows[here], by) == (rows[there] if 0 <= there <= last else None)
        assert page.moved(rows[here], by) == rows[max(0, min(there, last))]
        assert page.moved(rows[here], 10**9) == rows[-1]
        assert page.moved(rows[here], -(10**9)) == rows[0]
        height = data.draw(st.integers(1, 12))
        assert page.filled(rows[here], height) == rows[max(0, min(here, len(rows) - height))]


@given(texts, furnitures, widths, blocks, places)
@examples(150)
def test_a_place_is_found_where_the_whole_shows_it(text: str, drawn, width: int, block: int, place: int):
    page, whole, rows = made(text, drawn, width, block)
    if rows:
        below = (number for number, line in enumerate(whole) if place < line.end)
        assert page.row_of(place) == rows[next(below, len(rows) - 1)]


def test_a_place_in_a_long_document_costs_what_it_costs_in_a_short_one(tmp_path):
    def seen(size: int) -> Callable[[], object]:
        corpus = load_corpus(shapes.write(shapes.one_document(size), tmp_path / str(size)))
        phrases = Phrases(corpus, UNICODE, day_from_text("2025-07-01"))
        claim = corpus.claims[f"claim-{size // 2}"]
        reading = DocumentReading("paper", page_of(corpus, "paper", 60, False), phrases)
        # What is quoted in it is found once for a day.
        reading.line(reading.page.row_of(0), None)

        def work() -> None:
            page = page_of(corpus, "paper", 60, False)
            reading = DocumentReading("paper", page, phrases)
            row, _ = reading.rows_of(corpus.anchors.claims[claim.id])
            for shown in page.window(page.filled(page.moved(row, -9), 30), 30):
                reading.line(shown, claim)
            reading.quoted.number_of(claim.id)

        return work

    assert growth(seen, 200) < 1.1
