"""A filter, read: the terms that all have to hold for an event."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Term:
    """One condition.

    `key` is one of `model.query.vocabulary.KEYS`, or empty for words to be found. `words` are these, or the value as it
    may be written after the key. `values` are the ids of which one is enough, `day` is the day number of `after:` and
    `before:`. `negated` turns it round.
    """

    key: str
    words: str
    values: tuple[str, ...] = ()
    day: int | None = None
    negated: bool = False

    @property
    def meaning(self) -> Hashable:
        """All that matters to what meets it: ids in any order, the day, or the words as they are looked for."""
        # Imported here: a start without a filter needs no folding.
        from model.query.folding import alternatives

        looked_for = frozenset(alternatives(self.words)) if not self.key else None
        return self.key, self.negated, frozenset(self.values), self.day, looked_for


@dataclass(frozen=True, eq=False)
class Query:
    """A filter as it was read (its terms, spelled), and its terms.

    `name` is the one it is to be saved under, empty where none is.

    Two are equal where the same events meet them: how, and in which order, the terms were written makes no difference.
    """

    text: str
    terms: tuple[Term, ...]
    name: str = ""

    @property
    def words(self) -> str:
        """The words to be found, without those that must not be."""
        return " ".join(term.words for term in self.terms if not term.key and not term.negated)

    @cached_property
    def _meaning(self) -> frozenset[Hashable]:
        return frozenset(term.meaning for term in self.terms)

    def __eq__(self, other: object) -> bool:
        return self._meaning == other._meaning if isinstance(other, Query) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._meaning)


ALL = Query("", ())
"""The filter that leaves nothing out."""


class QueryError(ValueError):
    """A filter that cannot be read: one sentence that says why, and what would be right.

    It may hold any character of what was typed.
    """
