"""The days on which something new became known: the steps of the as-of slider."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from model.asof.questions import asked_on
from model.asof.saying import ALWAYS, published, saying
from model.asof.searches import made_on
from model.asof.visible import fallen_from
from model.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Step:
    """One knowledge date: its day, and how many claims became visible, or were superseded or retracted, on it.

    `documents` counts those that were printed on it: a document can come after all that it tells of was known; `asked`
    the questions, and `searched` the searches that found nothing.
    `estimated` tells that the day is the curator's estimate for all of them.
    """

    day: int
    claims: int
    superseded: int
    estimated: bool
    documents: int = 0
    asked: int = 0
    searched: int = 0


def knowledge_steps(corpus: Corpus) -> tuple[Step, ...]:
    """The knowledge dates of a corpus, earliest first. What is known on whatever day makes no step."""
    sayings = {claim.id: saying(corpus, claim) for claim in corpus.claims.values()}
    visible = {claim: said.visible for claim, said in sayings.items()}
    sure = {said.visible for said in sayings.values() if not said.uncertain_at(said.visible)}
    new = Counter(day for day in visible.values() if day != ALWAYS)
    fallen = (fallen_from(corpus, claim) for claim in corpus.claims.values())
    lost = Counter(day for day in fallen if day is not None and day != ALWAYS)
    open_sources = (it for it in corpus.sources.values() if it.id not in corpus.printed_later)
    printed = Counter(day for it in open_sources if (day := published(corpus, it)) != ALWAYS)
    # A retraction may have no claim of its own, and is known all the same; a document may come after its claims.
    asked = Counter(map(asked_on, corpus.questions.values()))
    searched = Counter(map(made_on, corpus.searches.values()))
    days = new.keys() | lost.keys() | printed.keys() | asked.keys() | searched.keys()
    sure |= days - new.keys()
    return tuple(
        Step(day, new[day], lost[day], day not in sure, printed[day], asked[day], searched[day])
        for day in sorted(days)
    )


def step_at(steps: Sequence[Step], day: int) -> int:
    """The number (from 1) of the last step not after `day`; 0 before the first."""
    return sum(step.day <= day for step in steps)
