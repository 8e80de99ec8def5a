"""The conflicts of a corpus as they were known on a day."""

from collections.abc import Container

import msgspec

from model.asof.conflict_days import conflict_days
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.corpus.vocabulary import ConflictKind


def known_conflicts(whole: Corpus, claims: Container[str], day: int) -> dict[str, Conflict]:
    """Those of which two readings could be known by `day`, by id; `claims` are the ids of the claims known then.

    Until all of its claims are known, a conflict is no more than readings at odds.
    """
    found = {}
    for conflict in whole.conflicts.values():
        days = conflict_days(whole, conflict)
        if days.seen <= day:
            found[conflict.id] = conflict if days.settled <= day else _at_odds(conflict, claims)
    return found


def _at_odds(conflict: Conflict, claims: Container[str]) -> Conflict:
    is_resolved = conflict.kind is ConflictKind.RESOLVED
    return msgspec.structs.replace(
        conflict,
        kind=ConflictKind.CONTRADICTION if is_resolved else conflict.kind,
        claims=tuple(name for name in conflict.claims if name in claims),
        preferred=None,
        reason="",
        open=None,
        readings={name: it for name, it in conflict.readings.items() if name in claims},
    )
