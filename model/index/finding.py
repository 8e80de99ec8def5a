"""Finding in an archive, each part of it made when it is first needed."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from model.corpus.corpus import Corpus
from model.dates.edtf import parse
from model.index.facets import Facets
from model.index.filtering import condition_of
from model.index.hits import Searching
from model.index.mentions import Mentions
from model.index.tags import add_tags
from model.index.timeline import Timeline
from model.query.language import read
from model.query.terms import Query
from model.query.vocabulary import vocabulary_of


class Finding:
    """What can be asked of an archive beyond its rows. Not to be shared between threads."""

    def __init__(self, timeline: Timeline, corpus: Corpus) -> None:
        self._timeline = timeline
        self._corpus = corpus
        self.vocabulary = vocabulary_of(corpus)
        timeline.database.create_function("first_day", 1, _first_day, deterministic=True)
        add_tags(timeline.database, corpus)

    @cached_property
    def facets(self) -> Facets:
        """Counts of events by what they have."""
        return Facets(self._timeline, self.vocabulary)

    @cached_property
    def mentions(self) -> Mentions:
        """Who is met how often, and with whom."""
        return Mentions(self._timeline, self._corpus)

    @cached_property
    def searching(self) -> Searching:
        """Full text."""
        return Searching(self._timeline, self._corpus, self.vocabulary)

    def read(self, text: str, saved: Mapping[str, str] | None = None) -> Query:
        """The filter that `text` writes, ready to be asked. Raises `QueryError`."""
        query = read(text, self.vocabulary, saved)
        if any(not term.key for term in query.terms):
            # Words are looked up in the texts, which have to be there.
            _ = self.searching
        return query

    def narrow(self, query: Query | None) -> None:
        """Show only the events that meet `query` on the timeline; with None, or without terms, all."""
        if query is None or not query.terms:
            self._timeline.narrow("")
        else:
            condition = condition_of(query)
            self._timeline.narrow(query.text, condition.sql, condition.values)


@lru_cache(maxsize=65536)
def _first_day(edtf: str | None) -> int | None:
    """The earliest day of a date, its latest where it has no beginning."""
    if edtf is None:
        return None
    date = parse(edtf)
    return date.earliest if date.earliest is not None else date.latest
