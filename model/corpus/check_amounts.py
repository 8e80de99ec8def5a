"""Figures are figures, and those that their words give."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from model.corpus.check_bounds import bound_in
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.parts import Amount
from model.corpus.shortened import shortened
from model.corpus.vocabulary import Point
from model.quotes.numbers import numbers_in

ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|more than|over|an estimated|or so)\b"
    r"|약 ?(?=[0-9])|가량|안팎|여 ?명|정도|쯤|내외",
    re.IGNORECASE,
)
"""Words for a figure that nobody has counted to the last one."""

MOST = 10**15
"""The largest figure that is no slip of the keyboard."""


def amount_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each amount that is none, that cannot be, or that its words do not give."""
    for claim, place in draft.claims:
        for number, amount in enumerate(claim.amounts):
            where = place.of("amounts", number)
            wrong = [*_shape_problems(amount, where), *_size_problems(amount, where)]
            yield from wrong or [*_word_problems(amount, where), *_about_problems(amount, where)]


def _about_problems(amount: Amount, place: Place) -> Iterator[Problem]:
    if bound_in(amount.words) is not None:
        return
    if not amount.about and amount.value is not None and (said := ABOUT.search(amount.words)):
        yield Problem(place, f'"{said[0]}" says that the figure is not exact; write about = true', "A005")


def counting_problems(draft: Draft) -> Iterator[Problem]:
    """A problem where claims differ over how many, and count no one thing: nobody sees in what they differ."""
    claims = {claim.id: claim for claim, _ in draft.claims}
    for conflict, place in draft.conflicts:
        if conflict.point is not Point.HOW_MANY or conflict.draft:
            continue
        counted = [
            {amount.what for amount in claims[name].amounts}
            for name in dict.fromkeys(conflict.claims)
            if name in claims and claims[name].amounts
        ]
        whats = Counter(what for it in counted for what in it)
        if len(counted) > 1 and max(whats.values()) < 2:
            named = ", ".join(f'"{what}"' for what in whats)
            message = f"its claims count {shortened(named)}, each something else; use one word for one thing"
            yield Problem(place.of("claims"), message, "A006")


def _figures(amount: Amount) -> Iterator[tuple[str, int | float]]:
    for name in ("value", "min", "max"):
        figure: int | float | None = getattr(amount, name)
        if figure is not None:
            yield name, figure


def _shape_problems(amount: Amount, place: Place) -> Iterator[Problem]:
    is_range = amount.min is not None or amount.max is not None
    if is_range == (amount.value is not None):
        yield Problem(
            place, 'an amount has either a "value", or a "min" or "max" or both; write one of these', "A001"
        )
    if amount.min is not None and amount.max is not None and amount.min > amount.max:
        yield Problem(place.of("max"), 'it is less than "min"; write the least first', "A002")


def _size_problems(amount: Amount, place: Place) -> Iterator[Problem]:
    for name, figure in _figures(amount):
        if not math.isfinite(figure) or not 0 <= figure <= MOST:
            message = f"{shortened(figure)} is no figure that a source gives; write one from 0 to {MOST:,}"
            yield Problem(place.of(name), message, "A003")


def _word_problems(amount: Amount, place: Place) -> Iterator[Problem]:
    told = numbers_in(amount.words)
    if told is None:
        return
    for name, figure in _figures(amount):
        if Decimal(str(figure)) not in told:
            said = " or ".join(f"{number:,f}" for number in sorted(told))
            message = f'"{shortened(amount.words)}" says {shortened(said)}, not {figure:,}'
            yield Problem(place.of(name), f"{message}; correct the one that is wrong", "A004")
