"""The figures of a claim as they are typed: `passengers=Up to 300; crew=about 20`, with what their words give.

Where words do not give the figure, or not alone, it stands after them, as in `rice=about 1.500 (~1500 tons)`.
A range is `200..300`, `..300` or `200..`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from model.corpus.check_amounts import ABOUT
from model.corpus.check_bounds import bound_in, is_least
from model.corpus.records import Amount
from model.corpus.slugs import slug_of
from model.cues.figures import FoundFigure
from model.exchange.amounts import amounts_words
from model.quotes.numbers import numbers_in

EXAMPLE = "as passengers=up to 300"

_GIVEN = re.compile(
    r"\A(?P<words>.*?)\s*\((?P<about>~?)(?P<figure>[\d,.]*\.\.[\d,.]*|[\d,]+(?:\.\d+)?)?\s*(?P<unit>[^()]*)\)\Z",
    re.DOTALL,
)
_BOUNDS = re.compile(r"(?P<least>[\d,]*(?:\.\d+)?)\.\.(?P<most>[\d,]*(?:\.\d+)?)")
_RANGE = re.compile(r"(?i)\bbetween\b|\d[^\d]{0,3}(?:[-–~〜]| to )|[만천백][ ]?[-–~〜]")


@dataclass(frozen=True, slots=True)
class AmountRead:
    """One figure that is typed: the `amount` of a record, or what is `wrong` with it."""

    amount: Amount | None
    wrong: str = ""


def amounts_read(typed: str, passage: str) -> list[AmountRead]:
    """What is typed, read for the words of a passage."""
    return [_read(part, passage) for part in typed.split(";") if part.strip()]


def wrong_in(read: Iterable[AmountRead]) -> str:
    """What is wrong with the first of them that is; empty where none is."""
    return next((it.wrong for it in read if it.wrong), "")


def in_short(read: Iterable[AmountRead]) -> str:
    """Some figures, as cards say them."""
    return amounts_words([it.amount for it in read if it.amount is not None], str)


def records(read: Iterable[AmountRead]) -> list[dict[str, Any]]:
    """The field `amounts` of a record."""
    fields = (msgspec.structs.asdict(it.amount) for it in read if it.amount is not None)
    return [{name: value for name, value in it.items() if value not in (None, False)} for it in fields]


def in_words(amounts: Iterable[Amount]) -> str:
    """Figures of a claim, each as it is typed."""
    return "; ".join(map(_typed, amounts))


def typed_for(found: FoundFigure, what: str) -> str:
    """A figure that was found in a text, as it is typed."""
    return f"{what}={found.words}{f' ({found.unit})' if found.unit else ''}"


def _read(part: str, passage: str) -> AmountRead:
    named, equals, rest = part.partition("=")
    what, rest = slug_of(named.strip()), rest.strip()
    if not equals or not what:
        return AmountRead(None, f"what is counted? {EXAMPLE}")
    given = _GIVEN.match(rest) if rest not in passage else None
    words = given["words"] if given is not None else rest
    if not words or words not in passage:
        return AmountRead(None, f'"{words}" is not in what is marked' if words else f"its words? {EXAMPLE}")
    unit = given["unit"].strip() if given is not None else ""
    if given is not None and given["figure"]:
        bounds = _bounds(given["figure"])
        about = bool(given["about"])
    else:
        bounds = _by_words(words)
        about = "value" in bounds and ABOUT.search(words) is not None
    if not bounds:
        return AmountRead(None, f"say the figure: {what}={words} (300), or (200..300)")
    return AmountRead(Amount(what=what, words=words, unit=unit or None, about=about, **bounds))


def _bounds(figure: str) -> dict[str, int | float]:
    """`300` as a value, `200..300` as bounds; empty where it is none."""
    bounds = _BOUNDS.fullmatch(figure)
    parts = {"min": bounds["least"], "max": bounds["most"]} if bounds is not None else {"value": figure}
    try:
        return {name: _number(Decimal(it.replace(",", ""))) for name, it in parts.items() if it}
    except InvalidOperation:
        return {}


def _by_words(words: str) -> dict[str, int | float]:
    """What some words give, where that is one figure, or two with a word for a range."""
    told = [*map(_number, sorted(numbers_in(words) or ()))]
    if len(told) == 2 and _RANGE.search(words):
        return {"min": told[0], "max": told[1]}
    if len(told) != 1:
        return {}
    bound = bound_in(words)
    return {"value" if bound is None else "min" if is_least(bound) else "max": told[0]}


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _typed(amount: Amount) -> str:
    plain = f"{amount.what}={amount.words}"
    if _is(plain, amount):
        return plain
    with_unit = f"{plain} ({amount.unit})"
    if amount.unit and _is(with_unit, amount):
        return with_unit
    figure = " ".join(it for it in (f"{'~' if amount.about else ''}{_figure(amount)}", amount.unit) if it)
    return f"{plain} ({figure})"


def _is(typed: str, amount: Amount) -> bool:
    return _read(typed, amount.words).amount == amount


def _figure(amount: Amount) -> str:
    if amount.value is not None:
        return f"{amount.value}"
    return f"{'' if amount.min is None else amount.min}..{'' if amount.max is None else amount.max}"
