"""A hedge and a status say one thing, where the hedge can mean but one."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.hedge_words import said_otherwise
from model.corpus.shortened import shortened


def hedge_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each claim whose hedge is what claims of another status say."""
    for claim, place in draft.claims:
        if not claim.hedge or claim.draft:
            continue
        if (told := said_otherwise(claim.hedge, claim.status)) is not None:
            words, status = told
            message = f'"{shortened(words)}" is what {status} claims say; status is {claim.status}'
            yield Problem(place.of("status"), f"{message}: correct it, or quote another hedge", "M044")
