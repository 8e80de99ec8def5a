"""Filters and facets: how many events of the day meet a filter, and which values they have."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from model.asof.origin import origin_names
from model.index.sqlite.filtering import STATE_VALUES, Condition, condition_of
from model.index.sqlite.present import KNOWN, Present
from model.query.keys import CONFLICT_KEYS, TOLD_APART
from model.query.known_values import events_of
from model.query.terms import Query, Term
from model.query.vocabulary import DATE_KEYS, KEYS, KNOWN_KEYS

_ORIGINS = frozenset({"origin", "leg"})
"""The keys whose values are origins, which may be called otherwise on other days."""


class SqliteFacets:
    """See `model.index.protocol.Facets`."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self._steps = self._prepared()

    def prepare(self) -> frozenset[str]:
        """Make a part of the tables."""
        return next(self._steps, frozenset[str]())

    def _prepared(self) -> Iterator[frozenset[str]]:
        """What is missing after each step: at last only what takes longest, and few ask for."""
        store, day = self._present.store, self._present.day
        every, last = frozenset(KEYS), frozenset({"leg"})
        while not store.step_tags():
            yield every
        while not store.texts.step():
            yield every
        for at in {day, None} - store.named:
            for key in KEYS:
                # Its values are looked for when it is first asked for them.
                store.vocabulary(at)[key]
                yield every
            store.named.add(at)
        while not store.step_legs(day):
            yield last

    def count(self, query: Query) -> int:
        """How many events of the day meet `query`."""
        return self._count(condition_of(query, self._present.store, self._present.day))

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key among the events that meet `query`, each with its number of events, most first."""
        store, day = self._present.store, self._present.day
        if key in DATE_KEYS or key not in KEYS:
            return []
        if key in CONFLICT_KEYS:
            return self._of_one_conflict(key, query)
        condition = condition_of(query, store, day)
        if key in TOLD_APART:
            each = {name: Query("", (Term(key, name, (name,)),)) for name in TOLD_APART[key]}
            return [
                (name, self._count(condition & condition_of(one, store, day, "h")))
                for name, one in each.items()
            ]
        if key in KNOWN_KEYS:
            return self._of_known(key, condition)
        if key in STATE_VALUES:
            sql = f"SELECT {STATE_VALUES[key]} AS value, count(*) FROM event_state"
            sql += f" WHERE {KNOWN} AND {condition.sql}"
        elif key == "leg":
            store.need_legs(day)
            sql = (
                "SELECT origin, count(*) FROM leg JOIN (SELECT event AS shown FROM event_state"
                f" WHERE {KNOWN} AND {condition.sql}) ON shown = leg.event WHERE leg.day = :day"
            )
        else:
            store.need_tags()
            sql = (
                "SELECT value, count(DISTINCT tag.event) FROM tag"
                f" JOIN (SELECT event AS shown FROM event_state WHERE {KNOWN} AND {condition.sql})"
                " ON shown = tag.event WHERE key = :key AND tag.from_day <= :day"
            )
        rows = self._present.all(f"{sql} GROUP BY 1 ORDER BY 2 DESC, 1", **{"key": key, **condition.values})
        if key not in _ORIGINS:
            return [(row[0], row[1]) for row in rows]
        counts = [(self._origin_names.get(row[0], row[0]), row[1]) for row in rows]
        return sorted(counts, key=lambda item: (-item[1], item[0]))

    def _of_known(self, key: str, condition: Condition) -> list[tuple[str, int]]:
        """The values of what was known of other records, with their events among those that meet a condition."""
        known = self._present.store.known(self._present.day)
        rows = self._present.all(
            f"SELECT event FROM event_state WHERE {KNOWN} AND {condition.sql}", **condition.values
        )
        shown = {row["event"] for row in rows}
        of_value = known.derived(KNOWN_KEYS[key])
        return _most_first((it, len(shown & events_of(known, claims))) for it, claims in of_value.items())

    def _of_one_conflict(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key of conflicts: a value is of the conflict of which the query asks already."""
        values = self._present.store.known(self._present.day).derived(KNOWN_KEYS[key])
        return _most_first((it, self.count(Query("", (*query.terms, Term(key, it, (it,)))))) for it in values)

    @cached_property
    def _origin_names(self) -> Mapping[str, str]:
        """The names that origins had on the day."""
        store = self._present.store
        return origin_names(store.corpus, store.known(self._present.day))

    def _count(self, condition: Condition) -> int:
        found = self._present.first(
            f"SELECT count(*) AS events FROM event_state WHERE {KNOWN} AND {condition.sql}",
            **condition.values,
        )
        return int(found["events"])


def _most_first(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The values that there are any of."""
    return sorted(((value, n) for value, n in counts if n), key=lambda item: (-item[1], item[0]))
