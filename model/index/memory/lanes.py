"""Rows in lanes, put there one by one."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from model.asof.entity import taking_part
from model.asof.word import CURATED
from model.corpus.corpus import Corpus
from model.index.values import REST, GroupedBy, Grouping, Lane, TimelineRow


class MemoryLanes:
    """See `model.index.protocol.LaneRows`: rows of a day, in lanes by what was known on it."""

    def __init__(self, known: Corpus, rows: Sequence[TimelineRow]) -> None:
        self._known, self._rows = known, rows
        self._held = cache(self._made)

    @property
    def groupings(self) -> tuple[Grouping, ...]:
        """What lanes can be of."""
        return tuple(Grouping)

    def of(self, grouping: GroupedBy) -> list[Lane]:
        """The lanes of a grouping."""
        lanes = [Lane(name, len(rows), grouping) for name, rows in self._held(grouping).items()]
        order = self._order(grouping)

        def place(lane: Lane) -> tuple[bool, int, int, str]:
            rank = order.index(lane.id) if lane.id in order else 0
            return lane.id == REST, rank, -lane.events, lane.id

        return sorted(lanes, key=place)

    def rows(self, lane: Lane, first: int, n: int) -> list[TimelineRow]:
        """Rows of a lane."""
        held = self._held(lane.grouping).get(lane.id, [])
        return [row for nth, row in enumerate(held) if first <= nth < first + n]

    def places_of(self, position: int, grouping: GroupedBy) -> list[tuple[str, int]]:
        """The lanes of a row."""
        return sorted(
            (name, nth)
            for name, rows in self._held(grouping).items()
            for nth, row in enumerate(rows)
            if row.position == position
        )

    def counts(self, lane: Lane, borders: Sequence[int]) -> list[int]:
        """Rows of a lane between positions."""
        positions = [row.position for row in self._held(lane.grouping).get(lane.id, [])]
        return [
            sum(first <= position < last for position in positions)
            for first, last in pairwise([0, *borders, len(self._rows)])
        ]

    def _made(self, grouping: GroupedBy) -> dict[str, list[TimelineRow]]:
        held: dict[str, list[TimelineRow]] = {}
        for row in self._rows:
            for name in self._names(grouping, row) or {REST}:
                held.setdefault(name, []).append(row)
        return held

    def _names(self, grouping: GroupedBy, row: TimelineRow) -> set[str]:
        claims = self._known.claims_of_event[row.event]
        if grouping is Grouping.STATUS:
            return {row.word.value}
        if grouping is Grouping.SOURCE:
            return {claim.source for claim in claims}
        if grouping is Grouping.ENTITY:
            return {entity for claim in claims for entity in taking_part(self._known, claim)}
        top = row.event
        while (parent := self._known.events[top].part_of) is not None:
            top = parent
        has_parts = any(event.part_of == top for event in self._known.events.values())
        return {top} if has_parts else set()

    def _order(self, grouping: GroupedBy) -> list[str]:
        orders: dict[GroupedBy, list[str]] = {
            Grouping.STRAND: list(self._known.events),
            Grouping.SOURCE: list(self._known.sources),
            Grouping.STATUS: [word.value for word in CURATED],
        }
        return orders.get(grouping, [])
