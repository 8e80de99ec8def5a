"""Hits are walked on after the first hundred, in a table and under a corpus, and each says the how manieth it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from model.index.found import Kind
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from tests.coded_tables import TODAY, table
from tests.tui.contexts import context_of
from tests.tui.distant import until
from tests.tui.failing_stores import HeldStore
from tests.tui.looking import bar, press, selection, shown
from tests.tui.test_layer import archive_of, opened
from tui.actions.find import hit
from tui.state.outcome import Say
from tui.state.scene import Scene, Search, Viewed
from tui.text.target import RowTarget
from tui.views.view import View

MANY = 250
ROWS = table(
    [(f"20{it // 12:02}-{it % 12 + 1:02}-05", f"Ambassador {it}", "", "2025-05-01") for it in range(MANY)]
)


def walked(pilot: Pilot[Any], by: int, steps: int) -> list[str]:
    """What is said at each step of a walk through the hits, without drawing them; it ends where no more is."""
    ctx, said = shown(pilot), list[str]()
    for _ in range(steps):
        for it in hit(ctx, by):
            if isinstance(it, Scene):
                ctx = ctx.of(it)
            if isinstance(it, Say):
                said.append(it.words.split("   ")[0])
        if said[-1].startswith("This is"):
            break
    return said


async def test_under_a_corpus_all_rows_are_walked_each_with_its_number_and_back():
    async with opened(archive_of(ROWS)) as pilot:
        await press(pilot, "slash", *"ambassador", "enter")
        found = shown(pilot).found
        assert found is not None and Kind.ROW in found.more
        others = sum(it.kind is not Kind.ROW for it in found.hits)
        total = others + MANY
        said = walked(pilot, 1, 999)
        assert others > 3 and len(said) == total
        assert (
            said[others : total - 1]
            == [
                *(f"hit {it} of {len(found.hits)}+, coded row" for it in range(others + 2, others + 101)),
                *(f"hit {it} of {total}, coded row" for it in range(others + 101, total + 1)),
            ][: total - 1 - others]
        )
        assert said[-1] == "This is the last hit."


async def test_one_walks_back_from_a_row_that_is_not_listed_to_those_that_are():
    async with opened(archive_of(ROWS)) as pilot:
        await press(pilot, "slash", *"ambassador", "enter")
        found = shown(pilot).found
        assert found is not None
        last = len(found.hits) - 1
        await press(pilot, "G")
        await press(pilot, "n", "n", "n")
        assert f"hit {last + 4} of " in bar(pilot, "footer")
        await press(pilot, "N", "N", "N")
        assert f"hit {last + 1} of {last + 1}+" in bar(pilot, "footer")
        assert selection(pilot).card == RowTarget(found.hits[last].event)
        await press(pilot, "n")
        assert f"hit {last + 2} of " in bar(pilot, "footer")


@pytest.mark.parametrize("chunk", [16, 500])
async def test_in_a_table_they_are_walked_in_time_each_with_its_number(chunk: int):
    archive = archive_of_table(TableIndex(MemoryStore(*ROWS, chunk=chunk)), None, TODAY)
    async with opened(archive) as pilot:
        await press(pilot, "slash", *"ambassador", "enter")
        said = walked(pilot, 1, 999)
        assert said[98:100] == ["hit 100 of 250", "hit 101 of 250"] or said[98:100] == [
            "hit 100 of 100+",
            "hit 101 of more",
        ]
        assert said[-2:] == ["hit 250 of 250", "This is the last hit."]


async def test_of_how_many_it_is_one_is_said_once_it_is_counted():
    many = table([("2001-01-05", f"Ambassador {it}", "", "2025-05-01") for it in range(300)])
    store = HeldStore(*many, chunk=16)
    async with opened(archive_of_table(TableIndex(store), None, TODAY)) as pilot:
        await press(pilot, "slash", *"ambassador", "enter", "G", "n")
        assert "hit 101 of more " in bar(pilot, "footer")
        store.go_on.set()
        await until(pilot, lambda: "hit 101 of 300 " in bar(pilot, "footer"))


class AskedStore(MemoryStore):
    """A table that counts how often it is asked for rows."""

    asked = 0

    def rows(self, first: int, n: int) -> list[CodedRow]:
        self.asked += 1
        return super().rows(first, n)

    def rows_at(self, ids: Sequence[int]) -> list[CodedRow]:
        self.asked += 1
        return super().rows_at(ids)


def asked_for_hits(many: int, under_corpus: bool) -> int:
    """How often a table is asked for rows until so many hits are found and laid out, in a list and in the strip."""
    meta, rows = ROWS
    store = AskedStore(meta, rows[:many])
    archive = archive_of(store=store) if under_corpus else archive_of_table(TableIndex(store), None, TODAY)
    ctx = context_of(archive)
    ctx = ctx.of(replace(ctx.scene, when=replace(ctx.scene.when, layered=under_corpus)))
    ctx = ctx.of(replace(ctx.scene, viewed=Viewed("search"), sought=Search("ambassador")))
    store.asked = 0
    found = ctx.found
    assert found is not None and sum(it.kind in (Kind.EVENT, Kind.ROW) for it in found.hits) >= many
    assert isinstance(ctx.view, View)
    assert ctx.view.content(ctx, 100, 30, True)
    return store.asked


@pytest.mark.parametrize("under_corpus", [False, True])
def test_a_table_is_asked_as_often_for_many_hits_as_for_few(under_corpus: bool):
    few, many = (asked_for_hits(it, under_corpus) for it in (20, 100))
    assert 0 < many <= few + 2
