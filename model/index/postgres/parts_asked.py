"""Finds out which parts of a table on several servers do not answer.

The head waits for a shard as long as it takes, and a frozen one answers nothing, not even to be told to stop. So after
a while each part is asked for beside, by connections of their own: who does not answer to these is away.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg

from model.index.postgres.address import Address
from model.index.postgres.parts import Parts
from model.index.postgres.server_link import connected
from model.index.postgres.server_sentences import sentence_of, unreached_part

_PROBE = 4.0
"""Seconds in which a part has to answer; to connect to it may take 2 of them."""
_LESS = _PROBE / 8
"""Seconds before the end of these in which the head ends by itself what takes too long."""


class PartsAsked:
    """Asks the parts of a table whether they are there; names of its tables begin with `at`."""

    def __init__(self, address: Address, at: str, parts: Parts, chunk: int) -> None:
        self._address, self._at, self._parts, self._chunk = address, at, parts, chunk

    def look(self) -> bool:
        """Ask each part; whether others are away than before. StoreFault where the head does not answer."""
        return self._parts.only_lost(self._lost(range(len(self._parts.parts))))

    def find_lost(self) -> bool:
        """Ask each part that is thought to be there; whether one is not, which is away from then on."""
        return self._parts.lose(self._lost(self._parts.there()))

    def _lost(self, some: Iterable[int]) -> dict[int, str]:
        some = [*some]
        if not some:
            return {}
        with ThreadPoolExecutor(len(some)) as threads:
            found = zip(some, threads.map(self._why_lost, some), strict=True)
            return {at: why for at, why in found if why is not None}

    def _why_lost(self, at: int) -> str | None:
        """Why a part does not answer; None where it does."""
        part = self._parts.parts[at]
        try:
            with closing(connected(self._address)) as connection:
                connection.longest = _PROBE
                # Else each look would leave a session at the head, as long as something is in the way of the part.
                connection.execute(f"SET statement_timeout = {round((_PROBE - _LESS) * 1000)}".encode())
                # A connection that the head has kept says nothing of whether there is another.
                connection.execute(
                    f"SELECT chunk FROM {self._at}unending WHERE chunk = {part.first // self._chunk}".encode()
                )
        except psycopg.Error as problem:
            if not self.is_of_part(problem):
                raise sentence_of(self._address, problem, _PROBE) from problem
            return f"{part.place}: {unreached_part(problem)}"
        return None

    @staticmethod
    def is_of_part(problem: psycopg.Error) -> bool:
        """Whether an error is one of a shard, told by the head, or of the way to it, or nothing was said at all."""
        state = problem.sqlstate
        return state is None or state[:2] in ("08", "HV", "57") or problem.diag.context is not None
