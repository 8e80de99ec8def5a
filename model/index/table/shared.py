"""What all readers of a table have in common."""

from dataclasses import dataclass, field

from model.dates.edtf import SortKey
from model.index.table.bitmaps import WHENEVER, Bitmaps
from model.index.table.selections import Selections
from model.index.table.steps import TableSteps
from model.index.table.units import TableUnits
from model.index.table.vocabulary import TableKeys, TableVocabulary


@dataclass(frozen=True, eq=False)
class Shared:
    """The bitmaps of a table, its keys, its units of time, its steps, what filters of it can be, its selections.

    `first_ids` keeps the first id that is not before a place in time, of the places that were asked for.
    """

    bitmaps: Bitmaps
    keys: TableKeys
    units: TableUnits
    steps: TableSteps
    vocabulary: TableVocabulary
    selections: Selections
    first_ids: dict[SortKey, int] = field(default_factory=dict)

    @classmethod
    def of(cls, bitmaps: Bitmaps) -> "Shared":
        """That of the table of some bitmaps."""
        keys, store = TableKeys(bitmaps), bitmaps.store
        steps = TableSteps(store.known_steps())
        vocabulary, selections = TableVocabulary(keys, WHENEVER), Selections(bitmaps, keys)
        return cls(bitmaps, keys, TableUnits(store), steps, vocabulary, selections)
