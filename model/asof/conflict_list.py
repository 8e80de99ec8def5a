"""The conflicts of a day as a list: where each lies, since when it could be known, how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from model.asof.conflict import ConflictView, Reading, conflict_view, documents_at_odds
from model.asof.conflict_days import conflict_days
from model.asof.conflict_standing import ConflictStanding, came_out
from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.corpus.vocabulary import CONTESTING


@dataclass(frozen=True, slots=True)
class ListedConflict:
    """A conflict in the list of a day.

    It could be known from the day number `since` on, which is `estimated` where that hangs on an estimated day of
    publication. `sources` are the ids of the documents in which the claims are that could be known, in the order of the
    claims; `inside` are those in which two readings stand by themselves. `decided` is the reading by which it stands as
    it does: the preferred one, or the only one that is not superseded; None where there is no such one.
    """

    view: ConflictView
    since: int
    estimated: bool
    sources: tuple[str, ...]
    inside: tuple[str, ...]
    standing: ConflictStanding
    decided: Reading | None

    @property
    def conflict(self) -> Conflict:
        """The record."""
        return self.view.conflict


def listed_conflicts(corpus: Corpus, conflicts: Iterable[Conflict], day: int) -> list[ListedConflict]:
    """Conflicts, each of which could be known on `day`, in their order in the list.

    What is open comes first, what is no quarrel last; of what stands alike, what could be known last comes first.
    """
    listed = [_listed(corpus, conflict, day) for conflict in conflicts]
    order = [*ConflictStanding]
    return sorted(listed, key=lambda it: (order.index(it.standing), -it.since))


def _listed(corpus: Corpus, conflict: Conflict, day: int) -> ListedConflict:
    view = conflict_view(corpus, conflict, day)
    since = conflict_days(corpus, conflict).seen
    said = {it: saying(corpus, corpus.claims[it]) for it in conflict.claims}
    known = [it for it in conflict.claims if said[it].visible <= day]
    # Were two readings there by then, if nothing is counted that may have come later?
    sure = {
        view.reading_of(it) for it in known if said[it].visible <= since and not said[it].uncertain_at(since)
    }
    sources = tuple(dict.fromkeys(corpus.claims[it].source for it in known))
    inside = tuple(documents_at_odds(corpus, msgspec.structs.replace(conflict, claims=tuple(known))))
    return ListedConflict(view, since, len(sure) < 2, sources, inside, *_stands(corpus, view, day))


def _stands(corpus: Corpus, view: ConflictView, day: int) -> tuple[ConflictStanding, Reading | None]:
    if view.conflict.kind not in CONTESTING:
        return ConflictStanding.NO_QUARREL, None
    outcome = came_out(corpus, view.conflict, day)
    if outcome is None:
        return ConflictStanding.OPEN, None
    return outcome.how, view.readings[view.reading_of(outcome.claim)]
