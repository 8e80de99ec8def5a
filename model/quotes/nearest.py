"""What stands closest to a quote that is not found: offered to the curator, never taken by itself."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from model.quotes.folding import Folded, fold
from model.quotes.occurrences import occurrences
from model.quotes.similar import similar, similarity
from model.quotes.span import TextSpan

_WEIGHED = 100
"""How many equal places are weighed against each other; a quote of a letter or two stands everywhere."""

_REACH = 200
"""How many characters of a prefix or suffix are weighed."""

_WORDS, _PREFIX, _SUFFIX = 50, 20, 20
"""The weights of Hypothesis's match-quote; position only chooses between equals here."""


class Likeness(StrEnum):
    """How a candidate relates to the quote."""

    EXACT = "exact"
    """The very words; the prefix or suffix is not as given, or there are more such places."""
    NORMALISED = "normalised"
    """Equal once quotation marks, dashes, white space and composition (NFC) are evened out."""
    FUZZY = "fuzzy"
    """Similar words: their meaning may be the opposite."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant: `text` is what stands at `span`.

    `score` is 0 to 1: the likeness of the words and of the prefix and suffix given, at 50 : 20 : 20.
    """

    span: TextSpan
    kind: Likeness
    score: float
    text: str


def nearest(
    text: str, exact: str, prefix: str = "", suffix: str = "", hint: int | None = None
) -> Candidate | None:
    """Return the place closest to the quote, or None if its words are less than 60 % like any.

    The very words win over folded ones, those over similar ones. Of places with equal words the one with the
    better context wins, then the one nearer to `hint` (a code point of `text`), then the first. Similar words
    are not looked for in a quote or text longer than `similar.LONGEST_SIMILAR` and `similar.LONGEST_TEXT`.
    """
    if not exact.strip():
        return None
    context = _Context(text, prefix, suffix, hint)
    spans = [TextSpan(at, at + len(exact)) for at in _some(text, exact, hint)]
    if spans:
        return context.best(spans, Likeness.EXACT, 1.0)
    folded, wanted = fold(text), Folded(exact).text.strip()
    spans = _same_folded(folded, wanted, hint) if wanted else []
    if spans:
        return context.best(spans, Likeness.NORMALISED, 1.0)
    found = similar(folded.text, wanted)
    if found is None:
        return None
    words = folded.text[found.start : found.end]
    spans = _same_folded(folded, words, hint) or [folded.span(found.start, found.end)]
    return context.best(spans, Likeness.FUZZY, similarity(wanted, words))


class _Context:
    """The surroundings a quote should have, to choose between places of equal words."""

    def __init__(self, text: str, prefix: str, suffix: str, hint: int | None) -> None:
        self._text = text
        self._prefix = Folded(prefix[-_REACH:]).text.strip()
        self._suffix = Folded(suffix[:_REACH]).text.strip()
        self._hint = hint

    def best(self, spans: list[TextSpan], kind: Likeness, words: float) -> Candidate:
        """Return the span with the best surroundings; `words` is the likeness of the words, 0 to 1."""
        scored = [(self._score(span, words), span) for span in spans]
        score, span = min(scored, key=lambda pair: (-pair[0], self._distance(pair[1]), pair[1].start))
        return Candidate(span, kind, score, self._text[span.start : span.end])

    def _distance(self, span: TextSpan) -> int:
        return 0 if self._hint is None else abs(span.start - self._hint)

    def _score(self, span: TextSpan, words: float) -> float:
        total, weight = words * _WORDS, _WORDS
        if self._prefix:
            before = Folded(self._text[max(0, span.start - 2 * _REACH) : span.start]).text.strip()
            total += similarity(self._prefix, before[-len(self._prefix) :]) * _PREFIX
            weight += _PREFIX
        if self._suffix:
            after = Folded(self._text[span.end : span.end + 2 * _REACH]).text.strip()
            total += similarity(self._suffix, after[: len(self._suffix)]) * _SUFFIX
            weight += _SUFFIX
        return total / weight


def _some(text: str, passage: str, hint: int | None) -> list[int]:
    """Return the places of `passage` that are weighed: the first, or those on either side of the hint."""
    middle = 0 if hint is None else max(0, hint)
    return _before(text, passage, middle) + list(islice(occurrences(text, passage, middle), _WEIGHED))


def _before(text: str, passage: str, middle: int) -> list[int]:
    """Return the places that start before `middle` and are nearest to it, as many as are weighed."""
    places: list[int] = []
    at = text.rfind(passage, 0, middle + len(passage) - 1)
    while at >= 0 and len(places) < _WEIGHED:
        places.append(at)
        at = text.rfind(passage, 0, at + len(passage) - 1)
    return places[::-1]


def _same_folded(folded: Folded, wanted: str, hint: int | None) -> list[TextSpan]:
    """Return the source's spans that fold to `wanted`; one that splits a letter from its marks does not."""
    middle = None if hint is None else folded.folded(hint)
    spans = [folded.span(at, at + len(wanted)) for at in _some(folded.text, wanted, middle)]
    return [span for span in spans if Folded(folded.source[span.start : span.end]).text == wanted]
