"""On every odd corpus each view holds to its room, whichever line the cursor is on, and to ASCII where asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from tests.effort import some
from tests.odd.corpora import CORPORA
from tests.tui.contexts import context_of
from tui.state.context import Context
from tui.state.scene import Viewed
from tui.text.line import Line
from tui.text.shown import cells
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.view import View

SIZES = some([(30, 3), (60, 8), (120, 20)], [(30, 3), (60, 8), (80, 10), (120, 20), (200, 40)])
TODAY = day_from_text("2025-06-01")

WIDER = {"lags": 44, "sources": 50, "inbox": 50}
"""Views whose rows are tables, and from which width on all of their columns have room."""

MOVES = (0, 1, 10**6, -1)
"""From the first line to the next, to the last, and back by one."""


def drawn(ctx: Context, width: int, height: int) -> Iterator[tuple[int, list[Line]]]:
    """The shown view with its cursor on the lines to which it is moved."""
    ctx = ctx.of(ctx.view.opened(ctx))
    for by in MOVES:
        scene, chosen = ctx.view.moved(ctx, by) if by else ctx.view.pointed(ctx)
        ctx = ctx.of(replace(scene, selection=chosen))
        assert isinstance(ctx.view, View)
        yield by, ctx.view.content(ctx, width, height, height > 10)
        title, right = ctx.view.title(ctx, width)
        assert title
        assert "\n" not in title + right


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("odd", CORPORA)
def test_every_view_holds_to_its_room(tmp_path: Path, odd: str, signs: Signs):
    folder = CORPORA[odd]()
    files = {name: it.encode() for name, it in folder.files.items()}
    archive = open_archive(folder.load(tmp_path / "corpus"), None, today=TODAY, files=files)
    for width, height in SIZES:
        first = context_of(archive, signs=signs)
        for name in first.views:
            if name == "search":
                continue
            ctx = first.of(replace(first.scene, viewed=Viewed(name)))
            for by, lines in drawn(ctx, width, height):
                assert len(lines) <= height, (name, width, by)
                most = max((cells(it.text) for it in lines), default=0)
                assert most <= max(width, WIDER.get(name, 0)), (name, width, by)
                if signs.ascii_only:
                    assert all(it.text.isascii() for it in lines), (name, width, by)
