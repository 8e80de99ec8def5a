"""Claims as annotations of what they quote: the W3C Web Annotation Data Model, as a page of annotations in JSON-LD."""

import re
from collections.abc import Iterator

from model.asof.saying import saying
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.quoted import gloss_of, resting_on
from model.corpus.records import Claim
from model.exchange.brief_parts import claim_line
from model.exchange.extract import Extract
from model.exchange.json_text import json_text
from model.exchange.laid_out import plain_text
from model.exchange.told_event import without_drafts
from model.exchange.visible import visible

_URN = "urn:dprk-tui"
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_AROUND = 32
"""Characters of the text before and after a quote, by which it is found again."""


def write(extract: Extract) -> Iterator[str]:
    """The document, in pieces: an annotation for each claim that could be known, of the events that are asked for."""
    corpus, scope = extract.corpus, extract.scope
    events = {*scope.events}
    claims = [it for it in corpus.claims.values() if not scope.filter or it.event in events]
    yield from json_text(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"{_URN}:annotations",
            "type": "AnnotationPage",
            "items": [_annotation(corpus, claim, scope.day) for claim in claims],
        }
    )
    yield "\n"


def left_out(extract: Extract) -> Iterator[str]:
    """That drafts are left out, where they were asked for."""
    return without_drafts(extract)


def _annotation(corpus: Corpus, claim: Claim, day: int) -> dict[str, object]:
    item = visible_claim(corpus, claim, saying(corpus, claim), day)
    gloss, source = gloss_of(claim)[0], _source(corpus, claim)
    bodies = [_body("tagging", item.word.value), _body("describing", _sentence(corpus, item))]
    return {
        "id": f"{_URN}:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [*bodies, *([_body("commenting", visible(gloss))] if gloss else [])],
        "target": [{"source": source, "selector": it} for it in _selectors(corpus, claim)],
    }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _sentence(corpus: Corpus, item: VisibleClaim) -> str:
    """The word, the event, who said it and when, and what made it fall."""
    line, claim = claim_line(corpus, item), item.claim
    of_what = visible(corpus.events[claim.event].title) if claim.event is not None else ""
    fallen = f"; {line.superseded}" if line.superseded else ""
    return f"{line.word}: {f'{of_what}; ' if of_what else ''}{plain_text(line.says)}{fallen}"


def _source(corpus: Corpus, claim: Claim) -> str:
    """The document's address of the web, or else a name of it."""
    address = corpus.sources[claim.source].url or ""
    return address if _ADDRESS.fullmatch(address) else f"{_URN}:source:{claim.source}"


def _selectors(corpus: Corpus, claim: Claim) -> list[dict[str, str]]:
    """A TextQuoteSelector for each quote, with what stands around it where that could be read."""
    if claim.source in corpus.printed_later:
        return [{"type": "TextQuoteSelector", "exact": quote.exact} for quote in resting_on(claim)]
    text = corpus.texts[claim.source]
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        }
        for span in corpus.anchors.of_claim(claim.id)
    ]
