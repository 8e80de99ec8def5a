"""Searching by looking through every text."""

from collections.abc import Iterator, Sequence

from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.index.found import Found, Kind
from model.index.hits import found_by, nearest_to
from model.index.memory.meeting import claim_meets, known_events
from model.index.texts import KINDS, Text, TextPlace, texts_of
from model.index.values import AsOf, TimelineRow
from model.query.folding import holds, indexed
from model.query.language import Readable
from model.query.sought import Sought
from model.query.terms import ALL, Query
from model.query.vocabulary import vocabulary_of


class MemoryFind:
    """See `model.index.protocol.Find`; there is nothing to be made ready."""

    cut_short = False
    """Nothing is left out of what it looks up."""

    def __init__(self, corpus: Corpus, rows: Sequence[TimelineRow], when: AsOf) -> None:
        self._corpus, self._when = corpus, when
        self._known = known_by(corpus, when.day)
        self._positions = {row.event: row.position for row in rows}

    def of(self, typed: str) -> Found:
        """What `typed` finds."""
        return found_by(typed, self, self._known, self._readable)

    def begin(self, typed: str, letters: int) -> Found:
        """All that `typed` finds."""
        return self.of(typed)

    def prepare(self) -> bool:
        """Nothing is left to be done."""
        return True

    def _readable(self) -> Readable:
        return Readable(vocabulary_of(self._known), vocabulary_of(self._corpus))

    def nearest(self, typed: str) -> str:
        """A word that was probably meant."""
        texts = (text for kind in KINDS for text in texts_of(self._known, kind))
        told = (text for text in texts if text.from_day <= self._when.day)
        return nearest_to(typed, sorted({word for text in told for word in indexed(text.words)}))

    def position_of(self, event: str) -> int | None:
        """Where an event stands."""
        return self._positions.get(event)

    def places(self, kind: Kind, sought: Sought, query: Query | None, most: int) -> list[TextPlace]:
        """At most `most` texts of a kind."""
        return [
            text.place
            for text in self._matching(kind, sought, query)
            if text.place.event in ("", *self._positions)
        ][:most]

    def hidden(self, sought: Sought, query: Query | None, most: int) -> int:
        """How many texts are under known events that are left out."""
        known = known_events(self._corpus, self._when.day, ALL).keys() - self._positions.keys()
        kinds = (Kind.CLAIM,) if query is not None else KINDS
        found = (text for kind in kinds for text in self._matching(kind, sought, query))
        return min(most, sum(text.place.event in known for text in found))

    def _matching(self, kind: Kind, sought: Sought, query: Query | None) -> Iterator[Text]:
        day = self._when.day
        for text in texts_of(self._corpus, kind):
            if text.from_day <= day and _has(text, sought):
                claim = self._corpus.claims[text.place.ref] if kind is Kind.CLAIM else None
                if query is None or (claim is not None and claim_meets(self._corpus, claim, day, query)):
                    yield text


def _has(text: Text, sought: Sought) -> bool:
    return holds(text.words, sought.wanted) and not any(holds(text.words, words) for words in sought.unwanted)
