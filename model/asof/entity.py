"""What the corpus says of one entity as of a day: labels, events, company."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from model.asof.saying import saying
from model.asof.visible import VisibleClaim, superseded_by, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.draft import as_quote
from model.corpus.records import Claim
from model.corpus.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity as of a day.

    `names` maps each of its names to a claim whose quote prints it (None where no visible quote does). `labels` are
    claims of who it is (or, for an office, who holds it). `events` maps each event it appears in to its roles there
    ("speaker" where it only speaks of it), `gone` those in which all that gives it a part was superseded. `company` are
    the people it appears with, most often first, with the number of common events. `claims` are all in which it has a
    part.
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


def entities_of(corpus: Corpus, claim: Claim) -> dict[str, str]:
    """Every entity in a claim with its part in it: a role, "speaker", or "label" for who someone is."""
    found: dict[str, str] = {}
    for role in claim.roles:
        for entity in holders(claim, role):
            found.setdefault(entity, role)
    if claim.statement is not None:
        for hop in corpus.statements[claim.statement].chain:
            found.setdefault(hop.who, "speaker")
    for named in (claim.entity, claim.office):
        if named is not None:
            found.setdefault(named, "label")
    return found


def entity_claims(corpus: Corpus, entity: str, day: int) -> list[Claim]:
    """The claims visible on `day` in which an entity has a part: who it is first, then newest saying first."""
    found = [
        (claim.entity != entity and claim.office != entity, -said.estimate, claim.id, claim)
        for claim in corpus.derived(_claims_by_entity).get(entity, ())
        if (said := saying(corpus, claim)).visible <= day
    ]
    return [claim for *_, claim in sorted(found, key=lambda item: item[:3])]


def _claims_by_entity(corpus: Corpus) -> dict[str, list[Claim]]:
    """The claims in which each entity has a part."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        for entity in entities_of(corpus, claim):
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
            part = entities_of(corpus, claim)[entity]
            parts = events.setdefault(claim.event, [])
            if claim.event not in standing and not superseded_by(corpus, claim, day):
                standing.add(claim.event)
            if part not in parts:
                parts.append(part)
    return EntityView(
        entity=entity,
        names=_names(corpus, entity, claims),
        labels=tuple(visible_claim(corpus, claim, saying(corpus, claim), day) for claim in labels),
        events={event: _without_speaker(parts) for event, parts in events.items()},
        gone=frozenset(events) - standing,
        company=_company(corpus, entity, events, day),
        claims=tuple(claims),
    )


def _names(corpus: Corpus, entity: str, claims: list[Claim]) -> dict[str, Claim | None]:
    record = corpus.entities[entity]
    quotes = [(as_quote(claim.quote).exact, claim) for claim in claims]
    return {
        name: next((claim for quote, claim in quotes if name in quote), None)
        for name in (record.name, *record.aliases)
    }


def _without_speaker(parts: list[str]) -> tuple[str, ...]:
    """Speaking of an event is worth saying only of those who have no other part in it."""
    roles = tuple(part for part in parts if part != "speaker")
    return roles or tuple(parts)


def _company(
    corpus: Corpus, entity: str, events: dict[str, list[str]], day: int
) -> tuple[tuple[str, int], ...]:
    met: Counter[str] = Counter()
    for event in events:
        present = {
            other
            for claim in corpus.claims_of_event[event]
            if saying(corpus, claim).visible <= day
            for other, part in entities_of(corpus, claim).items()
            if part != "speaker" and other != entity and corpus.entities[other].type is EntityType.PERSON
        }
        met.update(present)
    return tuple(sorted(met.items(), key=lambda item: (-item[1], item[0])))
