"""Nothing that we draw is of ambiguous width (UAX 11): such characters take two cells in many Korean terminals."""

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from rich.cells import cell_len

from model.index.archive import Archive, open_archive
from tests.cli.running import ROOT
from tests.readers import reader_of
from tests.tui.conftest import Archives, archive_at, corpus  # noqa: F401 - fixtures
from tests.tui.small_corpus import small_corpus
from tui.start.first_paint import picture
from tui.text.phrases import Phrases
from tui.text.shown import cells, cut
from tui.text.signs import ASCII, UNICODE
from tui.views.rows import Rows

AS_DATA = {
    "tui/text/shown.py",
    "tui/terminal/layouts.py",
    "tui/terminal/width.py",
    "model/quotes/folding.py",
    "model/quotes/numbers.py",
    "model/quotes/sentences.py",
    "model/quotes/words.py",
    "tui/document/reading.py",
    "model/asof/telling.py",
    "model/corpus/cells.py",
    "model/corpus/check_values.py",
    "model/corpus/codes/amounts.py",
    "model/corpus/codes/dates.py",
    "model/corpus/codes/meaning.py",
    "model/corpus/hedge_words.py",
    "model/corpus/codes/quotes.py",
    "model/dates/ordinals.py",
    "model/dates/coarse.py",
    "model/dates/edges.py",
    "model/dates/printed.py",
    "model/dates/worded.py",
    "model/dates/typed/korean.py",
    "model/dates/typed/words.py",
    "model/index/table/file/tokens.py",
    "model/query/folding.py",
    "model/query/letters.py",
    "model/query/twins.py",
    "model/exchange/brief_changes.py",
    "model/exchange/markdown_text.py",
    "model/exchange/tables/columns.py",
    "model/corpus/check_amounts.py",
    "model/corpus/check_chains.py",
    "model/corpus/doubt_words.py",
    "model/corpus/salvage.py",
    "model/corpus/slugs.py",
    "model/coding/coder.py",
    "model/curate/entry/amounts.py",
    "model/curate/entry/kinds.py",
    "model/curate/entry/source.py",
    "model/dates/juche.py",
    "tui/document/quoted.py",
    "model/curate/entry/saying.py",
    "model/curate/entry/voice.py",
    "model/dates/as_written.py",
    "model/dates/column.py",
    "model/dates/cell_dates.py",
    "tui/actions/marking.py",
    "model/corpus/check_hedges.py",
    "model/corpus/check_bounds.py",
    "model/curate/entry/event_near.py",
    "model/curate/entry/event_names.py",
    "model/dates/cell_doubt.py",
    "model/dates/cell_wholes.py",
}
"""Tables of what is folded away, told apart or read, and examples in Hangul; none of it is a word or mark of ours."""

AS_DATA_BELOW = ("model/cues/", "model/curate/intake/")
"""Folders of which every module is such a table, or reads what others have written."""

NAMES = ("김정은 국무위원장이 모스크바를 방문한다 ", "Влади\u0301мир Пу\u0301тин прилета\u0301ет в Пхенья\u0301н ",
         "Cafe\u0301 de la re\u0301publique, Nguye\u0302\u0303n ", "\U0001f680 launch \U0001f1f0\U0001f1f5 of a rocket",
         "e" + "\u0301" * 40 + " piled ", "한" * 60, "plain ASCII that is longer than any column ",
         "\u0939\u093f\u0928\u094d\u0926\u0940 \u0915\u094d\u0937\u093f " * 8)  # fmt: skip
"""Hangul, Cyrillic with accents, combining marks, emoji and flags, all longer than a column."""


def texts(path: Path) -> Iterator[str]:
    """The strings of a module that can be shown: all but its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def is_data(file: str) -> bool:
    return file in AS_DATA or file.startswith(AS_DATA_BELOW)


def test_no_word_rule_or_mark_of_ours_has_an_ambiguous_width():
    found = {
        (str(path.relative_to(ROOT)), character)
        for folder in ("tui", "model")
        for path in (ROOT / folder).rglob("*.py")
        for text in texts(path)
        for character in text
        if unicodedata.east_asian_width(character) in "AWF" and not is_data(str(path.relative_to(ROOT)))
    }
    assert found == set()


def test_every_mark_is_one_cell_and_no_letter_that_combines():
    for signs in (UNICODE, ASCII):
        marks = [*signs.by_word.values(), signs.selected, signs.new, signs.changed, signs.contested, signs.cut,
                 signs.rule, signs.divider, signs.chain]  # fmt: skip
        for mark in marks:
            assert cell_len(mark) == 1
            assert unicodedata.east_asian_width(mark) in {"N", "Na"}
            assert not unicodedata.combining(mark)
            assert unicodedata.category(mark) not in {"Cf", "Mn", "Me"}


def painted(archive: Archive, width: int, height: int) -> list[dict[int, str]]:
    """The rows of the timeline as a terminal has them: what stands in each cell."""
    screen = pyte.Screen(width, height)
    phrases = Phrases(archive.corpus, UNICODE, reader_of(archive).when.day)
    pyte.Stream(screen).feed(picture(reader_of(archive), phrases, None, "dark", width, height))
    return [{x: screen.buffer[y][x].data for x in range(width)} for y in range(height)]


@pytest.mark.parametrize(
    "name", NAMES, ids=["hangul", "cyrillic", "latin", "emoji", "piled", "wide", "ascii", "devanagari"]
)
@pytest.mark.parametrize("width", [44, 60, 79, 80, 81, 100])
def test_whatever_script_a_name_is_in_the_columns_after_it_line_up(tmp_path: Path, name: str, width: int):
    days = [f"2025-05-{day:02}" for day in range(1, 6)]
    archive = open_archive(small_corpus(tmp_path / "names", days, name), None, today=0)
    rows = Rows(
        reader_of(archive), Phrases(archive.corpus, UNICODE, reader_of(archive).when.day), width, gaps=False
    )
    drawn = [line for line in rows.lines(0, 10, 0) if line.target is not None]
    assert len({line.cells for line in drawn}) == 1
    for line in drawn:
        if line.target is not None:
            assert line.cells <= width
            before = "".join(span.text for span in line.spans[:5])
            assert cells(before) == 17, "selection, news, date and sign"


@pytest.mark.parametrize(
    "name", NAMES, ids=["hangul", "cyrillic", "latin", "emoji", "piled", "wide", "ascii", "devanagari"]
)
def test_a_name_is_cut_between_graphemes_and_never_too_long(name: str):
    for width in range(1, 60):
        kept = cut(name, width, "⋯")
        assert cells(kept) <= width
        if kept.endswith("⋯") and len(kept) < len(name):
            following = name[len(kept) - 1]
            assert not unicodedata.combining(following), "a letter is not parted from its accent"


def test_where_ambiguous_characters_are_wide_our_own_still_line_up(
    archive_at: Archives,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
):
    archive = archive_at()
    narrow = painted(archive, 100, 30)
    real = pyte.screens.wcwidth
    monkeypatch.setattr(
        "pyte.screens.wcwidth", lambda c: 2 if unicodedata.east_asian_width(c) in "AWF" else real(c)
    )
    assert painted(archive, 100, 30) == narrow
