"""What an export is made of: a corpus as of a day, and which of its events are asked for."""

from dataclasses import dataclass

from model.asof.begun import Begun, begun_by
from model.asof.changes import Difference, changes, meeting
from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict


@dataclass(frozen=True, slots=True)
class Scope:
    """What is shown: `events` in order, as of `day`; of `known` events, those that meet `filter` (empty: all)."""

    day: int
    events: tuple[str, ...]
    known: int
    filter: str = ""

    @property
    def left_out(self) -> int:
        """How many events that were known the filter leaves out."""
        return self.known - len(self.events)


@dataclass(frozen=True, slots=True)
class Extract:
    """What a writer is given: all of a checked corpus, the events that are asked for, and the conflicts about them.

    `whole` is for formats that lose nothing; all that tells of a day is written from `corpus`. `drafts` tells whether
    what is only `begun` is asked for too, `since` from which day on what changed is; None where it is not. `table` is
    the one that is asked for of a format of several (empty: its first).
    """

    whole: Corpus
    scope: Scope
    conflicts: tuple[Conflict, ...]
    drafts: bool = False
    since: int | None = None
    table: str = ""

    @property
    def corpus(self) -> Corpus:
        """The corpus as it was known on the day of the scope."""
        return known_by(self.whole, self.scope.day)

    @property
    def changes(self) -> tuple[Difference, ...]:
        """What changed since the first day; under a filter, of the events that it leaves in."""
        if self.since is None:
            return ()
        lines = changes(self.whole, self.since, self.scope.day).lines
        return meeting(lines, set(self.scope.events)) if self.scope.filter else lines

    @property
    def begun(self) -> Begun | None:
        """What was only begun on the day, None where it is not asked for."""
        return begun_by(self.whole, self.scope.day) if self.drafts else None
