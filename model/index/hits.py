"""What a search finds: names, titles, claims and passages, as of a timeline's day and under its filter."""

import sqlite3
from collections.abc import Iterator

from model.corpus.corpus import Corpus
from model.corpus.draft import as_quote
from model.corpus.shortened import shortened
from model.corpus.suggest import did_you_mean
from model.index.filtering import Condition, claim_condition_of, match_of
from model.index.found import MOST_OF_A_KIND, Found, Hit, Kind
from model.index.search import add_texts, names_of
from model.index.timeline import Timeline
from model.query.folding import Finder, words
from model.query.language import pieces, read
from model.query.terms import Query, QueryError
from model.query.vocabulary import KEYS, Vocabulary
from model.quotes.span import Span

_SHORTEST = 4
"""Letters of the shortest word that is offered instead of one that finds nothing."""


class Searching:
    """Searches one archive; makes the index of its texts. Not to be shared between threads."""

    def __init__(self, timeline: Timeline, corpus: Corpus, vocabulary: Vocabulary) -> None:
        self._timeline = timeline
        self._database = timeline.database
        self._corpus = corpus
        self._vocabulary = vocabulary
        self._ranges = add_texts(self._database, corpus)

    def of(self, typed: str) -> Found:
        """What could be known that `typed` finds: words, all in one text; or terms of the filter, which find claims.

        Raises `QueryError` where a term cannot be read.
        """
        query = self._terms_in(typed)
        sought = query.words if query is not None else typed
        match, finder = match_of(sought), Finder(sought)
        if not match and (query is None or not query.terms):
            return Found(typed, finder)
        hits: list[Hit] = []
        more = set()
        for kind in (Kind.CLAIM,) if query is not None else Kind:
            found = list(self._rows(kind, match, query))
            more |= {kind} if len(found) > MOST_OF_A_KIND else set()
            hits += self._hits(kind, found[:MOST_OF_A_KIND], finder)
        return Found(
            typed, finder, tuple(self._without_repeats(hits)), frozenset(more), self._hidden(match, query)
        )

    def nearest(self, typed: str) -> str:
        """A clause `, did you mean "…"?` for words that find nothing, or an empty string."""
        known = [
            row[0]
            for row in self._database.execute("SELECT term FROM doc_word LIMIT 100000")
            if len(row[0]) >= _SHORTEST
        ]
        for word in words(typed):
            near = did_you_mean(word, known)
            if near and not any(term.startswith(word) for term in known):
                return near
        return ""

    def _terms_in(self, typed: str) -> Query | None:
        """The filter in what was typed, None where it is words alone."""
        keyed = any(
            piece.lstrip("-").partition(":")[0].lower() in KEYS for piece in typed.split() if ":" in piece
        )
        if not keyed:
            return None
        for name in (piece.lstrip("-") for piece in pieces(typed)):
            if name.startswith("@"):
                raise QueryError(
                    f"Saved filters narrow the timeline; in a search, write the terms of {shortened(name)}."
                )
        return read(typed, self._vocabulary)

    def _rows(self, kind: Kind, match: str, query: Query | None) -> Iterator[sqlite3.Row]:
        first, last = self._ranges[kind]
        condition = claim_condition_of(query) if query is not None else Condition()
        matches = "id IN (SELECT rowid FROM doc WHERE doc MATCH :match AND rowid BETWEEN :first AND :last)"
        values = {"match": match, "first": first, "last": last, "day": self._timeline.day}
        yield from self._database.execute(
            f"""SELECT * FROM place WHERE {matches if match else "id BETWEEN :first AND :last"}
                AND from_day <= :day AND (event = '' OR event IN (SELECT event FROM present))
                AND (kind <> 'name' OR EXISTS (SELECT 1 FROM tag WHERE key = 'mention' AND value = ref
                                               AND tag.from_day <= :day))
                AND {condition.sql} ORDER BY id LIMIT {MOST_OF_A_KIND + 1}""",
            values | condition.values,
        )

    def _hidden(self, match: str, query: Query | None) -> int:
        if not self._timeline.filter:
            return 0
        condition = claim_condition_of(query) if query is not None else Condition()
        matches = "id IN (SELECT rowid FROM doc WHERE doc MATCH :match)" if match else "kind = 'claim'"
        return self._one(
            f"""SELECT count(*) FROM (SELECT 1 FROM place WHERE {matches} AND from_day <= :day AND event <> ''
                    AND event NOT IN (SELECT event FROM present) AND event IN
                    (SELECT event FROM event_state WHERE event_state.from_day <= :day AND :day < until_day)
                    AND {condition.sql} LIMIT {MOST_OF_A_KIND})""",
            condition.values | {"match": match},
        )

    def _hits(self, kind: Kind, rows: list[sqlite3.Row], finder: Finder) -> list[Hit]:
        hits = [self._hit(kind, row, finder) for row in rows]
        if kind is Kind.EVENT:
            hits.sort(key=lambda hit: self._timeline.position_of(hit.ref) or 0)
        return hits

    def _hit(self, kind: Kind, row: sqlite3.Row, finder: Finder) -> Hit:
        ref, span = row["ref"], Span(row["start"], row["stop"])
        source = ""
        if kind is Kind.NAME:
            names = names_of(self._corpus, ref)
            text = next((name for name in names if finder.all_in(name)), ", ".join(names))
        elif kind is Kind.EVENT:
            text = self._corpus.events[ref].title
        elif kind is Kind.CLAIM:
            source = self._corpus.claims[ref].source
            text = as_quote(self._corpus.claims[ref].quote).exact
        else:
            source = ref
            text = self._corpus.texts[ref][span.start : span.end]
        return Hit(kind, ref, row["event"], text, finder.places(text), source, span)

    @staticmethod
    def _without_repeats(hits: list[Hit]) -> Iterator[Hit]:
        """The hits, without passages in which all that was found stands inside quotes of claims that were found."""
        quoted = [(hit.source, hit.span) for hit in hits if hit.kind is Kind.CLAIM]
        for hit in hits:
            if hit.kind is not Kind.TEXT or not all(
                any(
                    source == hit.source and span.start <= hit.span.start + place.start < span.end
                    for source, span in quoted
                )
                for place in hit.places
            ):
                yield hit

    def _one(self, sql: str, values: dict[str, object]) -> int:
        found = self._database.execute(sql, {"day": self._timeline.day, **values}).fetchone()
        return int(found[0])
