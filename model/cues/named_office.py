"""An office with the name of who holds it between commas: `the governor, Oleg Kozhemyako, said`."""

import re

from model.cues.speaker_words import PEOPLE
from model.quotes.span import TextSpan

DELIMITERS = re.compile(r"[,;:()\[\]“”\"—–]|\s-\s")
"""What parts the words of a sentence that name somebody from others."""

_OFFICE = re.compile(rf"(?i)\b(?:{'|'.join(PEOPLE)})\b")
_FULL_NAME = re.compile(r"\s*[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}\s*")


def office_before(text: str, start: int, name: TextSpan) -> int:
    """Where who is named begins, with the office before the name: `Its envoy in Rason, Yuri Bochkarev,`."""
    part = text[start : name.start].rstrip()
    if not part.endswith(",") or not is_named_office(part[:-1], text[name.start : name.end]):
        return name.start
    first = start + max((it.end() for it in DELIMITERS.finditer(part[:-1])), default=0)
    return first + len(text[first : name.start]) - len(text[first : name.start].lstrip())


def is_named_office(before: str, aside: str) -> bool:
    """Whether an aside is the name of who holds an office: `the minister for the Far East, Alexei Chekunkov`."""
    office = before[max((it.end() for it in DELIMITERS.finditer(before)), default=0) :]
    return _FULL_NAME.fullmatch(aside) is not None and _OFFICE.search(office) is not None
