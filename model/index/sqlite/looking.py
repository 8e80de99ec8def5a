"""Looking through texts one by one, while the tables that find them are being made."""

from collections.abc import Iterator

from model.index.found import Kind
from model.index.sqlite.folded import FoldedText, FoldedTexts, holds_what_is
from model.index.sqlite.present import Present
from model.index.texts import TextPlace
from model.query.sought import Sought
from model.query.terms import Query

_ENOUGH = 40
"""Hits that fill a screen: no more texts are made ready for the sake of others."""

_AT_ONCE = 2_000
"""How many letters are made ready at once: what is found in them may be enough."""


class Looking:
    """See `model.index.hits.LookUp`; makes so many `letters` of texts that were not there yet.

    What tables alone answer, terms and what a filter hides, is left out.
    """

    def __init__(self, present: Present, texts: FoldedTexts, letters: int) -> None:
        self._present, self._texts = present, texts
        self._left = letters
        self._found = 0
        self.cut_short = False

    def position_of(self, event: str) -> int | None:
        """Where an event stands."""
        return self._present.position_of(event)

    def places(self, kind: Kind, sought: Sought, query: Query | None, most: int) -> list[TextPlace]:
        """The first texts of a kind, at most `most`."""
        found: list[TextPlace] = []
        if query is not None:
            self.cut_short = True
            return found
        holds, day = holds_what_is(sought), self._present.day
        for folded in self._through(kind):
            if holds(folded.words) and folded.text.from_day <= day and self._is_there(folded.text.place):
                found.append(folded.text.place)
                # Of events none is shown before all have been found.
                self._found += kind is not Kind.EVENT
                if len(found) == most:
                    break
        self._found += len(found) if kind is Kind.EVENT else 0
        return found

    def hidden(self, sought: Sought, query: Query | None, most: int) -> int:
        """Nothing is hidden where nothing is left out; else that is not known yet."""
        self.cut_short = self.cut_short or self._present.when.narrowed
        return 0

    def _is_there(self, place: TextPlace) -> bool:
        return not place.event or self.position_of(place.event) is not None

    def _through(self, kind: Kind) -> Iterator[FoldedText]:
        """The texts of a kind, as many as there are or may be made."""
        at, made = 0, self._texts.made(kind)
        while at < len(made) or self._make_more(kind):
            some = made[at:]
            yield from some
            at += len(some)
        self.cut_short = self.cut_short or not self._texts.is_whole(kind)

    def _make_more(self, kind: Kind) -> bool:
        if self._left <= 0 or self._found >= _ENOUGH or self._texts.is_whole(kind):
            return False
        cost = self._texts.make(kind, min(_AT_ONCE, self._left))
        self._left -= cost
        return cost > 0
