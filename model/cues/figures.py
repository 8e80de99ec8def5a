"""Figures in a text, by rules: the words that give one, with "up to" or 약 before it, and what is counted.

Only figures in digits, which alone can be told from names and pronouns for certain. A number that dates or numbers
something, or says how long it took, is none: "10 October", "Mangyongbong 92", "19 years".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.quotes.span import TextSpan

_LARGE = "[십백천만억조]"
_NUMBER = (
    rf"\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ ]?{_LARGE}(?:[ ]?\d[\d,]*{_LARGE})*)?"
)
_SCALE = r"(?:[ ](?:hundred|thousand|million|billion|trillion|dozen)\b)?"
_LEAD = (
    r"(?:(?:up to|at least|at most|no (?:more|less|fewer) than|not more than|more than|less than|fewer than"
    r"|as (?:many|much) as|about|around|roughly|approximately|nearly|almost|over|under|some|an estimated|between)[ ]"
    r"|(?:약|최대|최소)[ ]?){0,3}"
)
_FIGURE = re.compile(
    rf"(?i)(?<![\w.,:/#–-])(?P<lead>{_LEAD})(?P<first>{_NUMBER}){_SCALE}"
    rf"(?:(?:[ ]?[-–~〜][ ]?|[ ](?:to|and)[ ])(?P<second>{_NUMBER}){_SCALE})?"
    r"(?![A-Za-z0-9]|:\d)(?:[ ]?여)?"
)
_AFTER = re.compile(r"[ \u00a0\n]+([A-Z][\w’'-]*[ ])?([a-z][a-z-]*[a-z])\b(?:[ ]of[ ]([a-z][a-z-]*[a-z])\b)?")
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w’'.-]*|[Nn]o\.|[№#제])[ ]?\Z")
_OPENERS = frozenset(
    {"The", "A", "An", "All", "Some", "These", "Those", "Of", "And", "But", "With", "Both", "Only"}
)
_TIME = re.compile(
    r"(?i)[ -]*(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|a\.m|p\.m|년|월|일|주|시|분|차|회)"
)
_MEASURES = """
percent kilometers kilometres km miles meters metres tons tonnes kilograms kg pounds dollars won yuan rubles euros
knots barrels hectares acres degrees
"""
_SMALL_WORDS = """
of to in on at for and or from by with as was were is are has have had because that which who after before since until
while than when but would could will may might per not said more other
"""
_UNITS, _NO_NOUNS = frozenset(_MEASURES.split()), frozenset(_SMALL_WORDS.split())


_NEAR = 80
"""So many characters before and after a figure say what it is of."""


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """Words that give a figure, `what` it counts and its `unit`; both are empty where the words after do not say."""

    span: TextSpan
    words: str
    what: str = ""
    unit: str = ""


def figures_in(text: str, stretch: TextSpan, apart: Iterable[TextSpan]) -> tuple[FoundFigure, ...]:
    """The figures within a stretch of a text, in order; none in what is `apart`, as date words are."""
    return tuple(_figures(text, stretch, [*apart]))


def _figures(text: str, stretch: TextSpan, apart: list[TextSpan]) -> Iterator[FoundFigure]:
    for match in _FIGURE.finditer(text, stretch.start, stretch.end):
        start, end = match.span()
        if any(it.start < end and start < it.end for it in apart) or _TIME.match(text, end):
            continue
        before = text[max(stretch.start, start - _NEAR) : start]
        named = _NAME_BEFORE.search(before) if not match["lead"] else None
        if named is not None and named[0].strip() not in _OPENERS:
            continue
        if not match["lead"] and not match["second"] and re.fullmatch("(?:19|20)[0-9]{2}", match["first"]):
            continue
        what, unit = _counted(text[end : min(stretch.end, end + _NEAR)])
        yield FoundFigure(TextSpan(start, end), text[start:end], what, unit)


def _counted(after: str) -> tuple[str, str]:
    found = _AFTER.match(after)
    if found is None or found[2] in _NO_NOUNS:
        return "", ""
    if found[2] in _UNITS:
        return found[3] or "", found[2]
    return found[2], ""
