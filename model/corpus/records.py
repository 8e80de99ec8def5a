"""The records of a corpus, field for field as a curator writes them in TOML.

The format is a public contract (see `seeds/README.md`). Every record is immutable. A record knows nothing of
other records: what follows from several of them together is computed by `model.asof`. Fields stand in the order in
which they are written, to TOML and to JSON alike.
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


def about(words: str) -> msgspec.Meta:
    """What a field is, in a few words: the one place that says it. `model.corpus.fields` reads it."""
    return msgspec.Meta(description=words)


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all records: immutable, and strict about the names of fields."""


class Quote(Record, frozen=True, kw_only=True):
    """A W3C Web Annotation TextQuoteSelector. `prefix` and `suffix` only where `exact` occurs more than once."""

    prefix: Annotated[str, about("what stands right before, where the words occur more than once")] = ""
    exact: Annotated[Text, about("the words, verbatim")]
    suffix: Annotated[str, about("what stands right after, where the words occur more than once")] = ""


QuoteField = str | Quote
"""In a file a quote is its text alone, or a table with `prefix` or `suffix`."""


class Dated(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A date and how it is known. `edtf` is in the subset of `model.dates.edtf`; None where no date is known.

    `words` is the source's own wording, verbatim inside the record's quote. `best` is the curator's estimate,
    a full day inside the bounds of `edtf`. `from_` names the record that an inherited date is taken from.
    """

    edtf: Annotated[str | None, about("the date, in EDTF")] = None
    words: Annotated[str | None, about("the source's own wording, verbatim")] = None
    basis: Annotated[Basis, about("how the date is known")]
    reasoning: Annotated[str | None, about("how it was arrived at")] = None
    best: Annotated[str | None, about("the curator's estimate, a full day")] = None
    from_: Annotated[Slug | None, about("the record that an inherited date is taken from")] = None


class Hop(Record, frozen=True, kw_only=True):
    """One link of a chain of attribution: the entity `who`, its verb as printed (`how`), and on what footing."""

    who: Annotated[Slug, about("an entity")]
    how: Annotated[str | None, about("its verb as printed")] = None
    record: Annotated[OnRecord, about("on what footing it speaks")]


class Furniture(Record, frozen=True):
    """A passage of a source that is page furniture: menus, repeated captions, adverts."""

    quote: Annotated[QuoteField, about("the passage")]
    kind: Annotated[Slug, about("what it is, an open word")]


class LeftOut(Record, frozen=True):
    """A passage that the curator read and chose not to claim, and why."""

    quote: Annotated[QuoteField, about("the passage")]
    reason: Annotated[Text, about("why nothing is claimed of it")]


class Source(Record, frozen=True, kw_only=True):
    """A document. `id` is the stem of its file names, `publisher` an entity's id, `sha256` that of the text's bytes."""

    id: Annotated[Slug, about("the stem of its file names")]
    title: Annotated[Text, about("as printed")]
    publisher: Annotated[Slug, about("an entity")]
    authors: Annotated[tuple[str, ...], about("as printed")] = ()
    language: Annotated[Text, about("of the text, BCP 47")]
    translated_from: Annotated[
        str | None, about("of what the document says it is a translation (a publication or a language)")
    ] = None
    published: Annotated[Dated, about("a date, often bounds that are reasoned from the text")]
    url: Annotated[str | None, about("where it was obtained, if that is known")] = None
    retrieved: Annotated[str | None, about("when it was obtained, if that is known")] = None
    sha256: Annotated[
        str,
        msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z"),
        about("of the bytes of the `.txt` file: a text that changes under its curation is noticed"),
    ]
    reliability: Annotated[
        Reliability | None, about("the Admiralty letter (NATO STANAG 2511) of the source, optional")
    ] = None
    caveats: Annotated[
        tuple[str, ...], about("what a reader should know before trusting it, each a sentence")
    ] = ()
    draft: Annotated[bool, about("whether it is only begun")] = False


class Statement(Record, frozen=True, kw_only=True):
    """One act of saying, which many claims may use. `chain` has its first speaker first.

    `on` is the day of saying; `public` whether it was told to the world rather than to one newspaper; `origin`
    its independent origin (a statement's id; by default its own). `source` is the document that reports it.
    """

    id: Annotated[Slug, about("its id")]
    source: Annotated[Slug, about("the document that reports it")]
    quote: Annotated[QuoteField, about("the words that attribute it")]
    chain: Annotated[
        tuple[Hop, ...], msgspec.Meta(min_length=1), about("who said it through whom, first speaker first")
    ]
    on: Annotated[Dated | None, about("the day of saying, a date")] = None
    public: Annotated[bool, about("whether it was told to the world")]
    origin: Annotated[Slug | None, about("the statement that it goes back to, if not itself")] = None
    draft: Annotated[bool, about("whether it is only begun")] = False


Roles = dict[Slug, str | tuple[str, ...]]
"""Role name to the entity, or entities, that hold it in the event: ids, as `model.corpus.check_roles` sees to."""


class Claim(Record, frozen=True, kw_only=True):
    """What one source says in one place: of an event, or of who holds an office under which printed label.

    Without a `statement` it is the document's own voice, on the day of its publication.
    """

    id: Annotated[Slug, about("its id")]
    source: Annotated[Slug, about("the document that it stands in")]
    event: Annotated[Slug | None, about("the event that it is about")] = None
    entity: Annotated[Slug | None, about("whom it is about, in place of an event")] = None
    office: Annotated[Slug | None, about("the post that the label names")] = None
    label: Annotated[str | None, about("what the entity is called, as printed")] = None
    statement: Annotated[Slug | None, about("the act of saying; none is the document's own voice")] = None
    quote: Annotated[QuoteField, about("the words that assert it")]
    date: Annotated[Dated | None, about("when it happens, a date")] = None
    status: Annotated[Status, about("what it says of the event")]
    factuality: Annotated[Factuality, about("how sure its first speaker was, and which way")]
    hedge: Annotated[str | None, about("the source's own word for how sure it is")] = None
    roles: Annotated[Roles, about("who takes which part")] = msgspec.field(default_factory=dict)
    supersedes: Annotated[tuple[Slug, ...], about("claims whose place it takes")] = ()
    contradicts: Annotated[tuple[Slug, ...], about("claims that cannot be true together with it")] = ()
    corroborates: Annotated[tuple[Slug, ...], about("claims that it supports from elsewhere")] = ()
    resolves: Annotated[tuple[Slug, ...], about("claims whose open point it answers")] = ()
    explains: Annotated[tuple[Slug, ...], about("claims that it gives the reason for")] = ()
    draft: Annotated[bool, about("whether it is only begun")] = False


class Entity(Record, frozen=True):
    """Someone or something named in the sources. `short` is what a column of 11 cells shows."""

    id: Annotated[Slug, about("its id")]
    type: Annotated[EntityType, about("what it is")]
    name: Annotated[Text, about("what cards show")]
    short: Annotated[str | None, about("what a column of 11 cells shows")] = None
    aliases: Annotated[tuple[str, ...], about("other forms as printed, for finding")] = ()


class Event(Record, frozen=True):
    """Something that happened or may happen. Its title contains nothing disputed; what is said of it is in claims.

    `part_of` is the event it belongs to; an event of type "strand" only groups others and has no claims.
    """

    id: Annotated[Slug, about("its id")]
    type: Annotated[Slug, about("what it is, an open word")]
    title: Annotated[Text, about("a few words with nothing disputed in them")]
    part_of: Annotated[Slug | None, about("the event it belongs to")] = None
    place: Annotated[Slug | None, about("an entity")] = None
    draft: Annotated[bool, about("whether it is only begun")] = False


class Conflict(Record, frozen=True, kw_only=True):
    """Claims that do not stand together (or must not be merged), and the curator's verdict if there is one.

    `readings` says each claim's reading in a few words; claims of equal words are one reading. `open` is what
    no claim answers.
    """

    id: Annotated[Slug, about("its id")]
    kind: Annotated[ConflictKind, about("how the claims stand to one another")]
    topic: Annotated[Text, about("what they differ about")]
    claims: Annotated[tuple[Slug, ...], msgspec.Meta(min_length=2), about("the claims")]
    preferred: Annotated[Slug | None, about("the claim that the curator holds with, if any")] = None
    reason: Annotated[Text, about("why")]
    open: Annotated[str | None, about("what no claim answers")] = None
    draft: Annotated[bool, about("whether it is only begun")] = False
    readings: Annotated[dict[Slug, str], about("each claim's reading in a few words")] = msgspec.field(
        default_factory=dict
    )


class Silenced(Record, frozen=True, kw_only=True):
    """A finding that the curator has decided to live with, and why."""

    code: Annotated[Text, about("the code of the finding")]
    where: Annotated[Text, about("the id of the record, or the file, in which it is found")]
    reason: Annotated[Text, about("why it is not to be said")]


class Checking(Record, frozen=True, kw_only=True):
    """What the corpus asks of the checks."""

    ignore: Annotated[tuple[Silenced, ...], about("findings that are not to be said")] = ()


class CorpusInfo(Record, frozen=True):
    """What `corpus.toml` says of the corpus as a whole."""

    format: Annotated[int, about("the version of the corpus format")]
    title: Annotated[Text, about("what the corpus is called")]
    description: Annotated[str, about("what it is about")]
    curators: Annotated[tuple[str, ...], about("who curated it")]
    language: Annotated[str, about("of titles and reasons, not of the sources, BCP 47")]
    check: Annotated[Checking, about("what it asks of the checks")] = Checking()
