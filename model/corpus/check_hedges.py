"""A hedge and a status say one thing, where the hedge can mean but one."""

import re
from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.hedge_words import is_cancellation, said_otherwise
from model.corpus.shortened import shortened
from model.corpus.vocabulary import Status


def hedge_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each claim whose hedge is what claims of another status say."""
    for claim, place in draft.claims:
        if not claim.hedge or claim.draft:
            continue
        if (told := said_otherwise(claim.hedge, claim.status)) is not None:
            words, status = told
            message = f'"{shortened(words)}" is what {status} claims say; status is {claim.status}'
            yield Problem(place.of("status"), f"{message}: correct it, or quote another hedge", "M044")


_OF_CANCELLING = re.compile(
    r"(?i)\b(?:cancel\w*|call(?:s|ed|ing)? off|scrap\w*|withdraw\w*|revo[ck]\w*)\b|취소|무산|백지화|철회"
)


def cancelled_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each claim that something occurred whose hedge says that it was cancelled.

    Where the event is itself the cancelling, by its type or title, that is what occurred.
    """
    of_cancelling = {
        it.id
        for it, _ in draft.events
        if _OF_CANCELLING.search(f"{it.title or ''} {it.type or ''}") is not None
    }
    for claim, place in draft.claims:
        if (
            not claim.hedge
            or claim.draft
            or claim.status is not Status.OCCURRED
            or claim.event in of_cancelling
        ):
            continue
        if draft.missing.perhaps("event") or not is_cancellation(claim.hedge):
            continue
        message = (
            f'"{shortened(claim.hedge)}" says that it was cancelled, and status is occurred: write '
            'status = "cancelled" and factuality = "CT-", or name the cancelling as the event'
        )
        yield Problem(place.of("status"), message, "M045")
