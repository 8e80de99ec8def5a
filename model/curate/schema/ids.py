"""The ids that a schema offers: those that are there by now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.corpus.draft import Draft

KINDS = ("entity", "event", "statement", "claim", "source")
"""The kinds of records that others name."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of each kind, in order. A kind of which not all are known is not in it: there any id may be meant."""

    of_kind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def known(self, kind: str) -> tuple[str, ...]:
        """The ids of a kind; none where not all are known, or there are none yet."""
        return self.of_kind.get(kind, ())


def ids_in(draft: Draft) -> Ids:
    """The ids in a draft, of records that have an error too; a broken file makes its kinds unknown."""
    missing = draft.missing
    return Ids({kind: tuple(sorted(ids_of(draft, kind))) for kind in KINDS if missing.perhaps(kind) is None})


def ids_of(draft: Draft, kind: str) -> set[str]:
    """All ids of a kind that could be read, of records that have an error too."""
    there = {record.id for record, place in draft.named_records()[kind] if place.file}
    return there | {it.id for it in draft.lost if it.kind == kind and it.id}
