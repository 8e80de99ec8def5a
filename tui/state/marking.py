"""A stretch of a document that is being marked, to become a claim or to be named as no claim."""

from dataclasses import dataclass, replace

from model.quotes.span import TextSpan


@dataclass(frozen=True, slots=True)
class Marking:
    """The stretch of the text of `source` from `start` to before `end`, in code points; never empty.

    Moving moves its end, or its start where `at_start`. Once it is `taken`, it stands still and something can be made
    of it.
    """

    source: str
    start: int
    end: int
    at_start: bool = False
    taken: bool = False

    @property
    def span(self) -> TextSpan:
        """The stretch."""
        return TextSpan(self.start, self.end)

    @property
    def moving(self) -> int:
        """The end that moves."""
        return self.start if self.at_start else self.end

    def moved_to(self, place: int) -> "Marking":
        """The marking with the end that moves at another place; beyond the other end, that end moves on instead."""
        still = self.end if self.at_start else self.start
        if place == still:
            return self
        return replace(self, start=min(place, still), end=max(place, still), at_start=place < still)
