"""All cues of a text, each found when it is first asked for; and those of a stretch of it, as for a claim of it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from model.cues.counted_from import CountedFrom
from model.cues.date_meaning import DateMeaning, date_meanings
from model.cues.date_words import DateWord, date_words
from model.cues.hedges import Hedge, ReportingVerb, hedges, reporting_verbs
from model.cues.names import FoundName, Names
from model.cues.page_lines import is_page_line
from model.cues.suggestion import Suggestion, suggested
from model.quotes.sentences import sentences
from model.quotes.span import TextSpan


class _Placed(Protocol):
    @property
    def span(self) -> TextSpan:
        """Where it stands, in code points."""


P = TypeVar("P", bound=_Placed)


@dataclass(frozen=True, slots=True)
class StretchCues:
    """What stands wholly inside of a stretch of a text, in order, and what its hedges suggest."""

    dates: tuple[DateMeaning, ...]
    names: tuple[FoundName, ...]
    verbs: tuple[ReportingVerb, ...]
    suggestion: Suggestion | None


class TextCues:
    """The cues of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> tuple[TextSpan, ...]:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def telling(self) -> tuple[TextSpan, ...]:
        """Its sentences without bylines and the day of printing, which tell nothing."""
        return tuple(
            it
            for it in self.sentences
            if not is_page_line(self.text, it, (word.span for word in _inside(self.date_words, it)))
        )

    @cached_property
    def date_words(self) -> tuple[DateWord, ...]:
        """Its date words."""
        return date_words(self.text)

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """Its hedges."""
        return hedges(self.text)

    @cached_property
    def verbs(self) -> tuple[ReportingVerb, ...]:
        """Its reporting verbs."""
        return reporting_verbs(self.text)

    def dates(self, origin: CountedFrom | None) -> tuple[DateMeaning, ...]:
        """Its date words with what they would mean, counted from `origin`."""
        return date_meanings(self.text, self.date_words, self.sentences, origin)

    def within(self, stretch: TextSpan, origin: CountedFrom | None, names: Names) -> StretchCues:
        """What a claim of a stretch would be made of.

        What its date words mean is read in the whole text, since they may count from a day that is told before them.
        """
        wanted = {word.span for word in _inside(self.date_words, stretch)}
        return StretchCues(
            tuple(it for it in self.dates(origin) if it.word.span in wanted),
            names.found_in(self.text, stretch),
            tuple(_inside(self.verbs, stretch)),
            suggested(self.text, stretch, _inside(self.hedges, stretch)),
        )


@lru_cache(maxsize=16)
def text_cues(text: str) -> TextCues:
    """The cues of a text, kept for a while: somebody who reads it asks again and again."""
    return TextCues(text)


def _inside(placed: Sequence[P], stretch: TextSpan) -> list[P]:
    first = bisect_left(placed, stretch.start, key=lambda it: it.span.start)
    last = bisect_left(placed, stretch.end, key=lambda it: it.span.start)
    return [it for it in placed[first:last] if it.span.end <= stretch.end]
