"""The filters of a table: its columns are the keys, and what their cells hold are the values."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from model.corpus.shortened import shortened
from model.index.table.bitmaps import Bitmaps
from model.index.table.coded import Meaning
from model.index.table.columns import DATES, header_name, keys_of
from model.index.table.folded_value import folded_value
from model.query.twins import in_ascii
from model.query.values import Value, Values
from model.query.vocabulary import Vocabulary, matching

_ASKED = (Meaning.WHO, Meaning.PLACE, Meaning.TYPE, Meaning.SOURCE)
"""Meanings of columns by which people ask, whatever the columns are called."""

_MOST_NAMED = 6
"""Columns that are named to who asks so."""


@dataclass(frozen=True, slots=True)
class Cells:
    """What one value of a filter stands for: `folded` cells, and how many `rows` have them.

    `written` is how the first row writes the first of them.
    """

    folded: tuple[str, ...]
    written: str
    rows: int


class TableKeys:
    """The keys of a table, each with its column, and the cells of the values of each, looked for when first asked for.

    A cell without anything that can be written in a filter, as an empty one, has no value.
    """

    def __init__(self, bitmaps: Bitmaps) -> None:
        self._bitmaps = bitmaps
        columns = bitmaps.store.meta.columns
        keyed = list(enumerate(zip(keys_of(columns), columns, strict=True)))
        self.columns = {key: at for at, (key, column) in keyed if column.faceted}
        self.names = {key: shortened(" ".join(column.name.split()) or key) for _, (key, column) in keyed}
        self.headers = {header_name(column.name): key for _, (key, column) in reversed(keyed)}
        self._meta, self._places = bitmaps.store.meta, {key: at for at, (key, _) in keyed}
        self._cells: dict[str, dict[str, Cells]] = {}

    def meaning(self, meaning: str) -> list[str]:
        """The keys of the columns that mean something: `who`, `place`."""
        return [key for key, at in self._places.items() if self._meta.columns[at].meaning == meaning]

    def had(self, day: int) -> list[str]:
        """The keys of the columns that the table had by a day, whether their values can be filtered by or not."""
        places = set(self._meta.columns_by(day))
        return [key for key, at in self._places.items() if at in places]

    def cells(self, key: str) -> Mapping[str, Cells]:
        """The cells of each value of a key, by the value's id."""
        if key not in self._cells:
            self._cells[key] = {name: cells for name, cells in self._found(self.columns[key]) if name}
        return self._cells[key]

    def folded(self, key: str, value: str) -> tuple[str, ...]:
        """The folded cells of a value; none, where there is no such value."""
        cells = self.cells(key).get(value)
        return cells.folded if cells is not None else ()

    def without(self, key: str) -> tuple[str, ...]:
        """The folded cells that have no value."""
        return next((cells.folded for name, cells in self._found(self.columns[key]) if not name), ("",))

    def _found(self, column: int) -> Iterator[tuple[str, Cells]]:
        same: defaultdict[str, list[tuple[str, int]]] = defaultdict(list, {"": [("", 0)]})
        for it in self._bitmaps.store.facet_values(column):
            same[value_id(it.value)].append((it.value, it.rows))
        for name, them in same.items():
            folded = tuple(dict.fromkeys(folded_value(value) for value, _ in them))
            yield name, Cells(folded, them[0][0], sum(rows for _, rows in them))

    def first_with(self, key: str, value: str, day: int) -> int | None:
        """The first row that has a value and was known on a day."""
        bitmaps, column = self._bitmaps, self.columns[key]
        for chunk in range(bitmaps.chunks):
            known = bitmaps.known(day, chunk)
            found = [known & bitmaps.facet(column, cell, chunk) for cell in self.cells(key)[value].folded]
            if places := [some.min() for some in found if some]:
                return chunk * bitmaps.store.chunk + min(places)
        return None

    def written(self, key: str, value: str, day: int) -> str | None:
        """How a value is first written in what was known on a day; None where it is not there."""
        cells = self.cells(key)[value]
        if day >= self._bitmaps.all_from and len(cells.folded) == 1:
            return cells.written
        first = self.first_with(key, value, day)
        if first is None:
            return None
        return self._bitmaps.store.rows(first, 1)[0].cells[self.columns[key]]


def value_id(cell: str) -> str:
    """How a cell is written in a filter, whatever its case: without signs that the language reads otherwise."""
    return " ".join(in_ascii(folded_value(cell)).replace('"', " ").split())


def _too_many(names: list[str], key: str) -> str:
    """Why nothing is filtered by columns, and what to write instead."""
    have = "has" if len(names) == 1 else "have"
    named = " and ".join(names[:_MOST_NAMED])
    return f"{named} {have} too many values, or too long ones, for {key}: to find; write a word of it without {key}:"


class TableVocabulary(Vocabulary):
    """What may stand in a filter of a table; of its values, those that were known on a day."""

    dates = frozenset(DATES)
    ways: Mapping[str, str] = {}

    def __init__(self, keys: TableKeys, day: int) -> None:
        self._keys, self._day = keys, day
        self._values: dict[str, Values] = {}
        had = keys.had(day)
        self._columns = [key for key in had if key in keys.columns]
        self.about = {key: f"a value of the column {keys.names[key]}" for key in self._columns} | DATES
        self.also: dict[str, str] = {header: key for header, key in keys.headers.items() if key in had}
        self.apart: dict[str, str] = {
            key: _too_many([name], key)
            for key, name in keys.names.items()
            if key in had and key not in keys.columns
        }
        self._add_meanings(had)

    def _add_meanings(self, had: list[str]) -> None:
        """`who:` and the like, by what columns mean: the column, where one means that, else which ones do."""
        for meaning in _ASKED:
            named = self._keys.meaning(meaning)
            having = [key for key in had if key in named]
            if not having or meaning in self.about or meaning in self.also:
                continue
            if len(having) == 1 and having[0] in self._columns:
                self.also[meaning] = having[0]
                continue
            filtered = [f"{key}:" for key in having if key in self._columns]
            self.apart[meaning] = (
                f"{meaning} is in {len(having)} columns of this table; "
                f"write {' or '.join(filtered[:_MOST_NAMED])}"
                if filtered
                else _too_many([self._keys.names[key] for key in having], meaning)
            )

    def matching(self, key: str, typed: str) -> list[Value]:
        """The value that is written so, whatever the case, else those of which each word begins so."""
        exact = self[key].get(value_id(typed))
        return [exact] if exact is not None else matching(self[key], typed)

    def __getitem__(self, key: str) -> Values:
        if key not in self._values:
            self._values[key] = {} if key in DATES else dict(self._known(key))
        return self._values[key]

    def _known(self, key: str) -> Iterator[tuple[str, Value]]:
        # In the order of letters: how many rows have a value, on whatever day, would tell what came later.
        for name in sorted(self._keys.cells(key)):
            written = self._keys.written(key, name, self._day)
            if written is not None:
                yield name, Value(name, (" ".join(written.split()),))

    @cached_property
    def _order(self) -> tuple[str, ...]:
        return (*self._columns, *DATES)

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)
