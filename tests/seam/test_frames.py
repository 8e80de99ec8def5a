"""Of what asks to be drawn in one moment comes one frame, and the next one not at once."""

import asyncio
import gc
from collections.abc import Callable

import pytest

from tui.seam.frames import TURNS, FrameClock


class Drawn(list[str]):
    """What has been drawn, how often that was told, and what it fell over."""

    frames_told = 0

    def clock(self, draw: Callable[[], None] | None = None) -> FrameClock:
        """A clock that draws into this list."""
        return FrameClock(
            draw or (lambda: self.append("frame")), self.told, lambda error: self.append(str(error))
        )

    def told(self) -> None:
        """Each frame is told."""
        self.frames_told += 1

    @staticmethod
    async def turns(count: int = 2 * TURNS + 2) -> None:
        """So many turns of the event loop."""
        for _ in range(count):
            await asyncio.sleep(0)


async def test_what_asks_in_the_same_moment_is_one_frame():
    drawn = Drawn()
    clock = drawn.clock()
    clock.resume()
    await drawn.turns(1)
    clock.resume()
    assert drawn == []
    await drawn.turns()
    assert drawn == ["frame"]


async def test_garbage_is_looked_for_after_the_frame_and_not_before_it():
    drawn = Drawn()

    def looked(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 1:
            drawn.append("garbage")

    gc.callbacks.append(looked)
    gc.disable()
    try:
        drawn.clock().resume()
        await drawn.turns()
    finally:
        gc.callbacks.remove(looked)
        gc.enable()
    assert drawn == ["frame", "garbage"]


async def test_the_next_frame_waits_for_its_time_and_comes():
    drawn = Drawn()
    clock = drawn.clock()
    clock.resume()
    await drawn.turns()
    clock.resume()
    # Not in the turns in which the first one came; sometime it does.
    while len(drawn) < 2:
        await asyncio.sleep(0.001)
    assert drawn == ["frame"] * 2


@pytest.mark.parametrize("before", [0, 1], ids=["the first", "one that waits"])
async def test_a_frame_that_is_called_off_does_not_come(before: int):
    drawn = Drawn()
    clock = drawn.clock()
    for _ in range(before):
        clock.resume()
        await drawn.turns()
    clock.resume()
    clock.pause()
    await asyncio.sleep(0.05)
    assert len(drawn) == before


async def test_what_a_frame_falls_over_is_told():
    drawn = Drawn()

    def fail() -> None:
        raise ValueError("broken")

    drawn.clock(fail).resume()
    await drawn.turns()
    assert drawn == ["broken"]
    assert drawn.frames_told == 0


async def test_what_is_more_of_a_frame_comes_right_after_it():
    drawn = Drawn()
    clock = drawn.clock()
    clock.resume()
    await drawn.turns()
    assert drawn.frames_told == 1
    clock.hurry()
    clock.resume()
    await drawn.turns()
    assert drawn == ["frame"] * 2
    assert drawn.frames_told == 2
