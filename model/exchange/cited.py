"""A document as it is cited: what it is, how far it is to be trusted, where it was obtained and when."""

from dataclasses import dataclass

from model.asof.known import PRINTED_LATER
from model.corpus.copies import link_of, made_from
from model.corpus.corpus import Corpus
from model.corpus.records import Source
from model.corpus.told_apart import source_name
from model.corpus.vocabulary import RELIABILITY_WORDS
from model.exchange.visible import visible
from model.exchange.wording import dated


@dataclass(frozen=True, slots=True)
class CitedSource:
    """The parts of it, each on one line and with hidden characters spelled out; empty where nothing is known.

    `words` is the document in full, `publisher` whose it is (and which of several), `rating` its reliability, `url` its
    address, `retrieved` the day on which it was obtained there, `archived` the address of a copy, `language` that of
    its text (BCP 47).
    """

    words: str
    publisher: str
    rating: str
    url: str
    retrieved: str
    archived: str
    language: str
    caveats: tuple[str, ...]

    @property
    def obtained(self) -> str:
        """When it was obtained, and where there is a copy, in words that follow its address."""
        retrieved = f"retrieved {self.retrieved}" if self.retrieved else ""
        archived = f"archived at {self.archived}" if self.archived else ""
        return ", ".join(part for part in (retrieved, archived) if part)

    @property
    def rated(self) -> str:
        """`reliability: B, usually reliable`."""
        return f"reliability: {self.rating}" if self.rating else ""


def cited(corpus: Corpus, source: Source) -> CitedSource:
    """How a source is cited."""
    return CitedSource(
        words=_words(corpus, source),
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


def _words(corpus: Corpus, source: Source) -> str:
    """Authors, title, publisher, and the date of publication as it is known."""
    if source.id in corpus.printed_later:
        return f"{visible(corpus.entities[source.publisher].name)}, {PRINTED_LATER}"
    parts = [
        *(visible(author) for author in source.authors),
        f'"{visible(source.title)}"',
        visible(corpus.entities[source.publisher].name),
        f"published {dated(source.published)}",
    ]
    if source.medium:
        parts.append(visible(source.medium.replace("-", " ")))
    if copied := copy_words(corpus, source):
        parts.append(visible(copied))
    if source.translated_from:
        parts.append(f"translated from {visible(source.translated_from)}")
    return ", ".join(parts)
