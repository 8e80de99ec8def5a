"""Who passes on what another said, and how far back it goes: "sources in Beijing cited by an agency"."""

import re
from collections.abc import Iterable

from model.cues.speaker_words import PEOPLE
from model.quotes.span import TextSpan

_CITED_BY = re.compile(r"(?:cited|quoted) by(?=\s|\Z)")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s\Z")
_IN_PLACE = re.compile(r"\s(?:in|at|near)\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*")
_PEOPLE_LAST = re.compile(rf"\b(?:{'|'.join(PEOPLE)})s\Z")


def cited_by(text: str, sentence: TextSpan, verb: TextSpan) -> TextSpan | None:
    """The words "cited by" that begin with a verb; None where they tell of somebody who "was cited by" another."""
    found = _CITED_BY.match(text, verb.start, sentence.end)
    if found is None or _PASSIVE.search(text, sentence.start, verb.start):
        return None
    return TextSpan(*found.span())


def passes_on(text: str, verb: TextSpan) -> bool:
    """Whether the words by which somebody speaks are "cited by": another spoke first."""
    return _CITED_BY.fullmatch(text, verb.start, verb.end) is not None


def with_place(text: str, people: TextSpan, dates: Iterable[TextSpan], end: int) -> int:
    """Where the words for people without a name end, with where they are: "sources in Beijing", no day."""
    place = _IN_PLACE.match(text, people.end, end)
    if place is None or not _PEOPLE_LAST.search(text[people.start : people.end]):
        return people.end
    is_day = any(it.start < place.end() <= it.end for it in dates)
    return people.end if is_day else place.end()
