"""What a search finds, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

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

    def __eq__(self, other: object) -> bool:
        """By its values; what tells most hits apart comes first, since the rest of a `LateHit` has to be looked for."""
        return isinstance(other, Hit) and self.ref == other.ref and _rest(self) == _rest(other)

    def called(self, kind: Kind, name: str) -> "Hit":
        """The same hit, of an event of another name."""
        return replace(self, kind=kind, ref=name, event=name)


_rest = attrgetter("kind", "event", "text", "places", "source", "span", "draft")

Sight = tuple[str, tuple[TextSpan, ...]]
"""The text and the places of a hit."""


class LateHit(Hit):
    """A hit that is an event, of which text and places are looked for when they are asked for: few are ever seen."""

    __slots__ = ("_look", "_seen")

    source, span, draft = "", NOWHERE, ""
    _look: Callable[[], Sight]
    _seen: Sight | None

    def __init__(self, kind: Kind, name: str, look: Callable[[], Sight]) -> None:
        put = object.__setattr__
        put(self, "kind", kind)
        put(self, "ref", name)
        put(self, "event", name)
        put(self, "_look", look)
        put(self, "_seen", None)

    @property
    def text(self) -> str:
        """What holds the words found."""
        return self._sight()[0]

    @property
    def places(self) -> tuple[TextSpan, ...]:
        """Where they stand in it."""
        return self._sight()[1]

    def called(self, kind: Kind, name: str) -> "LateHit":
        """The same hit, of an event of another name."""
        return LateHit(kind, name, self._sight)

    def _sight(self) -> Sight:
        seen = self._seen
        if seen is None:
            seen = self._look()
            object.__setattr__(self, "_seen", seen)
        return seen


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
