"""How many rows there are, in words, as far as that is known, and what they are called."""

from model.index.features import Feature
from model.index.values import Counts

COUNTING = "counting..."
"""What stands in the place of a number that is being found out."""


def noun(features: frozenset[Feature]) -> str:
    """What a row of the timeline is: an event or, of a table that was coded elsewhere, a row."""
    return "row" if Feature.ROWS in features else "event"


def total_words(counts: Counts) -> str:
    """How many rows a reader has, as a number alone."""
    return COUNTING if counts.counting else f"{counts.total:,}"


def rows_words(number: int, features: frozenset[Feature]) -> str:
    """`1 event`, `339 rows`, `1,000,000 rows`."""
    return f"{number:,} {noun(features)}{'' if number == 1 else 's'}"


def coded_words(counts: Counts) -> str:
    """`12 of 310 coded rows`: those among the events, of those that were known; of all of them, their number alone."""
    known = f"{counts.known_rows:,} coded row{'' if counts.known_rows == 1 else 's'}"
    if counts.counting:
        return f"{COUNTING} of {known}"
    return known if counts.rows == counts.known_rows else f"{counts.rows:,} of {known}"


def laid_words(counts: Counts) -> str:
    """` + 12 rows`: the same in few words, after the number of events."""
    rows = COUNTING if counts.counting else f"{counts.rows:,}"
    return f" + {rows} row{'' if counts.rows == 1 and not counts.counting else 's'}"


def shown_words(counts: Counts, features: frozenset[Feature]) -> str:
    """`12 of 310 rows`: how many there are of those that were known; of events, with the rows among them."""
    if counts.known_rows:
        return f"{counts.events:,} of {rows_words(counts.known_events, features)} + {coded_words(counts)}"
    return f"{total_words(counts)} of {rows_words(counts.known, features)}"


def no_row_words(is_empty: bool) -> str:
    """Why a table shows no row, where no filter hides any; `is_empty`: it has none on whatever day."""
    return "This table has no row." if is_empty else "No row was known by this day."


def timeline_title(counts: Counts, position: int | None, year: str) -> tuple[str, str]:
    """`Timeline 2025`, and which event of how many is selected."""
    place = f"{position + 1:,} of {total_words(counts)} " if position is not None else ""
    return f"Timeline {year}".rstrip(), place
