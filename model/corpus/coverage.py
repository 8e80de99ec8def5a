"""How much of a document its curator has accounted for."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.corpus.corpus import Corpus
from model.quotes.span import TextSpan, merged


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code points of a document that are not white space, each counted once: under the first of these that it is in.

    `quoted` by a claim or a statement, `left_out` with a reason, page `furniture`, and the `rest`, of which nothing is
    said.
    """

    quoted: int
    left_out: int
    furniture: int
    rest: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.quoted + self.left_out + self.furniture + self.rest


def coverage(corpus: Corpus, source: str) -> Coverage:
    """What of a source, given by its id, is accounted for."""
    anchors, text = corpus.anchors, corpus.texts[source]
    claims = corpus.claims_in_source.get(source, ())
    statements = {claim.statement for claim in claims} - {None}
    quotes = [anchors.claims[claim.id] for claim in claims]
    quotes += [anchors.statements[name] for name in statements if name is not None]
    quoted = _letters(text, quotes)
    with_left_out = _letters(text, [*quotes, *anchors.left_out.get(source, ())])
    with_furniture = _letters(
        text, [*quotes, *anchors.left_out.get(source, ()), *anchors.furniture.get(source, ())]
    )
    total = _letters(text, [TextSpan(0, len(text))])
    return Coverage(quoted, with_left_out - quoted, with_furniture - with_left_out, total - with_furniture)


def _letters(text: str, spans: Iterable[TextSpan]) -> int:
    """How many code points of some stretches of a text are not white space."""
    return sum(len("".join(text[span.start : span.end].split())) for span in merged(spans))
