"""The records of a corpus, field for field as a curator writes them in TOML.

The format is a public contract (see `seeds/README.md`). Every record is immutable. A record knows nothing of
other records: what follows from several of them together is computed by `model.asof`.
"""

from typing import Annotated

import msgspec

from model.corpus.vocabulary import (
    Basis,
    ConflictKind,
    EntityType,
    Factuality,
    OnRecord,
    Reliability,
    Status,
)

FORMAT_VERSION = 1
"""The version of the corpus format that this program reads and writes."""

Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z", max_length=80)]
"""An id or an open vocabulary word: lower-case ASCII letters, digits and single hyphens."""

Text = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that has to say something."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all records: immutable, and strict about the names of fields."""


class Quote(Record, frozen=True):
    """A W3C Web Annotation TextQuoteSelector. `prefix` and `suffix` only where `exact` occurs more than once."""

    exact: Text
    prefix: str = ""
    suffix: str = ""


QuoteField = str | Quote
"""In a file a quote is its text alone, or a table with `prefix` or `suffix`."""


class Dated(Record, frozen=True, rename={"from_": "from"}):
    """A date and how it is known. `edtf` is in the subset of `model.dates.edtf`; None where no date is known.

    `words` is the source's own wording, verbatim inside the record's quote. `best` is the curator's estimate,
    a full day inside the bounds of `edtf`. `from_` names the record that an inherited date is taken from.
    """

    basis: Basis
    edtf: str | None = None
    words: str | None = None
    reasoning: str | None = None
    best: str | None = None
    from_: Slug | None = None


class Hop(Record, frozen=True):
    """One link of a chain of attribution: the entity `who`, its verb as printed (`how`), and on what footing."""

    who: Slug
    record: OnRecord
    how: str | None = None


class Furniture(Record, frozen=True):
    """A passage of a source that is page furniture: menus, repeated captions, adverts."""

    quote: QuoteField
    kind: Slug


class LeftOut(Record, frozen=True):
    """A passage that the curator read and chose not to claim, and why."""

    quote: QuoteField
    reason: Text


class Source(Record, frozen=True):
    """A document. `id` is the stem of its file names, `publisher` an entity's id, `sha256` that of the text's bytes."""

    id: Slug
    title: Text
    publisher: Slug
    published: Dated
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
    language: Text
    authors: tuple[str, ...] = ()
    translated_from: str | None = None
    url: str | None = None
    retrieved: str | None = None
    reliability: Reliability | None = None
    caveats: tuple[str, ...] = ()


class Statement(Record, frozen=True):
    """One act of saying, which many claims may use. `chain` has its first speaker first.

    `on` is the day of saying; `public` whether it was told to the world rather than to one newspaper; `origin`
    its independent origin (a statement's id; by default its own). `source` is the document that reports it.
    """

    id: Slug
    source: Slug
    quote: QuoteField
    chain: Annotated[tuple[Hop, ...], msgspec.Meta(min_length=1)]
    public: bool
    on: Dated | None = None
    origin: Slug | None = None


Roles = dict[Slug, str | tuple[str, ...]]
"""Role name to the entity, or entities, that hold it in the event: ids, as `model.corpus.check_roles` sees to."""


class Claim(Record, frozen=True):
    """What one source says in one place: of an event, or of who holds an office under which printed label.

    Without a `statement` it is the document's own voice, on the day of its publication.
    """

    id: Slug
    source: Slug
    quote: QuoteField
    status: Status
    factuality: Factuality
    event: Slug | None = None
    entity: Slug | None = None
    office: Slug | None = None
    label: str | None = None
    statement: Slug | None = None
    date: Dated | None = None
    hedge: str | None = None
    roles: Roles = msgspec.field(default_factory=dict)
    supersedes: tuple[Slug, ...] = ()
    contradicts: tuple[Slug, ...] = ()
    corroborates: tuple[Slug, ...] = ()
    resolves: tuple[Slug, ...] = ()
    explains: tuple[Slug, ...] = ()


class Entity(Record, frozen=True):
    """Someone or something named in the sources. `short` is what a column of 11 cells shows."""

    id: Slug
    type: EntityType
    name: Text
    short: str | None = None
    aliases: tuple[str, ...] = ()


class Event(Record, frozen=True):
    """Something that happened or may happen. Its title contains nothing disputed; what is said of it is in claims.

    `part_of` is the event it belongs to; an event of type "strand" only groups others and has no claims.
    """

    id: Slug
    type: Slug
    title: Text
    part_of: Slug | None = None
    place: Slug | None = None


class Conflict(Record, frozen=True):
    """Claims that do not stand together (or must not be merged), and the curator's verdict if there is one.

    `readings` says each claim's reading in a few words; claims of equal words are one reading. `open` is what
    no claim answers.
    """

    id: Slug
    kind: ConflictKind
    topic: Text
    claims: Annotated[tuple[Slug, ...], msgspec.Meta(min_length=2)]
    reason: Text
    preferred: Slug | None = None
    readings: dict[Slug, str] = msgspec.field(default_factory=dict)
    open: str | None = None


class CorpusInfo(Record, frozen=True):
    """What `corpus.toml` says of the corpus as a whole."""

    format: int
    title: Text
    description: str
    curators: tuple[str, ...]
    language: str
