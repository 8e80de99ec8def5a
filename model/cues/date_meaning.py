"""What the date words of a text would mean: a date in EDTF with its basis and a sentence on how it was arrived at.

A suggestion, never a decision. A stretch stays one: no word for a week, a month or a part of them means a day.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from model.corpus.vocabulary import Basis
from model.cues import read_counted, read_printed
from model.cues.counted_from import CountedFrom
from model.cues.date_words import DatePart, DateWord
from model.cues.reading import DateContext, MeantDate, part_text, span_text, whole
from model.cues.spans_of_time import edtf_day
from model.cues.tense import looks_ahead
from model.dates.civil import civil_date
from model.dates.edges import EDGES, bounded, ending
from model.dates.edtf import Edtf, Part, Precision, Shape, parse
from model.dates.wording import long_form
from model.quotes.sentences import sentence_at
from model.quotes.span import TextSpan


@dataclass(frozen=True, slots=True)
class DateMeaning:
    """What a date word would mean. `edtf` is None where the words alone do not say; `reasoning` tells how, or why."""

    word: DateWord
    edtf: str | None
    basis: Basis
    reasoning: str

    @property
    def said(self) -> str:
        """In a line: `Mon 21 Oct 2024, derived-weekday from "On Monday"`."""
        date = long_form(parse(self.edtf)) if self.edtf is not None else "no date by itself"
        return f'{date}, {self.basis} from "{" ".join(self.word.words.split())}"'


def date_meanings(
    text: str, words: Sequence[DateWord], sentences: Sequence[TextSpan], origin: CountedFrom | None
) -> tuple[DateMeaning, ...]:
    """What each of the date words of a text would mean, counted from `origin`, where one is known."""
    found: list[DateMeaning] = []
    told: Edtf | None = None
    for number, word in enumerate(words):
        sentence = sentence_at(sentences, word.span.start) or word.span
        before = words[number - 1].span.end if number else 0
        after = words[number + 1].span.start if number + 1 < len(words) else len(text)
        ahead = looks_ahead(
            text[max(sentence.start, before) : word.span.start],
            text[word.span.end : min(sentence.end, after)],
        )
        if ahead is None and word.edge in ("by", "until", "before", "up_to", "earliest"):
            ahead = True
        meaning = _meaning(word, origin, told, ahead)
        found.append(meaning)
        date = parse(meaning.edtf) if meaning.edtf is not None else None
        if date is not None and date.shape is Shape.POINT and not date.qualified:
            told = date
    return tuple(found)


READERS: dict[str, Callable[[str, DateContext], MeantDate]] = {
    **dict.fromkeys(
        ("day_year", "day_year_2", "digits", "month_year", "era", "century", "decade", "year"), whole
    ),
    **dict.fromkeys(("ko_era", "ko_years", "ko_year"), whole),
    **dict.fromkeys(
        ("day", "day_2", "month", "quarter", "ko_day", "ko_days", "ko_months", "ko_quarter"),
        read_printed.printed,
    ),
    **dict.fromkeys(("month_away", "day_of_away", "week_of", "ko_year_away"), read_printed.away),
    **dict.fromkeys(("part", "part_2", "part_3"), read_printed.part),
    **dict.fromkeys(
        ("ko_month", "ko_year_away", "ko_month_away", "ko_decade", "ko_century", "ko_year"), read_printed.part
    ),
    **dict.fromkeys(("season", "ko_season"), read_printed.season),
    **dict.fromkeys(("day_alone", "ko_day_alone"), read_printed.day_alone),
    **dict.fromkeys(("years", "ko_years"), read_printed.years),
    "weekday": read_counted.weekday_alone,
    **dict.fromkeys(("weekday_away", "weekday_of_week", "ko_weekday"), read_counted.weekday_away),
    **dict.fromkeys(("unit", "ko_unit"), read_counted.unit),
    **dict.fromkeys(("deictic", "ko_deictic"), read_counted.deictic),
    **dict.fromkeys(("counted", "ko_counted"), read_counted.counted),
    "apart": read_counted.apart,
    "in_count": read_counted.in_count,
    **dict.fromkeys(("stretch", "ko_stretch"), read_counted.stretch),
    **dict.fromkeys(("told_before", "ko_told_before"), read_counted.told_before),
    **dict.fromkeys(("vague", "ko_vague"), read_counted.vague),
    **dict.fromkeys(("anniversary", "ko_anniversary"), read_counted.anniversary),
    **dict.fromkeys(("nth", "ko_nth"), read_counted.nth),
    "weekday_of_month": read_counted.month_weekday,
}
"""How each form of `ENGLISH` and `KOREAN` is read."""

_WEEKDAYS = frozenset({"weekday", "weekday_away", "weekday_of_week", "ko_weekday"})
_ORDINALS = frozenset({"anniversary", "nth", "weekday_of_month", "ko_anniversary", "ko_nth"})
_RELATIVE = frozenset(
    {"unit", "deictic", "counted", "apart", "in_count", "stretch", "told_before", "vague", "day_of_away"}
    | {
        "ko_unit",
        "ko_deictic",
        "ko_counted",
        "ko_stretch",
        "ko_told_before",
        "ko_vague",
        "ko_year_away",
        "ko_month_away",
    }
)
_OF_A_UNIT = re.compile(r"(?i)(?:week|month|year|quarter|weekend|decade|season|end|EOY|BOY)\Z")


def basis_of(word: DateWord) -> Basis:
    """How the date of some words would be known, as their form alone tells."""
    forms = {part.form for part in word.parts}
    if forms & _WEEKDAYS:
        return Basis.DERIVED_WEEKDAY
    if forms & _ORDINALS:
        return Basis.DERIVED_ORDINAL
    last = word.parts[-1]
    if read_printed.HAS_YEAR.search(last.words) or last.form in ("decade", "century", "era", "years"):
        return Basis.EXPLICIT
    is_of_unit = last.form in ("part", "part_2", "part_3") and _OF_A_UNIT.search(last.words)
    if forms & _RELATIVE or is_of_unit or last.form in ("season", "ko_season"):
        return Basis.DERIVED_RELATIVE
    return Basis.EXPLICIT_PARTIAL


def _meaning(
    word: DateWord, origin: CountedFrom | None, told: Edtf | None, ahead: bool | None
) -> DateMeaning:
    basis = basis_of(word)
    if origin is None:
        if basis is not Basis.EXPLICIT:
            return DateMeaning(word, None, basis, "The source has no date near enough to count from.")
        origin = CountedFrom(1, 1, "")
    found = [_read(word, DateContext(day, origin.said, told, ahead)) for day in origin.ends]
    if len({it.edtf for it in found}) == 1:
        return DateMeaning(word, found[0].edtf, basis, found[0].why)
    return DateMeaning(
        word, _hull([it.edtf for it in found]), basis, f"{found[0].why} Which day that was is not known."
    )


def _hull(dates: Sequence[str | None]) -> str | None:
    """All days that any of some dates has, as a window; None where one of them is not known."""
    known = [parse(it) for it in dates if it is not None]
    firsts, lasts = [it.earliest for it in known], [it.latest for it in known]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    last = None if None in lasts else max(day for day in lasts if day is not None)
    if len(known) < len(dates) or first is last is None:
        return None
    return f"[{'' if first is None else edtf_day(first)}..{'' if last is None else edtf_day(last)}]"


def _read(word: DateWord, context: DateContext) -> MeantDate:
    if len(word.parts) == 2:
        meant = _between(word, context)
    else:
        part = word.parts[0]
        meant = READERS[part.form](part.words, context)
    if meant.edtf is None:
        return meant
    return replace(meant, edtf=_bounded(parse(meant.edtf), word, context))


def _between(word: DateWord, context: DateContext) -> MeantDate:
    """From one date to another: together, where the second has the year of both, else each by itself."""
    first, second = word.parts
    joint = _joint(first, second, context)
    if joint is not None:
        return joint
    start = READERS[first.form](first.words, context)
    end = READERS[second.form](second.words, context)
    if start.edtf is None or end.edtf is None:
        return start if start.edtf is None else end
    one, other = parse(start.edtf), parse(end.edtf)
    if one.start is None or other.end is None:
        return MeantDate(None, "No end of it is a date.")
    last = other.end
    if last.last_day < one.start.first_day:
        last = _later(last, one.start)
    if last.last_day < one.start.first_day:
        return MeantDate(None, "Its end lies before its start.")
    return MeantDate(span_text(one.start, last, lasts=True), start.why)


def _joint(first: DatePart, second: DatePart, context: DateContext) -> MeantDate | None:
    """`March to June 2024`, `8월 말~9월 초`, where the year of the second is that of the first too."""
    has_year = read_printed.HAS_YEAR.search(second.words)
    if not has_year or read_printed.HAS_YEAR.search(first.words):
        return None
    start = read_printed.part(f"{first.words} {has_year[0]}", context)
    end = read_printed.part(second.words, context)
    if start.edtf is None or end.edtf is None:
        return None
    one, other = parse(start.edtf), parse(end.edtf)
    if one.start is None or other.end is None or other.end.last_day < one.start.first_day:
        return None
    return MeantDate(span_text(one.start, other.end, lasts=True), end.why)


def _later(part: Part, start: Part) -> Part:
    """The end of a stretch that the nearest year or week put before its start, one further on."""
    if part.precision is Precision.DAY and start.first_day - part.first_day < 7:
        return Part(*civil_date(part.first_day + 7))
    return Part(part.year + 1, part.month, part.day)


_ONE_END = frozenset({"by", "until", "before", "up_to", "since", "earliest", "after", "then_on"})
_OF_WHAT_IS_TO_COME = frozenset({"as_early", "as_late"})


def _is_to_come(date: Edtf, context: DateContext) -> bool:
    """Whether a date may still come on the day of saying, where no verb says that it has."""
    return context.ahead is not False and (date.latest is None or date.latest >= context.origin)


def _bounded(date: Edtf, word: DateWord, context: DateContext) -> str:
    """A date as the words around it bound what it dates."""
    start, end = date.start, date.end
    edge = word.edge
    is_end = edge in _ONE_END or (edge in _OF_WHAT_IS_TO_COME and _is_to_come(date, context))
    if is_end and (part := ending(EDGES[edge], start, end)) is not None:
        return bounded(EDGES[edge], part)
    if edge == "within" and end is not None and end.last_day >= context.origin:
        return span_text(Part(*civil_date(context.origin)), end)
    if edge == "about" and date.shape is Shape.POINT and not date.qualifier:
        return f"{date.text}~"
    if edge in ("from", "between") and start is not None and end is not None and start != end:
        return span_text(start, end, lasts=edge == "from")
    if (
        edge == "from"
        and date.shape is Shape.POINT
        and len(word.parts) == 1
        and word.parts[0].form != "apart"
    ):
        return f"{part_text(date.sort_part)}/.."
    return date.text
