"""The words of a quote that tell its reading from the others: what to look at where claims are at odds."""

from collections.abc import Iterable, Iterator

from model.quotes.span import Span, position_of
from model.quotes.words import WORD

_NEGATIONS = frozenset({"no", "not", "nor", "never", "n't"})
_LEAST_LETTERS = 4
"""The fewest letters of a word that can tell readings apart; shorter ones ("the", "who") are in every sentence."""

_LIKE = 5
"""So many letters in common at the start make two words forms of one: "deployed", "deployment"."""


def telling_spans(quote: str, reading: str, others: Iterable[str], hedge: str | None) -> tuple[Span, ...]:
    """Where in `quote` (code points) its own hedge stands, and the words of its `reading` that no other one has.

    `others` are the readings and quotes of the other side. Where neither is found, it is the words that the others
    do not have. In order, without overlaps; neighbours are joined.
    """
    other_words = {part for text in others for part in _parts(text)}
    own_words = set(_parts(reading)) - other_words
    found = [] if hedge is None else [position_of(quote, hedge, Span(0, len(quote)))]
    spans = [span for span in found if span is not None]
    words = [(Span(*match.span()), match[0]) for match in WORD.finditer(quote)]
    spans += [span for span, word in words if any(_is_like(part, own_words) for part in _parts(word))]
    if not spans:
        spans = [span for span, word in words if any(part not in other_words for part in _parts(word))]
    return tuple(_joined(spans, quote))


def _parts(text: str) -> Iterator[str]:
    """The folded words of a text that can tell anything, compounds in their parts."""
    for match in WORD.finditer(text):
        for part in match[0].casefold().replace("’", "'").split("-"):
            if len(part) >= _LEAST_LETTERS or part in _NEGATIONS or part[:1].isdigit():
                yield part


def _is_like(part: str, words: set[str]) -> bool:
    return part in words or any(len(word) >= _LIKE and part.startswith(word[:_LIKE]) for word in words)


def _joined(spans: Iterable[Span], text: str) -> Iterator[Span]:
    before: Span | None = None
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if before is not None and not text[before.end : span.start].strip(" -"):
            before = Span(before.start, max(before.end, span.end))
            continue
        if before is not None:
            yield before
        before = span
    if before is not None:
        yield before
