"""The records of a corpus, field for field as a curator writes them in TOML.

The format is a public contract (see `seeds/README.md`). Every record is immutable. A record knows nothing of
other records: what follows from several of them together is computed by `model.asof`. Fields stand in the order in
which they are written, to TOML and to JSON alike.
"""

from typing import Annotated

import msgspec

from model.corpus.parts import FORMAT_VERSION as FORMAT_VERSION
from model.corpus.parts import KNOWN_FORMATS as KNOWN_FORMATS
from model.corpus.parts import Amount as Amount
from model.corpus.parts import Dated as Dated
from model.corpus.parts import Hop as Hop
from model.corpus.parts import Original as Original
from model.corpus.parts import Quote as Quote
from model.corpus.parts import QuoteField as QuoteField
from model.corpus.parts import Record as Record
from model.corpus.parts import RowLink as RowLink
from model.corpus.parts import Slug as Slug
from model.corpus.parts import Text as Text
from model.corpus.parts import about as about
from model.corpus.vocabulary import (
    CandidateKind,
    Change,
    ConflictKind,
    EntityType,
    Factuality,
    Point,
    Reliability,
    Status,
)

Note = Annotated[Text | None, about("what curators want to keep in mind; never in briefs", since=2)]
Todo = Annotated[Text | None, about("what is still to be done", since=2)]
Tags = Annotated[tuple[Slug, ...], about("curators' own words to filter by", since=2)]


class Furniture(Record, frozen=True):
    """A passage of a source that is page furniture: menus, repeated captions, adverts."""

    quote: Annotated[QuoteField, about("the passage")]
    kind: Annotated[Slug, about("what it is, an open word")]
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class LeftOut(Record, frozen=True):
    """A passage that the curator read and chose not to claim, and why."""

    quote: Annotated[QuoteField, about("the passage")]
    reason: Annotated[Text, about("why nothing is claimed of it")]
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class Source(Record, frozen=True, kw_only=True):
    """A document. `id` is the stem of its file names, `publisher` an entity's id, `sha256` that of the text's bytes."""

    id: Annotated[Slug, about("the stem of its file names")]
    title: Annotated[Text, about("as printed")]
    publisher: Annotated[Slug, about("an entity", names=("entity",))]
    authors: Annotated[tuple[str, ...], about("as printed")] = ()
    language: Annotated[Text, about("of the text, BCP 47")]
    translated_from: Annotated[
        str | None, about("of what the document says it is a translation (a publication or a language)")
    ] = None
    version_of: Annotated[
        Slug | None, about("the source of which it is a later version", since=2, names=("source",))
    ] = None
    reprint_of: Annotated[
        Slug | None, about("the source that it prints again", since=2, names=("source",))
    ] = None
    translation_of: Annotated[
        Slug | None, about("the source that it is a translation of", since=2, names=("source",))
    ] = None
    change: Annotated[
        Change | None, about("what it does to the version before: update, correction, retraction", since=2)
    ] = None
    published: Annotated[Dated, about("a date, often bounds that are reasoned from the text")]
    url: Annotated[str | None, about("where it was obtained, if that is known")] = None
    retrieved: Annotated[str | None, about("when it was obtained, if that is known")] = None
    medium: Annotated[Slug | None, about("print, web-page, broadcast, table: an open word", since=2)] = None
    archived: Annotated[Text | None, about("the address of a copy in an archive", since=2)] = None
    original: Annotated[
        Original | None, about("the file that was obtained (`file`, `sha256`), and is kept", since=2)
    ] = None
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
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class Statement(Record, frozen=True, kw_only=True):
    """One act of saying, which many claims may use. `chain` has its first speaker first.

    `on` is the day of saying; `public` whether it was told to the world rather than to one newspaper; `origin`
    its independent origin (a statement's id; by default its own). `source` is the document that reports it.
    """

    id: Annotated[Slug, about("its id")]
    source: Annotated[Slug, about("the document that reports it", names=("source",))]
    quote: Annotated[QuoteField, about("the words that attribute it")]
    quotes: Annotated[tuple[QuoteField, ...], about("further sentences that do", since=2)] = ()
    chain: Annotated[
        tuple[Hop, ...], msgspec.Meta(min_length=1), about("who said it through whom, first speaker first")
    ]
    on: Annotated[Dated | None, about("the day of saying, a date")] = None
    public: Annotated[bool, about("whether it was told to the world")]
    origin: Annotated[
        Slug | None, about("the statement that it goes back to, if not itself", names=("statement",))
    ] = None
    draft: Annotated[bool, about("whether it is only begun")] = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


Roles = dict[Slug, str | tuple[str, ...]]
"""Role name to the entity, or entities, that hold it in the event: ids, as `model.corpus.check_roles` sees to."""


class Claim(Record, frozen=True, kw_only=True):
    """What one source says in one place: of an event, or of who holds an office under which printed label.

    Without a `statement` it is the document's own voice, on the day of its publication.
    """

    id: Annotated[Slug, about("its id")]
    source: Annotated[Slug, about("the document that it stands in", names=("source",))]
    event: Annotated[Slug | None, about("the event that it is about", names=("event",))] = None
    entity: Annotated[Slug | None, about("whom it is about, in place of an event", names=("entity",))] = None
    office: Annotated[Slug | None, about("the post that the label names", names=("entity",))] = None
    label: Annotated[str | None, about("what the entity is called, as printed")] = None
    statement: Annotated[
        Slug | None, about("the act of saying; none is the document's own voice", names=("statement",))
    ] = None
    quote: Annotated[QuoteField, about("the words that assert it")]
    quotes: Annotated[tuple[QuoteField, ...], about("further sentences that do", since=2)] = ()
    date: Annotated[Dated | None, about("when it happens, a date")] = None
    status: Annotated[Status, about("what it says of the event")]
    factuality: Annotated[Factuality, about("how sure its first speaker was, and which way")]
    hedge: Annotated[str | None, about("the source's own word for how sure it is")] = None
    condition: Annotated[
        str | None, about("the source's own words for on what it hangs; then it decides nothing", since=2)
    ] = None
    amounts: Annotated[tuple[Amount, ...], about("figures that it gives", since=2)] = ()
    roles: Annotated[Roles, about("who takes which part", names=("entity",))] = msgspec.field(
        default_factory=dict
    )
    supersedes: Annotated[tuple[Slug, ...], about("claims whose place it takes", names=("claim",))] = ()
    contradicts: Annotated[
        tuple[Slug, ...], about("claims that cannot be true together with it", names=("claim",))
    ] = ()
    corroborates: Annotated[
        tuple[Slug, ...], about("claims that it supports from elsewhere", names=("claim",))
    ] = ()
    resolves: Annotated[tuple[Slug, ...], about("claims whose open point it answers", names=("claim",))] = ()
    explains: Annotated[tuple[Slug, ...], about("claims that it gives the reason for", names=("claim",))] = ()
    draft: Annotated[bool, about("whether it is only begun")] = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()

    @property
    def decides(self) -> bool:
        """Whether it says how it is: who declines to comment does not, nor what is said on a condition."""
        return self.condition is None and self.status is not Status.NO_COMMENT

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Each role with each entity that has it."""
        found: list[tuple[str, str]] = []
        for role, held in self.roles.items():
            if isinstance(held, str):
                found.append((role, held))
            else:
                found += [(role, holder) for holder in held]
        return tuple(found)


class Entity(Record, frozen=True):
    """Someone or something named in the sources. `short` is what a column of 11 cells shows."""

    id: Annotated[Slug, about("its id")]
    type: Annotated[EntityType, about("what it is")]
    name: Annotated[Text, about("what cards show")]
    short: Annotated[str | None, about("what a column of 11 cells shows")] = None
    aliases: Annotated[tuple[str, ...], about("other forms as printed, for finding")] = ()
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class Event(Record, frozen=True):
    """Something that happened or may happen. Its title contains nothing disputed; what is said of it is in claims.

    `part_of` is the event it belongs to; an event of type "strand" only groups others and has no claims.
    """

    id: Annotated[Slug, about("its id")]
    type: Annotated[Slug, about("what it is, an open word")]
    title: Annotated[Text, about("a few words with nothing disputed in them")]
    part_of: Annotated[Slug | None, about("the event it belongs to", names=("event",))] = None
    place: Annotated[Slug | None, about("an entity", names=("entity",))] = None
    rows: Annotated[tuple[RowLink, ...], about("rows of tables of coded rows that are of it", since=3)] = ()
    draft: Annotated[bool, about("whether it is only begun")] = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class Conflict(Record, frozen=True, kw_only=True):
    """Claims that do not stand together (or must not be merged), and the curator's verdict if there is one.

    `readings` says each claim's reading in a few words; claims of equal words are one reading. `open` is what
    no claim answers.
    """

    id: Annotated[Slug, about("its id")]
    kind: Annotated[ConflictKind, about("how the claims stand to one another")]
    point: Annotated[Point | None, about("in what they differ; absent: whether it is so", since=2)] = None
    topic: Annotated[Text, about("what they differ about")]
    claims: Annotated[tuple[Slug, ...], msgspec.Meta(min_length=2), about("the claims", names=("claim",))]
    preferred: Annotated[
        Slug | None, about("the claim that the curator holds with, if any", names=("claim",))
    ] = None
    reason: Annotated[Text, about("why")]
    open: Annotated[str | None, about("what no claim answers")] = None
    draft: Annotated[bool, about("whether it is only begun")] = False
    readings: Annotated[dict[Slug, str], about("each claim's reading in a few words", names=("claim",))] = (
        msgspec.field(default_factory=dict)
    )
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class Silenced(Record, frozen=True, kw_only=True):
    """A finding that the curator has decided to live with, and why."""

    code: Annotated[Text, about("the code of the finding")]
    where: Annotated[Text, about("the id of the record, or the file, in which it is found")]
    reason: Annotated[Text, about("why it is not to be said")]


class Checking(Record, frozen=True, kw_only=True):
    """What the corpus asks of the checks."""

    ignore: Annotated[tuple[Silenced, ...], about("findings that are not to be said")] = ()


class Dismissed(Record, frozen=True, kw_only=True):
    """A candidate that the curator has looked at and does not take, and why: it is not proposed again."""

    kind: Annotated[CandidateKind, about("what it was proposed as")]
    between: Annotated[
        tuple[Slug, ...],
        msgspec.Meta(min_length=2, max_length=2),
        about("the two claims, or events where these were taken for one", names=("claim", "event")),
    ]
    reason: Annotated[Text, about("why it is not so")]

    @property
    def of(self) -> str:
        """The kind of the records that it is between."""
        return "event" if self.kind is CandidateKind.SAME_EVENT else "claim"


class Suggesting(Record, frozen=True, kw_only=True):
    """What has become of what was suggested."""

    dismissed: Annotated[tuple[Dismissed, ...], about("candidates that are not to be proposed again")] = ()


class CorpusInfo(Record, frozen=True):
    """What `corpus.toml` says of the corpus as a whole."""

    format: Annotated[int, about("the version of the corpus format")]
    title: Annotated[Text, about("what the corpus is called")]
    description: Annotated[str, about("what it is about")]
    curators: Annotated[tuple[str, ...], about("who curated it")]
    language: Annotated[str, about("of titles and reasons, not of the sources, BCP 47")]
    check: Annotated[Checking, about("what it asks of the checks")] = Checking()
    suggest: Annotated[Suggesting, about("which candidates were dismissed", since=3)] = Suggesting()
