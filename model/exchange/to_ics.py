"""Events as a calendar: iCalendar (RFC 5545), all-day events.

A calendar's day says that something is on that day, so only an event whose date is a day, or lasts from one day to
another, is in it. Only what occurred is CONFIRMED; what was cancelled is CANCELLED, and all else TENTATIVE.
"""

import hashlib
from collections.abc import Iterable, Iterator

from model.asof.word import Word
from model.dates.civil import civil_date
from model.dates.edtf import Edtf, Precision, Shape
from model.exchange.extract import Extract
from model.exchange.row_exports.told_rows import RowsExtract, told_lines, told_title
from model.exchange.told_event import not_told, told_events
from model.exchange.visible import visible

_STATUS = {Word.OCCURRED: "CONFIRMED", Word.CANCELLED: "CANCELLED"}
_NO_DAYS = "no exact day or span of days"
_END = "END:VCALENDAR"
_OCTETS = 75
"""The most that a line has, without its end (RFC 5545, 3.1)."""


def write(extract: Extract) -> Iterator[str]:
    """The lines of the calendar, in UTF-8."""
    title, day = extract.whole.info.title, extract.scope.day
    mark = _mark(title)
    yield from map(_folded, _head(title))
    for told in told_events(extract):
        if (days := _days(told.date)) is not None:
            name = f"{told.event}.{mark}"
            lines = _event(name, days, day, told.headline, told.lines, told.word)
            yield from map(_folded, lines)
    yield _folded(_END)


def write_rows(extract: RowsExtract) -> Iterator[str]:
    """The lines of a calendar of rows: TENTATIVE, since nothing here says that they are so."""
    mark = _mark(extract.title)
    yield from map(_folded, _head(extract.title))
    for row in extract.rows:
        if (days := _days(row.date)) is None:
            extract.left[_NO_DAYS] += 1
            continue
        name, lines = f"{row.name}.{mark}", told_lines(extract, row)
        yield from map(_folded, _event(name, days, extract.day, told_title(row), lines, Word.CODED))
    yield _folded(_END)


def left_out(extract: Extract) -> Iterator[str]:
    """Which events have no day, or a day that is not sure."""
    return not_told(extract, lambda told: _days(told.date) is not None, _NO_DAYS)


def _mark(title: str) -> str:
    return hashlib.sha256(title.encode("utf-8", "replace")).hexdigest()[:12]


def _head(title: str) -> tuple[str, ...]:
    return (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dprk-tui//dprk-tui//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(visible(title))}",
    )


def _event(
    name: str, days: tuple[str, str], day: int, headline: str, lines: Iterable[str], word: Word
) -> Iterator[str]:
    first, after = days
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@dprk-tui"
    yield f"DTSTAMP:{_day(day) or '19700101'}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first}"
    yield f"DTEND;VALUE=DATE:{after}"
    yield f"SUMMARY:{_text(headline)}"
    yield f"DESCRIPTION:{_text(chr(10).join(lines))}"
    yield f"CATEGORIES:{_text(word.value)}"
    yield f"STATUS:{_STATUS.get(word, 'TENTATIVE')}"
    # Nobody's own time is taken by it.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(date: Edtf | None) -> tuple[str, str] | None:
    """Its first day, and the day after its last; None where the date is not that exact, or has no such years."""
    if date is None or date.shape is Shape.WINDOW or date.qualified or date.precision is not Precision.DAY:
        return None
    if date.earliest is None or date.latest is None:
        return None
    first, after = _day(date.earliest), _day(date.latest + 1)
    return (first, after) if first and after else None


def _day(day: int) -> str:
    """`20250509`; empty where the year has not four digits."""
    year, month, day = civil_date(day)
    return f"{year:04}{month:02}{day:02}" if 1 <= year <= 9999 else ""


def _text(text: str) -> str:
    """A value of the type TEXT."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line with its end, in as many parts as it needs, none of which breaks a character."""
    parts, part, octets = [], "", 0
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if octets + size > _OCTETS:
            parts.append(part)
            part, octets = " ", 1
        part += character
        octets += size
    return "\r\n".join((*parts, part, ""))
