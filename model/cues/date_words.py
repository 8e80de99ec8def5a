"""The date words of a text: where they stand, in which form, and from when, till when or between what they date.

A date word names a day, a month, a year or a stretch of them, or counts to one. Feasts (`Victory Day`), times of day,
ages and durations (`three days of talks`) are none, nor is what only orders (`earlier`, `since then`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from model.cues.english import ENGLISH
from model.cues.english_words import FIRST, S
from model.cues.guards import is_date
from model.cues.korean import HANGUL, KOREAN
from model.dates.edges import edge_meant
from model.quotes.span import TextSpan


@dataclass(frozen=True, slots=True)
class DatePart:
    """One date without what stands around it: its form, by the names in `ENGLISH` and `KOREAN`, and its words."""

    form: str
    span: TextSpan
    words: str


@dataclass(frozen=True, slots=True)
class DateWord:
    """Words that date something: `text[span.start:span.end] == words`.

    `parts` are one date, or the two ends of a stretch. `edge` says how the date bounds what it dates: "" not at all,
    one of `model.dates.edges`, "about" or "within"; "between" and "from" are of stretches.
    """

    span: TextSpan
    words: str
    parts: tuple[DatePart, ...]
    edge: str = ""


_START = r"(?<![A-Za-z0-9_$€£₩#/-])(?<![0-9][.,])"

_RANGE = re.compile(
    rf"{S}?[-–—]{S}?(?:the{S})?|{S}(?:to|through|until|till){S}(?:the{S})?|\s?[~∼〜]\s?|\s?(?:부터|에서)\s?"
)
_AND = re.compile(rf"{S}and{S}(?:the{S})?|[와과]\s")

_BEFORE: tuple[tuple[str, str], ...] = (
    ("by", r"(?:no|not) later than|on or before|by"),
    ("until", r"until|till|up to|up until"),
    ("before", r"before|prior to|ahead of"),
    ("since", r"since|(?:starting|beginning)(?: from| on| in)?|effective"),
    ("after", r"after"),
    ("earliest", r"(?:no|not) (?:earlier|sooner) than|not (?:before|until|till)|on or after"),
    ("as_early", r"as (?:early|soon) as(?: in)?|빨라야|빠르면|이르면|일러야"),
    ("as_late", r"as late as(?: in)?"),
    ("from", r"from"),
    ("between", r"between"),
    ("about", r"(?:on |in )?(?:or )?(?:around|about|circa|approximately)"),
    ("", r"as of|(?:early |late )?on|in|at|during|throughout|through|over"),
)
_EDGE_BEFORE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name or 'plain'}>(?i:{pattern}))" for name, pattern in _BEFORE)
    + rf"){S}(?:(?i:the){S})?\Z"
)
_LONGEST_BEFORE = 28

_AFTER: tuple[tuple[str, str], ...] = (
    ("earliest", rf",?{S}at the (?:earliest|soonest)"),
    ("by", rf",?{S}at the latest|{S}or (?:earlier|sooner)|\s?까지"),
    ("since", rf"{S}(?:onwards?|or later)(?![A-Za-z])|\s?(?:부터|이래)"),
    # Of these two, the date itself is one of the days.
    ("up_to", r"\s?이전"),
    ("then_on", r"\s?이후"),
    ("before", r"\s?(?:전까지|전에)"),
    ("within", r"\s?(?:안에|이내|내로|내에)"),
    ("about", r"\s?(?:께|쯤|경|무렵)(?=에|까지|부터|[^가-힣]|\Z)"),
)
_EDGE_AFTER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _AFTER))
_AT_ONCE = frozenset({"part", "part_2", "part_3", "vague", "unit"})
"""Forms before which `at` belongs to the date: `at the end of May`."""


def date_words(text: str) -> tuple[DateWord, ...]:
    """All date words of a text, in order, none inside of another."""
    found: list[DateWord] = []
    parts = list(_parts(text))
    at, floor = 0, 0
    while at < len(parts):
        word, taken = _word(text, parts, at, floor)
        found.append(word)
        floor = word.span.end
        at += taken
    return tuple(found)


@cache
def _pattern(with_hangul: bool) -> re.Pattern[str]:
    english = "|".join(f"(?P<{name}>{pattern})" for name, pattern in ENGLISH)
    korean = "|".join(f"(?P<{name}>{pattern})" for name, pattern in KOREAN) + "|" if with_hangul else ""
    return re.compile(rf"{korean}{_START}(?={FIRST})(?:{english})")


def _parts(text: str) -> Iterator[DatePart]:
    for match in _pattern(HANGUL.search(text) is not None).finditer(text):
        form = match.lastgroup or ""
        if is_date(form, text, match.start(), match.end()):
            yield DatePart(form, TextSpan(*match.span()), match[0])


def _word(text: str, parts: list[DatePart], at: int, floor: int) -> tuple[DateWord, int]:
    """The date word that begins with a part, and how many parts it takes."""
    first = parts[at]
    start, edge = _edge_before(text, first, floor)
    last, taken = first, 1
    if at + 1 < len(parts) and _is_range(text, first, parts[at + 1], edge):
        last, taken = parts[at + 1], 2
        edge = edge if edge == "between" else "from"
    end, edge = _edge_after(text, last, edge)
    both = (first,) if taken == 1 else (first, last)
    return DateWord(TextSpan(start, end), text[start:end], both, edge), taken


def _edge_before(text: str, part: DatePart, floor: int) -> tuple[int, str]:
    start, edge = part.span.start, ""
    for _ in range(2):
        found = _EDGE_BEFORE.search(text[max(floor, start - _LONGEST_BEFORE) : start])
        if found is None:
            break
        name = found.lastgroup if found.lastgroup != "plain" else ""
        if found[0][:2].lower() == "at" and part.form not in _AT_ONCE:
            break
        start -= len(found[0])
        edge = edge or edge_meant(name or "", part.words)
        if not name:
            break
    return start, edge


def _edge_after(text: str, part: DatePart, edge: str) -> tuple[int, str]:
    found = _EDGE_AFTER.match(text, part.span.end)
    if found is None or edge not in ("", "from", "between", "since"):
        return part.span.end, edge
    name = found.lastgroup or ""
    is_end = edge in ("from", "between") and name in ("by", "since")
    return found.end(), edge if is_end else edge_meant(name, part.words)


def _is_range(text: str, first: DatePart, second: DatePart, edge: str) -> bool:
    gap = second.span.start - first.span.end
    if not 0 < gap < 16 or first.form in _LASTING or second.form in _LASTING:
        return False
    between = text[first.span.end : second.span.start]
    return _RANGE.fullmatch(between) is not None or (
        edge == "between" and _AND.fullmatch(between) is not None
    )


_LASTING = frozenset(
    {"years", "stretch", "vague", "anniversary", "nth", "ko_anniversary", "ko_nth", "ko_vague"}
)
"""What cannot be the end of a stretch."""
