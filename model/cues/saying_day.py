"""Which of the date words of a sentence says when it was said, and which do not say when what it tells of happens."""

import re
from collections.abc import Sequence

from model.cues.date_words import DateWord
from model.cues.found_speakers import FoundSpeaker
from model.quotes.span import TextSpan

_SPEECH = (
    r"(?:statement|speech|interview|briefing|post|report|commentary|conference|letter|message|address|dispatch"
    r"|article|editorial|call|release|notice|message|talk|remarks|hearing)"
)
_PLACE = (
    r"(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)*"
    rf"|\s(?:in|at|during)\s(?:an?|its|his|her|their|the)\s(?:[\w’-]+\s){{0,3}}{_SPEECH}"
    r"(?:\s(?:published|posted|aired|broadcast|released|printed))?"
    r"(?:\s(?:to|with)\s(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)*)?)?"
)
_BEFORE_SUBJECT = re.compile(rf"{_PLACE}[,\s\u00a0]*(?:the|a|an|its)?\s*\Z", re.IGNORECASE)
_SPOKE = re.compile(
    r"(?:\A|[.!?。”\"\n]\s*)(?:Asked|Pressed|Quizzed|Speaking|Talking|Testifying|Appearing|Addressing|Briefing|Writing)"
    r"\b[^,.;:“”\"]{0,100}\Z"
)
"""`Speaking to reporters in Seoul on Monday, Kim said`: what opens a sentence so is how, and when, it was said."""

_OF_WHAT_IS_TOLD = re.compile(
    r"\s?(?:에|에는|부터|까지|이후|전|쯤|경)|,?\s?\S*(?:다고|라고|자고|것으로|것이라고|예정)"
)
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b")
_HANGUL_DAY = re.compile(r"(?:일|요일|이날|어제|오늘|날)\Z")
_HANGUL_NAME = re.compile("[가-힣]")
_NOTHING = re.compile(rf"{_PLACE},?\s?\Z")
_TOLD = re.compile(rf"(?:\s(?!that\b)[\w’'.-]+){{1,7}}?(?:,\s(?!that\b)[^,.;]{{1,80}},)?{_PLACE},?\s?\Z")
"""`told reporters in Beijing`, `told the paper, which is an affiliate of another,`."""

_VERB_INSIDE = re.compile(
    r"\b(?:that|is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|to)\b|[“”\"]"
)
_NEAR = 40
"""How far back from a date the end of a sentence is looked for."""

_PARTICLES = " ,은는이가들측에서께"
_TELLING = frozenset(["told", "tells", "told reporters", "informed"])
_CLAUSE = re.compile(r"[,;:“”\"—]|\b(?:that|and|but|which|who)\b")
_DIRECTED = re.compile(
    r"(?i)\b(?:(?:until|till|after|before|since|than|beyond|within)\b|(?:by|through|past|from)\b(?-i:(?!\s[A-Z])))"
)
"""What bounds a date; by somebody, or from a place, it is no bound: `received two dredgers from Hunchun last week`."""
_WAITS = re.compile(
    r"(?i)\b(?:wait(?:s|ed|ing)?|hold(?:s|ing)? (?:off|out)|held off|delay(?:s|ed|ing)?|postpon(?:e|es|ed|ing)"
    r"|put off|push(?:ed)? back|not|never|no|n[’']t)\b[^,;.]*\Z"
)
_PART = re.compile(
    r"(?i)\b(?:late|early|mid|end|beginning|start|(?:first|second|third|fourth|last) (?:week|half|days))\b"
    r"|초|말|중순|하순|상순"
)
_WHOLE = re.compile(r"-?[0-9]{4}(?:-[0-9]{2})?")
_ENDS_LATER = frozenset({"until", "by"})
_OWNER = re.compile(r"[’']s?\b")


def saying_day(text: str, found: FoundSpeaker, dates: Sequence[DateWord]) -> DateWord | None:
    """The date words that stand beside the words by which somebody speaks; None where none surely does."""
    beside = [it for it in dates if _is_beside(text, found, it)]
    at_verb = (
        it
        for it in beside
        if it.span.end <= found.verb.start and not text[it.span.end : found.verb.start].strip(" ,")
    )
    return next(at_verb, None) or next(iter(beside), None)


def _is_beside(text: str, found: FoundSpeaker, word: DateWord) -> bool:
    start, end = min(found.span.start, found.verb.start), found.end
    if word.span.end <= start:
        # "On Monday, the ministry said": before all else in the sentence.
        between = text[word.span.end : start]
        return _BEFORE_SUBJECT.match(between) is not None and (_opens(text, word) or _spoke(text, word))
    if word.span.start < end:
        # "The ministry on Monday said", "통일부는 14일 밝혔다": beside the name, or beside the verb.
        before, after = text[found.span.end : word.span.start], text[word.span.end : found.verb.start]
        if _ASIDE.match(before):
            # "The agency, which last came in 2019, said": of what is said by the way.
            return False
        beside_name = not before.strip(_PARTICLES)
        if _HANGUL_NAME.match(text, found.span.start):
            told = _OF_WHAT_IS_TOLD.match(text, word.span.end) is not None
            beside_name = beside_name and not told and _HANGUL_DAY.search(word.words) is not None
        return start < word.span.start and (beside_name or not after.strip(" ,"))
    between = text[end : word.span.start]
    verb = text[found.verb.start : found.verb.end].lower()
    if _NOTHING.match(between):
        return True
    if verb in _TELLING or verb.startswith("told"):
        return bool(_TOLD.match(between)) and not _VERB_INSIDE.search(between)
    return False


def _spoke(text: str, word: DateWord) -> bool:
    return _SPOKE.search(text[max(0, word.span.start - 120) : word.span.start]) is not None


def _opens(text: str, word: DateWord) -> bool:
    near = text[max(0, word.span.start - _NEAR) : word.span.start]
    before = near.rstrip()
    return not before or before[-1] in '.!?。”"' or "\n" in near[len(before) :]


def is_of_event(text: str, word: DateWord, edtf: str | None) -> bool:
    """Whether date words date what is told, as they are read: not where words beside them bound it, unread."""
    if _OWNER.match(text, word.span.end):
        # "This year's festival" does not say when in the year.
        return False
    if edtf is not None and _PART.search(word.words) and _WHOLE.fullmatch(edtf):
        # "Late October" is not all of October.
        return False
    before = text[max(0, word.span.start - 80) : word.span.start]
    parts = [it.end() for it in _CLAUSE.finditer(before)]
    clause = before[parts[-1] :] if parts else before
    if word.edge in _ENDS_LATER and _WAITS.search(clause):
        # "To wait until November" is no end of anything.
        return False
    return word.edge != "" or not _DIRECTED.search(clause.rsplit(". ", 1)[-1])


def spans_of(dates: Sequence[DateWord], stretch: TextSpan) -> list[TextSpan]:
    """Where the date words of a stretch stand."""
    return [it.span for it in dates if stretch.start <= it.span.start and it.span.end <= stretch.end]
