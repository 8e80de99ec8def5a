"""An open corpus: its records and its index, in one value that the program passes about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from model.asof.begun import Begun, begun_by
from model.asof.conflict import seen_conflicts
from model.asof.conflict_list import ListedConflict, listed_conflicts
from model.asof.knowledge import Step
from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.corpus.files import MAX_BYTES
from model.corpus.part import Parts
from model.corpus.records import Conflict
from model.index.features import Feature
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from model.query.terms import ALL, Query, QueryError

if TYPE_CHECKING:
    # Imported by who calls it: no start needs what it names.
    from model.asof.changes import Difference
    from model.asof.falls import EventSupport, OriginSupport
    from model.candidates.proposal import Proposal
    from model.corpus.load import Loaded
    from model.index.protocol import CuratedIndex, Index, Reader
    from model.index.table.of_rows import CodedRows, OpenTables


@dataclass(frozen=True, eq=False)
class Archive:
    """What the program reads from.

    `corpus` is all of it, whatever the day, as the lossless export gives it; `known` is what a screen may tell.

    `default` is where to begin when nothing is asked for. `today` is the day on which it was opened: nothing here looks
    at a clock again. `folder` is the path by which its files are opened, empty where that is not known; `files` has the
    bytes that these had when they were read, by their paths in the folder. No file of more than `max_bytes` is read.
    `parts` are what was made of them. Of a table of coded rows (`table`) the corpus has a title and nothing else:
    whatever is asked for claims finds none. Under a corpus there may be several.
    """

    corpus: Corpus
    index: "Index"
    default: AsOf
    today: int
    folder: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    max_bytes: int = MAX_BYTES
    parts: Parts = field(default_factory=dict)
    table: "OpenTables | None" = None

    @property
    def features(self) -> frozenset[Feature]:
        """What else than rows there is to be asked for."""
        return self.index.features

    @property
    def table_alone(self) -> "CodedRows | None":
        """The table that is read by itself; None of a corpus, with tables under it or without."""
        if self.table is None or Feature.ROWS not in self.features:
            return None
        [alone] = self.table.tables
        return alone

    @property
    def steps(self) -> Sequence[Step]:
        """The knowledge dates, earliest first."""
        return self.index.steps

    @property
    def latest_day(self) -> int | None:
        """The last knowledge date, on which everything in the corpus is known; None where nothing is dated."""
        return self.steps[-1].day if self.steps else None

    @property
    def whole(self) -> Corpus:
        """The corpus with what is only begun in its place: what one who curates works on."""
        return self.corpus.with_drafts or self.corpus

    def known(self, day: int) -> Corpus:
        """The corpus as it was known on a day: whatever is shown as of that day is read from it."""
        return known_by(self.corpus, day)

    def at(self, when: AsOf) -> "Reader":
        """The reader of a day and a query."""
        return self.index.at(when)

    def read(self, text: str, when: AsOf, saved: Mapping[str, str] | None = None) -> Query:
        """The filter that `text` writes, with the values that are known on a day before those of any other.

        Raises `QueryError`, which names none that was not known.
        """
        # Imported here: no start needs it.
        from model.query.language import Readable, read

        return read(text, Readable(self.at(when).vocabulary, self.index.vocabulary), saved)

    def changed_to(self, loaded: "Loaded") -> "Archive":
        """The archive of what the folder says by now, to begin as of its own last knowledge date."""
        # Only what stands in a folder changes there.
        index = cast("CuratedIndex", self.index).changed_to(loaded.corpus)
        default = replace(self.default, day=_first_day(index, None, self.today), query=ALL)
        return replace(
            self,
            corpus=loaded.corpus,
            index=index,
            default=default,
            files=loaded.files,
            parts=loaded.parts,
        )

    def prepare_as(self, other: "Archive") -> None:
        """Make what was made of another archive of the folder: who goes on with this one does not wait for it."""
        cast("CuratedIndex", self.index).prepare_as(cast("CuratedIndex", other.index))

    def on(self, day: int, when: AsOf) -> AsOf:
        """The same filter on another day: with the values that its text means there, or else with those it had."""
        there = replace(when, day=day)
        try:
            return replace(there, query=self.read(when.query.text, there)) if when.narrowed else there
        except QueryError:
            return there

    def instead_of(self, before: "Archive", when: AsOf) -> AsOf:
        """Where one goes on here who was at a day and under a filter in the archive of `before`.

        Who looked at all that was known goes on doing so: the latest day is the latest here. Where nothing was dated,
        that was today.
        """
        was_latest = before.latest_day if before.latest_day is not None else before.today
        latest = self.latest_day
        return self.on(latest if when.day == was_latest and latest is not None else when.day, when)

    def conflicts(self, when: AsOf) -> list[Conflict]:
        """The conflicts of which two readings could be known, in the corpus's order; under a query, those that meet it.

        This is what a conflict as of a day under a filter is, for all that lists, walks or counts conflicts.
        """
        when, known = when.own, self.known(when.day)
        found = seen_conflicts(known)
        if not when.narrowed:
            return found
        # Imported here: no start needs it.
        from model.query.conflicting import conflict_meets

        reader = self.at(when)
        hides = reader.counts.total < reader.counts.known

        def is_shown(event: str) -> bool:
            return reader.position_of(event) is not None

        return [it for it in found if conflict_meets(self.corpus, it, when.day, when.query, is_shown, hides)]

    def listed_conflicts(self, when: AsOf) -> list[ListedConflict]:
        """The same in the order of their list, which is that in which one walks through them."""
        return listed_conflicts(self.known(when.day), self.conflicts(when), when.day)

    def changes(self, since: int, when: AsOf) -> "tuple[Difference, ...]":
        """What changed from the day `since` to a later one; under a query, what is about an event that meets it then.

        Raises `ValueError` where the first day is not the earlier one.
        """
        # Imported here: no start needs it.
        from model.asof.changes import changes, meeting

        when = when.own
        lines = changes(self.corpus, since, when.day).lines
        if not when.narrowed:
            return lines
        shown = self.at(when).position_of
        told = {event for it in lines for event in it.events}
        return meeting(lines, {event for event in told if shown(event) is not None})

    def day_before(self, day: int) -> int:
        """The day from which changes until `day` are told where nobody says: the step before, else the eve."""
        step = self.step_from(day, -1)
        return step if step is not None else day - 1

    def origins(self, when: AsOf, events: "Iterable[EventSupport]") -> "list[OriginSupport]":
        """The origins, with what of the `events` rests on them; under a query, those of events that meet it."""
        # Imported here: few starts need it.
        from model.asof.support import by_origin

        when = when.own
        if not when.narrowed:
            return by_origin(self.corpus, when.day, events)
        shown = self.at(when).position_of
        found = by_origin(self.corpus, when.day, (it for it in events if shown(it.event) is not None))
        return [it for it in found if it.falls]

    def candidates(self, when: AsOf, found: "Iterable[Proposal]") -> "list[Proposal]":
        """What of some candidates is left under a query: those with a claim of an event that meets it."""
        when = when.own
        if not when.narrowed:
            return [*found]
        shown, claims = self.at(when).position_of, self.known(when.day).claims

        def meets(name: str) -> bool:
            event = claims[name].event
            return event is not None and shown(event) is not None

        return [it for it in found if any(map(meets, it.claims))]

    def begun(self, day: int) -> Begun:
        """What is only begun, as it was known on a day."""
        return begun_by(self.corpus, day)

    def step_from(self, day: int, by: int) -> int | None:
        """The knowledge date after `day` (before it: `by` is -1), None at the end."""
        find = bisect_right if by > 0 else bisect_left
        at = find(self.steps, day, key=lambda step: step.day) - (by < 0)
        return self.steps[at].day if 0 <= at < len(self.steps) else None


def open_archive(
    corpus: Corpus,
    day: int | None,
    today: int,
    folder: str = "",
    files: Mapping[str, bytes] | None = None,
    max_bytes: int = MAX_BYTES,
    parts: Parts | None = None,
) -> Archive:
    """The archive of `corpus`, which was read from `files` in `folder`, to begin as of `day`.

    By default that is its last knowledge date, or `today` without one.
    """
    return archive_of(corpus, SqliteIndex(corpus), day, today, folder, files, max_bytes, parts)


def archive_of(
    corpus: Corpus,
    index: "Index",
    day: int | None,
    today: int,
    folder: str = "",
    files: Mapping[str, bytes] | None = None,
    max_bytes: int = MAX_BYTES,
    parts: Parts | None = None,
) -> Archive:
    """The same with an index that is there."""
    default = AsOf(_first_day(index, day, today))
    return Archive(corpus, index, default, today, folder, files or {}, max_bytes, parts or {})


def _first_day(index: "Index", day: int | None, today: int) -> int:
    if day is not None:
        return day
    return index.steps[-1].day if index.steps else today
