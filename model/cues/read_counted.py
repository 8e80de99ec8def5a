"""What words mean that count: from the day of saying, from what was told before, or in a row of years."""

import re

from model.cues.read_printed import season
from model.cues.reading import Context, Meant, in_words, part_text, readings, text_of
from model.cues.spans_of_time import away as span_away
from model.cues.spans_of_time import edtf_day, span_in
from model.dates.civil import civil_date, weekday
from model.dates.edtf import Part, Precision
from model.dates.ordinals import weekdays_in
from model.dates.typed.relative import shifted
from model.dates.wording import WEEKDAYS_FULL

_FORWARD = re.compile(r"(?i)\b(?:next|coming|upcoming|following)\b|향후|앞으로|다음|안에|이내|내에|내로|내\Z")
_LATER = re.compile(r"(?i)\b(?:later|after|hence|from)\b|뒤|후")


def weekday_alone(words: str, context: Context) -> Meant:
    """`Monday`: the last one up to the origin or, where the sentence looks ahead, the next."""
    number = min(weekdays_in(words), default=None)
    if number is None:
        return Meant(None, "No day of the week.")
    name, here = WEEKDAYS_FULL[number], weekday(context.origin)
    if context.ahead:
        day = context.origin + (number - here - 1) % 7 + 1
        return Meant(edtf_day(day), f"The next {name} after {context.said}, since the sentence looks ahead.")
    return Meant(edtf_day(context.origin - (here - number) % 7), f"The last {name} up to {context.said}.")


def weekday_away(words: str, context: Context) -> Meant:
    """`last Friday`, `next Tuesday`, `지난주 월요일`; the likeliest, with the others named."""
    after_next = re.sub(r"(?i)\s+after\s+next\Z", "", words)
    if after_next != words:
        day = context.origin - weekday(context.origin) + 7 + min(weekdays_in(words))
        return Meant(edtf_day(day), f"The {after_next} of the week after {context.said}.")
    turned = re.sub(r"(?i)\A(last|this|next)\s+week['’]s\s+(.+)", r"\2 \1 week", words)
    found = readings(in_words(re.sub(r"(?i)\A(?:around|the)\s+", "", turned), context.origin), context.origin)
    if not found:
        return weekday_alone(words, context)
    others = f"; it may also be {found[1].words.partition(', a ')[0]}" if len(found) > 1 else ""
    return Meant(text_of(found[0]), f"Counted from {context.said}{others}.")


def unit(words: str, context: Context) -> Meant:
    """`last week`, `next year`, `이번 주`: the whole of it."""
    plain = re.sub(r"(?i)\A(?:(?:the|around|all|of|over|at|on)\s+)+", "", " ".join(words.split()))
    if (
        re.match(r"(?i)(?:that|same|following|previous) (?!.*(?:week-?end|season))", plain)
        and context.told is not None
    ):
        return _unit_told(plain, context)
    if re.search(r"(?i)\b(?:summer|winter|spring|autumn|seasons?)\b", plain):
        return season(plain, context)
    if re.search(r"(?i)week-?end|주말", plain):
        return _weekend(plain, context)
    if (end := re.match(r"연말|연초|연내|세밑|월말|월초|주초", plain)) is not None:
        plain = {"연": "올해", "세": "올해", "월": "이달", "주": "이번주"}[end[0][0]]
    plain = re.sub(
        r"(?i)\A(?:this|the) (?=past|coming)|\A(?:the )?(?:same|that(?: same)?|current) ", _this, plain
    )
    plain = re.sub(r"내주", "다음주", re.sub(r"\s*(?:초|말)\Z", "", plain))
    found = readings(in_words(plain, context.origin), context.origin)
    if not found:
        return Meant(None, f"Counts from {context.said}, and how far is not clear.")
    if re.match(r"(?i)past ", plain):
        # The past year is last year to some, and the year up to now to others.
        first = found[0].start
        return Meant(
            f"[{part_text(first)}..{edtf_day(context.origin)}]", f"Counted back from {context.said}."
        )
    return Meant(text_of(found[0]), f"Counted from {context.said}.")


def _this(found: re.Match[str]) -> str:
    return "" if found[0].lower().startswith(("this", "the ")) and "same" not in found[0] else "this "


def _weekend(words: str, context: Context) -> Meant:
    """Its Saturday and Sunday; without a word for which, the last one that has begun, or the next to come."""
    saturday = context.origin - weekday(context.origin) + 5
    if re.search(r"(?i)\b(?:last|past|previous)\b|지난", words):
        saturday -= 7
    elif re.search(r"(?i)\b(?:next|following)\b|다음", words):
        saturday += 7
    elif (
        not re.search(r"(?i)\b(?:this|coming)\b|이번", words)
        and not context.ahead
        and saturday > context.origin
    ):
        saturday -= 7
    return Meant(f"[{edtf_day(saturday)}..{edtf_day(saturday + 1)}]", f"Counted from {context.said}.")


def _unit_told(words: str, context: Context) -> Meant:
    told = context.told.start if context.told is not None else None
    way, name = words.lower().split()[0], words.lower().split()[-1]
    by = 1 if way == "following" else -1 if way == "previous" else 0
    if told is None or name not in ("year", "month", "week"):
        return Meant(None, "Counts from what was told before.")
    why = "Counted from what was told before."
    if name == "year":
        return Meant(part_text(Part(told.year + by)), why)
    if name == "month" and told.month is not None:
        months = told.year * 12 + told.month - 1 + by
        return Meant(part_text(Part(months // 12, months % 12 + 1)), why)
    if name == "week" and told.precision is Precision.DAY:
        monday = told.first_day - weekday(told.first_day) + 7 * by
        return Meant(f"[{edtf_day(monday)}..{edtf_day(monday + 6)}]", why)
    return Meant(None, "Counts from what was told before, and that is coarser.")


_DEICTIC = {"tonight": 0, "last night": -1, "this morning": 0, "this afternoon": 0, "this evening": 0}


def deictic(words: str, context: Context) -> Meant:
    """`yesterday`, `오늘`."""
    plain = " ".join(words.lower().split())
    why = f"Counted from {context.said}."
    if plain in _DEICTIC:
        return Meant(edtf_day(context.origin + _DEICTIC[plain]), why)
    if plain == "엊그제":
        return Meant(
            f"[{edtf_day(context.origin - 3)}..{edtf_day(context.origin - 1)}]",
            f"A few days up to {context.said}.",
        )
    found = readings(in_words("어제" if plain == "전일" else plain, context.origin), context.origin)
    return Meant(text_of(found[0]) if found else None, why)


def counted(words: str, context: Context) -> Meant:
    """`three months ago`, `in two weeks`, `사흘 전`: no finer than what is counted."""
    by = 1 if re.search(r"(?i)\b(?:hence|from\s+now|from\s+today)\b|[뒤후]\Z", words) else -1
    if weekdays_in(words):
        found = readings(in_words(words, context.origin), context.origin)
        return Meant(text_of(found[0]) if found else None, f"Counted from {context.said}.")
    if by > 0 and re.search(r"[뒤후]\Z", words) and context.told is not None:
        return apart(words, context)
    span = span_in(words)
    if span is None:
        return _open(by, context)
    return Meant(
        span_away(context.origin, span, by), f"Counted from {context.said}, no finer than the words count."
    )


def in_count(words: str, context: Context) -> Meant:
    """`in two weeks`, where the sentence looks ahead; `within two weeks`."""
    span = span_in(words)
    if words[:6].lower() == "within":
        return stretch(words, context)
    if not context.ahead:
        return Meant(None, "It may be how long something took.")
    if span is None:
        return _open(1, context)
    return Meant(
        span_away(context.origin, span, 1), f"Counted from {context.said}, no finer than the words count."
    )


def apart(words: str, context: Context) -> Meant:
    """`three days later`, `two years earlier`: counted from the date told of before."""
    span, told = span_in(words), context.told
    if re.search(r"(?i)\b(?:before|after)\Z", words):
        return Meant(None, "Counts from what follows it.")
    if span is None or told is None or told.start is None:
        return Meant(None, "Counts from what was told before.")
    fine = {"d": Precision.DAY, "w": Precision.DAY, "m": Precision.MONTH, "y": Precision.YEAR}[span[1]]
    if told.start.precision < fine:
        return Meant(None, "Counts from what was told before, and that is coarser.")
    by = 1 if _LATER.search(words) else -1
    return Meant(span_away(told.start.first_day, span, by), f'Counted from "{told.text}", told of before.')


def stretch(words: str, context: Context) -> Meant:
    """`the past two weeks`, `in the coming days`, `최근 3년간`: from the origin as far as it is said, or open."""
    by = 1 if _FORWARD.search(words) or words[:6].lower() == "within" else -1
    span = span_in(words)
    if span is None:
        return _open(by, context)
    there = shifted(context.origin, by * span[0], span[1])
    first, last = sorted((there, context.origin))
    return Meant(
        f"[{edtf_day(first)}..{edtf_day(last)}]", f"Counted {'on' if by > 0 else 'back'} from {context.said}."
    )


def _open(by: int, context: Context) -> Meant:
    here = edtf_day(context.origin)
    if by > 0:
        return Meant(f"[{here}..]", f"After {context.said}; how long after is not said.")
    return Meant(f"[..{here}]", f"Before {context.said}; how long before is not said.")


def told_before(words: str, context: Context) -> Meant:
    """`이날`, `the following day`: counted from the day told of before."""
    told = context.told
    if told is None or told.single_day is None:
        return Meant(None, "Counts from a day told of before, and none is.")
    plain = words.lower()
    after = re.search(r"following|next|after|later|다음|이튿", plain)
    back = re.search(r"previous|preceding|before|earlier|전날", plain)
    day = told.single_day + (1 if after else -1 if back else 0)
    return Meant(edtf_day(day), f'Counted from "{told.text}", told of before.')


def vague(words: str, context: Context) -> Meant:
    """`recently`, `at a later date`: before or after the origin, and no more."""
    if re.search(r"(?i)\b(?:unspecified|undisclosed|unknown|early|earlier)\b", words):
        return Meant(None, "A date that is not said.")
    return _open(-1 if re.search(r"(?i)recently|최근", words) else 1, context)


def anniversary(words: str, context: Context) -> Meant:
    """The year of an anniversary whose first year stands beside it."""
    found = re.match(r"([0-9]{1,3})\D.*?([12][0-9]{3})\Z", words, re.DOTALL)
    if found is None:
        return Meant(None, "Counts from a year that does not stand beside it.")
    return Meant(part_text(Part(int(found[1]) + int(found[2]))), f"{found[1]} years after {found[2]}.")


def nth(words: str, context: Context) -> Meant:
    """`its fourth year`, `3년째`."""
    return Meant(None, "Counts from a beginning that is not dated here.")


def month_weekday(words: str, context: Context) -> Meant:
    """`the first Monday of March`, without a year in the nearest one."""
    plain = re.sub(r"(?i)(?:of|in)(\s+)the(\s+)month", r"of\1this\2month", words)
    here = civil_date(context.origin)[0]
    tried = (
        [plain]
        if re.search(r"[0-9]{4}|(?i:month)", plain)
        else [f"{plain} {year}" for year in (here - 1, here, here + 1)]
    )
    found = [reading for it in tried for reading in readings(it, context.origin)]
    if not found:
        return Meant(None, "No such day of that month.")
    best = min(found, key=lambda it: abs(it.first_day - context.origin))
    return Meant(
        text_of(best),
        f"Counted in its month; the nearest to {context.said}."
        if len(found) > 1
        else "Counted in its month.",
    )
