"""Three panes follow one selection: in every view, on every line, the card is of what that line names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.index.archive import Archive, open_archive
from tests.odd.corpora import CORPORA
from tests.tui.contexts import context_of
from tui.actions.panes import enter, show_view
from tui.actions.select import select
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text.card_names import card_name
from tui.text.target import EntityTarget, EventTarget, QuestionTarget, SourceTarget
from tui.views.registry import NAMES
from tui.views.view import ListedView, View

WALKED = [name for name in NAMES if name not in ("search", "changes", "findings")]
"""The views that one comes into by `v`; the others are come into by what they are asked."""

WIDTH, HEIGHT = 160, 2000

ENOUGH = 12
"""Cells by which a name is known."""


def in_view(ctx: Context, name: str) -> Context:
    return ctx.of(show_view(ctx, name))


def moved(ctx: Context, by: int) -> Context:
    scene, selection = ctx.view.moved(ctx, by)
    for outcome in select(ctx.of(scene), selection):
        if isinstance(outcome, Scene):
            ctx = ctx.of(outcome)
    return ctx


def every_line(ctx: Context) -> Iterator[Context]:
    """The view with the cursor on each of its lines in turn."""
    ctx = moved(ctx, -(10**9))
    yield ctx
    while (there := moved(ctx, 1)).scene != ctx.scene:
        ctx = there
        yield ctx


def card_agrees(ctx: Context) -> None:
    """Going nowhere from the line with the cursor leads to the card that is shown."""
    view = ctx.view
    if isinstance(view, ListedView) and view.entry_of(ctx) is None:
        assert not view.entries(ctx), f"no line of {ctx.scene.viewed.name} is selected"
        return
    assert view.moved(ctx, 0)[1].card == ctx.selection.card, ctx.scene.viewed.name


@pytest.mark.parametrize("before", WALKED)
@pytest.mark.parametrize("steps", [0, 1, 7])
def test_from_every_view_to_every_view(archive: Archive, before: str, steps: int):
    ctx = moved(in_view(context_of(archive), before), steps)
    card_agrees(ctx)
    for name in WALKED:
        card_agrees(in_view(ctx, name))


@pytest.mark.parametrize("name", CORPORA)
def test_of_odd_corpora_too(name: str, tmp_path: Path):
    archive = open_archive(CORPORA[name]().load(tmp_path / "odd"), None, today=0)
    for before in WALKED:
        ctx = moved(in_view(context_of(archive), before), 1)
        for after in WALKED:
            card_agrees(in_view(ctx, after))


def names_of_card(ctx: Context) -> list[str]:
    """What a line may call what the card is of; of a sentence, by its words."""
    card, phrases, quote = ctx.selection.card, ctx.phrases, ctx.selection.quote
    found = [f'"{phrases.quote(ctx.corpus.claims[quote])}'] if quote is not None else []
    match card:
        case EventTarget(event):
            return [phrases.title(event), *found]
        case EntityTarget(entity):
            return [phrases.name(entity), phrases.short_name(entity)]
        case SourceTarget(source):
            return [phrases.name(ctx.corpus.sources[source].publisher)]
        case QuestionTarget(question):
            return [phrases.plain(ctx.corpus.questions[question].text)]
    return [card_name(card, phrases)] if card is not None else []


@pytest.mark.parametrize(
    "name",
    ["timeline", "conflicts", "lags", "entities", "company", "sources", "support", "questions", "candidates"],
)
def test_the_card_is_of_what_the_line_names(archive: Archive, name: str):
    """So that Enter, which opens that card, leads nowhere else."""
    seen = 0
    for ctx in every_line(in_view(context_of(archive), name)):
        view = ctx.view
        assert isinstance(view, View)
        lines = view.content(ctx, WIDTH, HEIGHT, True)
        (row,) = [line.text for line in lines if line.text.startswith(ctx.signs.selected)]
        names = names_of_card(ctx)
        assert any(it[:ENOUGH] in row for it in names), (row, names)
        seen += 1
    assert seen > 1


def test_entering_an_origin_opens_the_card_of_who_spoke(archive: Archive):
    for ctx in every_line(in_view(context_of(archive), "support")):
        card = ctx.selection.card
        assert isinstance(card, EntityTarget | SourceTarget)
        inside = enter(ctx, 1)
        assert isinstance(inside, Scene)
        assert (inside.stance.pane, inside.selection) == ("detail", ctx.selection)
