"""What the algebra of a table needs of an engine: rows by id and bitmaps of ids, the same for a file and a server.

Ids are dense and in the order of the timeline (`Edtf.sort_key`, undated last, then where the row first stood in a
file): the position of a row, where nothing is left out, is its id. Of a row that changed from download to download each
version has an id; one of them at most is known on a day. Bitmaps are asked for chunk by chunk, with ids that count from
the chunk's first: chunk `c` has the ids from `c * Store.chunk` to before `(c + 1) * Store.chunk`. All words are folded
here (`model.query.folding`) before an engine sees them, so that every engine finds the same.

One store is for one thread; `again` gives another for another thread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyroaring import BitMap

from model.dates.units import Zoom
from model.index.faults import Interrupted as Interrupted
from model.index.faults import StoreFault as StoreFault
from model.index.table.coded import CodedRow, TableMeta
from model.query.sought import Sought

CHUNK = 1 << 16
"""Rows of one chunk as a rule; a roaring container holds as many."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a column, as it was written first, and how many rows have it."""

    value: str
    rows: int


@dataclass(frozen=True, slots=True)
class Away:
    """Rows that cannot be read now, since the part of the table that they lie in is not reachable.

    Ids from `first` to before `last`. `since` and `until` are the days (numbers, as in `Edtf.sort_key`) of the first
    and the last of them that has one, None where none has. `why` is one sentence, harmless to show.
    """

    first: int
    last: int
    since: int | None
    until: int | None
    why: str


class Store(Protocol):
    """A finished table. Raises `StoreFault` from any call, `Interrupted` where that was asked for."""

    @property
    def meta(self) -> TableMeta:
        """What there is to say of the table."""

    @property
    def shared(self) -> bool:
        """Whether others may put a newer table in its place while it is read, which `newer` tells."""

    @property
    def chunk(self) -> int:
        """How many rows a chunk has: `CHUNK`, or fewer in a table that is made to have many chunks of few rows."""

    @property
    def total(self) -> int:
        """How many rows there are."""

    @property
    def dated(self) -> int:
        """How many rows have a day (group 0 of `Edtf.sort_key`): those with the first ids."""

    def again(self) -> "Store":
        """The same store for another thread."""

    def newer(self) -> bool:
        """Whether a newer table has taken its place, of which nothing is read before it is opened again."""

    def interrupt(self) -> None:
        """End what another thread waits for; it gets `Interrupted`. Without a call that runs, nothing happens."""

    def close(self) -> None:
        """Let go of what is open."""

    def rows(self, first: int, n: int) -> Sequence[CodedRow]:
        """The rows with the ids from `first` on, at most `n`."""

    def rows_at(self, ids: Sequence[int]) -> Sequence[CodedRow]:
        """The rows of some ids, which ascend."""

    def units(self, zoom: Zoom) -> Sequence[tuple[int, int]]:
        """The units that have rows, ascending, each with the id of its first row; kept once asked for."""

    def busy_until(self, first: int, n: int) -> Sequence[int | None]:
        """Of each of these ids, the last day of all that stands before it; None at the start."""

    def known_steps(self) -> Sequence[tuple[int, int, int]]:
        """The days on which rows became known or ended, ascending, each with how many did the one and the other.

        From when on a row is known, `model.index.table.order.known_from` says; one that ends with that day never was.
        """

    def known(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk that were known on a day, and not over by then."""

    def versions(self, number: int) -> Sequence[int]:
        """The ids of all versions of the row of an id, with this one, from the first one on."""

    def placed(self, file: int, number: int) -> Sequence[int]:
        """The ids of the rows that stand in a place of a file. All rows are looked through."""

    def lasting(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose last day is `day` or later; the last day of what has none is its first."""

    def unending(self, chunk: int) -> BitMap:
        """The ids of a chunk that have a date without a last day."""

    def begun(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk that have a date of which the first day is before `day`, or that has no first day."""

    def facet(self, column: int, value: str, chunk: int) -> BitMap:
        """The ids of a chunk whose cell has a value, folded as by `model.index.table.folded_value`."""

    def facets(self, column: int, chunk: int) -> Sequence[tuple[str, BitMap]]:
        """All values of a faceted column in a chunk, folded, each with its ids; "" is that of empty cells."""

    def facet_values(self, column: int) -> Sequence[FacetValue]:
        """The values of a faceted column, most rows first, then by value."""

    def word(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The ids of a chunk with a folded word in title or cells, or with a word that begins so. Cheap for one chunk.

        Texts have the words that `model.query.folding.indexed` gives.
        """

    def matching(self, sought: Sought, first: int, n: int) -> Sequence[int]:
        """The first `n` ids from `first` on that hold all that is wanted, and nothing that is not. Something is wanted.

        Cheap where these are found soon.
        """

    def word_rows(self, word: str, whole: bool) -> int | None:
        """How many rows have a word, where that is known without counting; else None."""

    def words_like(self, beginning: str, most: int) -> Sequence[str]:
        """Words of the table that begin so, in their order."""

    def kept(self, name: str) -> bytes | None:
        """A small value kept beside the rows, as the mapping they were read by (`map`); None where there is none."""

    def away(self) -> tuple[Away, ...]:
        """What could not be read when it was last asked for, ascending; asks nobody, and is the same for every `again`.

        All other calls answer as if the table had none of it: bitmaps of its chunks are empty, `matching`, `versions`
        and `placed` pass over it, and nobody waits for it a second time. Only rows that are asked for by their ids
        (`rows`, `rows_at`, `busy_until`) are refused with `StoreFault` where they are away: no selection has such ids.
        Sums that were made with the table (`total`, `dated`, `units`, `known_steps`, `facet_values`, `word_rows`,
        `words_like`) are still those of all.
        """

    def look(self) -> bool:
        """Ask again for what is away; whether `away` is another one by now. It may wait: for a worker thread only.

        What is away may also have become so since it was last asked for: this is found out here too.
        """

    def rejects(self, first: int, n: int) -> Iterator[tuple[int, int, str, str]]:
        """Rows that were not taken: file, number, the row as it stood, and why, as a sentence."""
