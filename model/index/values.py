"""The plain values in which an index is asked, and in which it answers; see `model.index.protocol`."""

from dataclasses import dataclass
from enum import StrEnum

from model.asof.word import Word
from model.corpus.vocabulary import Status
from model.dates.edtf import Edtf
from model.query.terms import ALL, Query


@dataclass(frozen=True, slots=True)
class AsOf:
    """What is asked for: what could be known on `day`, of the events that meet `query`.

    It is the only key under which an answer may be kept: two that are equal have the same answers, always. Queries
    are equal where their terms mean the same, however they were written. `layered`: with the rows of the tables that
    lie under the corpus, where any does; `only`: with those of the one of that number alone.
    """

    day: int
    query: Query = ALL
    layered: bool = False
    only: int | None = None

    @property
    def own(self) -> "AsOf":
        """What of it is asked of curated events alone."""
        return AsOf(self.day, own_part(self.query)) if self.layered else self

    @property
    def narrowed(self) -> bool:
        """Whether the query may leave anything out."""
        return bool(self.query.terms)


def own_part(query: Query) -> Query:
    """What of a filter is asked of curated events: words, and the keys of a corpus."""
    # Imported here: few filters are of rows too, and no start needs it.
    from model.query.spelling import spell
    from model.query.vocabulary import KEYS

    terms = tuple(term for term in query.terms if not term.key or term.key in KEYS)
    return query if len(terms) == len(query.terms) else Query(spell(terms), terms, query.name)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Where an event stands in the order of the timeline, whatever else is there.

    Keys are compared with each other and given back, nothing else. A key of one reader means the same to another one:
    the event may be hidden there, or stand elsewhere, but what comes after the key is what would come after it.
    """

    sort_key: tuple[int, int, int]
    event: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event in its place on the timeline.

    `position` counts from 0. `word` is what is shown ("due" where that applies), `status` the deciding `claim`'s own.
    `who` is an entity id; `dated_by` that of who speaks where the date is borrowed from another claim, None where it is
    the deciding one's own. `group` is that of `Edtf.sort_key`. `new` marks what came, or was superseded, at the
    current knowledge step; `estimated` what is known only by an estimated date of publication. `busy_until` is the
    last day of all that stands before the row, None at the start, and in the lanes of a table.
    """

    key: Key
    position: int
    event: str
    title: str
    date: Edtf | None
    dated_by: str | None
    group: int
    word: Word
    status: Status
    claim: str
    who: str
    contested: bool
    origins: int
    new: bool
    estimated: bool
    busy_until: int | None

    @property
    def borrows(self) -> bool:
        """Whether the date is another claim's than the deciding one."""
        return self.dated_by is not None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events a reader has.

    `total`, `contested`, `due` and `unanswered` count what meets its query, `known` all that could be known on its day.
    *Unanswered* is what has no last day, once its first one has passed.
    `first_ahead` is the position of the first row that is ahead and has nothing after it that is over (`total` where
    there is none). Before it may stand what is ahead too: what is expected in September, where something occurred on
    the 12th. While it is `counting` there are `total` rows at least, and what is ahead is not known either
    (`Reader.pending`); a curated corpus is always counted. Where a table lies under a corpus, `rows` and `known_rows`
    of these are rows of it, and `events` and `known_events` are not.
    """

    total: int
    known: int
    contested: int
    due: int
    unanswered: int
    first_ahead: int
    counting: bool = False
    rows: int = 0
    known_rows: int = 0

    @property
    def events(self) -> int:
        """How many there are without the rows of a table that lies under the corpus."""
        return self.total - self.rows

    @property
    def known_events(self) -> int:
        """How many were known without those."""
        return self.known - self.known_rows


@dataclass(frozen=True, slots=True)
class Ways:
    """In how many events someone takes part, of how many they speak, and of how many they pass claims on.

    The three are what `who:`, `by:` and `via:` find; one event may be among several of them.
    """

    part: int = 0
    speaks: int = 0
    passes: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """Where someone stands among others: those first who take part in most, then those who speak of most."""
        return -self.part, -self.speaks, -self.passes


@dataclass(frozen=True, slots=True)
class Nearest:
    """The row that answers best to a stretch of days: `position`, and `day`, by which it is placed.

    `inside`: it is placed in the stretch. `around`: it is not, but begins before the stretch and ends in it, or after.
    """

    position: int
    day: int
    inside: bool
    around: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units that has events; `only` is the unit in which all of them are, None where they are in several."""

    number: int
    only: int | None


REST = ""
"""The lane of what belongs to no other; no id is like it."""


class Grouping(StrEnum):
    """What puts the events of a curated corpus into one lane."""

    STRAND = "strand"
    ENTITY = "entity"
    SOURCE = "source"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class ColumnGrouping:
    """What puts the rows of a table into one lane: what they have in the column of this filter key."""

    value: str

    def __str__(self) -> str:
        return self.value


GroupedBy = Grouping | ColumnGrouping


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its id (of an event, entity or source, a word, a value; see `REST`), and how many events.

    `title` is its name where the index alone knows it; empty where a curated corpus says it.
    """

    id: str
    events: int
    grouping: GroupedBy
    title: str = ""
