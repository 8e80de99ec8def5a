"""From texts that hold what was typed to hits: the same for every index, which only looks the texts up."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Protocol

from model.corpus.corpus import Corpus
from model.corpus.quoted import wording
from model.corpus.shortened import shortened
from model.corpus.suggest import did_you_mean
from model.index.found import MOST_OF_A_KIND, Found, Hit, Kind
from model.index.texts import KINDS, TextPlace, names_of
from model.query.folding import Finder, words
from model.query.language import Readable, pieces, read
from model.query.sought import Sought, sought
from model.query.terms import Query, QueryError
from model.query.twins import in_ascii
from model.query.vocabulary import KEYS
from model.quotes.span import TextSpan

_SHORTEST = 4
"""Letters of the shortest word that is offered instead of one that finds nothing."""


class LookUp(Protocol):
    """What an index looks up for a search: texts that could be known, and whose events the reader has.

    `sought` are words that a text must hold, all if there are none, and must not; a `query` is met by what a claim has
    by itself, else by its event. Words that it wants are not looked at: they are `sought`.
    """

    @property
    def cut_short(self) -> bool:
        """Whether what has been looked up till now is only the first of what there is."""

    def places(self, kind: Kind, sought: Sought, query: Query | None, most: int) -> Sequence[TextPlace]:
        """At most `most` texts of a kind, in the order of the corpus."""

    def hidden(self, sought: Sought, query: Query | None, most: int) -> int:
        """How many texts there would be under known events that the reader leaves out; at most `most`."""

    def position_of(self, event: str) -> int | None:
        """Where an event stands."""


def found_by(typed: str, look_up: LookUp, known: Corpus, readable: Callable[[], Readable]) -> Found:
    """See `model.index.protocol.Find`; `known` is the corpus as of the day, which hits are told from.

    What is `readable` as a filter is asked for only where terms were typed.

    Raises `QueryError`.
    """
    query = terms_in(in_ascii(typed), KEYS, readable)
    asked = sought(in_ascii(typed)) if query is None else Sought(query.words)
    finder = Finder(asked.wanted)
    if not finder.words and (query is None or not query.terms):
        return Found(typed, finder)
    hits: list[Hit] = []
    more = set()
    for kind in (Kind.CLAIM,) if query is not None else KINDS:
        places = look_up.places(kind, asked, query, MOST_OF_A_KIND + 1)
        if look_up.cut_short and kind is Kind.EVENT:
            # Which of them stands first in the timeline is not known before all are.
            break
        more |= {kind} if len(places) > MOST_OF_A_KIND else set()
        of_kind = [_hit(place, known, finder) for place in places[:MOST_OF_A_KIND]]
        if kind is Kind.EVENT:
            of_kind.sort(key=lambda hit: look_up.position_of(hit.ref) or 0)
        hits += of_kind
        if look_up.cut_short:
            break
    hidden = look_up.hidden(asked, query, MOST_OF_A_KIND)
    first = tuple(_without_repeats(hits, known))
    return Found(typed, finder, first, frozenset(more), hidden, look_up.cut_short)


def nearest_to(typed: str, known: Iterable[str]) -> str:
    """See `model.index.protocol.Find.nearest`; `known` are the words of all known texts, in their order."""
    terms = [term for term in known if len(term) >= _SHORTEST]
    for word in words(typed):
        near = did_you_mean(word, terms)
        if near and not any(term.startswith(word) for term in terms):
            return near
    return ""


_QUOTED_KEY = re.compile(r'"([^":]+)":')


def has_terms(typed: str, keys: Container[str]) -> bool:
    """Whether in what was typed there is a term with one of some keys, and not words alone."""
    composed = unicodedata.normalize("NFC", typed).lower()
    named = [piece.lstrip("-").partition(":")[0] for piece in composed.split() if ":" in piece]
    return any(it in keys for it in (*named, *_QUOTED_KEY.findall(composed)))


def terms_in(typed: str, keys: Container[str], readable: Callable[[], Readable]) -> Query | None:
    """The filter in what was typed, with one of some keys; None where it is words alone. Raises `QueryError`."""
    if not has_terms(typed, keys):
        return None
    for name in (piece.lstrip("-") for piece in pieces(typed)):
        if name.startswith("@"):
            raise QueryError(
                f"Saved filters narrow the timeline; in a search, write the terms of {shortened(name)}."
            )
    return read(typed, readable())


def _hit(place: TextPlace, corpus: Corpus, finder: Finder) -> Hit:
    ref, source, span = place.ref, "", place.span
    if place.kind is Kind.NAME:
        names = names_of(corpus, ref)
        text = next((name for name in names if finder.all_in(name)), ", ".join(names))
    elif place.kind is Kind.EVENT:
        text = corpus.events[ref].title
    elif place.kind is Kind.QUESTION:
        text = corpus.questions[ref].text
    elif place.kind is Kind.CLAIM:
        # Of a document that is printed later, there is less text than there will be.
        source, span = corpus.claims[ref].source, corpus.anchors.claims[ref]
        text = wording(corpus.claims[ref])
    else:
        source = ref
        text = _text_of(corpus, ref)[span.start : span.end]
    return Hit(place.kind, ref, place.event, text, finder.places(text), source, span)


def _text_of(corpus: Corpus, source: str) -> str:
    """The text of a document, which may be a draft."""
    if source not in corpus.texts and corpus.with_drafts is not None:
        return corpus.with_drafts.texts[source]
    return corpus.texts[source]


def _without_repeats(hits: list[Hit], corpus: Corpus) -> Iterator[Hit]:
    """The hits, without passages in which all that was found stands inside quotes of claims that were found."""
    quoted: dict[str, list[TextSpan]] = {}
    for hit in hits:
        if hit.kind is Kind.CLAIM:
            quoted.setdefault(hit.source, []).extend(corpus.anchors.of_claim(hit.ref))
    for hit in hits:
        if hit.kind is not Kind.TEXT or not all(
            any(span.start <= hit.span.start + place.start < span.end for span in quoted.get(hit.source, ()))
            for place in hit.places
        ):
            yield hit
