"""A filter, read: the terms that all have to hold for an event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One condition.

    `key` is one of `model.query.vocabulary.KEYS`, or empty for words to be found. `values` are the ids of which one is
    enough, `words` what was typed. `day` is the day number of `after:` and `before:`. `negated` turns it round.
    """

    key: str
    words: str
    values: tuple[str, ...] = ()
    day: int | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A filter as it was written, and its terms. `name` is the one it is to be saved under, empty where none is."""

    text: str
    terms: tuple[Term, ...]
    name: str = ""

    @property
    def words(self) -> str:
        """The words to be found, without those that must not be."""
        return " ".join(term.words for term in self.terms if not term.key and not term.negated)


class QueryError(ValueError):
    """A filter that cannot be read: one sentence that says why, and what would be right.

    It may hold any character of what was typed.
    """
