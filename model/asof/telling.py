"""The words of a quote that tell its reading from the others: what to look at where claims are at odds."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from model.quotes.span import TextSpan, position_of
from model.quotes.words import WORD

_NEGATIONS = frozenset({"no", "not", "nor", "never", "n't"})
_LEAST_LETTERS = 4
"""The fewest letters of a word that can tell readings apart; shorter ones ("the", "who") are in every sentence."""

_LIKE = 5
"""So many letters in common at the start make two words forms of one: "deployed", "deployment"."""


class Sides:
    """The words of each side, counted once: asked of each side, they would be read as often as there are sides."""

    def __init__(self, sides: Iterable[Iterable[str]]) -> None:
        self._sides = [words_of(texts) for texts in sides]
        self._held = Counter(word for side in self._sides for word in side)

    def others(self, side: int) -> Container[str]:
        """The words of all sides but one, given by its number from 0."""
        return _Others(self._held, self._sides[side])


class _Others:
    def __init__(self, held: Counter[str], own: frozenset[str]) -> None:
        self._held = held
        self._own = own

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._held[word] > (word in self._own)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of some texts that can tell anything."""
    return frozenset(part for text in texts for part in _parts(text))


def telling_spans(
    quote: str, reading: str, others: Container[str], hedge: str | None
) -> tuple[TextSpan, ...]:
    """Where in `quote` (code points) its own hedge stands, and the words of its `reading` that no other one has.

    `others` are the words (as `words_of` has them) of the readings and quotes of the other side. Where neither is
    found, it is the words that the others do not have. In order, without overlaps; neighbours are joined.
    """
    own_words = {part for part in _parts(reading) if part not in others}
    stems = {word[:_LIKE] for word in own_words}
    found = [] if hedge is None else [position_of(quote, hedge, TextSpan(0, len(quote)))]
    spans = [span for span in found if span is not None]
    words = [(TextSpan(*match.span()), match[0]) for match in WORD.finditer(quote)]
    spans += [span for span, word in words if any(part[:_LIKE] in stems for part in _parts(word))]
    if not spans:
        spans = [span for span, word in words if any(part not in others for part in _parts(word))]
    return tuple(_joined(spans, quote))


def _parts(text: str) -> Iterator[str]:
    """The folded words of a text that can tell anything, compounds in their parts."""
    for match in WORD.finditer(text):
        for part in match[0].casefold().replace("’", "'").split("-"):
            if len(part) >= _LEAST_LETTERS or part in _NEGATIONS or part[:1].isdigit():
                yield part


def _joined(spans: Iterable[TextSpan], text: str) -> Iterator[TextSpan]:
    before: TextSpan | None = None
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if before is not None and not text[before.end : span.start].strip(" -"):
            before = TextSpan(before.start, max(before.end, span.end))
            continue
        if before is not None:
            yield before
        before = span
    if before is not None:
        yield before
