"""The index and its readers in plain Python."""

from collections.abc import Collection

from model.asof.knowledge import Step, knowledge_steps, step_at
from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.timetable import Stretch, event_timetable
from model.asof.word import Passed, Word
from model.corpus.corpus import Corpus
from model.dates.edtf import UNDATED_KEY, Edtf, Shape
from model.index.features import CURATED
from model.index.memory.days import MemoryDays
from model.index.memory.density import MemoryDensity
from model.index.memory.facets import MemoryFacets
from model.index.memory.find import MemoryFind
from model.index.memory.lanes import MemoryLanes
from model.index.memory.meeting import known_events
from model.index.memory.mentions import MemoryMentions
from model.index.values import AsOf, Counts, Key, TimelineRow
from model.query.terms import ALL
from model.query.vocabulary import Vocabulary, vocabulary_of


class MemoryIndex:
    """See `model.index.protocol.Index`."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.steps: tuple[Step, ...] = knowledge_steps(corpus)
        self.features = CURATED
        self.vocabulary: Vocabulary = vocabulary_of(corpus)

    def changed_to(self, corpus: Corpus) -> "MemoryIndex":
        """The index of another corpus."""
        return MemoryIndex(corpus)

    def prepare_as(self, other: object) -> None:
        """Nothing is made here before it is asked for."""

    def at(self, when: AsOf) -> "MemoryReader":
        """The reader of a day and a query."""
        return MemoryReader(self._corpus, self.steps, when)


class MemoryReader:
    """See `model.index.protocol.Reader`: all rows, in a list."""

    def __init__(self, corpus: Corpus, steps: tuple[Step, ...], when: AsOf) -> None:
        self._corpus, self._steps = corpus, steps
        self.when = when
        self.step = step_at(steps, when.day)
        self.pending = None
        known = known_by(corpus, when.day)
        self.vocabulary: Vocabulary = vocabulary_of(known)
        self._rows = self._made(known_events(corpus, when.day, when.query))
        ahead = [row.position for row in self._rows if self._is_ahead(row)]
        over = [
            row.position
            for row in self._rows
            if row.position not in ahead and row.key.sort_key[1] <= self.when.day
        ]
        last_over = max(over, default=-1)
        self.counts = Counts(
            total=len(self._rows),
            known=len(known_events(corpus, when.day, ALL)),
            contested=sum(row.contested for row in self._rows),
            due=len(self._passed(Passed.DUE)),
            unanswered=len(self._passed(Passed.UNANSWERED)),
            first_ahead=min((it for it in ahead if it > last_over), default=len(self._rows)),
        )
        self.days = MemoryDays(known, self._rows)
        self.density = MemoryDensity(self._rows)
        self.lanes = MemoryLanes(known, self._rows)
        self.find = MemoryFind(corpus, self._rows, when)
        self.facets = MemoryFacets(corpus, when.day)
        self.mentions = MemoryMentions(corpus, self._rows, when)

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows from position `first` on."""
        return [row for row in self._rows if first <= row.position < first + n]

    def after(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The first `n` rows after a key."""
        return [row for row in self._rows if key is None or row.key > key][:n]

    def before(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The last `n` rows before a key."""
        found = [row for row in self._rows if key is None or row.key < key]
        return found[max(0, len(found) - n) :]

    def position_of(self, event: str | None) -> int | None:
        """Where an event stands."""
        row = self.row_of(event)
        return row.position if row is not None else None

    def version_of(self, event: str | None) -> str | None:
        """Itself, where it is among the rows."""
        return event if self.position_of(event) is not None else None

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of an event."""
        return next((row for row in self._rows if row.event == event), None)

    def rows_among(self, events: Collection[str]) -> list[TimelineRow]:
        """The rows of some events."""
        return [row for row in self._rows if row.event in events]

    def in_order(self, events: Collection[str]) -> list[str]:
        """The order of some events."""
        return [row.event for row in self._rows if row.event in events]

    def next_due(self, position: int, by: int) -> str | None:
        """The next event that is due or, beyond the last one, unanswered."""
        due, unanswered = self._passed(Passed.DUE), self._passed(Passed.UNANSWERED)
        if any(row.position == position for row in unanswered):
            before, after = due, []
            found = unanswered
        else:
            before, after = [], unanswered
            found = due
        beyond = [row for row in found if (row.position - position) * by > 0]
        rest = [*beyond, *after] if by > 0 else [*before, *beyond][::-1]
        return rest[0].event if rest else None

    def passed_until(self, position: int) -> tuple[int, int]:
        """How many rows up to a position are due, and how many are unanswered."""
        due, unanswered = (
            sum(row.position <= position for row in self._passed(what))
            for what in (Passed.DUE, Passed.UNANSWERED)
        )
        return due, unanswered

    def _passed(self, what: Passed) -> list[TimelineRow]:
        states = ((row, event_state(self._corpus, row.event, self.when.day)) for row in self._rows)
        return [row for row, state in states if state is not None and state.passed_at(self.when.day) is what]

    def changed_since(self, other: AsOf) -> frozenset[str]:
        """The events in another stretch of their timetables than on the other day."""
        return frozenset(
            row.event
            for row in self._rows
            if self._stretch(row.event, self.when.day) != self._stretch(row.event, other.day)
        )

    def _stretch(self, event: str, day: int) -> Stretch | None:
        found = event_timetable(self._corpus, event)
        return next((it for it in found if it.from_day <= day < it.until_day), None)

    def _made(self, states: dict[str, EventState]) -> list[TimelineRow]:
        keys = {
            event: Key(state.date.sort_key if state.date is not None else UNDATED_KEY, event)
            for event, state in states.items()
        }
        rows: list[TimelineRow] = []
        for key in sorted(keys.values()):
            busy = [last for row in rows if (last := last_day(row.date)) is not None]
            rows.append(self._row(key, len(rows), states[key.event], max(busy, default=None)))
        return rows

    def _row(self, key: Key, position: int, state: EventState, busy_until: int | None) -> TimelineRow:
        day, chosen = self.when.day, state.chosen
        stretch = self._stretch(key.event, day)
        this_step = self._steps[self.step - 1].day if self.step > 1 else None
        return TimelineRow(
            key=key,
            position=position,
            event=key.event,
            title=self._corpus.events[key.event].title,
            date=state.date,
            dated_by=saying(self._corpus, state.dated_by).speaker if state.borrows else None,
            group=key.sort_key[0],
            word=state.word_at(day),
            status=chosen.claim.status,
            claim=chosen.claim.id,
            who=chosen.said.speaker,
            contested=bool(state.conflicts),
            origins=state.origins,
            new=stretch is not None and stretch.changed and stretch.from_day == this_step,
            estimated=chosen.said.uncertain_at(day),
            busy_until=busy_until,
        )

    def _is_ahead(self, row: TimelineRow) -> bool:
        """What has no last day is ahead; a duration until it begins, all else until its last day is over."""
        if row.date is None or row.group > 0:
            return True
        word = row.word if row.word is not Word.DUE else None
        if word in (Word.OCCURRED, Word.REPORTEDLY, Word.BELIEVED, Word.NOT_BELIEVED):
            return False
        begins = row.date.earliest if row.date.shape is Shape.EXTENT else None
        last = begins if begins is not None else row.date.latest
        return last is not None and last >= self.when.day


def last_day(date: Edtf | None) -> int | None:
    """The last day of what an event takes up; of what is open-ended, the first."""
    if date is None:
        return None
    return date.latest if date.latest is not None else date.earliest
