"""What is found out beside the screen where it takes a while: in steps, of an archive as of a day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from model.index.archive import Archive


@dataclass(frozen=True, slots=True)
class Task:
    """How many `steps` it takes, what `find` gives in each of them, and what keeps all of that with the corpus."""

    steps: Callable[[Archive, int], int]
    find: Callable[[Archive, int], Iterator[Any]]
    keep: Callable[[Archive, int, Iterable[Any]], object]


# What they call is imported when it is called: few starts need it.


def _events(archive: Archive, day: int) -> int:
    return len(archive.known(day).claims_of_event)


def _find_supports(archive: Archive, day: int) -> Iterator[Any]:
    from model.asof.support import supports

    return supports(archive.corpus, day)


def _keep_supports(archive: Archive, day: int, found: Iterable[Any]) -> object:
    from model.asof.support import keep_supports

    return keep_supports(archive.corpus, day, found)


def _steps(archive: Archive, day: int) -> int:
    from model.candidates.find import steps

    return steps(archive.corpus, day)


def _find_candidates(archive: Archive, day: int) -> Iterator[Any]:
    from model.candidates.find import find_candidates

    return find_candidates(archive.corpus, day)


def _keep_candidates(archive: Archive, day: int, found: Iterable[Any]) -> object:
    from model.candidates.find import keep_candidates

    return keep_candidates(archive.corpus, day, found)


SUPPORT = Task(_events, _find_supports, _keep_supports)
"""What all events rest on, event by event."""

CANDIDATES = Task(_steps, _find_candidates, _keep_candidates)
"""What may have been missed, event by event and document by document."""
