"""An event names each row of a table once. Whether the table has it, only who opens the table can see."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.shortened import shortened


def row_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each row that an event names once more."""
    for event, place in draft.events:
        seen = set()
        for number, link in enumerate(event.rows):
            if link in seen:
                named = f'the row "{shortened(link.row)}" of "{shortened(link.table)}"'
                yield Problem(
                    place.of("rows", number), f"{named} is named already; take one of the two away", "R018"
                )
            seen.add(link)
