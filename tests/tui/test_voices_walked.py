"""Whoever's words are lit is on the screen, by whatever road, in the app and by its keys, one way after the other."""

from collections.abc import AsyncIterator, Callable

import pytest
from textual.pilot import Pilot

from model.asof.conflict import conflicts_as_of
from tests.effort import some
from tests.tui.agreeing import panes_agree
from tests.tui.conftest import Opened
from tests.tui.looking import press, selection, shown
from tui.views.registry import keys_to

Road = Callable[[Pilot[None], int], AsyncIterator[None]]
"""Keys pressed one after the other; `every` so many rows of the timeline are gone to."""


async def quotes_of_rows(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """Down the timeline, and on each row through the quotes of its card."""
    await press(pilot, "g")
    for number in range(shown(pilot).reader.counts.total):
        yield
        for _ in range(6 if number % every == 0 else 0):
            await press(pilot, "right_square_bracket")
            yield
        await press(pilot, "j")


async def lines_of_cards(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """Into cards, down their lines and up again, and out."""
    await press(pilot, "g")
    for _ in range(0, shown(pilot).reader.counts.total, every):
        await press(pilot, "enter")
        for key in "jjjjjjjjjjjjjjjkkkkkkkkkkkk":
            await press(pilot, key)
            yield
        await press(pilot, "escape", *"j" * every)


async def reading(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """Through the documents by their quotes: the timeline follows."""
    for keys in ("j", "jj"):
        await press(pilot, *keys_to("sources"), *keys, "3")
        for _ in range(70):
            await press(pilot, "right_square_bracket")
            yield
        await press(pilot, "escape", "escape", "escape")


async def conflicts(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """Through the conflicts, their quotes and readings; from each out to what stands beside."""
    ctx = shown(pilot)
    for number in range(len(conflicts_as_of(ctx.corpus, ctx.scene.when.day))):
        await press(pilot, "c")
        for key in "jjljj" if number % every == 0 else "l":
            await press(pilot, key)
            yield
        if number % every == 0:
            await press(pilot, "z")
            yield
            await press(pilot, "z")


async def hits(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """From hit to hit: quotes, names, and places that no quote has."""
    await press(pilot, "slash", *"kim", "enter")
    for _ in range(200 // every):
        await press(pilot, "n")
        yield


async def views(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """Down every view of the first pane: lags, lanes, the grid, entities, documents."""
    for _ in range(len(shown(pilot).views)):
        await press(pilot, "v", "g")
        yield
        for _ in range(100 // every):
            await press(pilot, "j")
            yield


async def findings(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """Down what `check` has found."""
    await press(pilot, "exclamation_mark", *"jjjj")
    yield


async def entities_and_back(pilot: Pilot[None], every: int) -> AsyncIterator[None]:
    """Through the events of an entity, then all the way back and forward again, and to other days."""
    await press(pilot, *"jjjj", "enter")
    for key in (*"kkkk", "enter", *"eeeeEEee", "right_square_bracket", "right_square_bracket"):
        await press(pilot, key)
        yield
    for key in ("left_curly_bracket",) * 14 + ("right_curly_bracket",) * 14 + (*",,..,", "t", "t"):
        await press(pilot, key)
        yield


ROADS = (quotes_of_rows, lines_of_cards, reading, conflicts, hits, views, findings, entities_and_back)
SIZES = [(80, 24), (120, 40), (60, 20), (30, 8), (200, 60)]
WAYS = [(road, size) for road in ROADS for size in SIZES]
SOME = [(road, SIZES[number % len(SIZES)]) for number, road in enumerate(ROADS)]


@pytest.mark.parametrize(("road", "size"), some(SOME, WAYS))
async def test_the_speaker_is_on_the_screen_by_every_road(opened: Opened, road: Road, size: tuple[int, int]):
    every = some([9], [1])[0]
    lit = set()
    async with opened(*size) as pilot:
        async for _ in road(pilot, every):
            panes_agree(pilot, quote_is_new=False)
            lit.add(selection(pilot).lit)
    assert len(lit) > 1 or road is findings
