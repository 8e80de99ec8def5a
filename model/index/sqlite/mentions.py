"""Who is met in the events of the timeline, how often and with whom, as of its day and under its filter."""

import json
from collections import Counter, defaultdict
from itertools import combinations, groupby
from operator import itemgetter

from model.corpus.vocabulary import EntityType
from model.index.sqlite.present import Present
from model.index.values import Ways


class SqliteMentions:
    """See `model.index.protocol.Mentions`: counts over the table of tags."""

    def __init__(self, present: Present, total: int) -> None:
        self._present = present
        self._total = total
        corpus = present.store.corpus
        self._people = json.dumps(
            [name for name, it in corpus.entities.items() if it.type is EntityType.PERSON]
        )
        present.store.need_tags()

    def over_rows(self, parts: int) -> dict[str, tuple[int, ...]]:
        """For each entity, its events in each of `parts` equal stretches of the timeline's rows, first to last."""
        found: dict[str, Counter[int]] = {}
        rows = self._present.all(
            f"""SELECT value, position * :parts / :total, count(DISTINCT event)
               FROM tag JOIN {self._present.name} USING (event)
               WHERE key = 'mention' AND tag.from_day <= :day GROUP BY 1, 2""",
            parts=parts,
            total=max(1, self._total),
        )
        for value, part, number in rows:
            found.setdefault(value, Counter())[part] = number
        return {value: tuple(counts[part] for part in range(parts)) for value, counts in found.items()}

    def ways(self) -> dict[str, Ways]:
        """For each entity, in how many events it takes part, of how many it speaks and passes claims on."""
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        rows = self._present.all(
            f"""SELECT value, key, count(DISTINCT event) FROM tag JOIN {self._present.name} USING (event)
               WHERE key IN ('who', 'by', 'via') AND tag.from_day <= :day GROUP BY 1, 2"""
        )
        for value, key, number in rows:
            found[value][key] = number
        return {
            value: Ways(it.get("who", 0), it.get("by", 0), it.get("via", 0)) for value, it in found.items()
        }

    def claims(self) -> dict[str, int]:
        """For each entity, the number of claims that could be known in which it is met."""
        rows = self._present.all(
            f"""SELECT value, sum(claim NOT LIKE '/%') FROM tag LEFT JOIN {self._present.name} USING (event)
               WHERE key = 'mention' AND tag.from_day <= :day
                 AND (position IS NOT NULL OR (event = '' AND NOT :narrowed))
               GROUP BY value""",
            narrowed=self._present.when.narrowed,
        )
        return {row[0]: row[1] for row in rows}

    def pairs(self, most: int) -> list[tuple[str, str, int]]:
        """People who take part in the same events, with the number of these events; at most `most`, those first."""
        rows = self._present.all(
            f"""SELECT DISTINCT event, value FROM tag JOIN {self._present.name} USING (event)
               WHERE key = 'who' AND tag.from_day <= :day AND value IN (SELECT value FROM json_each(:people))
               ORDER BY event, value""",
            people=self._people,
        )
        met: Counter[tuple[str, str]] = Counter()
        for _, together in groupby(rows, key=itemgetter(0)):
            met.update(combinations((value for _, value in together), 2))
        ranked = sorted(met.items(), key=lambda item: (-item[1], item[0]))
        return [(*pair, number) for pair, number in ranked[:most]]

    def common(self, one: str, other: str, most: int) -> list[str]:
        """The events in which both take part, in the timeline's order."""
        rows = self._present.all(
            f"""SELECT DISTINCT event, position
               FROM {self._present.name} JOIN tag AS one USING (event) JOIN tag AS other USING (event)
               WHERE one.key = 'who' AND one.value = :one AND one.from_day <= :day
                 AND other.key = 'who' AND other.value = :other AND other.from_day <= :day
               ORDER BY position LIMIT :most""",
            one=one,
            other=other,
            most=most,
        )
        return [row[0] for row in rows]

    def parts_in(self, events: tuple[str, ...]) -> dict[str, dict[str, bool]]:
        """For each of the events, the entities in it: True where it takes part, False where it only tells of it."""
        found: dict[str, dict[str, bool]] = {event: {} for event in events}
        rows = self._present.all(
            """SELECT event, value, max(key = 'who') FROM tag
               WHERE key IN ('who', 'mention') AND from_day <= :day
                 AND event IN (SELECT value FROM json_each(:events)) GROUP BY event, value""",
            events=json.dumps(events),
        )
        for event, value, part in rows:
            found[event][value] = bool(part)
        return found
