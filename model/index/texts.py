"""The texts that can be found: names, titles, claims and the sources' own words, and from which day on each can."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from model.asof.entity import claims_by_entity
from model.asof.questions import asked_on
from model.asof.saying import published, saying
from model.corpus.corpus import Corpus
from model.corpus.quoted import wording
from model.corpus.records import Claim
from model.index.found import NOWHERE, Kind
from model.quotes.span import TextSpan

LONGEST_PASSAGE = 1000
"""Code points of a passage; a longer paragraph is several."""

_PARAGRAPH = re.compile(r"[^\n\r]*\S[^\n\r]*")
_CHUNK = re.compile(rf".{{1,{LONGEST_PASSAGE}}}(?=\s|\Z)|.{{{LONGEST_PASSAGE}}}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands and leads to; see `model.index.found.Hit`."""

    kind: Kind
    ref: str
    event: str
    span: TextSpan


@dataclass(frozen=True, slots=True)
class Text:
    """One text that is known, and can be found, from `from_day` on."""

    place: TextPlace
    from_day: int
    words: str


def texts_of(corpus: Corpus, kind: Kind) -> Iterator[Text]:
    """All texts of a kind, in the order of the corpus."""
    return _MAKERS[kind](corpus)


def names_of(corpus: Corpus, entity: str) -> tuple[str, ...]:
    """All that an entity is called; labels as printed are claims of their own, known from a day on."""
    record = corpus.entities[entity]
    return (record.name, *record.aliases)


def _names(corpus: Corpus) -> Iterator[Text]:
    """The names of those who are met in a claim, stand on a list, or have published a claim."""
    listed = _listed(corpus)
    claims = corpus.derived(claims_by_entity)
    published_by = _firsts(corpus, lambda claim: corpus.sources[claim.source].publisher)
    for entity in corpus.entities:
        days = [saying(corpus, claim).visible for claim in claims.get(entity, ())]
        days += listed.get(entity, ())
        days += [published_by[entity]] if entity in published_by else []
        if days:
            place = TextPlace(Kind.NAME, entity, "", NOWHERE)
            yield Text(place, min(days), "\n".join(names_of(corpus, entity)))


def _listed(corpus: Corpus) -> dict[str, list[int]]:
    """The days on which the lists became known on which each entity stands."""
    days: dict[str, list[int]] = {}
    for printed in corpus.lists.values():
        source = corpus.sources[printed.source]
        for entry in printed.entries if source.id not in corpus.printed_later else ():
            days.setdefault(entry.entity, []).append(published(corpus, source))
    return days


def _titles(corpus: Corpus) -> Iterator[Text]:
    firsts = _firsts(corpus, lambda claim: claim.event)
    for event in corpus.events.values():
        if event.id in firsts:
            yield Text(TextPlace(Kind.EVENT, event.id, event.id, NOWHERE), firsts[event.id], event.title)


def _questions(corpus: Corpus) -> Iterator[Text]:
    for question in corpus.questions.values():
        place = TextPlace(Kind.QUESTION, question.id, "", NOWHERE)
        yield Text(place, asked_on(question), question.text)


def _claims(corpus: Corpus) -> Iterator[Text]:
    for claim in corpus.claims.values():
        place = TextPlace(Kind.CLAIM, claim.id, claim.event or "", corpus.anchors.claims[claim.id])
        yield Text(place, saying(corpus, claim).visible, wording(claim))


def _passages(corpus: Corpus) -> Iterator[Text]:
    """The paragraphs of the documents, but for page furniture, which is folded away when one reads.

    A document is not known before any of its claims is. Of one that is printed later only these are known. Drafts of
    documents come last.
    """
    yield from _passages_in(corpus, corpus.sources)
    if corpus.with_drafts is not None:
        drafts = (it.record.id for it in corpus.drafts if it.kind == "source")
        yield from _passages_in(corpus.with_drafts, drafts)


def _passages_in(corpus: Corpus, sources: Iterable[str]) -> Iterator[Text]:
    firsts = _firsts(corpus, lambda claim: claim.source)
    for source in (corpus.sources[name] for name in sources if name in corpus.sources):
        if source.id in corpus.printed_later:
            continue
        text, printed = corpus.texts[source.id], published(corpus, source)
        from_day = max(printed, firsts.get(source.id, printed))
        furniture = corpus.anchors.furniture.get(source.id, ())
        for span in _spans(text):
            if not _inside(span, furniture):
                place = TextPlace(Kind.TEXT, source.id, "", span)
                yield Text(place, from_day, text[span.start : span.end])


def _firsts(corpus: Corpus, name_of: Callable[[Claim], str | None]) -> dict[str | None, int]:
    """The day on which the first of the claims becomes known that go by each name."""
    firsts: dict[str | None, int] = {}
    for claim in corpus.claims.values():
        name, visible = name_of(claim), saying(corpus, claim).visible
        firsts[name] = min(visible, firsts.get(name, visible))
    return firsts


def _spans(text: str) -> Iterator[TextSpan]:
    for paragraph in _PARAGRAPH.finditer(text):
        for chunk in _CHUNK.finditer(text, *paragraph.span()):
            yield TextSpan(*chunk.span())


def _inside(span: TextSpan, others: Iterable[TextSpan]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


_MAKERS: dict[Kind, Callable[[Corpus], Iterator[Text]]] = {
    Kind.NAME: _names,
    Kind.EVENT: _titles,
    Kind.QUESTION: _questions,
    Kind.CLAIM: _claims,
    Kind.TEXT: _passages,
}

KINDS = tuple(_MAKERS)
"""The kinds of texts that a corpus has, in the order in which they are found.

Rows are found in their table, and drafts are in no index.
"""
