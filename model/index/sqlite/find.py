"""Searching: texts looked up in FTS5, as of a reader's day and among its rows."""

from model.index.found import Found, Kind
from model.index.hits import LookUp, found_by, nearest_to
from model.index.sqlite.filtering import Condition, claim_condition_of
from model.index.sqlite.looking import Looking
from model.index.sqlite.present import KNOWN, Present
from model.index.sqlite.words import search_of
from model.index.texts import TextPlace
from model.query.language import Readable
from model.query.sought import Sought
from model.query.terms import Query
from model.quotes.span import TextSpan

_MOST_WORDS = 100_000
"""The most words among which a near one is sought."""


class SqliteFind:
    """See `model.index.protocol.Find`; makes the tables of texts."""

    cut_short = False
    """Nothing is left out of what it looks up."""

    def __init__(self, present: Present) -> None:
        self._present = present

    def of(self, typed: str) -> Found:
        """What `typed` finds."""
        self._present.store.need_texts()
        return self._found(typed, self)

    def begin(self, typed: str, letters: int) -> Found:
        """The beginning of what `typed` finds."""
        texts = self._present.store.texts.texts
        return self._found(typed, self if texts is None else Looking(self._present, texts, letters))

    def prepare(self) -> bool:
        """Make a part of the tables."""
        return self._present.store.texts.step()

    def _found(self, typed: str, look_up: LookUp) -> Found:
        return found_by(typed, look_up, self._present.store.known(self._present.day), self._readable)

    def _readable(self) -> Readable:
        store = self._present.store
        return Readable(store.vocabulary(self._present.day), store.vocabulary(None))

    def nearest(self, typed: str) -> str:
        """A word that was probably meant."""
        self._present.store.need_words()
        known = self._present.all(
            "SELECT term FROM word WHERE from_day <= :day ORDER BY term LIMIT :most", most=_MOST_WORDS
        )
        return nearest_to(typed, (row["term"] for row in known))

    def position_of(self, event: str) -> int | None:
        """Where an event stands."""
        return self._present.position_of(event)

    def places(self, kind: Kind, sought: Sought, query: Query | None, most: int) -> list[TextPlace]:
        """At most `most` texts of a kind."""
        first, last = self._present.store.texts.ranges[kind]
        if last < first:
            return []
        match, condition = search_of(sought), self._condition(query)
        # In the order of full text, which is theirs: of a common word, no more than the first ones are looked at.
        matches = (
            "doc CROSS JOIN place ON id = doc.rowid WHERE doc MATCH :match AND doc.rowid" if match else ""
        )
        found = self._present.all(
            f"""SELECT place.* FROM {matches or "place WHERE id"} BETWEEN :first AND :last
                AND from_day <= :day AND (event = '' OR event IN (SELECT event FROM {self._present.name}))
                AND {condition.sql} ORDER BY {"doc.rowid" if match else "id"} LIMIT :most""",
            **{"match": match, "first": first, "last": last, "most": most, **condition.values},
        )
        return [
            TextPlace(kind, row["ref"], row["event"], TextSpan(row["start"], row["stop"])) for row in found
        ]

    def hidden(self, sought: Sought, query: Query | None, most: int) -> int:
        """How many texts are under events that are left out."""
        if not self._present.when.narrowed:
            return 0
        match, condition = search_of(sought), self._condition(query)
        kind = "kind = 'claim'" if query is not None else "1"
        matches = f"{kind} AND id IN (SELECT rowid FROM doc WHERE doc MATCH :match)" if match else kind
        found = self._present.first(
            f"""SELECT count(*) AS texts FROM (SELECT 1 FROM place WHERE {matches}
                    AND from_day <= :day AND event <> ''
                    AND event NOT IN (SELECT event FROM {self._present.name})
                    AND event IN (SELECT event FROM event_state WHERE {KNOWN})
                    AND {condition.sql} LIMIT :most)""",
            **{"match": match, "most": most, **condition.values},
        )
        return int(found["texts"])

    def _condition(self, query: Query | None) -> Condition:
        present = self._present
        return claim_condition_of(query, present.store, present.day) if query is not None else Condition()
