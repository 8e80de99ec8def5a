"""Where in a document something is quoted, as of the day of a corpus: found once, and asked by stretches."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.quotes.span import TextSpan, merged

_CLOSING = frozenset(".,;:!?)\"'”’")
"""What belongs to a quote to the eye, though the quote ends before it."""


class SpanSet:
    """SpanSet of a text, in order and apart (see `merged`)."""

    def __init__(self, spans: Iterable[TextSpan]) -> None:
        found = merged(spans)
        self._starts = [it.start for it in found]
        self._ends = [it.end for it in found]

    def __contains__(self, position: object) -> bool:
        """Whether a code point is in one of them."""
        assert isinstance(position, int)
        number = bisect_right(self._starts, position) - 1
        return number >= 0 and position < self._ends[number]

    def borders(self, start: int, end: int) -> Iterator[int]:
        """The code points of a stretch at which one of them begins, or is over."""
        for places in (self._starts, self._ends):
            yield from places[bisect_left(places, start) : bisect_left(places, end)]


class Quoted:
    """What is quoted in one document of a corpus."""

    def __init__(self, corpus: Corpus, source: str) -> None:
        self._corpus = corpus
        self._source = source
        self.claims: Sequence[Claim] = corpus.claims_in_source.get(source, ())
        """Its claims, in the order of their quotes."""
        spans = corpus.anchors.claims
        self._starts = [spans[claim.id].start for claim in self.claims]

    def starting(self, start: int, end: int | None) -> Sequence[Claim]:
        """The claims whose quotes start at `start` or after, and before `end` (None: anywhere)."""
        first = bisect_left(self._starts, start)
        return self.claims[first : bisect_left(self._starts, end, first) if end is not None else None]

    def number_of(self, claim: str) -> int:
        """Which of the claims one is, from 1."""
        start = self._corpus.anchors.claims[claim].start
        first = bisect_left(self._starts, start)
        return (
            next(number for number in range(first, len(self.claims)) if self.claims[number].id == claim) + 1
        )

    def claim_at(self, position: int) -> str | None:
        """The claim of which a quote has a code point; of several, the one with the shortest quote, then the first."""
        found = []
        number = bisect_right(self._spans, position, key=lambda it: it[0]) - 1
        while number >= 0 and self._reach[number] > position:
            start, end, claim = self._spans[number]
            if position < end:
                found.append((end - start, claim))
            number -= 1
        return self.claims[min(found)[1]].id if found else None

    @cached_property
    def _spans(self) -> list[tuple[int, int, int]]:
        """Where each quote of a claim starts and ends, and the number of the claim."""
        of_claim = self._corpus.anchors.of_claim
        spans = ((span, number) for number, claim in enumerate(self.claims) for span in of_claim(claim.id))
        return sorted((span.start, span.end, number) for span, number in spans)

    @cached_property
    def _reach(self) -> list[int]:
        """The last end of each of these and all before."""
        return list(accumulate((end for _, end, _ in self._spans), max))

    @cached_property
    def stretches(self) -> SpanSet:
        """What some claim rests on, or the statement behind it, or a list, with the punctuation that follows."""
        corpus, anchors = self._corpus, self._corpus.anchors
        told = dict.fromkeys(claim.statement for claim in self.claims if claim.statement is not None)
        lists = [it.id for it in corpus.lists_in_source.get(self._source, ())]
        names = [("claim", claim.id) for claim in self.claims]
        records = [*names, *(("statement", name) for name in told), *(("list", name) for name in lists)]
        spans = [anchors.claims[name] for _, name in names]
        spans += [anchors.statements[name] for name in told]
        spans += [anchors.lists[name] for name in lists]
        spans += [span for record in records for span in anchors.beside.get(record, {}).values()]
        text = corpus.texts[self._source]
        return SpanSet(_closed(span, text) for span in spans)


def quoted_in(corpus: Corpus, source: str) -> Quoted:
    """What is quoted in a document; kept with the corpus."""
    found = corpus.derived(_quoted)
    if source not in found:
        found[source] = Quoted(corpus, source)
    return found[source]


def _quoted(corpus: Corpus) -> dict[str, Quoted]:
    return {}


def _closed(span: TextSpan, text: str) -> TextSpan:
    """The span with the punctuation that follows it."""
    end = span.end
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return TextSpan(span.start, end) if end > span.end else span
