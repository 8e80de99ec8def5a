"""A card and a view ask the index as often of many claims as of few: not once for each item that they show."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from model.asof.entity import claims_by_entity
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.sqlite import build
from model.query.language import Readable, read
from tests import shapes
from tests.benchmarks.mixed_claims import write_corpus
from tests.tui.contexts import context_of
from tui.cards.selected import selected_card
from tui.state.context import Context
from tui.state.scene import Search, Viewed
from tui.text.target import CardTarget, ConflictTarget, EntityTarget, EventTarget, SourceTarget
from tui.views.registry import NAMES
from tui.views.view import View

TODAY = day_from_text("2025-07-01")

FEW, MANY = 100, 400
"""Claims: more than the places of are asked for one by one."""

MORE = 8
"""The most more that may be asked of four times as many: who halves his way to a place has two more steps to go."""

CORPORA: dict[str, Callable[[int, Path], Path]] = {
    "mixed": lambda size, folder: write_corpus(folder, size),
    "one conflict": lambda size, folder: shapes.write(shapes.one_conflict(size), folder),
    "one document": lambda size, folder: shapes.write(shapes.one_document(size), folder),
}

Work = Callable[[Context], None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that are asked of the tables. What fills them, once, is none."""
    found: list[str] = []
    made = build._in_memory

    def traced() -> sqlite3.Connection:
        database = made()
        database.set_trace_callback(
            lambda sql: found.append(sql) if sql.lstrip().startswith("SELECT") else None
        )
        return database

    monkeypatch.setattr(build, "_in_memory", traced)
    return found


def _view(name: str, ctx: Context) -> None:
    """The view as it is when it has been shown, and with its cursor moved."""
    ctx = ctx.of(replace(ctx.scene, viewed=Viewed(name), sought=Search("it") if name == "search" else None))
    ctx = ctx.of(ctx.view.opened(ctx))
    for by in (0, 1, 10**6, -1):
        scene, chosen = ctx.view.moved(ctx, by) if by else ctx.view.pointed(ctx)
        ctx = ctx.of(replace(scene, selection=chosen))
        assert isinstance(ctx.view, View)
        assert ctx.view.content(ctx, 100, 30, True)
        assert ctx.view.title(ctx, 100)


def _card(target: Callable[[Context], CardTarget | None], ctx: Context) -> None:
    """All of a card, as far as there is one."""
    if (card := target(ctx)) is not None:
        ctx = ctx.of(replace(ctx.scene, selection=replace(ctx.selection, card=card)))
        lines, _ = selected_card(ctx, 100, 30, True, True)
        assert all(line.text is not None for line in lines)


def _busiest(ctx: Context) -> EntityTarget:
    """Who is met in most claims."""
    met = ctx.corpus.derived(claims_by_entity)
    return EntityTarget(max(met, key=lambda it: len(met[it])))


CARDS: dict[str, Callable[[Context], CardTarget | None]] = {
    "entity": _busiest,
    "event": lambda ctx: EventTarget(next(iter(ctx.corpus.claims_of_event))),
    "source": lambda ctx: SourceTarget(next(iter(ctx.corpus.sources))),
    "conflict": lambda ctx: next((ConflictTarget(it) for it in ctx.corpus.conflicts), None),
}

SHOWN: dict[str, Work] = {
    **{f"view {name}": partial(_view, name) for name in NAMES},
    **{f"card {kind}": partial(_card, target) for kind, target in CARDS.items()},
}


@pytest.mark.parametrize("corpus", CORPORA)
def test_what_is_shown_of_many_claims_asks_as_often_as_of_few(corpus: str, asked: list[str], tmp_path: Path):
    counts: dict[tuple[str, str], list[int]] = {}
    for size in (FEW, MANY):
        archive = open_archive(load_corpus(CORPORA[corpus](size, tmp_path / str(size))), None, TODAY)
        for how, ctx in _contexts(archive):
            for what, show in SHOWN.items():
                asked.clear()
                show(ctx)
                counts.setdefault((what, how), []).append(len(asked))
    grown = {what: some for what, some in counts.items() if some[1] > some[0] + MORE}
    assert not grown


def _contexts(archive: Archive) -> Iterator[tuple[str, Context]]:
    """The corpus as it opens, and under a filter that leaves most of it in."""
    ctx = context_of(archive)
    yield "whole", ctx
    query = read("-has:todo", Readable(archive.index.vocabulary))
    yield "filtered", ctx.of(replace(ctx.scene, when=replace(ctx.scene.when, query=query)))
