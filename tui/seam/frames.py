"""When a frame is drawn: at once after a key, with all that comes of it; of many changes, so many a second."""

import asyncio
import gc
from collections.abc import Callable
from time import monotonic
from typing import Final

from textual.screen import UPDATE_PERIOD

TURNS: Final = 4
"""Turns of the event loop from the first widget of a key that asks to be drawn to the last one: they are one frame."""

_YOUNG: Final = 1
"""The garbage collector's generation of what was made since it last looked: some hundreds of values after a key."""


class FrameClock:
    """Calls `draw` once something is to be drawn, `UPDATE_PERIOD` seconds after the last time at the earliest.

    In place of the timer that a screen of Textual has, by which the second frame comes one to two periods after the
    first: it goes by whole periods since it was made. Each frame that is there is told to `drawn`.
    """

    def __init__(
        self, draw: Callable[[], None], drawn: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        self._draw = draw
        self._tell = drawn
        self._failed = failed
        self._next: asyncio.Handle | None = None
        self._drawn = float("-inf")

    def resume(self) -> None:
        """Have a frame drawn, unless one is to come anyway."""
        if self._next is None:
            loop, wait = asyncio.get_running_loop(), self._drawn + UPDATE_PERIOD - monotonic()
            self._next = (
                loop.call_later(wait, self._turn, 0) if wait > 0 else loop.call_soon(self._turn, TURNS)
            )

    def hurry(self) -> None:
        """Have the next frame drawn at once: it is more of what the last one began with."""
        self._drawn = float("-inf")

    def pause(self) -> None:
        """Have none drawn: there is nothing to draw any more."""
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def _turn(self, left: int) -> None:
        if left:
            self._next = asyncio.get_running_loop().call_soon(self._turn, left - 1)
            return
        self._next, self._drawn = None, monotonic()
        try:
            self._draw()
            self._tell()
        except Exception as error:
            self._failed(error)
        # What a key leaves behind is looked through when it has been answered: the next one need not wait for that.
        asyncio.get_running_loop().call_soon(gc.collect, _YOUNG)
