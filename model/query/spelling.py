"""Terms written out again: one spelling for all that are read alike."""

import re
from collections.abc import Iterable

from model.query.terms import Term

_BARE = re.compile(r"[\w.]+(?:['\u2019-][\w.]+)*")
"""What means the same without quotation marks."""


JOINING = frozenset({"or", "and"})
"""Words that seem to join terms, and join none: in quotation marks they are words to be found."""


def spell(terms: Iterable[Term]) -> str:
    """The filter that reads as these terms."""
    return " ".join(map(_spelled, terms))


def quoted(words: str) -> str:
    """Words that belong together as they may stand in a filter."""
    return words if _BARE.fullmatch(words) and words.lower() not in JOINING else f'"{words}"'


def _spelled(term: Term) -> str:
    minus = "-" if term.negated else ""
    return f"{minus}{term.key}:{term.words}" if term.key else f"{minus}{quoted(term.words)}"
