"""A search while it is made ready: what is shown is the first of what there is, and whatever is typed comes first."""

import asyncio
import threading
from collections.abc import Iterator
from itertools import pairwise

import pytest
from textual.pilot import Pilot

from model.index.sqlite import words as tables
from tests.tui.conftest import Opened
from tests.tui.looking import bar, main_screen, pane_text, press, settle, shown, strike
from tui.prompt import asking
from tui.state import context as contexts


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus so large that it takes many steps, and a key finds but the first few hits."""
    monkeypatch.setattr(tables, "STEP", 200)
    monkeypatch.setattr(contexts, "LETTERS_AT_ONCE", 2_000)


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert {it for it in threading.enumerate() if not it.daemon} <= before


async def until_shown(pilot: Pilot[None], typed: str) -> str:
    """What the search's pane says as soon as it is of what was typed."""
    for _ in range(2_000):
        await asyncio.sleep(0)
        context = main_screen(pilot).context
        assert context is not None
        if context.scene.sought is not None and context.scene.sought.words == typed:
            return pane_text(pilot, "timeline")
    raise AssertionError("never shown")


async def test_the_first_key_shows_the_first_hits_and_then_all_of_them(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        strike(pilot, "/", "k")
        begun = await until_shown(pilot, "k")
        assert "+" in begun.splitlines()[0]
        found = shown(pilot).found
        assert found is not None and found.counting and found.hits
        await settle(pilot)
        whole = shown(pilot).found
        assert whole is not None and not whole.counting
        assert whole.hits[: len(found.hits)] == found.hits
        assert len(whole.hits) > len(found.hits)


async def test_what_is_not_counted_yet_is_not_said_to_be_nothing(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        strike(pilot, "/", "z", "z")
        begun = await until_shown(pilot, "zz")
        assert "Still counting: nothing is found yet." in begun
        assert "0 hits" not in begun
        await settle(pilot)
        assert "Nothing that was known by this day is found." in pane_text(pilot, "timeline")


@pytest.mark.parametrize("keys", ["kim", "russia", "vucic", "wonsan"])
async def test_whatever_is_typed_meanwhile_finds_what_it_finds(
    opened: Opened, keys: str, monkeypatch: pytest.MonkeyPatch
):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        strike(pilot, "/", *keys)
        await settle(pilot)
        in_haste = pane_text(pilot, "timeline"), pane_text(pilot, "detail"), pane_text(pilot, "source")
        # Once more, now that all is ready.
        strike(pilot, "escape", "/", *keys)
        await settle(pilot)
        assert in_haste == tuple(pane_text(pilot, name) for name in ("timeline", "detail", "source"))


async def test_one_stays_with_the_hit_that_one_has_gone_to(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        strike(pilot, "/", "k", "down", "down")
        await settle(pilot)
        found, sought = shown(pilot).found, shown(pilot).scene.sought
        assert found is not None and sought is not None and not found.counting
        assert sought.hit == 2
        assert f"3 of {len(found.hits)}" in pane_text(pilot, "timeline")


async def test_between_any_two_steps_threads_are_let_in(opened: Opened, monkeypatch: pytest.MonkeyPatch):
    done: list[str] = []
    step = tables.TextTables.step

    def noted(self: tables.TextTables) -> bool:
        done.append("step")
        return step(self)

    monkeypatch.setattr(tables.TextTables, "step", noted)
    monkeypatch.setattr(asking, "let_threads_in", lambda: done.append("let in"))
    async with opened(120, 40) as pilot:
        await settle(pilot)
        strike(pilot, "/", "k")
        await settle(pilot)
    steps = [number for number, what in enumerate(done) if what == "step"]
    assert len(steps) > 20
    assert all("let in" in done[one:other] for one, other in pairwise(steps))


async def test_esc_ends_it_and_the_next_search_goes_on_from_there(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        find = shown(pilot).reader.find
        before = main_screen(pilot).scene
        strike(pilot, "/", "k", "escape")
        await settle(pilot)
        assert main_screen(pilot).scene == before
        assert find.begin("zz", 0).counting
        # At rest nothing goes on.
        await settle(pilot)
        assert find.begin("zz", 0).counting
        await press(pilot, "/")
        assert not find.begin("zz", 0).counting


async def test_enter_waits_for_what_there_is(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        strike(pilot, "/", *"parade", "enter")
        await settle(pilot)
        found, sought = shown(pilot).found, shown(pilot).scene.sought
        assert found is not None and sought is not None
        assert not found.counting and sought.begun is None and sought.hit == 0
        assert f"1 of {len(found.hits)}" in pane_text(pilot, "timeline")


async def test_enter_on_what_is_nowhere_says_so_only_when_it_is_known(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        strike(pilot, "/", *"parades", "enter")
        await settle(pilot)
        assert 'Nothing is found for "parades", did you mean "parade"?' in bar(pilot, "footer")


async def test_one_can_quit_meanwhile(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        find = shown(pilot).reader.find
        strike(pilot, "/", "k", "escape", "q")
        await settle(pilot)
        assert pilot.app._exit
    assert find.begin("zz", 0).counting


async def test_the_program_can_be_ended_while_the_prompt_asks(opened: Opened):
    async with opened(120, 40) as pilot:
        await settle(pilot)
        find = shown(pilot).reader.find
        strike(pilot, "/", "k")
        await until_shown(pilot, "k")
        pilot.app.exit()
        await settle(pilot)
    assert find.begin("zz", 0).counting
