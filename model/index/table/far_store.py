"""A table that is far away, as the thread of a screen has it: a key never waits for it longer than one can feel.

What is here is given at once, all else is asked for in another thread (`FarAsker`). Where that takes longer, `Late` is
raised; whoever asked does so again when it is told that something came. So all that stands above a store is written as
if each store answered at once, and only who obeys keys and draws knows of lateness.
"""

import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from pyroaring import BitMap

from model.dates.units import Zoom
from model.index.faults import Late, StoreFault
from model.index.table.bitmaps import Bitmaps
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.far_answers import ABSENT, FarAnswers
from model.index.table.far_asker import FarAsker
from model.index.table.store import Away, FacetValue, Store
from model.query.sought import Sought

if TYPE_CHECKING:
    from model.index.table.of_rows import OpenTables

PATIENCE = 0.04
"""Seconds for which all that comes of one key is waited for: who is near answers within a few thousandths of one."""
_T = TypeVar("_T")


def far(store: Store) -> "FarStore | None":
    """A store as one that is far away; None of one that answers at once."""
    return store if isinstance(store, FarStore) else None


def far_stores(tables: "OpenTables | None") -> list["FarStore"]:
    """The stores that the rows of open tables are read from, as far as they are far away."""
    stores = [it.store for it in tables.tables] if tables is not None else []
    return [it for it in stores if isinstance(it, FarStore)]


@contextmanager
def at_once(tables: "OpenTables") -> Iterator[None]:
    """While something needs all of its answers, as a file that is written: then even a table far away is waited for."""
    with ExitStack() as stack:
        for store in far_stores(tables):
            stack.enter_context(store.waited_for())
        yield


def units_of(zoom: Zoom) -> Hashable:
    """What is asked for by who wants the units of a zoom."""
    return "units", zoom


def _finding_units(zoom: Zoom) -> Callable[[Bitmaps], Sequence[tuple[int, int]]]:
    return lambda own: own.store.units(zoom)


class FarStore:
    """See `model.index.table.store.Store`. `opened` opens the table, which a sentence calls `name`.

    Before it is told whom to tell of what came (`follow`), it answers as the table itself does.
    """

    shared = True

    def __init__(self, opened: Callable[[], Store], name: str) -> None:
        self.name = name
        self._opened = opened
        self._store = store = opened()
        self.meta: TableMeta = store.meta
        self.total, self.dated, self.chunk = store.total, store.dated, store.chunk
        self._steps = store.known_steps()
        self._near = Bitmaps(store)
        self._answers = FarAnswers()
        self._asker: FarAsker | None = None
        self._left = 0.0
        self._is_waited_for = False

    # For who obeys keys and draws

    def follow(self, news: Callable[[], object]) -> None:
        """Wait for nothing from now on; `news` is called in another thread, see `FarAsker`."""
        if self._asker is None:
            self._asker = FarAsker(self._store.again, self._answers, news)
            # Where a day begins is asked with each jump; all days are one question.
            for zoom in Zoom:
                self.expect(units_of(zoom), _finding_units(zoom))
            # Asked of with each window of a filter, and found by halving.
            self.expect("undated from", lambda own: own.undated_from)

    def turn(self) -> None:
        """A key was pressed, or something came: what comes of it may be waited for a little."""
        self._left = PATIENCE

    def drop(self) -> None:
        """What was late is not wanted any more."""
        if self._asker is not None:
            self._asker.drop()

    @property
    def is_awaited(self) -> bool:
        """Whether something is late still, and its coming will be told."""
        return self._asker is not None and self._asker.is_awaited

    @property
    def lost(self) -> str:
        """Why nothing new is answered now, in one sentence; empty while all is well."""
        return self._asker.lost if self._asker is not None else ""

    @contextmanager
    def waited_for(self) -> Iterator[None]:
        """While all answers are waited for."""
        self._is_waited_for = True
        try:
            yield
        finally:
            self._is_waited_for = False

    def reopened(self) -> "FarStore":
        """The newest table in its place. Raises StoreFault. May be called from whatever thread."""
        return FarStore(self._opened, self.name)

    # For who asks

    def answer(self, what: Hashable, find: Callable[[Bitmaps], _T]) -> _T:
        """What `find` finds in the bitmaps that it is given, which never changes. Raises StoreFault, Late."""
        found = self._answers.of(what)
        if found is ABSENT and (self._asker is None or self._is_waited_for):
            found = find(self._near)
            self._answers.put(what, found)
        elif found is ABSENT and self._asker is not None:
            begun = time.monotonic()
            self._asker.want(what, find, self._left)
            self._left = max(0.0, self._left - (time.monotonic() - begun))
            found = self._answers.of(what)
            if found is ABSENT:
                raise StoreFault(self.lost) if self.lost else Late(f"waiting for {self.name}...")
        answer: _T = found
        return answer

    def has(self, what: Hashable) -> bool:
        """Whether an answer is here."""
        return what in self._answers

    def expect(self, what: Hashable, find: Callable[[Bitmaps], object]) -> None:
        """Have found out, beside, what may be asked for soon."""
        if self._asker is not None and what not in self._answers:
            self._asker.expect(what, find)

    # The table

    def again(self) -> Store:
        """The table itself, for another thread."""
        return self._store.again()

    def interrupt(self) -> None:
        """End what another thread waits for."""
        self._store.interrupt()

    def close(self) -> None:
        """Let go of what is open."""
        if self._asker is not None:
            self._asker.close()
        self._store.close()

    def newer(self) -> bool:
        """Whether a newer table has taken its place. The server is waited for."""
        return self._store.newer()

    def away(self) -> tuple[Away, ...]:
        """What could not be read when it was last asked for, by whatever thread."""
        away = self._store.away()
        if self._asker is not None and away != self._asker.away:
            # Who counts may have found it out: from now on it is looked for.
            self._asker.expect(("away", away), lambda _: None)
        return away

    def look(self) -> bool:
        """Nothing: the other thread looks by itself."""
        return False

    def rows(self, first: int, n: int) -> Sequence[CodedRow]:
        """The rows with the ids from `first` on, at most `n`."""
        first, end = max(first, 0), min(first + n, self.total)
        here = self._answers.rows(range(first, end))
        if len(here) < end - first:
            rows = self.answer(("rows", first, end), lambda own: own.store.rows(first, end - first))
            here = dict(enumerate(rows, first))
        return [here[at] for at in range(first, end)]

    def rows_at(self, ids: Sequence[int]) -> Sequence[CodedRow]:
        """The rows of some ids, which ascend."""
        here = dict(self._answers.rows(ids))
        missing = tuple(at for at in ids if at not in here and 0 <= at < self.total)
        if missing:
            rows = self.answer(("rows at", missing), lambda own: own.store.rows_at(missing))
            here.update(zip(missing, rows, strict=True))
        return [here[at] for at in ids if at in here]

    def units(self, zoom: Zoom) -> Sequence[tuple[int, int]]:
        """The units that have rows, each with the id of its first row."""
        return self.answer(units_of(zoom), _finding_units(zoom))

    def busy_until(self, first: int, n: int) -> Sequence[int | None]:
        """Of each of these ids, the last day of all that stands before it."""
        return self.answer(("busy_until", first, n), lambda own: own.store.busy_until(first, n))

    def known_steps(self) -> Sequence[tuple[int, int, int]]:
        """The days on which rows became known or ended, each with how many."""
        return self._steps

    def known(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk that were known on a day, and not over by then."""
        return self.answer(("known", day, chunk), lambda own: own.store.known(day, chunk))

    def versions(self, number: int) -> Sequence[int]:
        """The ids of all versions of a row, from the first one on."""
        row = self._answers.rows([number]).get(number)
        if row is not None and row.first is None and row.until is None:
            # The first version, and none came after it.
            return [number]
        return self.answer(("versions", number), lambda own: own.store.versions(number))

    def placed(self, file: int, number: int) -> Sequence[int]:
        """The ids of the rows that stand in a place of a file."""
        return self.answer(("placed", file, number), lambda own: own.store.placed(file, number))

    def lasting(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose last day is `day` or later."""
        return self.answer(("lasting", day, chunk), lambda own: own.store.lasting(day, chunk))

    def unending(self, chunk: int) -> BitMap:
        """The ids of a chunk that have a date without a last day."""
        return self.answer(("unending", chunk), lambda own: own.store.unending(chunk))

    def begun(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose first day is before `day`, or that have a date without one."""
        return self.answer(("begun", day, chunk), lambda own: own.store.begun(day, chunk))

    def facet(self, column: int, value: str, chunk: int) -> BitMap:
        """The ids of a chunk whose cell has a value."""
        return self.answer(("facet", column, value, chunk), lambda own: own.store.facet(column, value, chunk))

    def facets(self, column: int, chunk: int) -> Sequence[tuple[str, BitMap]]:
        """All values of a column in a chunk, each with its ids."""
        return self.answer(("facets", column, chunk), lambda own: own.store.facets(column, chunk))

    def facet_values(self, column: int) -> Sequence[FacetValue]:
        """The values of a faceted column."""
        return self.answer(("facet_values", column), lambda own: own.store.facet_values(column))

    def word(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The ids of a chunk with a word."""
        return self.answer(("word", word, whole, chunk), lambda own: own.store.word(word, whole, chunk))

    def matching(self, sought: Sought, first: int, n: int) -> Sequence[int]:
        """The first ids that hold what is wanted and nothing that is not."""
        return self.answer(("matching", sought, first, n), lambda own: own.store.matching(sought, first, n))

    def word_rows(self, word: str, whole: bool) -> int | None:
        """How many rows have a whole word."""
        return self.answer(("word_rows", word, whole), lambda own: own.store.word_rows(word, whole))

    def words_like(self, beginning: str, most: int) -> Sequence[str]:
        """Words of the table that begin so, in their order."""
        return self.answer(("words_like", beginning, most), lambda own: own.store.words_like(beginning, most))

    def kept(self, name: str) -> bytes | None:
        """A small value kept beside the rows."""
        return self.answer(("kept", name), lambda own: own.store.kept(name))

    def rejects(self, first: int, n: int) -> Iterator[tuple[int, int, str, str]]:
        """Rows that were not taken."""
        found = self.answer(("rejects", first, n), lambda own: tuple(own.store.rejects(first, n)))
        yield from found
