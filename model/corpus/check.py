"""All checks of a draft, in one call."""

from model.corpus.anchors import Anchors, anchor_draft
from model.corpus.check_dates import date_problems
from model.corpus.check_meaning import meaning_problems
from model.corpus.check_references import reference_problems
from model.corpus.check_rings import ring_problems
from model.corpus.check_roles import role_problems
from model.corpus.draft import Draft
from model.corpus.findings import Problem


def check_draft(draft: Draft, complete: bool = True) -> tuple[Anchors, list[Problem]]:
    """The anchors of the draft's quotes, and everything that is wrong with the draft.

    With `complete` False (some records could not be read) only checks of single records are made: an id that
    seems unknown may belong to a record that was lost.
    """
    anchors, problems = anchor_draft(draft)
    problems += date_problems(draft)
    problems += role_problems(draft)
    problems += _digest_problems(draft)
    if complete:
        problems += reference_problems(draft)
        problems += meaning_problems(draft)
        problems += ring_problems(draft)
    return anchors, problems


def _digest_problems(draft: Draft) -> list[Problem]:
    return [
        Problem(
            place.of("sha256"),
            f"the text has another SHA-256, {draft.digests[source.id]}; it was changed since it was curated",
        )
        for source, place in draft.sources
        if draft.digests.get(source.id, source.sha256) != source.sha256
    ]
