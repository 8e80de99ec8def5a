"""Whatever a file holds, nothing in it commands the terminal, hides, reorders a line or is read as markup."""

import unicodedata
from pathlib import Path

import pytest

from model.index.archive import open_archive
from tests.tui.looking import SIZES, press, rows
from tests.tui.small_corpus import small_corpus
from tui.app import DprkTui
from tui.seam.widget import LinesWidget
from tui.text.signs import ASCII, UNICODE, Signs

HOSTILE = (
    "[bold]a[/] [/x] \x1b[2J \x1b]52;c;cm0=\x07 \x9b31m \u202etxt \u200b\u2066 \u0301 한국 e" + "\u0301" * 30
)
DANGER = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
async def test_no_pane_shows_a_dangerous_character_as_it_is(
    tmp_path: Path, size: tuple[int, int], signs: Signs
):
    corpus = small_corpus(tmp_path / "hostile", ["2025-05-01", "2025-05-02"], HOSTILE)
    seen = ""
    async with DprkTui(open_archive(corpus, None, today=0), signs).run_test(size=size) as pilot:
        for keys in (["home"], ["j"], ["2", "end", "enter"], ["3", "z"]):
            await press(pilot, *keys)
            seen += "".join(row for widget in pilot.app.screen.query(LinesWidget) for row in rows(widget))
    assert {unicodedata.category(character) for character in seen} & DANGER == set()
    assert "[bold]a[/] [/x]" in seen, "markup is text like any other"
    assert "<U+001B>" in seen
    assert "<U+202E>" in seen
    assert seen.isascii() == signs.ascii_only
