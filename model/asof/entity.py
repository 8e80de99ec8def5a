"""What the corpus says of one entity as of a day: labels, events, company."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from model.asof.saying import saying
from model.asof.visible import VisibleClaim, is_fallen, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.quoted import wording
from model.corpus.records import Claim
from model.corpus.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity as of a day.

    `names` maps each of its names to a claim whose quote prints it (None where no visible quote does). `labels` are
    claims of who it is (or, for an office, who holds it). `events` maps each event it appears in to its parts there
    (`SPEAKS` only where it has no other), `gone` those in which all that gives it a part was superseded. `company` are
    the people who have a part in events in which it has one, most often first, with the number of these. `claims` are
    all in which it appears.
    """

    entity: str
    names: dict[str, Claim | None]
    labels: tuple[VisibleClaim, ...]
    events: dict[str, tuple[str, ...]]
    gone: frozenset[str]
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

PLACE = "place"
"""The part of where the event is."""


def parts_in(corpus: Corpus, claim: Claim) -> dict[str, tuple[str, ...]]:
    """Every entity in a claim with its parts in it: roles, `PLACE`, `LABEL`, `SPEAKS`.

    This is the one rule for who appears where. Who only speaks of an event has no part in it (`has_part`).
    """
    found: dict[str, list[str]] = {}
    place = corpus.events[claim.event].place if claim.event is not None else None
    named = [(entity, role) for role in claim.roles for entity in holders(claim, role)]
    named += [(place, PLACE)] if place is not None else []
    named += [(entity, LABEL) for entity in (claim.entity, claim.office) if entity is not None]
    if claim.statement is not None:
        named += [(hop.who, SPEAKS) for hop in corpus.statements[claim.statement].chain]
    for entity, part in named:
        parts = found.setdefault(entity, [])
        if part not in parts:
            parts.append(part)
    return {entity: tuple(parts) for entity, parts in found.items()}


def has_part(parts: tuple[str, ...]) -> bool:
    """Whether these are the parts of one who does more than speak of it."""
    return parts != (SPEAKS,)


def entity_claims(corpus: Corpus, entity: str, day: int) -> list[Claim]:
    """The claims visible on `day` in which an entity appears: who it is first, then newest saying first."""
    found = [
        (claim.entity != entity and claim.office != entity, -said.estimate, claim.id, claim)
        for claim in corpus.derived(_claims_by_entity).get(entity, ())
        if (said := saying(corpus, claim)).visible <= day
    ]
    return [claim for *_, claim in sorted(found, key=lambda item: item[:3])]


def _claims_by_entity(corpus: Corpus) -> dict[str, list[Claim]]:
    """The claims in which each entity appears."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        for entity in parts_in(corpus, claim):
            found[entity].append(claim)
    return dict(found)


def entity_view(corpus: Corpus, entity: str, day: int) -> EntityView:
    """The entity's labels, events and company as of `day`."""
    claims = entity_claims(corpus, entity, day)
    labels = [claim for claim in claims if entity in (claim.entity, claim.office)]
    events: dict[str, list[str]] = {}
    standing: set[str] = set()
    for claim in claims:
        if claim.event is not None:
            parts = events.setdefault(claim.event, [])
            if claim.event not in standing and not is_fallen(corpus, claim, day):
                standing.add(claim.event)
            parts += [part for part in parts_in(corpus, claim)[entity] if part not in parts]
    return EntityView(
        entity=entity,
        names=_names(corpus, entity, claims),
        labels=tuple(visible_claim(corpus, claim, saying(corpus, claim), day) for claim in labels),
        events={event: _without_speaking(parts) for event, parts in events.items()},
        gone=frozenset(events) - standing,
        company=_company(corpus, entity, events, day),
        claims=tuple(claims),
    )


def _names(corpus: Corpus, entity: str, claims: list[Claim]) -> dict[str, Claim | None]:
    record = corpus.entities[entity]
    quotes = [(wording(claim), claim) for claim in claims]
    return {
        name: next((claim for quote, claim in quotes if name in quote), None)
        for name in (record.name, *record.aliases)
    }


def _without_speaking(parts: list[str]) -> tuple[str, ...]:
    """Speaking of an event is worth saying only of those who have no other part in it."""
    return tuple(part for part in parts if part != SPEAKS) or tuple(parts)


def _company(
    corpus: Corpus, entity: str, events: dict[str, list[str]], day: int
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
