"""What the screen, `print` and the exports ask of an index; how it is answered is a matter of each implementation.

What is asked for is the same of a curated corpus and of a table of coded rows; these are *events* here too. An `Index`
is asked for a `Reader` of one `AsOf`; a reader never changes. Positions count from 0 in the order of the timeline
(`Edtf.sort_key`, then event id; the ids of coded rows go with their order), and what is outside of it is left out
without a word. Nothing asked for costs more than what it gives, but for `Index.at`, for what is made once when it is
first asked for (`Find.prepare` makes it bit by bit), and for what `Reader.pending` finds out. Nothing here may be
shared between threads.

A table is read from a file: any question to it may raise `model.index.faults.StoreFault`.
"""

from collections.abc import Collection, Sequence, Set
from typing import TYPE_CHECKING, Protocol

from model.asof.knowledge import Step
from model.corpus.corpus import Corpus
from model.dates.units import Zoom
from model.index.features import Feature
from model.index.pending import Pending
from model.index.values import AsOf, Counts, Group, GroupedBy, Key, Lane, Nearest, TimelineRow, Ways
from model.query.terms import Query

if TYPE_CHECKING:
    # No start needs what a search finds, or what a filter can name.
    from model.index.found import Found
    from model.query.vocabulary import Vocabulary


class Index(Protocol):
    """All states of a corpus over time, or a table of coded rows."""

    @property
    def features(self) -> frozenset[Feature]:
        """What else it can be asked for."""

    @property
    def steps(self) -> Sequence[Step]:
        """The knowledge dates, earliest first."""

    @property
    def vocabulary(self) -> "Vocabulary":
        """The values that the terms of a query can have on whatever day: to read them by, never to be offered."""

    def at(self, when: AsOf) -> "Reader":
        """The reader of a day and a query. The only call that may be slow; the last few readers are kept.

        Readers that are not kept any more stay right for who holds them. The query of one that was kept may be
        written otherwise than it was asked for, and means the same.
        """


class CuratedIndex(Index, Protocol):
    """The index of a curated corpus."""

    def changed_to(self, corpus: Corpus) -> "CuratedIndex":
        """The index of another corpus: the sooner, the more of it is as in this one, which stays as it is.

        May be asked from another thread.
        """

    def prepare_as(self, other: "CuratedIndex") -> None:
        """Make what was made of another index because it was asked for: so nobody waits for it who goes on asking."""


class Reader(Protocol):
    """What could be known on a day of the events that meet a query; it never changes."""

    @property
    def when(self) -> AsOf:
        """What it answers for: the key of every answer that is kept."""

    @property
    def step(self) -> int:
        """The number (from 1) of the last knowledge date not after its day; 0 before the first."""

    @property
    def vocabulary(self) -> "Vocabulary":
        """The values that the terms of a query can have, of what was known on its day: what may be offered."""

    @property
    def counts(self) -> Counts:
        """How many events there are, as far as that is known."""

    @property
    def pending(self) -> Pending | None:
        """What finds out the numbers that are not known yet, of all that was asked; None where all are known.

        What was asked and is not known is given as nothing. It is made anew each time it is asked for.
        """

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows from position `first` on; positions outside the timeline are left out."""

    def after(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The first `n` rows that stand after a key (after None: of all), in the order of the timeline."""

    def before(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The last `n` rows that stand before a key (before None: of all), in the order of the timeline."""

    def position_of(self, event: str | None) -> int | None:
        """Where an event stands, None where it is not among the rows, or where there is no event."""

    def version_of(self, event: str | None) -> str | None:
        """What an event is among the rows: itself, or in a table another version of its row; None where it is not."""

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of an event, None where it is not among the rows, or where there is no event."""

    def rows_among(self, events: Collection[str]) -> list[TimelineRow]:
        """The rows of those of some events that are among the rows, in the order of the timeline: asked for at once.

        How long lasts what stands before each (`TimelineRow.busy_until`), is not looked at everywhere.
        """

    def in_order(self, events: Collection[str]) -> list[str]:
        """Those of some events that are among the rows, in the order of the timeline."""

    def next_due(self, position: int, by: int) -> str | None:
        """The next event after `position` (before it: `by` is -1) that is due, None where there is no other.

        After all that is due comes what is unanswered, in the same order.
        """

    def passed_until(self, position: int) -> tuple[int, int]:
        """How many rows up to the one at `position`, with it, are due, and how many are unanswered."""

    def changed_since(self, other: AsOf) -> Set[str]:
        """The events among the rows whose state is another than on the other day, or that were not known on it.

        What a query hid has not changed: that of `other` makes no difference. Of a later day than the reader's it tells
        what is known by then. Whether an event is among them is told at once; all of them may be many.
        """

    @property
    def days(self) -> "Days":
        """Its rows by their days."""

    @property
    def density(self) -> "Density":
        """How many of its rows each unit of time has."""

    @property
    def lanes(self) -> "LaneRows":
        """Its rows in lanes."""

    @property
    def find(self) -> "Find":
        """Full text."""

    @property
    def facets(self) -> "Facets":
        """What other queries would find on its day."""

    @property
    def mentions(self) -> "Mentions":
        """Who is met in its rows."""


class Days(Protocol):
    """The dated rows, which come first, in the order of their days.

    Rows are placed by the day of `Edtf.sort_key`; what has no last day has no such day.
    """

    @property
    def dated(self) -> int:
        """How many rows have a day."""

    def day_at(self, position: int) -> int | None:
        """The day by which a row is placed; None where it is undated, has no last day, or is not there."""

    def first_from(self, day: int) -> int:
        """The position of the first row on `day` or later; `dated` where there is none."""

    def next_unit(self, position: int, zoom: Zoom, by: int) -> int | None:
        """The first row of the next day, month, year that has events (before: `by` is -1), seen from a row.

        None where there is no other. From a row without a day, what is before is the last unit of all.
        """

    def nearest(self, first: int, last: int) -> Nearest | None:
        """The first row of the days `first` to `last`, else one that lasts over them, else the nearest one.

        Rows that lie wholly in those days come before others; of one day's rows, what happens on it before what lasts
        until then or happens by then, and before its parts what they are part of. None where nothing is dated.
        """


class Density(Protocol):
    """Dated rows by unit and by group of units (`model.dates.units`)."""

    def most(self, zoom: Zoom) -> int:
        """The events of the fullest unit; 0 where nothing is dated."""

    def groups(self, zoom: Zoom, group: int, by: int, n: int) -> list[Group]:
        """At most `n` groups that have events: from `group` on or, where `by` is -1, those before it, backwards."""

    def units(self, zoom: Zoom, unit: int, by: int, n: int) -> list[int]:
        """At most `n` units that have events: from `unit` on or, where `by` is -1, those before it, backwards."""

    def between(self, zoom: Zoom, first: int, last: int) -> dict[int, int]:
        """The units from `first` to `last` that have events, with how many."""


class LaneRows(Protocol):
    """Rows in lanes. An event may be in several lanes of a grouping; what has no date stands at the end of each."""

    @property
    def groupings(self) -> Sequence[GroupedBy]:
        """What lanes can be of."""

    def of(self, grouping: GroupedBy) -> Sequence[Lane]:
        """The lanes of a grouping that have events, in order: the rest at the end.

        Strands and sources stand as the corpus has them, words as `Word` has them, entities by their events. A strand
        is what events are a part of in the end, as far as that is known. An entity has the events in which it takes
        part (`model.asof.entity.taking_part`). Those of a column of a table stand by their rows. Each lane has as many
        events as the filter of its key and id finds.
        """

    def rows(self, lane: Lane, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows of a lane from its row `first` on."""

    def places_of(self, position: int, grouping: GroupedBy) -> list[tuple[str, int]]:
        """The id of the lane and the place in it of a row, once for each lane of the grouping that it is in."""

    def counts(self, lane: Lane, borders: Sequence[int]) -> list[int]:
        """How many rows of a lane stand before the first of some positions, between each two, and from the last on."""


class Find(Protocol):
    """Full text, of what could be known; of what tells of events, that of the rows."""

    def of(self, typed: str) -> "Found":
        """What `typed` finds: words, all in one text; or terms of the filter, which find claims.

        Raises `QueryError` where a term cannot be read. One that is of another day finds nothing. Hits of a kind stand
        in the order of the corpus, events in that of the timeline.
        """

    def begin(self, typed: str, letters: int) -> "Found":
        """The first of the hits that `of` gives, as far as they are found at once; `Found.counting` where not all are.

        What has not been made ready yet is looked through as far as that costs no more than so many letters of text.
        Raises `QueryError` as `of` does.
        """

    def prepare(self) -> bool:
        """Do a small part of what `of` and `begin` need once; returns whether all is ready.

        `of` does all that is left. What is ready is so for every reader of the index.
        """

    def nearest(self, typed: str) -> str:
        """A clause `, did you mean "…"?` with a known word for words that find nothing, or an empty string."""


class Facets(Protocol):
    """Counts of the events of the reader's day that meet some query, whatever the reader's own."""

    def prepare(self) -> frozenset[str]:
        """Make a part of what counting needs, in a few thousandths of a second; gives the keys that still lack some.

        Who counts before that waits for all of it.
        """

    def count(self, query: Query) -> int | None:
        """How many events meet `query`; None where that is not known yet (`Reader.pending`)."""

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key among the events that meet `query`, each with its number of events, most first.

        Those of `has` and `record` are all there, in their own order. None are, where they are not counted yet.
        """


class Mentions(Protocol):
    """Who is met in the events of the rows, how often and with whom."""

    def over_rows(self, parts: int) -> dict[str, tuple[int, ...]]:
        """For each entity, the events that it is met in at all, in each of `parts` equal stretches of the rows."""

    def ways(self) -> dict[str, Ways]:
        """For each entity, in how many events of the rows it takes part, of how many it speaks and passes claims on."""

    def claims(self) -> dict[str, int]:
        """For each entity, the number of claims that could be known in which it is met, in whatever way.

        Under a query, claims of the rows alone. Without one, who has only published a document is there with none.
        """

    def pairs(self, most: int) -> Sequence[tuple[str, str, int]]:
        """People who take part in the same events, with the number of these events; at most `most`, those first."""

    def common(self, one: str, other: str, most: int) -> list[str]:
        """The first `most` events in which both take part, in the order of the timeline."""

    def parts_in(self, events: tuple[str, ...]) -> dict[str, dict[str, bool]]:
        """For each of the events, the entities in it: True where it takes part, False where it only tells of it."""
