"""The ids that a schema offers: those that are there by now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.corpus.draft import Draft
from model.corpus.unfinished import NOT_GIVEN
from model.curate.known_ids import known_ids

KINDS = ("entity", "event", "statement", "claim", "source", "question")
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
    known, missing = known_ids(draft), draft.missing
    return Ids(
        {kind: tuple(sorted(known[kind] - {NOT_GIVEN.id})) for kind in KINDS if missing.perhaps(kind) is None}
    )
