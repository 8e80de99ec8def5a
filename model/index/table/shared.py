"""What all readers of a table have in common."""

from dataclasses import dataclass

from model.asof.knowledge import Step
from model.index.table.postings import Postings
from model.index.table.units import TableUnits
from model.index.table.vocabulary import TableKeys, TableVocabulary

_WHENEVER = 1 << 62
"""A day after all others."""


@dataclass(frozen=True, eq=False)
class Shared:
    """The bitmaps of a table, its keys, its units of time, its steps, and all that a filter of it can be on any day."""

    postings: Postings
    keys: TableKeys
    units: TableUnits
    steps: tuple[Step, ...]
    vocabulary: TableVocabulary

    @classmethod
    def of(cls, postings: Postings) -> "Shared":
        """That of the table of some postings."""
        keys, store = TableKeys(postings), postings.store
        steps = tuple(
            Step(day, claims=rows, superseded=0, estimated=False) for day, rows in store.known_steps()
        )
        return cls(postings, keys, TableUnits(store), steps, TableVocabulary(keys, _WHENEVER))
