"""How long before or after an event it was spoken of: forecast lead and report delay."""

from dataclasses import dataclass

from model.asof.saying import ALWAYS, saying
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.dates.edtf import Edtf, Part, Shape


@dataclass(frozen=True, slots=True)
class Lag:
    """A claim of an event, and the days between its saying and the event.

    `days` is positive for a forecast and negative for a report of what is past (from the event's last day). A forecast
    is counted to the event's first day; of what happens once within bounds to the last, as it is sorted. 0 while the
    event goes on, which it does from its first day where it has no last one.
    `exact` tells that both days are stated as days, without a doubt: "by 9 May" is some day until then.
    """

    item: VisibleClaim
    days: int
    exact: bool


def lags(corpus: Corpus, day: int) -> list[Lag]:
    """The lags of all claims that could be known on `day` and have both days, the longest lead first."""
    found = []
    for claim in corpus.claims.values():
        said = saying(corpus, claim)
        if claim.event is None or said.visible > day or said.estimate == ALWAYS:
            continue
        item = visible_claim(corpus, claim, said, day)
        if item.date is not None:
            days, part = _days(item.date, said.estimate)
            found.append(Lag(item, days, said.exact and _exact(item.date, part)))
    return sorted(found, key=lambda lag: (-lag.days, lag.item.claim.id))


def _days(date: Edtf, said: int) -> tuple[int, Part | None]:
    """The days from a saying to a date, and the part of the date that they are counted to or from."""
    window = date.shape is Shape.WINDOW and date.latest is not None
    first = date.latest if window or date.earliest is None else date.earliest
    assert first is not None, "a date is open on one side at most"
    if said < first:
        return first - said, date.end if window else date.start or date.end
    if date.latest is None:
        return 0, date.start
    return min(date.latest - said, 0), date.end


def _exact(date: Edtf, part: Part | None) -> bool:
    return part is not None and part.day is not None and not date.qualified and date.shape is not Shape.WINDOW
