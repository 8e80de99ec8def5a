"""What the corpus says of one entity as of a day: labels, events, company."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.asof.saying import saying
from model.asof.visible import VisibleClaim, visible_claim
from model.asof.when_asked import WhenAsked
from model.corpus.corpus import Corpus
from model.corpus.quoted import wording
from model.corpus.records import Claim
from model.corpus.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity as of a day.

    `names` maps each of its names to a claim whose quote prints it (None where no visible quote does). `labels` are
    claims of who it is (or, for an office, who holds it). `parts` maps each event that it takes part in to its parts
    there, `speaks` each event that it speaks of, and `passes` each event of which it passes a claim on; each with the
    claim that says most of it: one that stands, and the surest. `company` are the people who take part in events in
    which it does, most often first, with the number of these. `claims` are all in which it appears.
    """

    entity: str
    names: dict[str, Claim | None]
    labels: tuple[VisibleClaim, ...]
    parts: Mapping[str, dict[str, VisibleClaim]]
    speaks: Mapping[str, VisibleClaim]
    passes: Mapping[str, VisibleClaim]
    company: tuple[tuple[str, int], ...]
    claims: tuple[Claim, ...]


def holders(claim: Claim, role: str) -> tuple[str, ...]:
    """The entities that hold a role in a claim's event."""
    held = claim.roles[role]
    return (held,) if isinstance(held, str) else held


SPEAKS = "speaks of it"
"""The part of a claim's first speaker: of what a document says itself, its publisher. No role is called so: no slug."""

PASSES = "passes it on"
"""The part of who is named in a claim's chain after its first speaker. The publisher, never written there, is not."""

LABEL = "label"
"""The part of who is said to be someone, and of the office."""

_SUREST = "CT PR PS Uu"
"""Levels of FactBank, the surest first."""

PLACE = "place"
"""The part of where the event is."""


def parts_in(corpus: Corpus, claim: Claim) -> dict[str, tuple[str, ...]]:
    """Every entity in a claim with its parts in it: roles, `PLACE`, `LABEL`, `SPEAKS`, `PASSES`.

    This is the one rule for who appears where: cards, filters, lanes, grid and lists all count by it. Who takes part in
    an event, who speaks of it and who passes claims of it on are three things, and are never counted as one.
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
    named = _taking_part(corpus, claim)
    if claim.statement is None:
        return [*named, (corpus.sources[claim.source].publisher, SPEAKS)]
    first, *rest = corpus.statements[claim.statement].chain
    return [*named, (first.who, SPEAKS), *((hop.who, PASSES) for hop in rest)]


def takes_part(part: str) -> bool:
    """Whether who has this part does more than speak of it, or pass it on."""
    return part not in (SPEAKS, PASSES)


def taking_part(corpus: Corpus, claim: Claim) -> tuple[str, ...]:
    """Who takes part in what a claim is of, in a role or as its place; of a label, who is called so and the office."""
    return tuple(dict.fromkeys(entity for entity, _ in _taking_part(corpus, claim)))


def speaking(corpus: Corpus, claim: Claim) -> tuple[str, ...]:
    """Who says a claim first."""
    return tuple(name for name, parts in parts_in(corpus, claim).items() if SPEAKS in parts)


def passing_on(corpus: Corpus, claim: Claim) -> tuple[str, ...]:
    """By way of whom a claim came into its document."""
    return tuple(name for name, parts in parts_in(corpus, claim).items() if PASSES in parts)


def _taking_part(corpus: Corpus, claim: Claim) -> list[tuple[str, str]]:
    """Who does more in a claim than speak of it or pass it on, each with a part."""
    place = corpus.events[claim.event].place if claim.event is not None else None
    named = [(entity, role) for role, entity in claim.parts]
    if place is not None:
        named.append((place, PLACE))
    named += [(entity, LABEL) for entity in (claim.entity, claim.office) if entity is not None]
    return named


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
    told: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        if claim.event is not None:
            held = told.setdefault(claim.event, {})
            for name, part in _named(corpus, claim):
                if name == entity:
                    held.setdefault(part, []).append(claim)
    taken = {
        event: parts
        for event, held in told.items()
        if (parts := {part: its for part, its in held.items() if takes_part(part)})
    }

    def most(those: Iterable[Claim]) -> VisibleClaim:
        return min((visible_claim(corpus, it, saying(corpus, it), day) for it in those), key=_rank)

    return EntityView(
        entity=entity,
        names=_names(corpus, entity, claims),
        labels=tuple(visible_claim(corpus, claim, saying(corpus, claim), day) for claim in labels),
        parts=WhenAsked(taken, lambda held: {part: most(its) for part, its in held.items()}),
        speaks=WhenAsked({event: held[SPEAKS] for event, held in told.items() if SPEAKS in held}, most),
        passes=WhenAsked({event: held[PASSES] for event, held in told.items() if PASSES in held}, most),
        company=_company(corpus, entity, taken, day),
        claims=tuple(claims),
    )


def _names(corpus: Corpus, entity: str, claims: list[Claim]) -> dict[str, Claim | None]:
    record = corpus.entities[entity]
    found: dict[str, Claim | None] = dict.fromkeys((record.name, *record.aliases))
    sought = list(found)
    for claim in claims:
        # Of very many claims, mostly the first few print all names.
        if not sought:
            break
        quote = wording(claim)
        if printed := [name for name in sought if name in quote]:
            found |= dict.fromkeys(printed, claim)
            sought = [name for name in sought if found[name] is None]
    return found


def add_part(parts: dict[str, VisibleClaim], part: str, item: VisibleClaim) -> None:
    """Count a part in, with the claim that says most of it: one that stands before others, then the surest."""
    if part not in parts or _rank(item) < _rank(parts[part]):
        parts[part] = item


def _rank(item: VisibleClaim) -> tuple[bool, int]:
    return item.fallen, _SUREST.index(item.claim.factuality.value[:2])


def _company(corpus: Corpus, entity: str, events: Iterable[str], day: int) -> tuple[tuple[str, int], ...]:
    met: Counter[str] = Counter()
    for event in events:
        met.update(
            {
                other
                for claim in corpus.claims_of_event[event]
                if saying(corpus, claim).visible <= day
                for other, _ in _taking_part(corpus, claim)
                if other != entity and corpus.entities[other].type is EntityType.PERSON
            }
        )
    return tuple(sorted(met.items(), key=lambda item: (-item[1], item[0])))
