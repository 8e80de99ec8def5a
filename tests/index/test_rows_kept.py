"""Rows that were asked for by their events, and are asked for again: with each letter of a search nearly all are."""

from typing import Any

import pytest

from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from model.index.values import AsOf
from tests.handmade import corpus_of

DAY = day_from_text("2025-07-01")
CORPUS = corpus_of(
    "\n".join(f"c{it}  2025-06-01  scheduled  CT+  2025-07-{30 - it}  event=e{it}" for it in range(12))
)


def reader() -> Any:
    return open_archive(CORPUS, None, DAY).at(AsOf(DAY))


def test_rows_that_are_asked_for_again_are_the_same_whatever_was_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("model.index.sqlite.reader._KEPT", 3)
    kept = reader()
    for some in (["e3", "e1"], ["e1", "e9", "e1"], ["none"], ["e9", "none", "e11", "e0"], ["e1", "e3"], []):
        assert kept.rows_among(some) == reader().rows_among(some)
        assert [row.event for row in kept.rows_among(some)] == kept.in_order(some)
    # What is kept is asked of no table.
    monkeypatch.setattr(kept, "_present", None)
    assert [row.event for row in kept.rows_among(["e1", "e3"])] == ["e3", "e1"]
