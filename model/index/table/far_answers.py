"""What has come of a table that is far away: put there by the thread that asks, read by the thread of the screen."""

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from model.index.table.coded import CodedRow

ROWS_KEPT = 4096
"""Rows that are kept."""
_KEPT = 1024
"""Other answers that are kept; most are bitmaps, of at most 8 KB each."""


class Absent:
    """Stands for an answer that has not come."""


ABSENT = Absent()


class FarAnswers:
    """The answers that came last, by what was asked; a table never changes, so that none becomes wrong."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._coded_rows: OrderedDict[int, CodedRow] = OrderedDict()
        self._others: OrderedDict[Hashable, Any] = OrderedDict()

    def of(self, what: Hashable) -> Any:
        """The answer to something, `ABSENT` where there is none. Raises what came in its place, once."""
        with self._lock:
            found = self._others.get(what, ABSENT)
            if isinstance(found, Exception):
                del self._others[what]
            elif found is not ABSENT:
                self._others.move_to_end(what)
        if isinstance(found, Exception):
            raise found
        return found

    def __contains__(self, what: Hashable) -> bool:
        with self._lock:
            return what in self._others

    def put(self, what: Hashable, answer: object) -> None:
        """Keep an answer, or an exception that came in its place."""
        with self._lock:
            self._others[what] = answer
            self._others.move_to_end(what)
            while len(self._others) > _KEPT:
                self._others.popitem(last=False)

    def rows(self, ids: Iterable[int]) -> Mapping[int, CodedRow]:
        """The rows of these ids that are here."""
        with self._lock:
            return {at: row for at in ids if (row := self._coded_rows.get(at)) is not None}

    def put_rows(self, rows: Iterable[tuple[int, CodedRow]]) -> None:
        """Keep rows, each with its id."""
        with self._lock:
            for at, row in rows:
                self._coded_rows[at] = row
                self._coded_rows.move_to_end(at)
            while len(self._coded_rows) > ROWS_KEPT:
                self._coded_rows.popitem(last=False)

    def clear(self) -> None:
        """Let go of all: parts of the table went away, or came back."""
        with self._lock:
            self._coded_rows.clear()
            self._others.clear()
