"""Events as the JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html).

Its texts are HTML. A date has no month or day where it is not known that finely, and `display_date` says it in words.
Years are astronomical, as JavaScript has them.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from model.asof.word import Word
from model.dates.edtf import Edtf, Part
from model.dates.wording import medium_form
from model.exchange.extract import Extract
from model.exchange.json_text import json_text
from model.exchange.refused import CannotExport
from model.exchange.row_exports.told_rows import RowsExtract, told_lines, told_title
from model.exchange.told_event import not_told, told_events
from model.exchange.visible import visible

_NO_FIRST = "no date, no beginning, or a year of five digits"
MOST_SLIDES = 2_000
"""The most rows of a page: the browser holds and draws all of its slides."""
_LAST_YEAR = 9999
"""Beyond it, before or after, TimelineJS needs a scale on which there are no days."""


def write(extract: Extract) -> Iterator[str]:
    """The document, in pieces."""
    info = extract.whole.info
    slides = (
        _slide(told.event, told.date, told.display_date, told.headline, told.lines, told.word)
        for told in told_events(extract)
        if _first(told.date) is not None
    )
    yield from _document(info.title, info.description, [*slides])


def write_rows(extract: RowsExtract) -> Iterator[str]:
    """The document of rows, in pieces. Raises `CannotExport` where there are more than such a page can show."""
    slides: list[object] = []
    for row in extract.rows:
        if len(slides) == MOST_SLIDES:
            raise CannotExport(
                f"a page of TimelineJS is drawn as a whole, and of more than {MOST_SLIDES:,} rows it never ends; "
                "take fewer with --filter, or another format"
            )
        if row.date is None or _first(row.date) is None:
            extract.left[_NO_FIRST] += 1
            continue
        title, lines = told_title(row), told_lines(extract, row)
        slides.append(_slide(row.name, row.date, medium_form(row.date), title, lines, Word.CODED))
    yield from _document(extract.title, "", slides)


def _document(title: str, description: str, slides: Sequence[object]) -> Iterator[str]:
    head = {"headline": escape(visible(title)), "text": escape(visible(description))}
    yield from json_text({"title": {"text": head}, "events": slides})
    yield "\n"


def left_out(extract: Extract) -> Iterator[str]:
    """Which events have no first date."""
    return not_told(extract, lambda told: _first(told.date) is not None, _NO_FIRST)


def _slide(
    name: str, date: Edtf | None, display_date: str, headline: str, lines: Iterable[str], word: Word
) -> dict[str, object]:
    first = _first(date)
    assert date is not None, "only what has a first date is written"
    assert first is not None, "only what has a first date is written"
    slide: dict[str, object] = {
        "unique_id": name,
        "start_date": _date(first),
        "display_date": escape(display_date),
        "text": {
            "headline": escape(headline),
            "text": "".join(f"<p>{escape(line)}</p>" for line in lines),
        },
        "group": escape(word.value),
    }
    if date.end is not None and date.end != first:
        slide["end_date"] = _date(date.end)
    return slide


def _first(date: Edtf | None) -> Part | None:
    """The first part of a date, where it can be written."""
    start = date.start if date is not None else None
    return start if start is not None and abs(start.year) <= _LAST_YEAR else None


def _date(part: Part) -> dict[str, int]:
    parts = {"year": part.year, "month": part.month, "day": part.day}
    return {name: number for name, number in parts.items() if number is not None}
