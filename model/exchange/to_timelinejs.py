"""Events as the JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html).

Its texts are HTML. A date has no month or day where it is not known that finely, and `display_date` says it in words.
Years are astronomical, as JavaScript has them.
"""

from collections.abc import Iterator
from html import escape

from model.dates.edtf import Part
from model.exchange.extract import Extract
from model.exchange.json_text import json_text
from model.exchange.told_event import ToldEvent, not_told, told_events
from model.exchange.visible import visible

_LAST_YEAR = 9999
"""Beyond it, before or after, TimelineJS needs a scale on which there are no days."""


def write(extract: Extract) -> Iterator[str]:
    """The document, in pieces."""
    info = extract.whole.info
    yield from json_text(
        {
            "title": {
                "text": {"headline": escape(visible(info.title)), "text": escape(visible(info.description))}
            },
            "events": [_slide(told) for told in told_events(extract) if _first(told) is not None],
        }
    )
    yield "\n"


def left_out(extract: Extract) -> Iterator[str]:
    """Which events have no first date."""
    return not_told(
        extract, lambda told: _first(told) is not None, "no date, no beginning, or a year of five digits"
    )


def _slide(told: ToldEvent) -> dict[str, object]:
    date, first = told.date, _first(told)
    assert date is not None, "only what has a first date is written"
    assert first is not None, "only what has a first date is written"
    slide: dict[str, object] = {
        "unique_id": told.event,
        "start_date": _date(first),
        "display_date": escape(told.display_date),
        "text": {
            "headline": escape(told.headline),
            "text": "".join(f"<p>{escape(line)}</p>" for line in told.lines),
        },
        "group": escape(told.word.value),
    }
    if date.end is not None and date.end != first:
        slide["end_date"] = _date(date.end)
    return slide


def _first(told: ToldEvent) -> Part | None:
    """The first part of its date, where it can be written."""
    start = told.date.start if told.date is not None else None
    return start if start is not None and abs(start.year) <= _LAST_YEAR else None


def _date(part: Part) -> dict[str, int]:
    parts = {"year": part.year, "month": part.month, "day": part.day}
    return {name: number for name, number in parts.items() if number is not None}
