"""Cells that name a stretch of the calendar and no day of it: `1950s`, `spring 2020`, `Q3 2021`, 1990년대 후반.

What happened lies somewhere within, so that is what the date says. Early, mid and late, 초 and 말 have no days of their
own and stand for the whole, as in `coarse`; 상순, 중순 and 하순 are ten days. A season is that of the north, in all
months in which weather services or astronomers have some of it; a winter without its second year may be either of two.
"""

import re
from collections.abc import Callable
from datetime import date

from model.dates.civil import days_in_month
from model.dates.column import date_of
from model.dates.within import within

_NUMBERED = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "latter": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_SEASONS = {
    **dict.fromkeys(("spring", "봄"), (3, 6)),
    **dict.fromkeys(("summer", "여름"), (6, 9)),
    **dict.fromkeys(("autumn", "fall", "가을"), (9, 12)),
}
_TEN_DAYS = {"초순": (1, 10), "상순": (1, 10), "중순": (11, 20), "하순": (21, 31)}

_PART = re.compile(
    r"(?:the )?(?:very )?(?:(?:early|mid(?:dle)?|late)(?:[ -](?:to|or)[ -](?:mid(?:dle)?|late))?|beginning|start|end)"
    r"(?: of)?[ -](?:the )?(?P<whole>.+)",
    re.IGNORECASE,
)
_KOREAN_PART = re.compile(r"(?P<whole>.+?[년월대기봄름을울]) ?(?:초반|중반|후반|연초|연말|초|중|말)")
_HALF_OF = re.compile(r"(?:the )?(?:first|second|latter) half of (?:the )?(?P<whole>.+)", re.IGNORECASE)
_A_POINT = re.compile(r"-?[0-9]{4}(?:-[0-9]{2})?")


def whole_of(text: str) -> str | None:
    """The EDTF of the stretch that a cell names, and of nothing finer; None where it names none."""
    plain = " ".join(re.sub("[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'").split())
    for form, bounds in _FORMS:
        if (found := form.fullmatch(plain)) is not None:
            return bounds(found)
    for form in (_PART, _KOREAN_PART, _HALF_OF):
        if (found := form.fullmatch(plain)) is not None:
            return _month_or_year(found["whole"]) or whole_of(found["whole"])
    return None


def _month_or_year(text: str) -> str | None:
    found = date_of(text, None).edtf
    return found if found is not None and _A_POINT.fullmatch(found) else None


def _years(first: int, last: int) -> str | None:
    return within(f"{first:04}", f"{last:04}")


def _months(year: int, first: int, last: int) -> str | None:
    """From a month of a year to another, which may lie in the next one."""
    return within(f"{year:04}-{first:02}", f"{year + (last - 1) // 12:04}-{(last - 1) % 12 + 1:02}")


def _decade(found: re.Match[str]) -> str | None:
    first = int(found["decade"])
    # The 1900s are ten years or a hundred; of the 2000s there are few who mean a hundred.
    return _years(first, first + (99 if first % 100 == 0 and first < 2000 else 9))


def _century(found: re.Match[str]) -> str | None:
    last = int(found["century"]) * 100
    return _years(last - 99, last) if 0 < last < 10_000 else None


def _quarter(found: re.Match[str]) -> str | None:
    named = found["quarter"].lower()
    last = 3 * (_NUMBERED.get(named) or int(named))
    return _months(int(found["year"]), last - 2, last)


def _half(found: re.Match[str]) -> str | None:
    named = found["half"].lower()
    last = 6 * ({"상": 1, "하": 2}.get(named) or _NUMBERED.get(named) or int(named))
    return _months(int(found["year"]), last - 5, last)


def _season(found: re.Match[str]) -> str | None:
    return _months(int(found["year"]), *_SEASONS[found["season"].lower()])


def _winter(found: re.Match[str]) -> str | None:
    year, until = int(found["year"]), found["until"]
    if until is None:
        return _months(year - 1, 12, 27)
    return _months(year, 12, 15) if str(year + 1).endswith(until) else None


def _ten_days(found: re.Match[str]) -> str | None:
    year, month = int(found["year"]), int(found["month"])
    if not 1 <= month <= 12:
        return None
    first, last = _TEN_DAYS[found["days"]]
    named = f"{year:04}-{month:02}"
    return within(f"{named}-{first:02}", f"{named}-{min(last, days_in_month(year, month)):02}")


def _week(found: re.Match[str]) -> str | None:
    """A week of ISO 8601, from Monday."""
    try:
        first, last = (date.fromisocalendar(int(found["year"]), int(found["week"]), day) for day in (1, 7))
    except ValueError:
        return None
    return within(first.isoformat(), last.isoformat())


def _unknown(found: re.Match[str]) -> str | None:
    """A date of which the last digits are not known."""
    known = found["known"].rstrip("-")
    if len(known) >= 4:
        return _month_or_year(known)
    first = int(known.ljust(4, "0"))
    return _years(first, first + 10 ** (4 - len(known)) - 1)


Bounds = Callable[[re.Match[str]], str | None]


def _forms(bounds: Bounds, *patterns: str) -> list[tuple[re.Pattern[str], Bounds]]:
    named = {"YEAR": r"(?P<year>[12][0-9]{3})", " OF ": r"(?: of|,)?(?: the)? "}
    for word, pattern in named.items():
        patterns = tuple(it.replace(word, pattern) for it in patterns)
    return [(re.compile(it, re.IGNORECASE), bounds) for it in patterns]


_FORMS: tuple[tuple[re.Pattern[str], Bounds], ...] = (
    *_forms(_decade, r"(?:the )?(?P<decade>[12][0-9]{2}0) ?'?s", r"(?P<decade>[12][0-9]{2}0)년대"),
    *_forms(
        _century,
        r"(?:the )?(?P<century>1(?=st)|2(?=nd)|3(?=rd)|[4-9](?=th)|1[0-9](?=th)|20(?=th)|21(?=st))[a-z]{2} century",
        r"(?P<century>[1-9]|1[0-9]|2[01])세기",
    ),
    *_forms(
        _quarter,
        r"Q(?P<quarter>[1-4])(?: OF |[-/]?)YEAR",
        r"(?P<quarter>[1-4])Q[ -/]?YEAR",
        r"YEAR[ -/]?(?:Q(?P<quarter>[1-4]))",
        r"YEAR[ -/]?(?P<quarter>[1-4])Q",
        r"(?:the )?(?P<quarter>first|1st|second|2nd|third|3rd|fourth|4th) quarter OF YEAR",
        r"YEAR년 ?(?P<quarter>[1-4])(?:/4)? ?분기",
    ),
    *_forms(
        _half,
        r"H(?P<half>[12])(?: OF |[-/]?)YEAR",
        r"(?P<half>[12])H[ -/]?YEAR",
        r"YEAR[ -/]?H(?P<half>[12])",
        r"YEAR[ -/]?(?P<half>[12])H",
        r"(?:the )?(?P<half>first|1st|second|2nd|latter) half OF YEAR",
        r"YEAR년 ?(?P<half>[상하])반기",
    ),
    *_forms(
        _season,
        r"(?P<season>spring|summer|autumn|fall) OF YEAR",
        r"YEAR[ -](?P<season>spring|summer|autumn|fall)",
        r"YEAR년 ?(?:초|늦|한)?(?P<season>봄|여름|가을)",
    ),
    *_forms(
        _winter,
        r"winter OF YEAR(?: ?[-/] ?(?P<until>[0-9]{4}|[0-9]{2}))?",
        r"YEAR(?:[-/](?P<until>[0-9]{4}|[0-9]{2}))? winter",
        r"YEAR(?:년? ?[-/~] ?(?P<until>[0-9]{4}|[0-9]{2}))?년 ?(?:초|늦|한)?겨울",
    ),
    *_forms(_ten_days, r"YEAR년 ?(?P<month>[0-9]{1,2})월 ?(?P<days>초순|상순|중순|하순)"),
    *_forms(_week, r"YEAR-?W(?P<week>[0-9]{2})"),
    *_forms(
        _unknown,
        r"(?P<known>[12][0-9]{2})[X?]",
        r"(?P<known>[12][0-9])(?:XX|\?\?)",
        r"(?P<known>[12][0-9]{3}-)(?:XX|\?\?)(?:-(?:XX|\?\?))?",
        r"(?P<known>[12][0-9]{3}-[0-9]{2}-)(?:XX|\?\?)",
    ),
)
"""How such a cell is written, and what bounds that gives."""
