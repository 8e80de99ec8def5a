"""Who is named by records."""

from collections.abc import Iterable

from model.corpus.asked import VainSearch
from model.corpus.corpus import Corpus
from model.corpus.listed import PrintedList
from model.corpus.records import Claim, Event, Source, Statement


def named(
    sources: Iterable[Source],
    events: Iterable[Event],
    statements: Iterable[Statement],
    claims: Iterable[Claim],
    searches: Iterable[VainSearch] = (),
    lists: Iterable[PrintedList] = (),
) -> set[str | None]:
    """The entities that some records name."""
    found: set[str | None] = {source.publisher for source in sources}
    found.update(event.place for event in events)
    found.update(hop.who for statement in statements for hop in statement.chain)
    for claim in claims:
        found.update((claim.entity, claim.office))
        found.update(name for _, name in claim.parts)
    found.update(name for search in searches for name in search.where)
    found.update(entry.entity for printed in lists for entry in printed.entries)
    return found


def ever_named(corpus: Corpus) -> set[str | None]:
    """The entities that any record of a corpus names."""
    return named(
        corpus.sources.values(),
        corpus.events.values(),
        corpus.statements.values(),
        corpus.claims.values(),
        corpus.searches.values(),
        corpus.lists.values(),
    )
