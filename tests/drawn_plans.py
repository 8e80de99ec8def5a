"""What a drawn corpus is made after: its ids, decided first, and dates that fit them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import strategies as st

from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from tests.drawn_texts import best_days, edtf_texts

T = TypeVar("T")

seldom = st.sampled_from([False, False, False, True])
"""Whether there is something that most records lack."""


@dataclass
class Plan:
    """The ids of a corpus, decided first so that records can name each other, and what its texts are made of."""

    words: st.SearchStrategy[str]
    entities: list[str]
    events: list[str]
    sources: list[str]
    statements: dict[str, list[str]]
    claims: dict[str, list[str]]

    @property
    def all_statements(self) -> list[str]:
        return [name for names in self.statements.values() for name in names]

    @property
    def all_claims(self) -> list[str]:
        return [name for names in self.claims.values() for name in names]

    def datable(self, name: str) -> list[str]:
        """What a record may have its date from: only records before it, so that no ring can come of it."""
        names = [*self.sources, *self.all_statements, *self.all_claims]
        return names[: names.index(name)]


@st.composite
def plans(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Plan:
    sources = [f"source-{number}" for number in range(draw(st.integers(1, 3)))]
    # Reading order and order of names are two things; rules that fall back on names must not lean on the other.
    numbers = iter(draw(st.permutations(range(6 * len(sources)))))
    return Plan(
        words=words,
        entities=[f"entity-{number}" for number in range(draw(st.integers(1, 4)))],
        events=[f"event-{number}" for number in range(draw(st.sampled_from([2, 1, 3, 0])))],
        sources=sources,
        statements={
            name: [f"said-{next(numbers)}" for _ in range(draw(st.sampled_from([2, 1, 0])))]
            for name in sources
        },
        claims={
            name: [f"claim-{next(numbers)}" for _ in range(draw(st.sampled_from([4, 3, 2, 1, 0])))]
            for name in sources
        },
    )


@st.composite
def dated(draw: st.DrawFn, plan: Plan, name: str, words: str | None) -> Dated:
    """A date of the record `name`, of any basis that fits; `words` stand in the record's quote."""
    unfit = set() if words is not None else {Basis.EXPLICIT, Basis.EXPLICIT_PARTIAL}
    if not plan.datable(name):
        unfit.add(Basis.INHERITED)
    basis = draw(st.sampled_from([basis for basis in Basis if basis not in unfit]))
    reasoning = draw(st.sampled_from([None, "", "as printed"]) if basis is Basis.EXPLICIT else plan.words)
    if basis is Basis.NONE:
        return Dated(basis=basis, words=words, reasoning=reasoning)
    edtf = draw(edtf_texts())
    return Dated(
        basis=basis,
        edtf=edtf,
        words=words,
        reasoning=reasoning,
        best=draw(st.none() | best_days(edtf)),
        from_=draw(st.sampled_from(plan.datable(name))) if basis is Basis.INHERITED else None,
    )


def mostly(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.one_of(strategy, strategy, st.none())


def number_of(name: str) -> int:
    return int(name.rpartition("-")[2])


def some(names: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=2, unique=True) if names else st.just([])
