"""Filters and facets: how many events of the day meet a filter, and which values they have."""

from model.index.filtering import SHOWN, Condition, condition_of
from model.index.timeline import Timeline
from model.query.language import read
from model.query.terms import Query
from model.query.vocabulary import DATE_KEYS, HAS, KEYS, Vocabulary

_EVENTS = "FROM event_state WHERE from_day <= :day AND :day < until_day AND"


class Facets:
    """Counts of events by what they have, as of the timeline's day. Not to be shared between threads."""

    def __init__(self, timeline: Timeline, vocabulary: Vocabulary) -> None:
        self._timeline = timeline
        self._database = timeline.database
        has = {name: read(f"has:{name}", vocabulary) for name, _ in HAS}
        self._has = {name: condition_of(query, "h") for name, query in has.items()}

    def count(self, query: Query) -> int:
        """How many events of the day meet `query`."""
        return self._count(condition_of(query))

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key among the events that meet `query`, each with its number of events, most first."""
        if key in DATE_KEYS or key not in KEYS:
            return []
        condition = condition_of(query)
        if key == "has":
            both = {name: _both(condition, other) for name, other in self._has.items()}
            return [(name, self._count(one)) for name, one in both.items()]
        if key == "status":
            found = f"SELECT {SHOWN} AS value, count(*) {_EVENTS} {condition.sql}"
        else:
            found = (
                "SELECT value, count(DISTINCT tag.event) FROM tag"
                f" JOIN (SELECT event AS shown {_EVENTS} {condition.sql}) ON shown = tag.event"
                " WHERE key = :key AND tag.from_day <= :day"
            )
        rows = self._database.execute(
            f"{found} GROUP BY 1 ORDER BY 2 DESC, 1",
            {"day": self._timeline.day, "key": key, **condition.values},
        )
        return [(row[0], row[1]) for row in rows]

    def _count(self, condition: Condition) -> int:
        found = self._database.execute(
            f"SELECT count(*) {_EVENTS} {condition.sql}", {"day": self._timeline.day, **condition.values}
        )
        return int(found.fetchone()[0])


def _both(one: Condition, other: Condition) -> Condition:
    return Condition(f"{one.sql} AND {other.sql}", one.values | other.values)
