"""An open corpus: its records, its knowledge dates and its timeline, in one value that the program passes about."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from model.asof.conflict import conflicts_as_of
from model.asof.knowledge import Step, knowledge_steps
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.index.build import build
from model.index.timeline import Timeline

if TYPE_CHECKING:
    from model.index.finding import Finding


@dataclass(frozen=True)
class Archive:
    """What the program reads from. `timeline` is shared by all readers and moves with the as-of day.

    `today` is the day on which it was opened: nothing here looks at a clock again.
    """

    corpus: Corpus
    steps: tuple[Step, ...]
    timeline: Timeline
    today: int

    @cached_property
    def finding(self) -> "Finding":
        """Search, filters and mentions; made when it is first asked for."""
        # Imported here: no start needs it.
        from model.index.finding import Finding

        return Finding(self.timeline, self.corpus)

    @property
    def latest_day(self) -> int | None:
        """The last knowledge date, on which everything in the corpus is known; None where nothing is dated."""
        return self.steps[-1].day if self.steps else None

    @property
    def conflicts(self) -> list[Conflict]:
        """The conflicts of which two claims could be known; under a filter, those about an event that it leaves in."""
        found = conflicts_as_of(self.corpus, self.timeline.day)
        if not self.timeline.filter:
            return found
        shown = self.timeline.position_of
        return [
            it for it in found if any(shown(self.corpus.claims[name].event) is not None for name in it.claims)
        ]

    def step_from(self, day: int, by: int) -> int | None:
        """The knowledge date after `day` (before it: `by` is -1), None at the end."""
        ahead = [step.day for step in self.steps if (step.day - day) * by > 0]
        return min(ahead, key=lambda step: step * by) if ahead else None


def open_archive(corpus: Corpus, day: int | None, today: int) -> Archive:
    """The archive of `corpus` as of `day`: by default its last knowledge date, or `today` where it has none."""
    steps = knowledge_steps(corpus)
    if day is None:
        day = steps[-1].day if steps else today
    return Archive(corpus, steps, Timeline(build(corpus), steps, day), today)
