"""How long before or after an event it was spoken of: forecast lead and report delay."""

from dataclasses import dataclass

from model.asof.saying import ALWAYS, saying
from model.asof.state import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Lag:
    """A claim of an event, and the days between its saying and the event.

    `days` is positive for a forecast (to the event's first day, else its last) and negative for a report of what is
    past (from its last day); 0 while the event goes on.
    """

    item: VisibleClaim
    days: int


def lags(corpus: Corpus, day: int) -> list[Lag]:
    """The lags of all claims that could be known on `day` and have both days, the longest lead first."""
    found = []
    for claim in corpus.claims.values():
        said = saying(corpus, claim)
        if claim.event is None or said.visible > day or said.estimate == ALWAYS:
            continue
        item = visible_claim(corpus, claim, said, day)
        days = _days(item)
        if days is not None:
            found.append(Lag(item, days))
    return sorted(found, key=lambda lag: (-lag.days, lag.item.claim.id))


def _days(item: VisibleClaim) -> int | None:
    date, said = item.date, item.said.estimate
    if date is None:
        return None
    first = date.earliest if date.earliest is not None else date.latest
    last = date.latest if date.latest is not None else date.earliest
    assert first is not None
    assert last is not None
    if said < first:
        return first - said
    return min(last - said, 0)
