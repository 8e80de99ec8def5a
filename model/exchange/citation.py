"""A claim's quote with all that it takes to find it again: who said it, in which document, where in its text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.quoted import gloss_of, wording
from model.corpus.records import Claim, Source
from model.exchange.cited import CitedSource, cited
from model.exchange.laid_out import plain_text
from model.exchange.visible import visible
from model.exchange.wording import day_of_saying, route, speaker
from model.quotes.span import TextSpan

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts of a citation, each on one line and with hidden characters spelled out.

    `quote` is the words that assert the claim, `gloss` a translation of them and whose (empty: none), `said` who said
    it when, `place` where in the text of its `source` (paragraphs and code points).
    """

    quote: str
    gloss: str
    said: str
    place: str
    source: CitedSource

    @property
    def glossed(self) -> str:
        """The translation in a sentence that sets it apart from the quote; empty where there is none."""
        return f"Translation: {self.gloss}" if self.gloss else ""

    @property
    def text(self) -> str:
        """The citation as plain text, a line for each part."""
        source = self.source
        lines = [
            f'"{self.quote}"',
            self.glossed,
            f"Said by {self.said}.",
            f"In: {source.words}.",
            f"{source.rated[:1].upper()}{source.rated[1:]}." if source.rated else "",
            f"{self.place}.",
            plain_text(source.obtained),
        ]
        return "\n".join(line for line in lines if line) + "\n"


def citation(corpus: Corpus, claim: Claim) -> Citation:
    """The citation of a claim's quote."""
    source, said = corpus.sources[claim.source], saying(corpus, claim)
    way = route(corpus, said)
    when = day_of_saying(said)
    # A document's own words are of the day of its publication, which stands with the document.
    parts = [speaker(corpus, said), *([] if said.own_voice else [when]), *([way] if way else [])]
    return Citation(
        quote=visible(wording(claim)),
        gloss=_gloss(claim),
        said=", ".join(parts),
        place=where(corpus, source, corpus.anchors.claims[claim.id]),
        source=cited(corpus, source),
    )


def _gloss(claim: Claim) -> str:
    gloss, by = gloss_of(claim)
    whose = f" (by {visible(by)})" if by else ""
    return f"{visible(gloss)}{whose}" if gloss else ""


def where(corpus: Corpus, source: Source, span: TextSpan) -> str:
    """`Paragraph 5 of 31, characters 812-1035 of kd-ambassador.txt (sha256 55f17a5dc797)`, all counted from 1.

    Of a document that had not been printed yet: that its text was not known.
    """
    if source.id in corpus.printed_later:
        return "Known by this day from what was said in public; its text was not printed yet"
    starts, ends = corpus.derived(_paragraphs)(source.id)
    first = bisect_right(ends, span.start) + 1
    last = bisect_left(starts, span.end)
    number = f"Paragraph {first}" if last <= first else f"Paragraphs {first}-{last}"
    characters = f"characters {span.start + 1}-{span.end}"
    return f"{number} of {len(starts)}, {characters} of {source.id}.txt (sha256 {source.sha256[:12]})"


def _paragraphs(corpus: Corpus) -> Callable[[str], tuple[list[int], list[int]]]:
    """Where the paragraphs of a source, given by its id, begin and end. Each text is read once, when asked for."""

    @cache
    def of_source(source: str) -> tuple[list[int], list[int]]:
        spans = [found.span() for found in _PARAGRAPH.finditer(corpus.texts[source])]
        return [start for start, _ in spans], [end for _, end in spans]

    return of_source
