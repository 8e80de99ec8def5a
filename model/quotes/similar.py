"""The words of a text most like some words, by edit distance, in bounded time."""

from collections.abc import Iterable

from model.quotes.span import TextSpan
from model.quotes.words import WORD

LONGEST_SIMILAR = 10_000
"""The longest quote, in characters, for which similar words are looked for."""

LONGEST_TEXT = 20_000_000
"""The longest text, in characters, in which similar words are looked for."""

LEAST_SIMILAR = 0.6
"""The least likeness worth offering: unrelated English sentences reach 0.3."""

_PROBE = 48
"""Characters of one probe: 5 MB of text are searched for a piece this long in some hundredths of a second."""

_PROBES = 8
_MOVES = 12
_REACH = 100
"""How many word borders an end may move over, and how many characters, to fit better."""


def similarity(one: str, other: str) -> float:
    """Return how like two texts are, 0 to 1: one less their Levenshtein distance over the longer length."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)


def similar(text: str, wanted: str) -> TextSpan | None:
    """Return the whole words of `text` most like `wanted`; None if none are like it, or either is too long.

    Pieces of `wanted` are found in the text, and tell where the whole would begin and end. The likest of
    these stretches then has its ends moved to the word borders that fit best.
    """
    if not wanted or not text or len(wanted) > LONGEST_SIMILAR or len(text) > LONGEST_TEXT:
        return None
    stretches = _stretches(text, wanted)
    if not stretches:
        return None
    likest = _likest(text, wanted, stretches, stretches[0])
    span = _fitted(text, wanted, likest)
    return span if similarity(wanted, text[span.start : span.end]) >= LEAST_SIMILAR else None


def _stretches(text: str, wanted: str) -> list[TextSpan]:
    """Return where `wanted` may stand: from where one probe puts its start to where another puts its end."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    starts, ends = set(), set()
    for offset in _offsets(len(wanted)):
        probe = wanted[offset : offset + _PROBE]
        found = partial_ratio_alignment(probe, text, score_cutoff=50)
        if found is not None and found.dest_end > found.dest_start:
            starts.add(max(0, found.dest_start - offset))
            ends.add(min(len(text), found.dest_end + len(wanted) - offset - len(probe)))
    pairs = [TextSpan(start, end) for start in sorted(starts) for end in sorted(ends)]
    least, most = LEAST_SIMILAR * len(wanted), len(wanted) / LEAST_SIMILAR
    return [pair for pair in pairs if least <= pair.end - pair.start <= most]


def _offsets(length: int) -> list[int]:
    """Return where the probes of a quote begin: evenly spread, from its start to one probe before its end."""
    last = max(0, length - _PROBE)
    gaps = min(_PROBES - 1, -(-last // _PROBE))
    return [0] if gaps == 0 else [last * number // gaps for number in range(gaps + 1)]


def _fitted(text: str, wanted: str, span: TextSpan) -> TextSpan:
    """Return `span` with its end, its start, and both again moved to the word border that fits best."""
    start, end = span.start, span.end
    for _ in range(2):
        moved = [TextSpan(start, border) for border in _borders(text, span.end, at_end=True)]
        end = _likest(text, wanted, moved, TextSpan(start, end)).end
        moved = [TextSpan(border, end) for border in _borders(text, span.start, at_end=False)]
        start = _likest(text, wanted, moved, TextSpan(start, end)).start
    return TextSpan(start, end)


def _likest(text: str, wanted: str, spans: Iterable[TextSpan], otherwise: TextSpan) -> TextSpan:
    """Return the span most like `wanted`, of equals the one nearest its length; `otherwise` if there are none."""

    def fitness(span: TextSpan) -> tuple[float, int]:
        words = text[span.start : span.end]
        return similarity(wanted, words), -abs(len(words) - len(wanted))

    return max(spans, key=fitness, default=otherwise)


def _borders(text: str, near: int, *, at_end: bool) -> list[int]:
    """Return the starts, or the ends, of the words around `near`, the nearest first."""
    words = WORD.finditer(text, max(0, near - _REACH), min(len(text), near + _REACH))
    return sorted((word.span()[at_end] for word in words), key=lambda at: abs(at - near))[:_MOVES]
