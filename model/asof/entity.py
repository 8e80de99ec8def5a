"""What the corpus says of one entity as of a day: labels, events, company."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.asof.saying import saying
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.quoted import wording
from model.corpus.records import Claim
from model.corpus.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity as of a day.

    `names` maps each of its names to a claim whose quote prints it (None where no visible quote does). `labels` are
    claims of who it is (or, for an office, who holds it). `parts` maps each event it appears in to its parts there
    (`SPEAKS` only where it has no other), each with the claim that says most of it: one that stands, and the surest.
    `company` are the people who have a part in events in which it has one, most often first, with the number of these.
    `claims` are all in which it appears.
    """

    entity: str
    names: dict[str, Claim | None]
    labels: tuple[VisibleClaim, ...]
    parts: dict[str, dict[str, VisibleClaim]]
    company: tuple[tuple[str, int], ...]
    claims: tuple[Claim, ...]


def holders(claim: Claim, role: str) -> tuple[str, ...]:
    """The entities that hold a role in a claim's event."""
    held = claim.roles[role]
    return (held,) if isinstance(held, str) else held


SPEAKS = "speaks of it"
"""The part of who passes a claim on. It is no slug, so that no role is taken for it."""

LABEL = "label"
"""The part of who is said to be someone, and of the office."""

_SUREST = "CT PR PS Uu"
"""Levels of FactBank, the surest first."""

PLACE = "place"
"""The part of where the event is."""


def parts_in(corpus: Corpus, claim: Claim) -> dict[str, tuple[str, ...]]:
    """Every entity in a claim with its parts in it: roles, `PLACE`, `LABEL`, `SPEAKS`.

    This is the one rule for who appears where. Who only speaks of an event has no part in it (`has_part`).
    """
    found: dict[str, list[str]] = {}
    for entity, part in _named(corpus, claim):
        parts = found.setdefault(entity, [])
        if part not in parts:
            parts.append(part)
    return {entity: tuple(parts) for entity, parts in found.items()}


def entities_in(corpus: Corpus, claim: Claim) -> frozenset[str]:
    """Every entity in a claim, whatever its part."""
    return frozenset(entity for entity, _ in _named(corpus, claim))


def _named(corpus: Corpus, claim: Claim) -> list[tuple[str, str]]:
    """The entities that a claim names, each with a part, and as often as it is named."""
    place = corpus.events[claim.event].place if claim.event is not None else None
    named = [(entity, role) for role in claim.roles for entity in holders(claim, role)]
    named += [(place, PLACE)] if place is not None else []
    named += [(entity, LABEL) for entity in (claim.entity, claim.office) if entity is not None]
    if claim.statement is not None:
        named += [(hop.who, SPEAKS) for hop in corpus.statements[claim.statement].chain]
    return named


def has_part(parts: tuple[str, ...]) -> bool:
    """Whether these are the parts of one who does more than speak of it."""
    return parts != (SPEAKS,)


def entity_claims(corpus: Corpus, entity: str, day: int) -> list[Claim]:
    """The claims visible on `day` in which an entity appears: who it is first, then newest saying first."""
    found = [
        (claim.entity != entity and claim.office != entity, -said.estimate, claim.id, claim)
        for claim in corpus.derived(claims_by_entity).get(entity, ())
        if (said := saying(corpus, claim)).visible <= day
    ]
    return [claim for *_, claim in sorted(found, key=lambda item: item[:3])]


def claims_by_entity(corpus: Corpus) -> dict[str, list[Claim]]:
    """The claims in which each entity appears; to be asked for by `Corpus.derived`."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        for entity in entities_in(corpus, claim):
            found[entity].append(claim)
    return dict(found)


def entity_view(corpus: Corpus, entity: str, day: int) -> EntityView:
    """The entity's labels, events and company as of `day`."""
    claims = entity_claims(corpus, entity, day)
    labels = [claim for claim in claims if entity in (claim.entity, claim.office)]
    parts: dict[str, dict[str, VisibleClaim]] = {}
    for claim in claims:
        if claim.event is not None:
            item = visible_claim(corpus, claim, saying(corpus, claim), day)
            for part in parts_in(corpus, claim)[entity]:
                add_part(parts.setdefault(claim.event, {}), part, item)
    return EntityView(
        entity=entity,
        names=_names(corpus, entity, claims),
        labels=tuple(visible_claim(corpus, claim, saying(corpus, claim), day) for claim in labels),
        parts={event: _without_speaking(held) for event, held in parts.items()},
        company=_company(corpus, entity, parts, day),
        claims=tuple(claims),
    )


def _names(corpus: Corpus, entity: str, claims: list[Claim]) -> dict[str, Claim | None]:
    record = corpus.entities[entity]
    quotes = [(wording(claim), claim) for claim in claims]
    return {
        name: next((claim for quote, claim in quotes if name in quote), None)
        for name in (record.name, *record.aliases)
    }


def add_part(parts: dict[str, VisibleClaim], part: str, item: VisibleClaim) -> None:
    """Count a part in, with the claim that says most of it: one that stands before others, then the surest."""
    if part not in parts or _says_less(parts[part], item):
        parts[part] = item


def _says_less(one: VisibleClaim, other: VisibleClaim) -> bool:
    ranks = [(it.fallen, _SUREST.index(it.claim.factuality.value[:2])) for it in (one, other)]
    return ranks[0] > ranks[1]


def _without_speaking(parts: dict[str, VisibleClaim]) -> dict[str, VisibleClaim]:
    """Speaking of an event is worth saying only of those who have no other part in it."""
    return {part: item for part, item in parts.items() if part != SPEAKS} or parts


def _company(
    corpus: Corpus, entity: str, events: Mapping[str, Iterable[str]], day: int
) -> tuple[tuple[str, int], ...]:
    met: Counter[str] = Counter()
    for event, parts in events.items():
        if has_part(tuple(parts)):
            met.update(
                {
                    other
                    for claim in corpus.claims_of_event[event]
                    if saying(corpus, claim).visible <= day
                    for other, theirs in parts_in(corpus, claim).items()
                    if has_part(theirs) and other != entity
                    if corpus.entities[other].type is EntityType.PERSON
                }
            )
    return tuple(sorted(met.items(), key=lambda item: (-item[1], item[0])))
