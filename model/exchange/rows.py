"""The JSON contract, field for field: what `export --to json` writes and `import --from json` reads.

Fields named *computed* follow from the rest. They are written for people and scripts; on the way in their values
count for nothing. Every key is always written, with null for what is not known; only a quote leaves out what it
does not have.
"""

from enum import StrEnum
from typing import Annotated, Any

import msgspec

from model.corpus.records import (
    Amount,
    Checking,
    Dated,
    Event,
    Hop,
    Note,
    QuoteField,
    Record,
    Roles,
    Slug,
    Source,
    Suggesting,
    Tags,
    Text,
    Todo,
)
from model.corpus.vocabulary import Basis, Factuality, Status


class Purpose(StrEnum):
    """What a quote of a claim is for: it asserts the claim, words its date, or attributes it to a speaker."""

    ASSERTION = "assertion"
    DATE = "date"
    ATTRIBUTION = "attribution"


class QuoteRow(Record, frozen=True, kw_only=True):
    """A quote, with its place in the source's text in code points (computed), so that text[start:end] == exact.

    `prefix`, `suffix` and the gloss are there where the curator gave them.
    """

    exact: Text
    start: int | None = None
    end: int | None = None
    purpose: Purpose | None = None
    prefix: str | None = None
    suffix: str | None = None
    gloss: Text | None = None
    gloss_by: Text | None = None


class FurnitureRow(Record, frozen=True, kw_only=True):
    """A passage that is page furniture."""

    quote: QuoteRow
    kind: Slug
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class LeftOutRow(Record, frozen=True, kw_only=True):
    """A passage read and not claimed."""

    quote: QuoteRow
    reason: Text
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class CorpusRow(Record, frozen=True, kw_only=True):
    """The corpus as a whole. Computed: `as_of`, the ISO 8601 day of the computed states."""

    title: Text
    description: str
    curators: tuple[str, ...]
    language: str
    check: Checking = Checking()
    suggest: Suggesting = Suggesting()
    as_of: str | None = None


class SourceRow(Source, frozen=True, kw_only=True):
    """A document with its whole text; `sha256` is of the text as UTF-8."""

    furniture: tuple[FurnitureRow, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()
    text: str


class EventRow(Event, frozen=True, kw_only=True):
    """An event. Computed as of the corpus's day: `status` (the word), `date` (EDTF), `dated_by`, `due` and `origins`.

    `dated_by` is the claim whose date it is, where that is another one than the claim that gives the word.
    """

    status: str | None = None
    date: str | None = None
    dated_by: str | None = None
    due: bool = False
    origins: int = 0


class StatementRow(Record, frozen=True, kw_only=True):
    """An act of saying, as in the corpus; a draft may have no `quote` yet."""

    id: Slug
    source: Slug
    quote: QuoteRow | None
    quotes: tuple[QuoteRow, ...] = ()
    chain: Annotated[tuple[Hop, ...], msgspec.Meta(min_length=1)]
    on: Dated | None = None
    public: bool
    origin: Slug | None = None
    draft: bool = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class ListEntryRow(Record, frozen=True, kw_only=True):
    """A name of a list, with the place of its label in the source's text in code points (computed)."""

    entity: Slug
    label: Text
    quote: QuoteRow | None = None
    start: int | None = None
    end: int | None = None


class ListRow(Record, frozen=True, kw_only=True):
    """A list as printed, as in the corpus; a draft may have no `quote` yet."""

    id: Slug
    source: Slug
    kind: Slug
    event: Slug | None = None
    quote: QuoteRow | None
    closed: bool = False
    entries: Annotated[tuple[ListEntryRow, ...], msgspec.Meta(min_length=1)]
    draft: bool = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class ClaimRow(Record, frozen=True, kw_only=True):
    """A claim, flat. Its date is `date` (EDTF) to `reasoning`, `date_best` to `date_quote`; no `basis`, no date.

    The first quote that asserts it is the `quote` of the corpus, the others are its `quotes`. Of a draft that has no
    `quote` yet they have no purpose.

    Computed: `stated` (EDTF of the act of saying), `attribution` (the names of who passed it on, first speaker
    first), `origin` (equal origins are one), and all quotes but those that assert the claim.
    """

    id: Slug
    source: Slug
    event: Slug | None = None
    date: str | None = None
    date_words: str | None = None
    basis: Basis | None = None
    reasoning: str | None = None
    stated: str | None = None
    status: Status
    factuality: Factuality
    hedge: str | None = None
    roles: Roles = msgspec.field(default_factory=dict)
    attribution: str | None = None
    origin: str | None = None
    quotes: tuple[QuoteRow, ...]
    condition: str | None = None
    amounts: tuple[Amount, ...] = ()
    entity: Slug | None = None
    office: Slug | None = None
    label: str | None = None
    statement: Slug | None = None
    date_best: str | None = None
    date_from: Slug | None = None
    date_quote: QuoteField | None = None
    supersedes: tuple[Slug, ...] = ()
    contradicts: tuple[Slug, ...] = ()
    corroborates: tuple[Slug, ...] = ()
    resolves: tuple[Slug, ...] = ()
    explains: tuple[Slug, ...] = ()
    draft: bool = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class Document(Record, frozen=True, kw_only=True):
    """The whole of it. The rows are read one by one, so that all mistakes are found at once.

    Up to format 2 there are neither lists nor questions nor searches. Computed, and there only where they were asked
    for: the `changes` since a day (`model.exchange.change_rows`).
    """

    format: int
    corpus: Any
    sources: tuple[Any, ...]
    entities: tuple[Any, ...]
    events: tuple[Any, ...]
    statements: tuple[Any, ...]
    claims: tuple[Any, ...]
    conflicts: tuple[Any, ...]
    lists: tuple[Any, ...] = ()
    questions: tuple[Any, ...] = ()
    searches: tuple[Any, ...] = ()
    changes: Any = None
