"""What a record names is of the kind that belongs there: an office, a place, a publisher, a role that others have."""

from collections import Counter
from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.near_words import NearWords
from model.corpus.vocabulary import EntityType

GUIDE_ROLES = (
    "attendee",
    "host",
    "visitor",
    "sender",
    "leader",
    "representative",
    "participant",
    "speaker",
    "addressee",
    "intermediary",
    "inviter",
    "invitee",
    "decider",
    "builder",
    "subject",
)
"""The roles that the guide lists; a role is an open word, and these are known everywhere."""

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.OBJECT})
"""Something may take place in a country, and on a bridge or a ship."""

_NO_PUBLISHERS = frozenset({EntityType.PLACE, EntityType.OBJECT})

_AN = {
    EntityType.ORGANIZATION: "an organization",
    EntityType.OFFICE: "an office",
    EntityType.OBJECT: "an object",
    EntityType.ANONYMOUS: "a speaker without a name",
}

_OFTEN = 2
"""So many claims make a role known."""

_MOST_KNOWN = 500
"""Of a corpus with more roles than anybody knows, the commonest ones are what was meant."""


def kind_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each entity that stands where only another kind can, and for each role that is nearly another."""
    types: dict[str, EntityType] = {}
    for entity, _ in draft.entities:
        # Of two with one id the first one stays.
        types.setdefault(entity.id, entity.type)
    for source, place in draft.sources:
        kind = types.get(source.publisher)
        if kind in _NO_PUBLISHERS:
            message = f'"{source.publisher}" is {_a(kind)}; a publisher is who brings a document out'
            yield Problem(place.of("publisher"), message, "R013")
    for event, place in draft.events:
        kind = types.get(event.place or "")
        if kind is not None and kind not in _PLACES:
            message = f'"{event.place}" is {_a(kind)}, and no place; who takes part is a role of a claim'
            yield Problem(place.of("place"), message, "R012")
    for claim, place in draft.claims:
        kind = types.get(claim.office or "")
        if kind is not None and kind is not EntityType.OFFICE:
            message = f'"{claim.office}" is {_a(kind)}, and no office'
            yield Problem(
                place.of("office"), f"{message}; name an entity of the type office, or leave it out", "R011"
            )
    yield from _role_problems(draft)


def _a(kind: EntityType) -> str:
    return _AN.get(kind, f"a {kind}")


def _role_problems(draft: Draft) -> Iterator[Problem]:
    """A role that stands in one claim alone may be a slip for one that many have."""
    used = Counter(role for claim, _ in draft.claims for role in claim.roles)
    common = [role for role, times in used.most_common(_MOST_KNOWN) if times >= _OFTEN]
    known = dict.fromkeys([*GUIDE_ROLES, *common])
    if all(role in known or times >= _OFTEN for role, times in used.items()):
        return
    near = NearWords(known)
    for claim, place in draft.claims:
        for role in claim.roles:
            meant = near.meant(role) if used[role] < _OFTEN and role not in known else None
            if meant is not None:
                message = f'the role "{role}" stands here alone; did you mean "{meant}"?'
                yield Problem(place.of("roles", role), message, "R014")
