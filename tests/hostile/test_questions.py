"""Questions and searches hold hostile text in every field: none of it does harm where they are listed and shown."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.index.archive import open_archive
from tests.hostile.corpus import hostile_corpus
from tests.hostile.harmless import harmful
from tests.tui.contexts import context_of
from tui.cards.question import QuestionCard
from tui.cli.questions import question_lines
from tui.state.context import Context
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.questions import QuestionsView, shown_questions


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    folder: Path = tmp_path_factory.mktemp("hostile") / "corpus"
    return context_of(open_archive(hostile_corpus(folder), None, 800_000))


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_nothing_of_them_is_harmful(ctx: Context, signs: Signs):
    now = replace(ctx, signs=signs)
    views = shown_questions(now)
    assert views
    rows = [line.text for line in QuestionsView().lines(now, 78)]
    for view in views:
        assert view.searches
        rows += [line.text for line in QuestionCard(view, now.phrases, 60).full()]
    rows += question_lines(now.archive, Phrases(now.corpus, signs, now.scene.when.day, longest=None))
    assert [row for row in rows if harmful(row)] == []
