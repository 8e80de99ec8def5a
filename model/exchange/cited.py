"""A document as it is cited: what it is, how far it is to be trusted, where it was obtained and when."""

from dataclasses import dataclass

from model.asof.known import PRINTED_LATER
from model.corpus.copies import link_of, made_from
from model.corpus.corpus import Corpus
from model.corpus.records import Source
from model.corpus.told_apart import source_name
from model.corpus.vocabulary import RELIABILITY_WORDS
from model.exchange.laid_out import Wording, Words, ours, plain_text, quoted
from model.exchange.visible import visible
from model.exchange.wording import dated


@dataclass(frozen=True, slots=True)
class CitedSource:
    """The parts of it, each on one line and with hidden characters spelled out; empty where nothing is known.

    `pieces` is the document in full, `publisher` whose it is (and which of several), `rating` its reliability, `url`
    its address, `retrieved` the day on which it was obtained there, `archived` the address of a copy, `language` that
    of its text (BCP 47).
    """

    pieces: Wording
    publisher: str
    rating: str
    url: str
    retrieved: str
    archived: str
    language: str
    caveats: tuple[str, ...]

    @property
    def words(self) -> str:
        """The document in full, as plain text."""
        return plain_text(self.pieces)

    @property
    def obtained(self) -> Wording:
        """Its address, when it was obtained there, and where there is a copy; empty where none of it is known."""
        address = (Words(self.url, link=self.url),) if self.url else ()
        retrieved = (ours(f"retrieved {self.retrieved}"),) if self.retrieved else ()
        archived = (ours("archived at "), Words(self.archived, link=self.archived)) if self.archived else ()
        known = (*retrieved, *((ours(", "),) if retrieved and archived else ()), *archived)
        return (*address, ours(" ("), *known, ours(")")) if address and known else address + known

    @property
    def rated(self) -> str:
        """`reliability: B, usually reliable`."""
        return f"reliability: {self.rating}" if self.rating else ""


def cited(corpus: Corpus, source: Source) -> CitedSource:
    """How a source is cited."""
    return CitedSource(
        pieces=_pieces(corpus, source),
        publisher=visible(source_name(corpus, source.id)),
        rating=rating(source),
        url=visible(source.url or ""),
        retrieved=visible(source.retrieved or ""),
        archived=visible(source.archived or ""),
        language=visible(source.language),
        caveats=tuple(visible(caveat) for caveat in source.caveats),
    )


_COPIES = {"version_of": "version", "reprint_of": "reprint", "translation_of": "translation"}


def copy_words(corpus: Corpus, source: Source) -> str:
    """`retraction of "Title", Korea Daily`: of what a document is a copy, as printed; empty where it is none."""
    field, first = link_of(source), made_from(source)
    if field is None or first is None:
        return ""
    original = corpus.sources[first]
    what = source.change.value if source.change is not None else _COPIES[field]
    title = f'"{original.title}", ' if first not in corpus.printed_later else ""
    return f"{what} of {title}{corpus.entities[original.publisher].name}"


def rating(source: Source) -> str:
    """`B, usually reliable`; empty where the source has no letter."""
    letter = source.reliability
    return f"{letter.value}, {RELIABILITY_WORDS[letter]}" if letter is not None else ""


def _pieces(corpus: Corpus, source: Source) -> Wording:
    """Authors, title, publisher, and the date of publication as it is known."""
    publisher = visible(corpus.entities[source.publisher].name)
    if source.id in corpus.printed_later:
        return (ours(f"{publisher}, {PRINTED_LATER}"),)
    language = visible(source.language)
    authors = "".join(f"{visible(author)}, " for author in source.authors)
    after = [visible(source.medium.replace("-", " "))] if source.medium else []
    after += [visible(copied)] if (copied := copy_words(corpus, source)) else []
    after += [f"translated from {visible(source.translated_from)}"] if source.translated_from else []
    return (
        *([ours(authors)] if authors else []),
        quoted(visible(source.title), language),
        ours(f", {publisher}, published "),
        *dated(source.published, language),
        *(ours(f", {words}") for words in after),
    )
