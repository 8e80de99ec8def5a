"""Marking begins at what tells something: not at who wrote a page, and when."""

from pathlib import Path

import pytest

from model.index.archive import open_archive
from tests.curate.one_page import page
from tests.tui.contexts import context_of
from tui.actions.marking import begun
from tui.state.scene import Scene
from tui.text.target import TextTarget

BYLINE, DAY, FIRST = "By Jane Doe", "Published 23 September 2026", "A ferry left Rason."


@pytest.mark.parametrize("lit", [BYLINE, DAY, FIRST])
def test_byline_and_day_of_printing_are_passed_over(tmp_path: Path, lit: str):
    corpus = page(tmp_path, f"{BYLINE}\n\n{DAY}\n\n{FIRST} It came on Friday.")
    text = corpus.texts["page"]
    start = text.index(lit)
    scene = begun(context_of(open_archive(corpus, None, 0)), TextTarget("page", start, start + 1))
    assert isinstance(scene, Scene) and scene.marking is not None
    assert text[scene.marking.start : scene.marking.end] == FIRST


def test_where_there_is_nothing_else_they_can_be_marked(tmp_path: Path):
    corpus = page(tmp_path, BYLINE)
    start = corpus.texts["page"].index(BYLINE)
    scene = begun(context_of(open_archive(corpus, None, 0)), TextTarget("page", start, start + 1))
    assert isinstance(scene, Scene) and scene.marking is not None
    assert scene.marking.start == start
