"""What documents say of one another: a copy is of one document, and not printed before it."""

from collections.abc import Iterator

from model.corpus.copies import LINKS, link_of, made_from
from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.possible import bounds_of
from model.corpus.readable import is_read
from model.dates.wording import day_medium


def copy_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each document that is a copy of several, of none that it changes, or older than its original."""
    printed = {source.id: source.published for source, _ in draft.sources}
    for source, place in draft.sources:
        given = [field for field in LINKS if getattr(source, field) is not None]
        if len(given) > 1:
            message = f"it is a copy of one source: leave {' or '.join(given)} out"
            yield Problem(place.of(given[1]), message, "M032")
        if source.change is not None and source.version_of is None:
            message = f'"{source.change}" says what it does to the version before; name that in "version_of"'
            yield Problem(place.of("change"), message, "M033")
        original = printed.get(made_from(source) or "")
        if original is None or not is_read(original) or not is_read(source.published):
            continue
        first, last = bounds_of(original)[0], bounds_of(source.published)[1]
        if first is not None and last is not None and last < first:
            message = f"printed by {day_medium(last)}, before what it is a copy of: {day_medium(first)} at the earliest"
            yield Problem(place.of(link_of(source) or ""), f"{message}; correct either day", "T030")
