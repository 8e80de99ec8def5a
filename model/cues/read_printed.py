"""What printed dates mean: days, months and years that are named, and their parts, which have no days of their own."""

import re

from model.cues.english_words import PART, SEASON, S
from model.cues.reading import (
    DateContext,
    MeantDate,
    in_words,
    nearest,
    nearest_of_month,
    readings,
    span_text,
    text_of,
    whole,
)
from model.dates.civil import civil_date, days_in_month
from model.dates.edtf import Part, parse
from model.dates.typed.korean import YEARS

HAS_YEAR = re.compile(
    r"(?<![0-9])[12][0-9]{3}(?![0-9])|[0-9]\s?(?:BC|AD|a\.d|b\.c)|\bAD [0-9]|century|세기|[/-][0-9]{2}\Z|기원전"
)
_PART_OF = re.compile(rf"{PART}(?:{S}|-)(?:of{S})?")
_HALF = re.compile(r"(?i)(first|second|latter|last)\s(half|quarter)\b")
_KOREAN_PART = re.compile(r"\s*(초순|상순|중순|하순|초중반|중후반|초반|중반|후반|초|말)\Z")
_TEN_DAYS = {"초순": (1, 10), "상순": (1, 10), "중순": (11, 20), "하순": (21, 31)}
"""순 are ten days: the one part of a month that has days of its own."""

_TOLD_YEAR = re.compile(r"그해|같은 ?해|이듬해")
_TOLD_MONTH = re.compile(r"그달|같은 ?달|전달")
_KOREAN_SEASON = re.compile(r"(.*?)\s*(봄|여름|가을|겨울)\Z", re.DOTALL)
_DAYS = re.compile(r"([0-9]{1,2})일?\s*(?:[-–—~∼〜]|부터|에서)\s*([0-9]{1,2})일(?:까지)?")
_YEARS = re.compile(r"([0-9]{4})년?\s?[-–—~∼〜]\s?([0-9]{2,4})")


def printed(words: str, context: DateContext) -> MeantDate:
    """A day or a month, with its year or without."""
    words, why = _as_told(words, context)
    if why and words == "":
        return MeantDate(None, why)
    if (days := _DAYS.fullmatch(words)) is not None:
        return _days(days, context)
    if HAS_YEAR.search(words):
        return whole(words, context)
    english = in_words(words, context.origin)
    if re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", english):
        # What counts from the origin, as the last 8th before it, is said in full by the rules.
        found = readings(english, context.origin)
        why = f"Counted from {context.said}."
        return MeantDate(text_of(found[0]) if found else None, why)
    found_way = re.match(r"(?:last|next|this) ", english)
    if found_way is not None:
        return away(english, context)
    return nearest(words, context)


def _days(days: re.Match[str], context: DateContext) -> MeantDate:
    """Days of a month that is not named, the second in the next one where it would lie before the first."""
    start = nearest_of_month(days[1], context)
    if start.edtf is None:
        return start
    first, last = parse(start.edtf).start, int(days[2])
    assert first is not None and first.day is not None and first.month is not None
    months = first.year * 12 + first.month - (1 if first.day <= last else 0)
    year, month = months // 12, months % 12 + 1
    if last > days_in_month(year, month):
        return MeantDate(None, "No such days of a month.")
    return MeantDate(span_text(first, Part(year, month, last), lasts=True), start.why)


def day_alone(words: str, context: DateContext) -> MeantDate:
    """A day of a month that is not named."""
    words, why = _as_told(words, context)
    if why and words == "":
        return MeantDate(None, why)
    if re.search(r"[가-힣]", re.sub(r"[0-9]+\s?일|\([월화수목금토일]\)|[월화수목금토일]요일|\s", "", words)):
        return printed(words, context)
    return nearest_of_month(re.sub(r"\(.\)|[월화수목금토일]요일", "", words), context)


def away(words: str, context: DateContext) -> MeantDate:
    """A month, week, year that is counted from the origin: `last May`, `next month`, `지난달`."""
    words, why = _as_told(words, context)
    if why and words == "":
        return MeantDate(None, why)
    found = readings(in_words(words, context.origin), context.origin)
    return MeantDate(text_of(found[0]) if found else None, f"Counted from {context.said}.")


def part(words: str, context: DateContext) -> MeantDate:
    """`late August`, `the end of last year`, `8월 초`: the whole, since its parts have no days."""
    korean = _KOREAN_PART.search(words)
    found = _PART_OF.match(words) if korean is None else None
    if korean is None and found is None:
        return _sized(words, context)
    rest = words[: korean.start()] if korean else words[found.end() :] if found else words
    name = korean[1] if korean else _bare(words[: found.end()]) if found else ""
    of = _sized(rest, context)
    if of.edtf is None:
        return of
    if korean and name in _TEN_DAYS and re.fullmatch(r"-?[0-9]{4}-[0-9]{2}", of.edtf):
        first, last = _TEN_DAYS[name]
        year, month = int(of.edtf[:-3]), int(of.edtf[-2:])
        last = min(last, days_in_month(year, month))
        return MeantDate(
            f"[{of.edtf}-{first:02}..{of.edtf}-{last:02}]", f'{of.why} "{name}" is ten days of a month.'
        )
    if (half := _HALF.match(name)) and re.fullmatch(r"[0-9]{4}", of.edtf):
        return MeantDate(_half(half, of.edtf), of.why)
    return MeantDate(of.edtf, f'{of.why} Which of its days are "{name}" is not said, so all of it is taken.')


def _bare(name: str) -> str:
    """`the end of the` without what joins it to a whole."""
    plain = " ".join(name.replace("-", " ").split())
    return re.sub(r"(?i)\Athe |(?: of| in)?(?: the)?(?: around)?(?: of)?\Z", "", plain)


def _half(half: re.Match[str], year: str) -> str:
    if half[2].lower() == "quarter":
        return f"[{year}-10..{year}-12]"
    return f"[{year}-01..{year}-06]" if half[1].lower() == "first" else f"[{year}-07..{year}-12]"


def _sized(words: str, context: DateContext) -> MeantDate:
    """The whole of which something is a part: named, or counted."""
    plain = re.sub(r"(?i)^(?:(?:in|of|the|on|around|earlier|later|that|same)\s+)+", "", words.strip())
    if re.search(r"(?i)[-’' ]?s?[- ]end\Z|EOY|BOY", plain):
        plain = "month" if plain[:1] in "mM" else "year"
    if re.search(r"(?i)\b(?:summer|winter|spring|autumn|fall|seasons?|week-?end)\b", plain):
        return season(plain, context)
    if re.search(
        r"(?i)\b(?:week|month|quarter|qtr|year|yr|decade|century)\Z|달\Z|해\Z|년\Z|주\Z", plain
    ) and not HAS_YEAR.search(plain):
        return away(plain, context)
    return printed(plain, context)


def season(words: str, context: DateContext) -> MeantDate:
    """The year of a season, which has no days of its own either; a winter lies in two."""
    year = re.search(r"[12][0-9]{3}", words)
    korean = _KOREAN_SEASON.match(words)
    name = (korean[2] if korean else next(iter(re.findall(rf"{SEASON}|(?i:fall)", words)), "season")).lower()
    by = re.search(r"(?i)\b(last|past|previous|next|coming|upcoming)\b|지난|작년|다음|내년", words)
    here = civil_date(context.origin)[0]
    if year is not None:
        first = last = int(year[0])
    elif by is None:
        first = last = here
    else:
        back = by[0].lower() in ("last", "past", "previous", "지난", "작년")
        first, last = (here - 1, here) if back else (here, here + 1)
        if korean and korean[1].strip() in YEARS:
            first = last = here + YEARS[korean[1].strip()]
    if name in ("winter", "겨울") and first == last:
        last += 1
    edtf = f"{first:04}" if first == last else f"[{first:04}..{last:04}]"
    return MeantDate(
        edtf,
        f'"{name}" has no days of its own; counted from {context.said}.'
        if year is None
        else f'"{name}" has no days of its own.',
    )


def years(words: str, context: DateContext) -> MeantDate:
    """`2015-2019`, `2023-24`."""
    found = _YEARS.search(words)
    if found is None:
        return MeantDate(None, "Printed, and no years.")
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    return MeantDate(f"{first:04}/{last:04}" if first < last else None, "Printed in full.")


def _as_told(words: str, context: DateContext) -> tuple[str, str]:
    """Korean words that count from the year or month told before, with it in their place; empty where none is told."""
    if not (_TOLD_YEAR.search(words) or _TOLD_MONTH.search(words)):
        return words, ""
    if context.told is None or context.told.start is None:
        return "", "Counts from what was told before, and no date is."
    start = context.told.start
    year = start.year + (1 if "이듬해" in words else 0)
    words = _TOLD_YEAR.sub(f"{year}년 ", words)
    if _TOLD_MONTH.search(words):
        if start.month is None:
            return "", "Counts from a month told before, and none is."
        months = start.year * 12 + start.month - 1 - (1 if "전달" in words else 0)
        words = _TOLD_MONTH.sub(f"{months // 12}년 {months % 12 + 1}월 ", words)
    return words.strip(), ""
