"""How a conflict stands as of a day, and which of its readings came out: the same in the list, and in what changed."""

from dataclasses import dataclass
from enum import StrEnum

from model.asof.conflict_days import ReadingKey, conflict_days, reading_key
from model.asof.saying import saying
from model.asof.visible import is_fallen
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.corpus.vocabulary import CONTESTING, ConflictKind


class ConflictStanding(StrEnum):
    """How a conflict stands, what is open first."""

    OPEN = "open"
    SUPERSEDED = "superseded"
    PREFERRED = "preferred"
    SETTLED = "settled"
    NO_QUARREL = "no quarrel"


@dataclass(frozen=True, slots=True)
class SettledReading:
    """The one reading of a conflict that is left, and a claim that reads it so: the preferred one, else the newest.

    `how` it came out: it is *preferred* by the curator, by him too it has *settled* what others left open, or it is the
    only one that is not *superseded*.
    """

    reading: ReadingKey
    claim: str
    how: ConflictStanding


def came_out(corpus: Corpus, conflict: Conflict, day: int) -> SettledReading | None:
    """The reading of a quarrel that the curator prefers, once all of it is known, else the only one that still stands.

    None where none or several do, and of what was no conflict yet.
    """
    days = conflict_days(corpus, conflict)
    if conflict.kind not in CONTESTING or days.seen > day:
        return None
    claims = [corpus.claims[name] for name in conflict.claims]
    standing = [it for it in claims if saying(corpus, it).visible <= day and not is_fallen(corpus, it, day)]
    preferred = [it for it in standing if it.id == conflict.preferred and days.settled <= day]
    left = preferred or standing
    readings = {reading_key(conflict, it) for it in left}
    if len(readings) != 1:
        return None
    newest = min(left, key=lambda it: (-saying(corpus, it).estimate, it.id))
    how = ConflictStanding.SUPERSEDED
    if preferred:
        is_resolved = conflict.kind is ConflictKind.RESOLVED
        how = ConflictStanding.SETTLED if is_resolved else ConflictStanding.PREFERRED
    return SettledReading(readings.pop(), newest.id, how)
