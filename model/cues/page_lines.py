"""Lines of a page that tell nothing: who wrote it, and when it was printed."""

import re
from collections.abc import Iterable

from model.quotes.span import TextSpan

_LONGEST = 120
"""Characters of the longest line that is looked at: what is longer tells something."""

_NAME = r"[A-ZÀ-Þ][\w’'.-]*"
_OF_BYLINE = r"(?:and|in|for|of|the|to|de|van|bin|al|(?i:staff|writer|reporter|correspondent|editor|special))"
_BYLINE = re.compile(
    rf"(?i:by|written by|words by|reporting by|reported by|authors?:?)\s{_NAME}(?:,?\s(?:{_NAME}|{_OF_BYLINE}))*"
    r"|(?:\([가-힣]{1,8}=[^()]{1,16}\)\s?)?(?:[가-힣]{1,8}\s?=\s?)?[가-힣]{2,4}\s?(?:선임|전문|인턴)?\s?(?:기자|특파원|통신원)"
)
_BESIDE = re.compile(
    r"(?i)\b(?:first|last|date|published|updated|posted|modified|printed|issued|on|at|[ap]\.?m\.?|kst|gmt|utc|est|edt)(?!\w)"
    r"|\d{1,2}:\d{2}(?::\d{2})?|(?:기사)?(?:최종)?\s?(?:입력|수정|등록|발행|작성|게재|승인)(?:일시?)?|오전|오후"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[^\w\s()=,.’'-]"
)
_STOP = re.compile(r"[.!?…。][”\"’)\]]?\Z")


def is_page_line(text: str, line: TextSpan, dates: Iterable[TextSpan]) -> bool:
    """Whether a sentence of a text is a byline, the day of printing, or both; `dates` are its date words."""
    words = text[line.start : line.end]
    if len(words) > _LONGEST or _STOP.search(words):
        return False
    dated = False
    for it in sorted(dates, key=lambda it: it.start, reverse=True):
        words = words[: it.start - line.start] + " | " + words[it.end - line.start :]
        dated = True
    left = _BESIDE.sub(" ", words)
    left = re.sub(r"\s+", " ", left).strip(" ,.-")
    return _BYLINE.fullmatch(left) is not None or (dated and not left)
