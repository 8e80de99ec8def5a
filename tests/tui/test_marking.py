"""What is lit under the mouse is what Ctrl-C copies, however wide its characters are."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from model.index.archive import open_archive
from tests.tui.looking import pane, rows, settle
from tests.tui.small_corpus import small_corpus
from tui.app import DprkTui

WORDS = {
    "hangul": "\uae40\uc815\uc740 \uad6d\ubb34\uc704\uc6d0\uc7a5 Kim visits",
    "accents": "Cafe\u0301 de la Re\u0301publique meets",
    "emoji": "\U0001f680 launch \U0001f1f0\U0001f1f5 of \u2764\ufe0f rockets",
    "devanagari": "\u0909\u0924\u094d\u0924\u0930 \u0915\u094b\u0930\u093f\u092f\u093e news",
    "ascii": "Plain words about a visit",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
async def test_what_is_lit_is_what_is_copied(tmp_path: Path, words: str):
    archive = open_archive(small_corpus(tmp_path / "marked", ["2025-05-01"], words), None, today=0)
    async with DprkTui(archive).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        timeline = pane(pilot, "timeline")
        row = next(y for y, text in enumerate(rows(timeline)) if "1 May" in text)
        for first, last in ((16, 19), (17, 22), (18, 27), (20, 33), (3, 30), (19, 21)):
            await pilot.mouse_down("#timeline", offset=Offset(first, row))
            await pilot.hover("#timeline", offset=Offset(last, row))
            await pilot.mouse_up("#timeline", offset=Offset(last, row))
            await settle(pilot)
            strip = timeline.render_line(row)
            lit = "".join(text for text, style, _ in strip if style is not None and style.reverse)
            copied = pilot.app.screen.get_selected_text()
            assert copied, (first, last)
            assert lit.rstrip() == copied.rstrip(), (first, last)
            assert strip.cell_length == timeline.size.width
            assert sum(1 for text, style, _ in strip if style is not None and style.reverse) <= 6
