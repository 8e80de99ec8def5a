"""What a table answers, found out row by row, as simply as it can be said: the other side of the contract."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import Status
from model.index.found import MOST_OF_A_KIND, Found, Hit, Kind
from model.index.hits import terms_in
from model.index.memory.days import MemoryDays
from model.index.memory.density import MemoryDensity
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.mentions import TableMentions
from model.index.table.order import last_day_of, later, sort_key_of
from model.index.table.vocabulary import TableVocabulary, value_id
from model.index.values import REST, AsOf, ColumnGrouping, Counts, GroupedBy, Key, Lane, TimelineRow
from model.query.folding import Finder, alternatives, indexed, stands_for
from model.query.language import Readable
from model.query.sought import Sought, sought
from model.query.terms import Query, Term
from model.query.twins import in_ascii
from model.query.values import Value

COLUMNS = {"country": 2, "after-2": 3}
"""The faceted columns of drawn tables by their keys."""


class PlainDays(MemoryDays):
    """No row is a part of another."""

    def _fitness(self, row: TimelineRow) -> tuple[int, int, bool, int]:
        _, day, tie = row.key.sort_key
        return day, -tie, False, row.position


class PlainTable:
    """The rows of a table, in their order."""

    def __init__(self, meta: TableMeta, rows: Iterable[CodedRow]) -> None:
        self.meta = meta
        self.rows = sorted(rows, key=lambda row: (sort_key_of(row.date), _place(row), row.file, row.number))

    def known(self, day: int) -> list[int]:
        """The ids of what was known on a day."""
        return [
            at
            for at, row in enumerate(self.rows)
            if self.known_from(row) <= day and (row.until is None or day < row.until)
        ]

    def known_from(self, row: CodedRow) -> int:
        file = self.meta.files[row.file]
        day = row.known if row.known is not None else file.day
        return max(day, file.day) if file.download else day

    def steps(self, day: int) -> list[int]:
        """The days until one on which rows became known, or were over, if they ever were."""
        spans = [(self.known_from(row), row.until) for row in self.rows]
        days = {it for begin, end in spans if end is None or begin < end for it in (begin, end)}
        return sorted(it for it in days if it is not None and it <= day)

    def meeting(self, day: int, query: Query) -> list[int]:
        """The ids of what was known on a day and meets a query."""
        return [at for at in self.known(day) if all(_meets(self.rows[at], it) for it in query.terms)]


def _place(row: CodedRow) -> tuple[int, int]:
    return (row.file, row.number) if row.first is None else divmod(row.first, 1 << 40)


def _meets(row: CodedRow, term: Term) -> bool:
    return _meets_plainly(row, term) is not term.negated


def _meets_plainly(row: CodedRow, term: Term) -> bool:
    if not term.key:
        return holds(row, term.words)
    if term.key in COLUMNS:
        return value_id(row.cells[COLUMNS[term.key]]) in term.values
    assert term.day is not None
    if row.date is None:
        return False
    if term.key == "after":
        return row.date.latest is None or row.date.latest >= term.day
    return row.date.earliest is None or row.date.earliest < term.day


def holds(row: CodedRow, typed: str) -> bool:
    """Whether all that was typed stands in one row."""
    have = {word for text in (row.title, *row.cells) for word in indexed(text)}
    parts = alternatives(typed)
    return bool(parts) and all(
        any(all(any(stands_for(own, word) for own in have) for word in way) for way in part) for part in parts
    )


class PlainReader:
    """See `model.index.protocol.Reader`."""

    pending = None

    def __init__(
        self, table: PlainTable, when: AsOf, vocabulary: tuple[TableVocabulary, TableVocabulary]
    ) -> None:
        self._table, self.when = table, when
        self._ids = table.meeting(when.day, when.query)
        steps = table.steps(when.day)
        self.step = len(steps)
        self._new_on = steps[-1] if len(steps) > 1 else None
        self.vocabulary = PlainVocabulary(table, when.day)
        self._rows = [*self._made()]
        self.days = PlainDays(cast(Corpus, None), self._rows)
        self.density = MemoryDensity(self._rows)
        self.mentions = TableMentions()
        self.lanes, self.facets = PlainLanes(self, table), PlainFacets(table, when.day)
        self.find = PlainFind(table, self._ids, when, Readable(*vocabulary))
        total, known = len(self._ids), len(table.known(when.day))
        self.counts = Counts(total, known, 0, 0, 0, self.days.first_from(when.day))

    def _made(self) -> Iterator[TimelineRow]:
        until = None
        for position, number in enumerate(self._ids):
            row, event = self._table.rows[number], f"{number:010d}"
            sort_key = sort_key_of(row.date)
            yield TimelineRow(
                *(Key(sort_key, event), position, event, row.title, row.date, None, sort_key[0], Word.CODED),
                *(
                    Status.OCCURRED,
                    "",
                    "",
                    False,
                    0,
                    self._table.known_from(row) == self._new_on,
                    False,
                    until,
                ),
            )
            until = later(until, last_day_of(row.date))

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        return [row for row in self._rows if first <= row.position < first + n]

    def after(self, key: Key | None, n: int) -> list[TimelineRow]:
        return [row for row in self._rows if key is None or row.key > key][:n]

    def before(self, key: Key | None, n: int) -> list[TimelineRow]:
        found = [row for row in self._rows if key is None or row.key < key]
        return found[max(0, len(found) - n) :]

    def position_of(self, event: str | None) -> int | None:
        row = self.row_of(event)
        return row.position if row is not None else None

    def version_of(self, event: str | None) -> str | None:
        if event is None or self.position_of(event) is not None or int(event) >= len(self._table.rows):
            return event if self.position_of(event) is not None else None
        place = _place(self._table.rows[int(event)])
        found = [it for it in self._ids if _place(self._table.rows[it]) == place]
        found.sort(key=lambda it: (self._table.rows[it].file, self._table.rows[it].number))
        return f"{found[0]:010d}" if found else None

    def row_of(self, event: str | None) -> TimelineRow | None:
        return next((row for row in self._rows if row.event == event), None)

    def rows_among(self, events: Collection[str]) -> list[TimelineRow]:
        return [row for row in self._rows if row.event in events]

    def in_order(self, events: Collection[str]) -> list[str]:
        return [row.event for row in self._rows if row.event in events]

    def passed_until(self, position: int) -> tuple[int, int]:
        return 0, 0

    def next_due(self, position: int, by: int) -> str | None:
        return None

    def changed_since(self, other: AsOf) -> frozenset[str]:
        before = set(self._table.known(other.day))
        return frozenset(f"{number:010d}" for number in self._ids if number not in before)


class PlainVocabulary(dict[str, dict[str, Value]]):
    """The values that were known, by key and id."""

    about = (*COLUMNS, "after", "before")

    def __init__(self, table: PlainTable, day: int) -> None:
        super().__init__({key: {} for key in self.about})
        for key, column in COLUMNS.items():
            cells = [table.rows[number].cells[column] for number in table.known(day)]
            for value in sorted({value_id(cell) for cell in cells} - {""}):
                first = next(cell for cell in cells if value_id(cell) == value)
                self[key][value] = Value(value, (" ".join(first.split()),))


class PlainLanes:
    def __init__(self, reader: PlainReader, table: PlainTable) -> None:
        self._reader, self._table = reader, table
        known = [table.rows[at] for at in table.known(reader.when.day)]
        values = {key: {value_id(row.cells[at]) for row in known} - {""} for key, at in COLUMNS.items()}
        # Of the two, one says where; neither has 3 values or repeats a date.
        telling = [key for key in COLUMNS if len(values[key]) > 1]
        self.groupings = tuple(map(ColumnGrouping, telling or COLUMNS))

    def of(self, grouping: GroupedBy) -> list[Lane]:
        lanes = Counter(self._value(row, grouping) for row in self._reader._rows)
        names = self._reader.vocabulary[grouping.value]
        found = [
            Lane(value, rows, grouping, names[value].name if value else "") for value, rows in lanes.items()
        ]
        return sorted(found, key=lambda lane: (lane.id == REST, -lane.events, lane.id))

    def rows(self, lane: Lane, first: int, n: int) -> list[TimelineRow]:
        held = [row for row in self._reader._rows if self._value(row, lane.grouping) == lane.id]
        return [replace(row, busy_until=None) for row in held[first : first + n]]

    def places_of(self, position: int, grouping: GroupedBy) -> list[tuple[str, int]]:
        rows = self._reader._rows
        value = self._value(rows[position], grouping)
        return [(value, sum(self._value(row, grouping) == value for row in rows[:position]))]

    def counts(self, lane: Lane, borders: Sequence[int]) -> list[int]:
        places = [row.position for row in self.rows(lane, 0, 10**6)]
        ends = pairwise([0, *borders, 10**6])
        return [sum(first <= place < last for place in places) for first, last in ends]

    def _value(self, row: TimelineRow, grouping: GroupedBy) -> str:
        return value_id(self._table.rows[int(row.event)].cells[COLUMNS[grouping.value]])


class PlainFacets:
    def __init__(self, table: PlainTable, day: int) -> None:
        self._table, self._day = table, day

    def prepare(self) -> frozenset[str]:
        return frozenset()

    def count(self, query: Query) -> int:
        return len(self._table.meeting(self._day, query))

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        if key not in COLUMNS:
            return []
        rows = (self._table.rows[at] for at in self._table.meeting(self._day, query))
        found = Counter(value for row in rows if (value := value_id(row.cells[COLUMNS[key]])))
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))


class PlainFind:
    def __init__(self, table: PlainTable, ids: list[int], when: AsOf, readable: Readable) -> None:
        self._table, self._ids, self._when, self._readable = table, ids, when, readable

    def of(self, typed: str) -> Found:
        query = terms_in(in_ascii(typed), self._readable.known.about, lambda: self._readable)
        asked = sought(in_ascii(typed)) if query is None else Sought(query.words)
        finder = Finder(asked.wanted)
        if not finder.words and query is None:
            return Found(typed, finder)
        words = [Term("", asked.wanted), *(Term("", it, negated=True) for it in asked.unwanted)]
        found = self._table.meeting(self._when.day, query or Query("", tuple(words)))
        shown = [self._hit(number, finder) for number in found if number in self._ids]
        more = frozenset({Kind.EVENT} if len(shown) > MOST_OF_A_KIND else ())
        hidden = sum(number not in self._ids for number in found)
        return Found(typed, finder, tuple(shown[:MOST_OF_A_KIND]), more, min(hidden, MOST_OF_A_KIND))

    def begin(self, typed: str, letters: int) -> Found:
        return self.of(typed)

    def prepare(self) -> bool:
        return True

    def nearest(self, typed: str) -> str:
        return ""

    def _hit(self, number: int, finder: Finder) -> Hit:
        row = self._table.rows[number]
        texts = (row.title, *row.cells)
        whole = [text for text in texts if finder.all_in(text)]
        some = [text for text in texts if finder.places(text)]
        text = [*whole, *some, row.title][0]
        event = f"{number:010d}"
        return Hit(Kind.EVENT, event, event, text, finder.places(text))
