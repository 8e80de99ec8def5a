"""Who holds a role is named by an id.

The type of `roles` cannot say so: msgspec 0.22 reads past its memory on a union of a patterned string and a list.
"""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.slugs import is_slug, not_an_id


def role_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each holder of a role that is no id."""
    for claim, place in draft.claims:
        for role, name in claim.parts:
            if not is_slug(name):
                yield Problem(place.of("roles", role), not_an_id(name), "S008")
