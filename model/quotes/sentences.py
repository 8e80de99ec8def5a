r"""The sentences of a text, in English and Korean, with their places.

Rules of our own, after Unicode's sentence boundaries (UAX 29) and what it leaves to a language: abbreviations, quoted
speech, headings without a full stop, lines that were broken to fit. A line ends at `\n`, `\r\n` or `\r`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from model.quotes.span import TextSpan

_CLOSING = "\"'”’»)\\]」』》〉）"
_OPENING = "\"'“‘«(\\[「『《〈（"
_END = re.compile(
    rf"(?<![.!?。！？…])[.!?。！？…]++[{_CLOSING}]{{0,4}}+(?=\s)|[。！？]++[{_CLOSING}]{{0,4}}+|\r\n|[\n\r]"
)
"""Where a sentence may end: marks of its end before a space, or the end of a line."""

_BEFORE = re.compile(r"[^\s\"'“‘«(\[]{1,24}\Z")
_GAP = re.compile(r"[^\S\n\r]{0,80}")
_QUOTATION_GOES_ON = re.compile(r"(?:이?라고|이?라며|이?라는|고\s|며\s|[a-z])")
_SMALL = re.compile(rf"[{_OPENING}]?[a-z]")

_ALWAYS = re.compile(
    r"mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|sgt|cmdr|adm|brig|sen|rep|gov|pres|hon|rev|st|messrs|vs|nos?|art|figs?|vol|pp"
    r"|eds?|e\.g|i\.e|cf|viz|approx|ca|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
"""Abbreviations that something always follows."""

_SOMETIMES = re.compile(r"(?:[a-z]\.)*[a-z]|inc|ltd|co|corp|etc|al|jr|sr")
"""Abbreviations and initials, which also stand at the end of a sentence: what follows decides."""

_STARTERS = re.compile(
    rf"[{_OPENING}]?(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|This|That|These|Those|However|Meanwhile|According)\b"
)
_WRAPPED = range(45, 101)
"""Characters of a line that is broken to fit; a heading is shorter as a rule, a paragraph in one line longer."""

_SHORTEST = 25
"""Characters of a line that goes on in small letters; a menu's are shorter."""


def sentences(text: str) -> tuple[TextSpan, ...]:
    """The sentences in order, without the space around them: whatever is not space is in exactly one of them."""
    found: list[TextSpan] = []
    start = 0
    for end in _ends(text):
        _add(found, text, start, end)
        start = end
    _add(found, text, start, len(text))
    return tuple(found)


def sentence_at(spans: Sequence[TextSpan], place: int) -> TextSpan | None:
    """That of some sentences, in order, in which a place lies."""
    number = bisect_right(spans, place, key=lambda span: span.start) - 1
    return spans[number] if number >= 0 and place < spans[number].end else None


def sentence_before(spans: Sequence[TextSpan], place: int) -> TextSpan | None:
    """That of some sentences, in order, which is the last to end before a place."""
    number = bisect_right(spans, place, key=lambda span: span.end) - 1
    return spans[number] if number >= 0 else None


def _add(found: list[TextSpan], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(TextSpan(start, end))


def _ends(text: str) -> Iterator[int]:
    line = 0
    for mark in _END.finditer(text):
        at = mark.end()
        if mark[0][0] in "\r\n":
            if not _goes_on(text, line, mark):
                yield at
            line = at
        elif _ends_here(text, mark):
            yield at


def _ends_here(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark ends its sentence: not after an abbreviation, and not where a quotation is only a part of it."""
    gap = _GAP.match(text, mark.end())
    after = gap.end() if gap else mark.end()
    is_quoted = mark[0][-1] not in ".!?。！？…"
    if is_quoted and _QUOTATION_GOES_ON.match(text, after):
        return False
    if mark[0][0] != ".":
        # Three dots, or a question inside a sentence, go on in small letters.
        return not _SMALL.match(text, after)
    if _SMALL.match(text, after) and text[after] not in "\r\n":
        return False
    if mark[0] != ".":
        return True
    before = _BEFORE.search(text, max(0, mark.start() - 25), mark.start())
    word = before[0].lower() if before else ""
    if _ALWAYS.fullmatch(word):
        return False
    return (
        not _SOMETIMES.fullmatch(word) or text[after : after + 1] in ("", "\n", "\r") or _starts(text, after)
    )


def _starts(text: str, after: int) -> bool:
    return _STARTERS.match(text, after) is not None


def _goes_on(text: str, line: int, end: re.Match[str]) -> bool:
    """Whether a sentence goes on over the end of a line: the line was broken to fit, and the next one continues it."""
    after = end.end()
    if after >= len(text) or text[after].isspace() or text[line : line + 1].isspace() or line == end.start():
        return False
    if text[end.start() - 1] in '.!?。！？…:”"]':
        return False
    length = end.start() - line
    return length in _WRAPPED or (length >= _SHORTEST and _SMALL.match(text, after) is not None)
