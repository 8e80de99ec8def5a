"""What a line leads to when it is entered: typed, so that no name has to be taken apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventTarget:
    """An event, by its id."""

    event: str


@dataclass(frozen=True, slots=True)
class EntityTarget:
    """An entity, by its id."""

    entity: str


@dataclass(frozen=True, slots=True)
class ConflictTarget:
    """A conflict between sources, by its id."""

    conflict: str


@dataclass(frozen=True, slots=True)
class QuestionTarget:
    """A question of the curators, by its id."""

    question: str


@dataclass(frozen=True, slots=True)
class ListTarget:
    """A list as a document prints it, by its id."""

    list: str


@dataclass(frozen=True, slots=True)
class SourceTarget:
    """A document, by its id."""

    source: str


@dataclass(frozen=True, slots=True)
class FindingTarget:
    """Something found in the corpus, by its place in `Corpus.findings`."""

    finding: int


@dataclass(frozen=True, slots=True)
class ClaimTarget:
    """A claim, by its id: its quote is what is gone to."""

    claim: str


@dataclass(frozen=True, slots=True)
class OriginTarget:
    """An origin, by the id of a statement or a document, and the claim of its to be read first."""

    origin: str
    claim: str


@dataclass(frozen=True, slots=True)
class TextTarget:
    """A stretch of a source's text, from `start` to before `end`, in code points; its words may be `lit` there."""

    source: str
    start: int
    end: int
    lit: bool = False


@dataclass(frozen=True, slots=True)
class RowTarget:
    """A row of a table of coded rows, by the id of its event."""

    row: str


@dataclass(frozen=True, slots=True)
class UnopenedTarget:
    """A table of coded rows that is not open, by its title."""

    table: str


@dataclass(frozen=True, slots=True)
class RawTarget:
    """A row of a table as it stood in its file."""

    row: str


@dataclass(frozen=True, slots=True)
class FilterTarget:
    """What else is filtered by, as one term in the language of filters."""

    term: str


CardTarget = (
    EventTarget
    | RowTarget
    | EntityTarget
    | ConflictTarget
    | QuestionTarget
    | ListTarget
    | SourceTarget
    | FindingTarget
)
"""What has a card."""

Target = CardTarget | ClaimTarget | OriginTarget | TextTarget | RawTarget | UnopenedTarget | FilterTarget
"""Whatever a line can lead to."""
