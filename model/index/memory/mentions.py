"""Who is met where, counted claim by claim."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from model.asof.entity import parts_in
from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import EntityType
from model.index.memory.meeting import values_of
from model.index.values import AsOf, TimelineRow, Ways


class MemoryMentions:
    """See `model.index.protocol.Mentions`."""

    def __init__(self, corpus: Corpus, rows: Sequence[TimelineRow], when: AsOf) -> None:
        self._corpus, self._day, self._narrowed = corpus, when.day, when.narrowed
        self._positions = {row.event: row.position for row in rows}

    def over_rows(self, parts: int) -> dict[str, tuple[int, ...]]:
        """For each entity, its events in each stretch of the rows."""
        events = {(entity, event) for entity, event, _ in self._mentioned() if event in self._positions}
        total = len(self._positions)
        places = [(entity, self._positions[event] * parts // total) for entity, event in events]
        return {entity: tuple(places.count((entity, part)) for part in range(parts)) for entity, _ in places}

    def ways(self) -> dict[str, Ways]:
        """How many events know an entity in each way."""
        counts = [
            Counter(
                name for event in self._positions for name in values_of(self._corpus, event, key, self._day)
            )
            for key in ("who", "by", "via")
        ]
        return {name: Ways(*(it[name] for it in counts)) for name in {*chain(*counts)}}

    def claims(self) -> dict[str, int]:
        """For each entity, in how many claims it is met."""
        places = self._positions if self._narrowed else ("", *self._positions)
        found = Counter[str]()
        for entity, event, claim in self._mentioned():
            if event in places:
                found[entity] += claim in self._corpus.claims
        return found

    def pairs(self, most: int) -> list[tuple[str, str, int]]:
        """People who are in the same events."""
        met = Counter(
            pair for event in self._positions for pair in combinations(sorted(self._people(event)), 2)
        )
        ranked = sorted(met.items(), key=lambda item: (-item[1], item[0]))
        return [(*pair, number) for pair, number in ranked[:most]]

    def common(self, one: str, other: str, most: int) -> list[str]:
        """The events of both."""
        return [event for event in self._positions if {one, other} <= self._with_part(event)][:most]

    def parts_in(self, events: tuple[str, ...]) -> dict[str, dict[str, bool]]:
        """Who is in the events."""
        mentioned = list(self._mentioned())
        return {
            event: {
                entity: entity in self._with_part(event) for entity, where, _ in mentioned if where == event
            }
            for event in events
        }

    def _mentioned(self) -> Iterator[tuple[str, str, str]]:
        return mentioned(self._corpus, self._day)

    def _with_part(self, event: str) -> set[str]:
        return values_of(self._corpus, event, "who", self._day)

    def _people(self, event: str) -> set[str]:
        entities = self._corpus.entities
        return {name for name in self._with_part(event) if entities[name].type is EntityType.PERSON}


def mentioned(corpus: Corpus, day: int) -> Iterator[tuple[str, str, str]]:
    """Every entity, the event (or "") and the claim or document in which it could be met."""
    known = [claim for claim in corpus.claims.values() if saying(corpus, claim).visible <= day]
    for claim in known:
        for entity in parts_in(corpus, claim):
            yield entity, claim.event or "", claim.id
    for source in {claim.source for claim in known}:
        yield corpus.sources[source].publisher, "", source
