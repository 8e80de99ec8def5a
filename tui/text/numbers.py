"""How many rows there are, in words, as far as that is known, and what they are called."""

from model.index.features import Feature
from model.index.values import Counts
from tui.text.phrases import counted

COUNTING = "counting..."
"""What stands in the place of a number that is being found out."""


def noun(features: frozenset[Feature]) -> str:
    """What a row of the timeline is: an event or, of a table that was coded elsewhere, a row."""
    return "row" if Feature.ROWS in features else "event"


def total_words(counts: Counts) -> str:
    """How many rows a reader has, as a number alone."""
    return COUNTING if counts.counting else f"{counts.total:,}"


def rows_counted(counts: Counts, features: frozenset[Feature]) -> str:
    """`310 rows`; under a filter `12 of 310 rows`."""
    known = counted(counts.known, noun(features))
    return (
        known if counts.total == counts.known and not counts.counting else f"{total_words(counts)} of {known}"
    )
