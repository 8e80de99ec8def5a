"""Which claims stand in a conflict together, and which speak of one point anyway."""

from collections.abc import Container, Iterable

import msgspec

from model.corpus.lost import Lost
from model.corpus.records import Claim, Conflict
from model.corpus.vocabulary import BESIDE_THE_STATE, CONTESTING, ConflictKind


def contests(conflict: Conflict) -> bool:
    """Whether a conflict is a quarrel over what happened: one over a figure, a reason or a name contests nothing."""
    return conflict.kind in CONTESTING and conflict.point not in BESIDE_THE_STATE


def without_claims(conflict: Conflict, gone: Container[str]) -> Conflict:
    """A conflict without the claims that are `gone`.

    The curator's words stay; the verdict goes with the claim it was for.
    """
    undecided = conflict.preferred is not None and conflict.preferred in gone
    was_resolved = undecided and conflict.kind is ConflictKind.RESOLVED
    return msgspec.structs.replace(
        conflict,
        kind=ConflictKind.CONTRADICTION if was_resolved else conflict.kind,
        claims=tuple(name for name in conflict.claims if name not in gone),
        preferred=None if undecided else conflict.preferred,
        readings={name: words for name, words in conflict.readings.items() if name not in gone},
    )


class Quarrels:
    """The conflicts in which sources differ about the world, by the claims that are in them.

    A `lost` conflict counts as one: it may have been such a one, for all that is known.
    """

    def __init__(self, conflicts: Iterable[Conflict], lost: Iterable[Lost] = ()) -> None:
        self._of_claim: dict[str, set[object]] = {}
        for conflict in conflicts:
            if contests(conflict):
                self._add(conflict.claims, conflict.id)
        for record in lost:
            if record.kind == "conflict":
                self._add(record.names("claims"), record.place)

    def _add(self, claims: Iterable[str], conflict: object) -> None:
        for claim in claims:
            self._of_claim.setdefault(claim, set()).add(conflict)

    def may_supersede(self, claim: Claim, other: Claim) -> bool:
        """Whether a claim can take the place of another: they are about one point, or a conflict holds both."""
        shared = self._of_claim.get(claim.id, set()) & self._of_claim.get(other.id, set())
        return bool(shared) or _is_of_one_point(claim, other)


def _is_of_one_point(claim: Claim, other: Claim) -> bool:
    if claim.event is not None or other.event is not None:
        return claim.event == other.event
    same_office = claim.office is not None and claim.office == other.office
    return same_office or claim.entity == other.entity
