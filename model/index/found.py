"""What a search finds, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

from model.query.folding import Finder
from model.quotes.span import TextSpan

MOST_OF_A_KIND = 100
"""The most hits of one kind that are listed."""

NOWHERE = TextSpan(0, 0)
"""Where a name or a title stands: in no source."""


class Kind(StrEnum):
    """What a hit is, in the order in which hits are listed."""

    NAME = "name"
    EVENT = "event"
    QUESTION = "question"
    CLAIM = "claim"
    TEXT = "text"
    ROW = "row"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found.

    `ref` is the id of the entity, event, question, claim or source, `event` the event it leads to (empty: none).
    `text` holds the words found, at `places`; for claims and passages, `span` is where it stands in `source`. Of a
    draft, `draft` is the kind of its record.
    """

    kind: Kind
    ref: str
    event: str
    text: str
    places: tuple[TextSpan, ...]
    source: str = ""
    span: TextSpan = NOWHERE
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What `typed` has found, in the order of kinds. `finder` finds its words in any text.

    `more` are the kinds of which there are more than `hits` lists, `hidden` the number of hits under events that the
    filter leaves out (at most `MOST_OF_A_KIND`). While it is `counting`, these are the first hits, there may be others,
    and what is hidden is not known.
    """

    typed: str
    finder: Finder
    hits: tuple[Hit, ...] = ()
    more: frozenset[Kind] = frozenset()
    hidden: int = 0
    counting: bool = False


@dataclass(frozen=True, slots=True)
class Beyond:
    """A hit among rows, of which there may be more than are listed: so many stand before it, of so many in all.

    Both are None where that is not known yet.
    """

    hit: Hit
    rank: int | None
    total: int | None
