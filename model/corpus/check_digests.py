"""Each stored text is the one that was curated."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem


def digest_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each text whose SHA-256 is not the one in its source's record."""
    for source, place in draft.sources:
        found = draft.digests.get(source.id, source.sha256)
        if found != source.sha256:
            why = f"the text has another SHA-256, {found}; it was changed since it was curated"
            yield Problem(place.of("sha256"), why, "F012")
