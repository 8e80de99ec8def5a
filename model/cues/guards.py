"""Which words in the form of a date are none, by what stands around them: a name, a number, a verb."""

import re
from collections.abc import Callable

_NEAR = 32
"""How far around a word is looked."""

_INTO_A_MONTH = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|before|after|during|between|through|throughout|to|around|of|and|or|as|than|late|early|last"
    r"|next|this|on)|,)\s+\Z",
    re.IGNORECASE,
)
_SURELY_INTO = re.compile(r"\b(?:in|since|until|till|before|during|throughout)\s+\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the|its|his|their|her|each|every)\s+\Z", re.IGNORECASE)
_CAPITAL = re.compile(r"\s[A-Z]")
_OTHER_WORDS = frozenset({"march", "may", "august", "april", "june"})
_LONGEST_OR_NTH = re.compile(
    r"\b(?:times?|once|twice|[a-z]+est|most|first|second|third|[a-z]+th|[0-9]+(?:st|nd|rd|th)|least)\s+\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:Resolution|Article|Room|Project|Route|Highway|Boeing|Flight|Unit|Section|number|No|version|at|over|than|about"
    r"|nearly|some|almost)\.?|[0-9]|\bUNSCR)\s+\Z",
    re.IGNORECASE,
)
_AMOUNT_AFTER = re.compile(r"\s(?:[A-Z][a-z]+\s){1,3}(?:troops|soldiers|workers|people|citizens|men)\b")
_MEDIUM = re.compile(r"[A-Z][A-Za-z]+ \Z")
_KOREAN_COUNT = re.compile(r"(?:약|총|최소|최대|매월|매달|매년|단)\s?\Z")


def is_date(form: str, text: str, start: int, end: int) -> bool:
    """Whether words of a form that stand in a text from `start` to `end` date anything."""
    guard = _GUARDS.get(form)
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return guard is None or guard(before, text[start:end], after)


def _month(before: str, words: str, after: str) -> bool:
    if not before.strip() and not after.strip():
        return True
    name, leads = words.lower().rstrip("."), _INTO_A_MONTH.search(before) is not None
    if words[0].islower():
        return leads and _SURELY_INTO.search(before) is not None
    if name in _OTHER_WORDS or len(name) <= 4:
        is_name = _CAPITAL.match(after) is not None and not _SURELY_INTO.search(before)
        return (leads or _ARTICLE.search(before) is not None) and not is_name
    return True


def _in_count(before: str, words: str, after: str) -> bool:
    return words[:6].lower() == "within" or _LONGEST_OR_NTH.search(before) is None


def _year(before: str, words: str, after: str) -> bool:
    return (
        _NUMBERED.search(before) is None
        and _AMOUNT_AFTER.match(after) is None
        and not after[:2].strip().isdigit()
    )


def _deictic(before: str, words: str, after: str) -> bool:
    return words[:5] != "Today" or _MEDIUM.search(before) is None


def _korean_day(before: str, words: str, after: str) -> bool:
    return _KOREAN_COUNT.search(before) is None


_GUARDS: dict[str, Callable[[str, str, str], bool]] = {
    "month": _month,
    "in_count": _in_count,
    "year": _year,
    "deictic": _deictic,
    "ko_day_alone": _korean_day,
}
