"""Events as a calendar: iCalendar (RFC 5545), all-day events.

A calendar's day says that something is on that day, so only an event whose date is a day, or lasts from one day to
another, is in it. Only what occurred is CONFIRMED; what was cancelled is CANCELLED, and all else TENTATIVE.
"""

import hashlib
from collections.abc import Iterator

from model.asof.word import Word
from model.dates.civil import civil_date
from model.dates.edtf import Precision, Shape
from model.exchange.extract import Extract
from model.exchange.told_event import ToldEvent, not_told, told_events
from model.exchange.visible import visible

_STATUS = {Word.OCCURRED: "CONFIRMED", Word.CANCELLED: "CANCELLED"}
_OCTETS = 75
"""The most that a line has, without its end (RFC 5545, 3.1)."""


def write(extract: Extract) -> Iterator[str]:
    """The lines of the calendar, in UTF-8."""
    title = extract.whole.info.title
    mark = hashlib.sha256(title.encode("utf-8", "replace")).hexdigest()[:12]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dprk-tui//dprk-tui//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(visible(title))}",
    ]
    yield from map(_folded, lines)
    for told in told_events(extract):
        if (days := _days(told)) is not None:
            yield from map(_folded, _event(told, days, extract.scope.day, mark))
    yield _folded("END:VCALENDAR")


def left_out(extract: Extract) -> Iterator[str]:
    """Which events have no day, or a day that is not sure."""
    return not_told(extract, lambda told: _days(told) is not None, "no exact day or span of days")


def _event(told: ToldEvent, days: tuple[str, str], day: int, mark: str) -> Iterator[str]:
    first, after = days
    yield "BEGIN:VEVENT"
    yield f"UID:{told.event}.{mark}@dprk-tui"
    yield f"DTSTAMP:{_day(day) or '19700101'}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first}"
    yield f"DTEND;VALUE=DATE:{after}"
    yield f"SUMMARY:{_text(told.headline)}"
    yield f"DESCRIPTION:{_text(chr(10).join(told.lines))}"
    yield f"CATEGORIES:{_text(told.word.value)}"
    yield f"STATUS:{_STATUS.get(told.word, 'TENTATIVE')}"
    # Nobody's own time is taken by it.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(told: ToldEvent) -> tuple[str, str] | None:
    """Its first day, and the day after its last; None where the date is not that exact, or has no such years."""
    date = told.date
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
