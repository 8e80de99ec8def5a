"""What is left of the text of a document that was printed later than the day: the stretches that were said by then."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise

from model.quotes.span import TextSpan, merged


class LeftOfText:
    """The stretches of a text that are left of it, a line each: `text`, and `spans` in it."""

    def __init__(self, text: str, spans: Iterable[TextSpan]) -> None:
        kept = merged(spans)
        self.text = "\n".join(text[span.start : span.end] for span in kept)
        self._starts = [span.start for span in kept]
        ends = [*accumulate((span.end - span.start + 1 for span in kept), initial=0)]
        self.spans = tuple(TextSpan(start, end - 1) for start, end in pairwise(ends))

    def moved(self, span: TextSpan) -> TextSpan:
        """Where a span of the whole text stands in what is left of it."""
        number = bisect_right(self._starts, span.start) - 1
        start = self.spans[number].start + span.start - self._starts[number]
        return TextSpan(start, start + span.end - span.start)
