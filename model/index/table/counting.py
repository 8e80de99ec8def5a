"""Numbers that every chunk has a part in: found out at once where that is cheap, else beside, in another thread."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.index.pending import Pending
from model.index.table.bitmaps import Bitmaps
from model.index.table.selection import RowSelection
from model.index.table.store import Store
from model.query.terms import Query

_MOST_OPEN = 3
"""How many of the last things asked are found out: of a filter that is being typed, the rest is of no use any more."""

Tallied = tuple[str, Query]
"""A key of which the values are counted, and the query that rows meet."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be found out: in how many `steps`, how, with the bitmaps of whatever thread, and whether it is."""

    steps: int
    run: Callable[[Bitmaps], Iterator[None]]
    is_done: Callable[[], bool]


class Counting:
    """What was asked of a reader and is not known yet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open: OrderedDict[Hashable, Job] = OrderedDict()
        self._told: set[Hashable] = set()
        """What has been found out beside: whoever had that done shows it."""

    def want(self, what: Hashable, job: Job) -> None:
        """Remember that something was asked for, and was not known."""
        self._told.discard(what)
        self._open[what] = job
        self._open.move_to_end(what)
        while len(self._open) > _MOST_OPEN:
            self._told.discard(self._open.popitem(last=False)[0])

    @property
    def pending(self) -> Pending | None:
        """What finds out all that is not known yet; None where all is, and nobody has been told otherwise.

        What was not known when it was asked for, and was found out since by other questions, is news too: it costs no
        step.
        """
        for what in [what for what, job in self._open.items() if what in self._told and job.is_done()]:
            del self._open[what]
            self._told.discard(what)
        if not self._open:
            return None
        jobs = {what: job for what, job in self._open.items() if not job.is_done()}
        known = [what for what in self._open if what not in jobs]
        beside = _Beside(self._store, jobs, known, self._told)
        return Pending(sum(job.steps for job in jobs.values()), beside.run, beside.stop)


class _Beside:
    """Some jobs, done with a store of their own by whoever runs them.

    What is found out, or `known` anyway, is put in `told`.
    """

    def __init__(
        self, store: Store, jobs: dict[Hashable, Job], known: Sequence[Hashable], told: set[Hashable]
    ) -> None:
        self._store, self._jobs, self._known, self._told = store, jobs, known, told
        self._own: Store | None = None
        self._is_stopped = False

    def run(self) -> Iterator[None]:
        """Do a part of the work at each step. Raises `StoreFault`, and `Interrupted` once it is to end."""
        self._told.update(self._known)
        if not self._jobs:
            return
        own = self._own = self._store.again()
        try:
            bitmaps = Bitmaps(own)
            # What was asked for last is what one looks at.
            for what, job in reversed(self._jobs.items()):
                for _ in job.run(bitmaps):
                    if self._is_stopped:
                        return
                    yield
                self._told.add(what)
        finally:
            self._own = None
            own.close()

    def stop(self) -> None:
        """End it, from whatever thread."""
        self._is_stopped = True
        own = self._own
        if own is not None:
            own.interrupt()


def selecting(selection: RowSelection) -> Job:
    """Finding out all chunks of a selection."""

    def run(bitmaps: Bitmaps) -> Iterator[None]:
        again = selection.again(bitmaps)
        for chunk in range(bitmaps.chunks):
            again.chunk(chunk)
            yield

    return Job(selection.bitmaps.chunks, run, lambda: selection.whole)


def tallying(
    selection: RowSelection,
    column: int,
    cells_of: Mapping[str, Sequence[str]],
    known: dict[Tallied, Mapping[str, int]],
    asked: Tallied,
) -> Job:
    """Finding out how many rows of a selection have one of the cells of each value, or none (""): then `known`."""
    value_of = {cell: value for value, cells in cells_of.items() for cell in cells}

    def run(bitmaps: Bitmaps) -> Iterator[None]:
        """A chunk at each step; what has no cell of a value is what is left of all."""
        again = selection.again(bitmaps)
        found = dict.fromkeys(cells_of, 0)
        for chunk in range(bitmaps.chunks):
            here = again.chunk(chunk)
            for cell, rows in bitmaps.store.facets(column, chunk) if here else ():
                if (value := value_of.get(cell)) is not None:
                    found[value] += here.intersection_cardinality(rows)
            yield
        known[asked] = found | {"": again.total - sum(found.values())}

    return Job(selection.bitmaps.chunks, run, lambda: asked in known)
