"""The rules of which claim decides, as the guide says them: claim by claim, and as slowly as that is."""

from collections.abc import Callable, Sequence

from model.asof.saying import published, saying
from model.asof.visible import VisibleClaim
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Conflict, Source
from model.corpus.vocabulary import Change, Status


def seen(corpus: Corpus, day: int) -> dict[str, Claim]:
    """The claims that could be known."""
    return {name: claim for name, claim in corpus.claims.items() if saying(corpus, claim).visible <= day}


def is_outcome(candidates: list[VisibleClaim], item: VisibleClaim) -> bool:
    """The rule of the guide, claim by claim."""
    status, said = item.claim.status, item.said
    if item.claim.condition is not None:
        return False
    dates = [other.date for other in candidates if other.date is not None]

    def surely_from(day: int | None) -> bool:
        return day is not None and said.earliest is not None and said.earliest >= day

    if status is Status.OCCURRED:
        return True
    if status is Status.CANCELLED:
        first_days = [date.earliest for date in ([item.date] if item.date is not None else dates)]
        known = [day for day in first_days if day is not None]
        begun = len(known) == len(first_days) > 0 and surely_from(min(known))
        plans = [it for it in candidates if it.claim.status in {Status.SCHEDULED, Status.CONFIRMED}]
        return begun or all(plan.said.estimate <= said.estimate for plan in plans)
    if status is Status.DENIED:
        ends = [item.date] if item.date is not None else dates
        if not ends:
            return False
        open_ended = [date.earliest for date in ends if date.latest is None and date.earliest is not None]
        if not open_ended:
            return surely_from(max(date.latest for date in ends if date.latest is not None))
        others = [it for it in candidates if it.claim.status not in {Status.DENIED, Status.CANCELLED}]
        return surely_from(max(open_ended) + 1) and all(it.said.estimate < said.estimate for it in others)
    return False


def candidates_of(claims: Sequence[VisibleClaim]) -> list[VisibleClaim]:
    """Which claims compete: those that say how it is and stand, else the fallen ones, else what says nothing of it."""

    def says(item: VisibleClaim) -> bool:
        return item.claim.condition is None and item.claim.status is not Status.NO_COMMENT

    standing = [item for item in claims if not item.fallen]
    return (
        [item for item in standing if says(item)]
        or [item for item in claims if says(item)]
        or standing
        or list(claims)
    )


def is_retracted(corpus: Corpus, claim: Claim, day: int) -> bool:
    """Whether a source that was known takes back the claim's document, or a version of it."""

    def takes_back(source: Source) -> bool:
        first = source.version_of
        while first not in (None, claim.source):
            first = corpus.sources[first].version_of
        return first is not None

    return any(
        source.change is Change.RETRACTION and published(corpus, source) <= day and takes_back(source)
        for source in corpus.sources.values()
    )


def certainty(outcome: Callable[[VisibleClaim], bool], item: VisibleClaim) -> int:
    """How sure an outcome is; nothing of all else."""
    return ["PS", "PR", "CT"].index(item.claim.factuality.value[:2]) if outcome(item) else 0


def is_at_odds(conflict: Conflict, claims: dict[str, Claim]) -> bool:
    """Whether there are two readings in a conflict."""
    words = [(conflict.readings.get(name) or None, claims[name]) for name in conflict.claims]
    keys = {(word, it.factuality.negative) if word else (it.id, None) for word, it in words}
    return len(keys) > 1


def is_preferred(corpus: Corpus, day: int, item: VisibleClaim) -> bool:
    """Whether the curator prefers a claim that stands, in a quarrel of which all is known."""
    known = seen(corpus, day)
    return not item.fallen and any(
        conflict.preferred == item.claim.id
        and set(conflict.claims) <= known.keys()
        and is_at_odds(conflict, known)
        for conflict in corpus.conflicts.values()
        if conflict.kind.value not in {"label", "not-the-same"}
        if (conflict.point or "whether") not in {"how-many", "why", "name"}
    )
