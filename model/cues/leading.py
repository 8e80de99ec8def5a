"""What stands before a subject and is no part of it: joints, adverbs, days and places ("In August the committee")."""

import re
from collections.abc import Iterable

from model.quotes.span import TextSpan

_JOINTS = re.compile(
    r"(?i)\A(?:(?:but|and|yet|or|so|however|meanwhile|still|instead|also|although|though|while|whereas|as|that|when"
    r"|because|if|after|since|even|in turn|separately|earlier|later|recently|previously|then|now|today|yesterday"
    r"|overnight|finally|afterwards?|again|once again|officially|privately|publicly|reportedly)(?:\s+|,\s*))+"
)
_COUNTED = re.compile(
    r"(?i)\A(?:[\w-]+\s){1,3}(?:later|earlier|before|ago|afterwards?)\s(?=(?:the|a|an|its?|one|two|three|several|some|[a-z]+s)\s)"
)
_PREPOSITION = re.compile(
    r"(?i)\A(?:in|on|at|by|during|from|near|before|after|since|under|for|with|within|throughout|until|around|over"
    r"|outside|inside|across|along|amid|despite|through)\s"
)
_DETERMINED = re.compile(
    r"\s(?=(?:the|a|an|one|two|three|four|several|multiple|some|many|another|state|local|senior|top|officials"
    r"|diplomats|sources|analysts|experts|observers|researchers|residents|traders|authorities|he|she|they|it)\b)"
)


def without_lead(text: str, start: int, end: int, dates: Iterable[TextSpan]) -> int | None:
    """Where a subject begins within a stretch, after what leads in; None where that cannot be told.

    `dates` are the spans of date words. A stretch that begins with a preposition is no subject: it is one from the
    first determiner or noun of people in small letters on.
    """
    days = [*dates]
    while True:
        words = text[start:end]
        start += len(words) - len(words.lstrip(" ,\n"))
        words = text[start:end]
        lead = _JOINTS.match(words) or _COUNTED.match(words)
        if lead is not None and lead.end() < len(words):
            start += lead.end()
            continue
        first = _PREPOSITION.match(words)
        at = start + (first.end() if first is not None else 0)
        at += len("the ") if text.startswith("the ", at) and first is not None else 0
        day = next((it for it in days if it.start <= at < it.end and it.end < end), None)
        if day is not None and text[day.end : day.end + 1] not in ("’", "'"):
            start = day.end
            continue
        if first is None:
            return start
        found = _DETERMINED.search(words, first.end())
        if found is None:
            return None
        start += found.end()
        return start
