"""Which part of a table is on which server, and which of them cannot be read now: known to all stores of an import."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from model.index.faults import StoreFault
from model.index.table.file.packed import damaged, of
from model.index.table.present import away_at, present
from model.index.table.store import Away


@dataclass(frozen=True, slots=True)
class ServerPart:
    """The ids from `first` to before `last` are on the server `place`, the days of which are `since` to `until`."""

    first: int
    last: int
    since: int | None
    until: int | None
    place: str


class PartLost(Exception):
    """A part of a table cannot be read, and is away from now on: what was asked is to be asked again, without it."""


class Parts:
    """The parts of a table in chunks of `chunk`; asked and told by several threads."""

    def __init__(self, parts: Sequence[ServerPart], chunk: int) -> None:
        self.parts, self._chunk = parts, chunk
        self._lost: Mapping[int, str] = {}
        self._away: tuple[Away, ...] = ()
        self._lock = threading.Lock()

    @property
    def away(self) -> tuple[Away, ...]:
        """What cannot be read, as far as that is known."""
        return self._away

    def lose(self, lost: Mapping[int, str]) -> bool:
        """Have those parts be away, each with why, by their places in `parts`; whether one of them was not."""
        with self._lock:
            is_news = not lost.keys() <= self._lost.keys()
            self._set({**self._lost, **lost})
        return is_news

    def only_lost(self, lost: Mapping[int, str]) -> bool:
        """Have those be away and no others; whether they were others until now."""
        with self._lock:
            is_news = lost.keys() != self._lost.keys()
            self._set(lost)
        return is_news

    def there(self) -> list[int]:
        """The places of the parts that can be read, as far as that is known."""
        return [at for at in range(len(self.parts)) if at not in self._lost]

    def is_away(self, chunk: int) -> bool:
        """Whether a chunk is."""
        return away_at(self._away, chunk * self._chunk) is not None

    def refuse_away(self, ids: Iterable[int]) -> None:
        """Raise `StoreFault` where one of these is away."""
        away = self._away
        if away and (found := next((it for at in ids if (it := away_at(away, at))), None)):
            raise StoreFault(f"these rows cannot be read now: {found.why}")

    def around(self, first: int, last: int, by: int, total: int) -> range:
        """The ids from `first` to before `last`, which can be read, with up to so many more on either side."""
        wide = range(max(first - by, 0), min(last + by, total))
        return next(
            (it for it in present(self._away, wide) if it.start <= first < it.stop), range(first, last)
        )

    def condition(self) -> str:
        """That `id` can be read, as SQL to stand after another condition: nothing where all can."""
        return "".join(f" AND (id < {it.first} OR id >= {it.last})" for it in self._away)

    def _set(self, lost: Mapping[int, str]) -> None:
        if lost.keys() != self._lost.keys():
            self._lost = dict(sorted(lost.items()))
            found = ((self.parts[at], why) for at, why in self._lost.items())
            self._away = tuple(Away(it.first, it.last, it.since, it.until, why) for it, why in found)


def packed(parts: Sequence[ServerPart]) -> bytes:
    """As a table tells of itself where its parts are."""
    return msgspec.json.encode(parts)


def read_parts(told: object, chunk: int, total: int) -> Parts | None:
    """What it told; None where it told nothing, as one that is on one server. StoreFault where that cannot be."""
    if told is None:
        return None
    try:
        parts = msgspec.json.decode(of(bytes, told), type=list[ServerPart])
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise damaged() from problem
    ends = [0, *(it.last for it in parts)]
    if [it.first for it in parts] != ends[:-1] or ends[-1] != total:
        raise damaged()
    if any(not it.first < it.last or it.first % chunk for it in parts):
        raise damaged()
    return Parts(parts, chunk)
