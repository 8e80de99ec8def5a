"""What of a document nothing is made of: sentences, date words and reporting verbs that no record uses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.corpus.corpus import Corpus
from model.corpus.coverage import accounted_for
from model.corpus.findings import Path
from model.corpus.parts import Dated
from model.cues.counted_from import counted_from
from model.cues.date_meaning import DateMeaning
from model.cues.text_cues import text_cues
from model.quotes.span import TextSpan, merged, overlaps, position_of


class GapKind(StrEnum):
    """What is not used."""

    SENTENCE = "sentence"
    DATE = "date"
    SAYING = "saying"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of a document that nothing is made of: `text[span.start:span.end] == words`.

    A sentence is one when no claim, statement, `furniture` or `left_out` has any of it. A date word is one when no date
    of a record rests on it, and a reporting verb when no statement quotes it: where it stands inside of some quote all
    the same, it is `quoted`. `meaning` is what a date word would mean, counted from its document.
    """

    kind: GapKind
    span: TextSpan
    words: str
    quoted: bool = False
    meaning: DateMeaning | None = None


def gaps(corpus: Corpus, source: str) -> tuple[Gap, ...]:
    """The gaps of a source, given by its id, in text order, a sentence before what is in it. Drafts fill gaps too."""
    corpus = corpus.with_drafts or corpus
    text = corpus.texts[source]
    spans = accounted_for(corpus, source)
    used = spans.all
    aside = merged([*spans.left_out, *spans.furniture])
    cues = text_cues(text)
    found = [
        Gap(GapKind.SENTENCE, it, text[it.start : it.end]) for it in cues.sentences if not overlaps(used, it)
    ]
    dated = merged(_dated(corpus, source))
    for meaning in cues.dates(counted_from(corpus.sources[source].published)):
        span = meaning.word.span
        if not overlaps(dated, span) and not overlaps(aside, span):
            quoted = overlaps(spans.quoted, span)
            found.append(Gap(GapKind.DATE, span, meaning.word.words, quoted, meaning))
    said = merged(_said(corpus, source))
    for verb in cues.verbs:
        if not overlaps(said, verb.span) and not overlaps(aside, verb.span):
            found.append(Gap(GapKind.SAYING, verb.span, verb.words, overlaps(spans.quoted, verb.span)))
    order = tuple(GapKind)
    return tuple(sorted(found, key=lambda gap: (gap.span.start, order.index(gap.kind))))


def _said(corpus: Corpus, source: str) -> Iterator[TextSpan]:
    """Where statements of a source, and their hops, are quoted."""
    for statement in corpus.statements_in_source.get(source, ()):
        yield from corpus.anchors.of_statement(statement.id)
        beside: dict[Path, TextSpan] = corpus.anchors.beside.get(("statement", statement.id), {})
        yield from (span for path, span in beside.items() if path[0] == "chain")


def _dated(corpus: Corpus, source: str) -> Iterator[TextSpan]:
    """Where the words of all dates of a source stand."""
    text, anchors = corpus.texts[source], corpus.anchors
    published = corpus.sources[source].published
    yield from _words(corpus, source, ("source", source), "published", published, [TextSpan(0, len(text))])
    for claim in corpus.claims_in_source.get(source, ()):
        quotes = anchors.of_claim(claim.id)
        yield from _words(corpus, source, ("claim", claim.id), "date", claim.date, quotes)
    for statement in corpus.statements_in_source.get(source, ()):
        quotes = anchors.of_statement(statement.id)
        yield from _words(corpus, source, ("statement", statement.id), "on", statement.on, quotes)


def _words(
    corpus: Corpus,
    source: str,
    record: tuple[str, str],
    field: str,
    date: Dated | None,
    within: Sequence[TextSpan],
) -> Iterator[TextSpan]:
    """Where the words of one date stand: in the quote of its own, if it has one, else in those of its record."""
    if date is None or not date.words:
        return
    apart = corpus.anchors.beside.get(record, {}).get((field, "quote"))
    text = corpus.texts[source]
    for span in (apart,) if apart is not None else within:
        found = position_of(text, date.words, span)
        if found is not None:
            yield found
            return
