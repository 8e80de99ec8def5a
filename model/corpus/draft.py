"""A draft: all records of a corpus as read, each with the place it was read from, before any check."""

from dataclasses import dataclass, field

from model.corpus.findings import Place
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Quote,
    QuoteField,
    Source,
    Statement,
)


def as_quote(quote: QuoteField) -> Quote:
    """The selector behind either way of writing a quote."""
    return Quote(exact=quote) if isinstance(quote, str) else quote


@dataclass(slots=True)
class Draft:
    """Records in the order of reading. `texts` has each source's decoded document by the source's id."""

    info: CorpusInfo | None = None
    sources: list[tuple[Source, Place]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    entities: list[tuple[Entity, Place]] = field(default_factory=list)
    events: list[tuple[Event, Place]] = field(default_factory=list)
    conflicts: list[tuple[Conflict, Place]] = field(default_factory=list)
    statements: list[tuple[Statement, Place]] = field(default_factory=list)
    claims: list[tuple[Claim, Place]] = field(default_factory=list)
    furniture: dict[str, list[tuple[Furniture, Place]]] = field(default_factory=dict)
    left_out: dict[str, list[tuple[LeftOut, Place]]] = field(default_factory=dict)
