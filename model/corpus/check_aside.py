"""What else is wrong with a record that cannot be read at all, since nobody knows what it is, or of what.

It stands aside: no other record leads to it, and of what only stands in for what it says nothing is said.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from model.corpus.asked import Question, VainSearch
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.listed import PrintedList
from model.corpus.records import Claim, Conflict, Entity, Event, Record, Source, Statement

R = TypeVar("R", bound=Record)

_COUNTED = frozenset({"D017"})
_OF_TIMES = "T"


def aside_problems(draft: Draft, find: Callable[[Draft], Iterable[Problem]]) -> Iterator[Problem]:
    """The problems of fields of the records that stand aside, as `find` finds them in a draft that has these too."""
    if not draft.aside:
        return
    whole = replace(
        draft,
        aside=[],
        sources=[*draft.sources, *_of(draft, Source)],
        entities=[*draft.entities, *_of(draft, Entity)],
        events=[*draft.events, *_of(draft, Event)],
        conflicts=[*draft.conflicts, *_of(draft, Conflict)],
        statements=[*draft.statements, *_of(draft, Statement)],
        claims=[*draft.claims, *_of(draft, Claim)],
        lists=[*draft.lists, *_of(draft, PrintedList)],
        questions=[*draft.questions, *_of(draft, Question)],
        searches=[*draft.searches, *_of(draft, VainSearch)],
        unfinished={**draft.unfinished, **{it.place: it.missing for it in draft.aside}},
    )
    unread = {it.place: it.missing for it in draft.aside}
    for problem in find(whole):
        path = problem.place.path
        missing = unread.get(Place(problem.place.file, path[:2]))
        if missing is None or len(path) < len(("kind", 0, "field")) or path[2] in missing:
            continue
        # Whose words they are is not known, so neither is the day from which they count.
        hangs = problem.code in _COUNTED or problem.code.startswith(_OF_TIMES)
        if not (hangs and "statement" in missing):
            yield problem


def _of(draft: Draft, kind: type[R]) -> Iterator[tuple[R, Place]]:
    return ((it.record, it.place) for it in draft.aside if isinstance(it.record, kind))
