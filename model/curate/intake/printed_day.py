"""The day of publication that a text prints beside its title, as a byline does: a candidate, and never more."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.cues.date_meaning import date_meanings
from model.cues.date_words import date_words
from model.curate.intake.extracted import SetAside
from model.dates.edtf import Precision, Shape, parse
from model.quotes.sentences import sentences

_LINES_BEFORE, _LINES_AFTER = 3, 8
"""How many lines with words, above and below a title, may say who wrote it and when."""

_LONGEST_BYLINE = 120
"""In characters: what is longer is a paragraph, and dates what it tells."""

_FEW_WORDS = 8
_PUBLISHED = re.compile(r"publish|post|updat|print|issu|releas|입력|등록|게재|수정|승인|발행", re.IGNORECASE)
_MOST = 3


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A full day (`YYYY-MM-DD`) and its words, which stand in the text as they are."""

    day: str
    words: str


def printed_days(text: str, title: str, asides: Iterable[SetAside]) -> list[PrintedDay]:
    """The days in full, with their year, that short lines near a title print, in order and each once; at most three."""
    found: dict[str, PrintedDay] = {}
    for line in _near(text, title, tuple(asides)):
        for it in _days_in(line):
            found.setdefault(it.day, it)
    return list(found.values())[:_MOST]


def _near(text: str, title: str, asides: tuple[SetAside, ...]) -> Iterator[str]:
    """The lines around the first places of a title that are no furniture and may be a byline."""
    lines, start = list[tuple[int, str]](), 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    at = text.find(title) if title else -1
    for _ in range(_MOST):
        if at < 0:
            return
        end = at + len(title)
        above = [it for it in lines if it[0] + len(it[1]) <= at][-_LINES_BEFORE:]
        below = [it for it in lines if it[0] >= end][:_LINES_AFTER]
        for place, line in (*above, *below):
            if _may_be_a_byline(line) and not any(it.start <= place < it.end for it in asides):
                yield line
        at = text.find(title, end)


def _may_be_a_byline(line: str) -> bool:
    is_sentence = line.rstrip().endswith((".", "!", "?", "”", '"')) and len(line.split()) > _FEW_WORDS
    return len(line) <= _LONGEST_BYLINE and not is_sentence


def _days_in(line: str) -> Iterator[PrintedDay]:
    found = date_words(line)
    for it in date_meanings(line, found, sentences(line), None):
        word = it.word
        # A day that is one end of something is none of publication; and "in Pyongyang on March 21" is a caption's.
        if it.edtf is None or len(word.parts) != 1 or word.edge:
            continue
        date = parse(it.edtf)
        says_so = word.span.start == word.parts[0].span.start or _PUBLISHED.search(line)
        if date.shape is Shape.POINT and date.precision is Precision.DAY and says_so:
            yield PrintedDay(it.edtf, word.parts[0].words)
