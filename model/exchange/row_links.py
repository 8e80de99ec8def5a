"""The links of events to rows of tables, and what is said of them where a format has no place for any."""

from collections.abc import Iterator

from model.corpus.records import RowLink
from model.exchange.extract import Extract


def row_links(extract: Extract) -> Iterator[tuple[str, RowLink]]:
    """Each event that is asked for with each of its links, in order."""
    events = extract.corpus.events
    for name in extract.scope.events:
        yield from ((name, it) for it in events[name].rows)


def without_links(extract: Extract) -> Iterator[str]:
    """A sentence on the links, where there are any, of a format that has no place for them."""
    number = sum(1 for _ in row_links(extract))
    if number:
        links = "1 link of an event to a row" if number == 1 else f"{number:,} links of events to rows"
        yield f"{links} of a table {'has' if number == 1 else 'have'} no place in it; json and sqlite carry them."
