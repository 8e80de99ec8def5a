"""All programs that run: each at the seat of a visitor, and not more than there may be."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from tui.serve.session import Session


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a program is found again: whose it is, of which corpus, and which of several windows it is in."""

    visitor: str
    corpus: int
    number: int


_PROMISED = 10.0
"""Seconds for which a seat is kept for a window that was sent there."""

_MOST_PROMISED = 1000


class Full(Exception):
    """There may be no more programs; the message says so in a sentence."""


class Sessions:
    """At most `most` programs. One that no page shows is kept until another one needs its place."""

    def __init__(
        self, most: int, begin: Callable[[int], Session], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._begin, self._clock = most, begin, clock
        # Those that were left are in the order in which they were.
        self._at: dict[Seat, Session] = {}
        self._promised: dict[Seat, tuple[str, float]] = {}
        """Seats on the way to which a window is, with its name, and until when they are kept for it."""

    def seat_for(self, visitor: str, corpus: int, window: str) -> Seat:
        """Where a visitor goes on in a window: at what was left last, else at a seat of its own.

        No other window is sent there meanwhile; one without a name is promised nothing.
        """
        self._tidy()
        promised = {seat: of for seat, (of, _) in self._promised.items()}
        own = [it for it in {**self._at, **promised} if (it.visitor, it.corpus) == (visitor, corpus)]
        free = [it for it in own if it not in promised and self._at[it].is_alone]
        taken = {it.number for it in own}
        new = Seat(visitor, corpus, next(it for it in range(1, len(own) + 2) if it not in taken))
        seat = next((it for it in own if window and promised.get(it) == window), free[-1] if free else new)
        if window:
            self._promised[seat] = window, self._clock() + _PROMISED
            if len(self._promised) > _MOST_PROMISED:
                del self._promised[next(iter(self._promised))]
        return seat

    async def at(self, seat: Seat) -> Session:
        """The program at a seat, begun where there is none. Raises `Full`."""
        self._tidy()
        self._promised.pop(seat, None)
        if seat not in self._at:
            # Before anything is waited for, so that no two are begun for one place.
            ending = self._make_room()
            self._at[seat] = self._begin(seat.corpus)
            if ending is not None:
                await ending.end()
        return self._at[seat]

    def left(self, seat: Seat) -> None:
        """A page has left a seat."""
        if seat in self._at:
            self._at[seat] = self._at.pop(seat)

    async def end(self) -> None:
        """End all of them."""
        await asyncio.gather(*(session.end() for session in self._at.values()))

    def _tidy(self) -> None:
        self._at = {seat: session for seat, session in self._at.items() if not session.ended}
        now = self._clock()
        self._promised = {seat: it for seat, it in self._promised.items() if now < it[1]}

    def _make_room(self) -> Session | None:
        """The program that must end, if any, so that another one can begin; the one that was left first."""
        if len(self._at) < self._most:
            return None
        alone = next((seat for seat, session in self._at.items() if session.is_alone), None)
        if alone is None:
            raise Full(
                f"No more than {self._most} may be open at once; one of them must be left first, with q."
            )
        return self._at.pop(alone)
