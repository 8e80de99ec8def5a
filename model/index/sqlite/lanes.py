"""The rows of a reader in lanes: by strand, entity, source or status."""

from collections.abc import Sequence
from itertools import pairwise

from model.asof.strands import strands
from model.asof.word import Word
from model.index.sqlite.present import Present
from model.index.sqlite.rows import row_from
from model.index.values import REST, GroupedBy, Grouping, Lane, TimelineRow

_BEYOND = 10**15
"""A position after all."""

_COLUMNS = """
    lane        TEXT NOT NULL,
    nth         INTEGER NOT NULL,      -- counts from 0
    position    INTEGER NOT NULL,
    PRIMARY KEY (lane, nth)
"""

_STRANDS = """
    event       TEXT PRIMARY KEY,
    lane        TEXT NOT NULL
"""


class SqliteLanes:
    """See `model.index.protocol.LaneRows`: a table for each grouping, made when it is first asked for."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self._names: dict[GroupedBy, str] = {}
        self._lanes: dict[GroupedBy, list[Lane]] = {}

    @property
    def groupings(self) -> tuple[Grouping, ...]:
        """What lanes can be of."""
        return tuple(Grouping)

    def of(self, grouping: GroupedBy) -> list[Lane]:
        """The lanes of a grouping, in order."""
        if grouping not in self._lanes:
            found = self._present.all(
                f"SELECT lane, count(*) AS events FROM {self._table(grouping)} GROUP BY lane"
            )
            ranks = self._ranks(grouping)
            self._lanes[grouping] = sorted(
                (Lane(row["lane"], row["events"], grouping) for row in found),
                key=lambda lane: (lane.id == REST, ranks.get(lane.id, 0), -lane.events, lane.id),
            )
        return self._lanes[grouping]

    def rows(self, lane: Lane, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows of a lane from its row `first` on."""
        found = self._present.all(
            f"SELECT * {self._present.rows} JOIN {self._table(lane.grouping)} USING (position)"
            " WHERE lane = :lane AND nth >= :first AND nth < :last ORDER BY nth",
            lane=lane.id,
            first=first,
            last=first + n,
        )
        return [row_from(values, self._present) for values in found]

    def places_of(self, position: int, grouping: GroupedBy) -> list[tuple[str, int]]:
        """The lane and the place in it of a row, once for each lane that it is in."""
        found = self._present.all(
            f"SELECT lane, nth FROM {self._table(grouping)} WHERE position = :position ORDER BY lane",
            position=position,
        )
        return [(row["lane"], row["nth"]) for row in found]

    def counts(self, lane: Lane, borders: Sequence[int]) -> list[int]:
        """How many rows of a lane stand before, between and after positions."""
        return [
            self._present.first(
                f"""SELECT count(*) AS rows FROM {self._table(lane.grouping)}
                    WHERE lane = :lane AND position >= :first AND position < :last""",
                lane=lane.id,
                first=first,
                last=last,
            )["rows"]
            for first, last in pairwise([0, *borders, _BEYOND])
        ]

    def _table(self, grouping: GroupedBy) -> str:
        """The table of the lanes of a grouping."""
        if grouping not in self._names:
            name = self._present.make(f"lane_{grouping}", _COLUMNS, "WITHOUT ROWID")
            self._present.index(name, "position")
            self._present.index(name, "lane, position")
            self._fill(name, grouping)
            self._names[grouping] = name
        return self._names[grouping]

    def _fill(self, name: str, grouping: GroupedBy) -> None:
        held = "SELECT event, lane FROM lane_of WHERE grouping = :grouping AND since <= :day"
        if grouping is Grouping.STRAND:
            held = f"SELECT event, lane FROM {self._strands()}"
        with self._present.store.database as database:
            database.execute(
                f"""WITH state AS MATERIALIZED (
                        SELECT position, event, word, due_after {self._present.rows}),
                    held AS ({held}),
                    found AS (
                        SELECT lane, position FROM state CROSS JOIN held USING (event)
                        UNION ALL
                        SELECT CASE WHEN due_after < :day THEN '{Word.DUE}' ELSE word END, position FROM state
                        WHERE :grouping = '{Grouping.STATUS}'
                        UNION ALL
                        SELECT '{REST}', position FROM state
                        WHERE :grouping <> '{Grouping.STATUS}' AND NOT EXISTS (
                            SELECT 1 FROM held WHERE held.event = state.event))
                    INSERT INTO {name}
                    SELECT lane, row_number() OVER (PARTITION BY lane ORDER BY position) - 1, position FROM found""",
                {"grouping": grouping, "day": self._present.day},
            )

    def _strands(self) -> str:
        """The table of what each event is a part of, as known on the day."""
        name = self._present.make("strand", _STRANDS, "WITHOUT ROWID")
        known = self._present.store.known(self._present.day)
        with self._present.store.database as database:
            database.executemany(f"INSERT INTO {name} VALUES (?, ?)", known.derived(strands).items())
        return name

    def _ranks(self, grouping: GroupedBy) -> dict[str, int]:
        """Strands and sources stand as the corpus has them, statuses as their list has; entities by their events."""
        if grouping is Grouping.STATUS:
            return {word.value: number for number, word in enumerate(Word)}
        found = self._present.all(
            "SELECT id, rank FROM lane_rank WHERE grouping = :grouping", grouping=grouping
        )
        return {row["id"]: row["rank"] for row in found}
