"""A translation of a quote says whose it is, and translates something."""

from collections.abc import Iterator
from itertools import chain

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.quoted import Quoting, as_quote, quotes_of


def gloss_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each gloss that nobody answers for, and for each who translated nothing."""
    rows: Iterator[tuple[Quoting, Place]] = chain(
        draft.sources,
        draft.statements,
        draft.claims,
        draft.lists,
        *draft.furniture.values(),
        *draft.left_out.values(),
    )
    for record, place in rows:
        for path, field in quotes_of(record):
            quote = as_quote(field)
            if quote.gloss is not None and quote.gloss_by is None:
                message = 'a "gloss" without who translated it, whose words these are; write gloss_by = "..."'
                yield Problem(place.of(*path, "gloss"), message, "Q030")
            elif quote.gloss_by is not None and quote.gloss is None:
                message = (
                    '"gloss_by" names who translated it, and there is no "gloss"; write it, or take this away'
                )
                yield Problem(place.of(*path, "gloss_by"), message, "Q030")
