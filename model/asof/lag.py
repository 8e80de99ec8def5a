"""How long before or after an event it was spoken of: forecast lead and report delay."""

from dataclasses import dataclass

from model.asof.saying import ALWAYS, saying
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.dates.apart import Apart, Bounds
from model.dates.edtf import Edtf, Shape


@dataclass(frozen=True, slots=True)
class Lag:
    """A claim of an event, and the days between its saying and the event.

    `apart` is what is known of them, as the days after the saying. `days` is where a claim stands among others, by what
    is likeliest: positive for a forecast and negative for a report of what is past (from the event's last day). A
    forecast is counted to the event's first day; of what happens once within bounds to the last, as it is sorted. 0
    while the event goes on, which it does from its first day where it has no last one.
    """

    item: VisibleClaim
    days: int
    apart: Apart


def lags(corpus: Corpus, day: int) -> list[Lag]:
    """The lags of all claims that could be known on `day` and have both days, the longest lead first."""
    found = []
    for claim in corpus.claims.values():
        said = saying(corpus, claim)
        if claim.event is None or said.visible > day or said.estimate == ALWAYS:
            continue
        item = visible_claim(corpus, claim, said, day)
        if item.date is not None:
            doubtful = said.on is not None and said.on.qualified
            apart = Apart.between(Bounds(said.earliest, said.latest, doubtful), Bounds.of(item.date))
            found.append(Lag(item, _days(item.date, said.estimate), apart))
    return sorted(found, key=lambda lag: (-lag.days, lag.item.claim.id))


def _days(date: Edtf, said: int) -> int:
    """The days from a saying to the day of a date that it is counted to or from."""
    window = date.shape is Shape.WINDOW and date.latest is not None
    first = date.latest if window or date.earliest is None else date.earliest
    assert first is not None, "a date is open on one side at most"
    if said < first:
        return first - said
    return 0 if date.latest is None else min(date.latest - said, 0)
