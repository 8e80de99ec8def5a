"""Figures that are bounds are written as bounds, and one that another claim's bound excludes is not left silent."""

import re
from collections import defaultdict
from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.parts import Amount
from model.corpus.records import Claim
from model.corpus.shortened import shortened

AT_MOST = re.compile(
    r"(?i)\b(?:up to|at most|(?:no|not) more than|less than|fewer than|as (?:many|much) as|under)\b|최대|이하|미만"
)
AT_LEAST = re.compile(r"(?i)\b(?:at least|no (?:less|fewer) than|more than|over|or more)\b|최소|이상")
"""Words that make a figure the most or the least. `no more than` has the words of `more than` in it."""

_LOOSELY = re.compile(r"(?i)more than|over|or more|less than|fewer than|under|as (?:many|much) as")
"""Of these a figure may be said to be about right (`about`), and then stands by itself."""

_Figures = list[tuple[Claim, Amount, Place]]


def bound_in(words: str) -> re.Match[str] | None:
    """The words that make a figure a bound; None where none do."""
    least, most = AT_LEAST.search(words), AT_MOST.search(words)
    if least is None or most is None:
        return least or most
    return least if least.start() < most.start() else most


def is_least(bound: re.Match[str]) -> bool:
    """Whether the words of a bound say at least, not at most."""
    return bound.re is AT_LEAST


def bound_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each figure whose words give a bound: "no fewer than 50" is not 50."""
    for claim, place in draft.claims:
        for number, amount in enumerate(claim.amounts):
            bound = bound_in(amount.words) if amount.value is not None else None
            if bound is None or (amount.about and _LOOSELY.fullmatch(bound[0])):
                continue
            name = "min" if is_least(bound) else "max"
            message = f'"{bound[0]}" makes {amount.value:,} a bound; write {name} = {amount.value} in place of value'
            yield Problem(place.of("amounts", number, "value"), message, "A007")


def excluded_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each figure that the bound of another claim of its event excludes, where nothing is said of it."""
    if draft.missing.perhaps("claim") or draft.missing.perhaps("conflict"):
        return
    together = {
        frozenset((a, b)) for it, _ in draft.conflicts for a in it.claims for b in it.claims if a != b
    }
    together |= {
        frozenset((it.id, old)) for it, _ in draft.claims for old in (*it.supersedes, *it.contradicts)
    }
    counted: defaultdict[tuple[str, str, str | None], _Figures] = defaultdict(list)
    for claim, place in draft.claims:
        for number, amount in enumerate(claim.amounts if claim.event is not None and not claim.draft else ()):
            counted[claim.event or "", amount.what, amount.unit].append(
                (claim, amount, place.of("amounts", number, "value"))
            )
    for (_, what, _), found in counted.items():
        bounds = [it for it in found if (it[1].min is None) != (it[1].max is None)]
        for claim, amount, place in found if bounds else ():
            other = next((it for it in bounds if _excludes(it[1], amount)), None)
            if other is None or other[0].id == claim.id or frozenset((claim.id, other[0].id)) in together:
                continue
            message = (
                f'{amount.value:,} of "{what}" is outside of "{shortened(other[1].words)}" in "{other[0].id}", '
                "and a figure and a bound are not laid side by side; "
                'write a conflict with point = "how-many", or another word for what is counted'
            )
            yield Problem(place, message, "A008")


def _excludes(bound: Amount, amount: Amount) -> bool:
    if amount.value is None or amount.about or bound.about:
        return False
    below = bound.min is not None and amount.value < bound.min
    return below or (bound.max is not None and amount.value > bound.max)
