"""Drafts in which words stand that are searched for: they are in no index, and come after all that it finds."""

from collections.abc import Iterator
from dataclasses import replace

from model.asof.begun import Begun
from model.corpus.quoted import wording
from model.index.found import MOST_OF_A_KIND, NOWHERE, Found, Hit, Kind
from model.index.hits import has_terms
from model.index.values import AsOf
from model.query.folding import Finder
from model.query.sought import sought
from model.query.twins import in_ascii
from model.query.vocabulary import KEYS
from model.quotes.span import TextSpan


def with_drafts(found: Found, begun: Begun, when: AsOf) -> Found:
    """What was found, and behind it the drafts: titles of events and documents, questions, topics, texts of claims.

    A filter is for what stands, as are terms, so that with one no draft is found; nor is any while the rest is still
    counting.
    """
    if found.counting or when.narrowed or not found.finder.words or not begun.drafts:
        return found
    if has_terms(in_ascii(found.typed), KEYS):
        return found
    unwanted = [Finder(it) for it in sought(in_ascii(found.typed)).unwanted]
    hits = [
        replace(it, places=found.finder.places(it.text))
        for it in _texts(begun)
        if found.finder.all_in(it.text) and not any(other.all_in(it.text) for other in unwanted)
    ]
    more = {Kind.DRAFT} if len(hits) > MOST_OF_A_KIND else set()
    return replace(found, hits=(*found.hits, *hits[:MOST_OF_A_KIND]), more=found.more | more)


def _texts(begun: Begun) -> Iterator[Hit]:
    """What can be found, in the order in which it is listed elsewhere."""
    corpus = begun.corpus
    # What has no title yet is called by what stands in for it, and is found so.
    titles = {
        "event": {name: it.event.title for name, it in begun.events.items()},
        "source": {name: corpus.sources[name].title for name in begun.sources},
        "question": {name: it.text for name, it in begun.questions.items()},
        "conflict": {name: it.topic for name, it in begun.conflicts.items()},
    }
    for record, texts in titles.items():
        yield from (_hit(record, name, text) for name, text in texts.items())
    for claim in begun.claims(corpus.claims.values()):
        if not begun.lacks("claim", claim.id, "quote"):
            span = corpus.anchors.claims[claim.id]
            yield _hit("claim", claim.id, wording(claim), claim.source, span)


def _hit(record: str, name: str, text: str, source: str = "", span: TextSpan = NOWHERE) -> Hit:
    return Hit(Kind.DRAFT, name, "", text, (), source, span, draft=record)
