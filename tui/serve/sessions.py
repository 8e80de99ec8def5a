"""All programs that run: each at the seat of a visitor, and not more than there may be."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from tui.serve.session import Session


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a program is found again: whose it is, of which corpus, and which of several windows it is in."""

    visitor: str
    corpus: int
    number: int


class Full(Exception):
    """There may be no more programs; the message says so in a sentence."""


class Sessions:
    """At most `most` programs. One that no page shows is kept until another one needs its place."""

    def __init__(self, most: int, begin: Callable[[int], Session]) -> None:
        self._most = most
        self._begin = begin
        # Those that were left are in the order in which they were.
        self._at: dict[Seat, Session] = {}

    def seat_for(self, visitor: str, corpus: int) -> Seat:
        """Where a visitor goes on: at what was left last, else at a seat of its own."""
        self._tidy()
        own = [seat for seat in self._at if (seat.visitor, seat.corpus) == (visitor, corpus)]
        left = [seat for seat in own if self._at[seat].is_alone]
        if left:
            return left[-1]
        taken = {seat.number for seat in own}
        return Seat(visitor, corpus, next(it for it in range(1, len(own) + 2) if it not in taken))

    async def at(self, seat: Seat) -> Session:
        """The program at a seat, begun where there is none. Raises `Full`."""
        self._tidy()
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
