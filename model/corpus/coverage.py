"""How much of a document its curator has accounted for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.corpus.corpus import Corpus
from model.corpus.findings import Path
from model.quotes.span import TextSpan, merged


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code points of a document that are not white space, each counted once: under the first of these that it is in.

    `quoted` by a claim, a statement or a list, `left_out` with a reason, page `furniture`, and the `rest`, of which
    nothing is said.
    """

    quoted: int
    left_out: int
    furniture: int
    rest: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.quoted + self.left_out + self.furniture + self.rest


@dataclass(frozen=True, slots=True)
class AccountedFor:
    """The stretches of a document that something is made of, in order, those that touch joined.

    `quoted` by claims, statements and lists, what stands apart from their quotes (a hop, a date) with it; `left_out`
    with a reason; page `furniture`.
    """

    quoted: tuple[TextSpan, ...]
    left_out: tuple[TextSpan, ...]
    furniture: tuple[TextSpan, ...]

    @property
    def all(self) -> tuple[TextSpan, ...]:
        """All of them."""
        return tuple(merged([*self.quoted, *self.left_out, *self.furniture]))


def accounted_for(corpus: Corpus, source: str) -> AccountedFor:
    """The stretches of a source, given by its id, that are accounted for."""
    anchors = corpus.anchors
    return AccountedFor(
        tuple(merged(_quotes(corpus, source))),
        tuple(merged(anchors.left_out.get(source, ()))),
        tuple(merged(anchors.furniture.get(source, ()))),
    )


def coverage(corpus: Corpus, source: str) -> Coverage:
    """What of a source, given by its id, is accounted for."""
    text, spans = corpus.texts[source], accounted_for(corpus, source)
    quoted = _letters(text, spans.quoted)
    with_left_out = _letters(text, merged([*spans.quoted, *spans.left_out]))
    with_furniture = _letters(text, spans.all)
    total = _letters(text, [TextSpan(0, len(text))])
    return Coverage(quoted, with_left_out - quoted, with_furniture - with_left_out, total - with_furniture)


def _quotes(corpus: Corpus, source: str) -> Iterator[TextSpan]:
    anchors = corpus.anchors
    yield from _apart(corpus, "source", source)
    for claim in corpus.claims_in_source.get(source, ()):
        yield from anchors.of_claim(claim.id)
        yield from _apart(corpus, "claim", claim.id)
    for statement in corpus.statements_in_source.get(source, ()):
        yield from anchors.of_statement(statement.id)
        yield from _apart(corpus, "statement", statement.id)
    for printed in corpus.lists_in_source.get(source, ()):
        yield anchors.lists[printed.id]
        yield from _apart(corpus, "list", printed.id)


def _apart(corpus: Corpus, kind: str, record: str) -> Iterator[TextSpan]:
    beside: dict[Path, TextSpan] = corpus.anchors.beside.get((kind, record), {})
    return (span for path, span in beside.items() if path[0] != "quotes")


def _letters(text: str, spans: Iterable[TextSpan]) -> int:
    """How many code points of stretches of a text, which do not overlap, are not white space."""
    return sum(len("".join(text[span.start : span.end].split())) for span in spans)
