"""Dates as Korean writes them, said in the English that the rules read: `5월 9일` is `9 may`, `8월 초` `early august`.

So both languages are read by the same rules. What depends on the day `origin` alone, as `지난 8일`, is said in full.
"""

import re

from model.dates.civil import civil_date, day_number, days_in_month
from model.dates.wording import MONTHS, WEEKDAYS_FULL

_HANGUL = re.compile("[가-힣]")

_WAYS = {"지난": "last", "오는": "next", "다가오는": "next", "이번": "this"}
YEARS = {"올해": 0, "금년": 0, "지난해": -1, "작년": -1, "내년": 1, "재작년": -2, "내후년": 2}
"""Years by how far they lie from that of the day from which one counts."""

_MONTHS = {"이달": 0, "이번달": 0, "지난달": -1, "다음달": 1, "내달": 1}
_PARTS = {
    "초": "early",
    "초순": "early",
    "상순": "early",
    "중순": "mid",
    "하순": "late",
    "말": "late",
}
_HALVES = {"상반기": ("january", "june"), "하반기": ("july", "december")}
_WEEKDAYS = "월화수목금토일"

_PHRASES = {
    "오늘": "today",
    "이날": "today",
    "어제": "yesterday",
    "내일": "tomorrow",
    "모레": "day after tomorrow",
    "그제": "day before yesterday",
    "그저께": "day before yesterday",
    "이번주": "this week",
    "금주": "this week",
    "지난주": "last week",
    "다음주": "next week",
    **{name: f"{way} month" for name, way in (("이달", "this"), ("이번달", "this"), ("지난달", "last"))},
    **dict.fromkeys(("다음달", "내달"), "next month"),
    **{name: f"{way} year" for name, way in (("올해", "this"), ("금년", "this"), ("내년", "next"))},
    **dict.fromkeys(("지난해", "작년"), "last year"),
}

_UNITS = {"일": "days", "주": "weeks", "주일": "weeks", "개월": "months", "달": "months", "년": "years"}
_COUNTED = re.compile(rf"([0-9]{{1,6}})({'|'.join(sorted(_UNITS, key=len, reverse=True))})(전|뒤|후)")
_WEEKDAY_OF_WEEK = re.compile(rf"(이번주|금주|지난주|다음주)([{_WEEKDAYS}])요일")
_DECADE = re.compile(r"([0-9]{3}0)년대")
_CENTURY = re.compile(r"(기원전)?([0-9]{1,2})세기")
_BEFORE_CHRIST = re.compile(r"기원전([0-9]{1,5})년")
_QUARTER = re.compile(rf"(?:([0-9]{{4}})년|({'|'.join(YEARS)}))?([1-4])분기")
_HALF = re.compile(rf"(?:([0-9]{{4}})년|({'|'.join(YEARS)}))({'|'.join(_HALVES)})")
_ONE = re.compile(
    rf"(?P<way>{'|'.join(_WAYS)})?"
    rf"(?:(?P<year>[0-9]{{4}})년|(?P<year_away>{'|'.join(YEARS)}))?"
    rf"(?:(?P<month>[0-9]{{1,2}})월|(?P<month_away>{'|'.join(_MONTHS)}))?"
    r"(?:(?P<day>[0-9]{1,2})일)?"
    rf"(?P<part>{'|'.join(_PARTS)})?"
    rf"(?:\((?P<beside>[{_WEEKDAYS}])(?:요일)?\)|(?P<weekday>[{_WEEKDAYS}])요일)?"
)
_FROM_TO = re.compile(r"(.+?)(?:부터|에서)(.+?)(?:까지)?|(.+?)[~∼〜–-](.+?)(?:까지)?")
_PARTICLE = re.compile(r"(?<=[가-힣)])(?:에는|에|엔|의|자|께|쯤|경|무렵|중|중에)$")
_UNIT = re.compile(r"년|월|일")


def in_english(text: str, origin: int) -> str:
    """A normalised Korean text in words that the rules know; the text itself where it is no Korean, or unknown."""
    if not _HANGUL.search(text):
        return text
    words = text.replace(" ", "")
    for tried in dict.fromkeys((words, _PARTICLE.sub("", words))):
        found = _phrase(tried, origin) or _one(tried, origin) or _range(tried, origin)
        if found:
            return found
    return text


def _phrase(words: str, origin: int) -> str:
    if words in _PHRASES:
        return _PHRASES[words]
    if found := _COUNTED.fullmatch(words):
        count = f"{found[1]} {_UNITS[found[2]]}"
        return f"{count} ago" if found[3] == "전" else f"in {count}"
    if found := _WEEKDAY_OF_WEEK.fullmatch(words):
        return f"{_weekday(found[2])} {_PHRASES[found[1]]}"
    if found := _DECADE.fullmatch(words):
        return f"{found[1]}s"
    if found := _CENTURY.fullmatch(words):
        return f"{found[2]}th century{' bc' if found[1] else ''}"
    if found := _BEFORE_CHRIST.fullmatch(words):
        return f"{found[1]} bc"
    if found := _QUARTER.fullmatch(words):
        year = _year(found[1], found[2], origin)
        return f"q{found[3]}{f' {year}' if year else ''}"
    if found := _HALF.fullmatch(words):
        first, last = _HALVES[found[3]]
        return f"{first} to {last} {_year(found[1], found[2], origin)}"
    return ""


def _one(words: str, origin: int) -> str:
    """A day, a month, a year, or a weekday; empty where it is none of these."""
    found = _ONE.fullmatch(words)
    if found is None or not words:
        return ""
    year = _year(found["year"], found["year_away"], origin)
    month = int(found["month"]) if found["month"] else None
    if found["month_away"]:
        here, number, _ = civil_date(origin)
        months = here * 12 + number - 1 + _MONTHS[found["month_away"]]
        year, month = months // 12, months % 12 + 1
    day = int(found["day"]) if found["day"] else None
    way = _WAYS.get(found["way"] or "", "")
    if found["part"]:
        whole = "" if day or way else _named(year, month, None)
        return f"{_PARTS[found['part']]} {whole}" if whole else ""
    weekday = found["beside"] or found["weekday"]
    if weekday and not (year or month or day):
        return f"{way} {_weekday(weekday)}".strip()
    said = _away(way, month, day, origin) if way and not year else _named(year, month, day)
    return f"{_weekday(weekday)} {said}" if said and weekday and day else said


def _named(year: int | None, month: int | None, day: int | None) -> str:
    if month is not None and not 1 <= month <= 12:
        return ""
    if month is None:
        return "" if year and day else _ordinal(day) if day else str(year or "")
    words = MONTHS[month - 1].lower()
    if day is not None:
        words = f"{day} {words}"
    return f"{words} {year}" if year else words


def _away(way: str, month: int | None, day: int | None, origin: int) -> str:
    """The last such day before the origin, the next one after it, or that of its month."""
    if month is not None and not 1 <= month <= 12:
        return ""
    if day is None:
        return f"{way} {MONTHS[month - 1].lower()}" if month else ""
    if way == "this":
        return _named(None, month, day)
    back = way == "last"
    here, number, _ = civil_date(origin)
    for by in range(25):
        months = here * 12 + number - 1 + (-by if back else by)
        year, candidate = months // 12, months % 12 + 1
        if month in (None, candidate) and 1 <= day <= days_in_month(year, candidate):
            found = day_number(year, candidate, day)
            if found <= origin if back else found >= origin:
                return _named(year, candidate, day) if year > 999 else ""
    return ""


def _range(words: str, origin: int) -> str:
    """`5월7일부터10일까지`, `8~9월`: each end may leave out what the other says."""
    found = _FROM_TO.fullmatch(words)
    if found is None:
        return ""
    first, last = found[1] or found[3], found[2] or found[4]
    if first[-1].isdigit() and (units := _UNIT.findall(last)):
        first += units[-1] if first.count("월") or len(units) == 1 else units[0]
    if "일" in last and "월" not in last and "월" in first:
        last = first[: first.index("월") + 1] + last
    elif "년" in first and "월" in last and "년" not in last:
        last = first[: first.index("년") + 1] + last
    start, end = _one(first, origin), _one(last, origin)
    return f"{start} to {end}" if start and end else ""


def _year(digits: str | None, away: str | None, origin: int) -> int | None:
    if away:
        return civil_date(origin)[0] + YEARS[away]
    return int(digits) if digits else None


def _ordinal(day: int) -> str:
    """With its ending, since a bare number may be a year too."""
    return f"{day}th"


def _weekday(letter: str) -> str:
    return WEEKDAYS_FULL[_WEEKDAYS.index(letter)].lower()
