"""A document is published within reach of the days that it speaks of."""

from collections import defaultdict
from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.possible import bounds_of, edtf_of
from model.corpus.readable import is_read
from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from model.dates.edtf import Precision
from model.dates.wording import day_medium

_COUNTS_FROM_DOCUMENT = frozenset({Basis.EXPLICIT_PARTIAL, Basis.DERIVED_WEEKDAY, Basis.DERIVED_RELATIVE})
"""Of a date that is printed without its year, or counted, the document's own day is what completes it."""

_OWN = frozenset({Basis.EXPLICIT, Basis.DERIVED_ORDINAL, *_COUNTS_FROM_DOCUMENT})
"""A date of another basis is not of the text, or is bounded by the day in question."""

_FAR = 366


def reach_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each source published more than a year before, or after, every date of its text.

    A history names old days with their years, and a forecast years without days: they are no reason to doubt.
    """
    dates: defaultdict[str, list[Dated]] = defaultdict(list)
    for statement, _ in draft.statements:
        dates[statement.source] += [statement.on] if statement.on is not None else []
    for claim, _ in draft.claims:
        dates[claim.source] += [claim.date] if claim.date is not None else []
    for source, place in draft.sources:
        first, last = bounds_of(source.published) if is_read(source.published) else (None, None)
        own = [it for it in dates[source.id] if it.basis in _OWN and it.words and is_read(it)]
        if first is None or last is None or not own:
            continue
        at, message = place.of("published"), ""
        begins, ends = [bounds_of(it)[0] for it in own], [bounds_of(it)[1] for it in own]
        if _all_beyond(begins, last) and any(_is_fine(it) for it in own):
            nearest = min(day for day in begins if day is not None)
            message = f"before {day_medium(nearest)}, the first day that its text speaks of"
        elif _all_beyond([None if day is None else -day for day in ends], -first) and any(
            it.basis in _COUNTS_FROM_DOCUMENT for it in own
        ):
            nearest = max(day for day in ends if day is not None)
            message = f"after {day_medium(nearest)}, the last day that its text speaks of"
        if message:
            yield Problem(at, f"published more than a year {message}; look at the years of both", "V004")


def _all_beyond(days: list[int | None], day: int) -> bool:
    return all(it is not None and it - day > _FAR for it in days)


def _is_fine(date: Dated) -> bool:
    edtf = edtf_of(date)
    return edtf is not None and edtf.precision is Precision.DAY
