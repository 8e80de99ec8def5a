"""What says nothing of an event by itself, a figure, a silence, a delay, a headline: no status is offered then."""

import re
from dataclasses import dataclass

from model.cues.hedge_rules import KOREAN_SAYING, MEASURED, SAYING
from model.quotes.span import TextSpan

_FIGURE = re.compile(
    rf"(?i)\b(?:put|puts|putting|estimated|set|gave)\s(?:the |its |their )?(?:[\w-]+\s){{0,3}}?"
    rf"{MEASURED}\b[^,.;]{{0,60}}?"
    r"\s(?:at|as|to)\b"
    rf"|\b{MEASURED}\b[^,.;]{{0,60}}?\s(?:is|was|are|were|stood at|stands at|came to|rose to|fell to|reached)\s"
    r"(?:[a-z]+\s){0,3}\d"
    r"|\d[\d,]*\s?(?:여\s?)?[가-힣]{0,4}\s?(?:이라고|라고|(?:으로|로)\s(?:집계|추산|파악)|에\s(?:이른|달한|달했|이르))"
)
_SILENT = re.compile(
    rf"(?i)\b(?:(?:did|does|do|has|have|had|was|were)(?: not|n[’']t)|never){SAYING}"
    rf"|\b(?:no one|nobody|no [a-z]+){SAYING}|{KOREAN_SAYING}(?:는|도)? (?:않|못)[가-힣]*"
    r"|(?:보도|언급|발표|공개) ?(?:안|못) ?[가-힣]+"
    r"|(?:보도|언급|발표|말|밝힌|공개)한? (?:바|적)[은는이가도]? 없[가-힣]*"
)


_DELAYED = re.compile(
    r"(?i)\b(?:postpon(?:ed|es|ing)|put off|pushed back|delayed|suspended|on hold|shelved)\b"
    r"|(?:연기|보류|중단|유보)(?:됐|했|되었|하기로)[가-힣]*"
)
_TO_BE = re.compile(r"\bto [a-z]{2,}\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|did|do|does|said|says|will|would|may|might|can|could|should|must|[a-z]{2,}ed"
    r"|went|came|met|held|took|made|gave|left|began|sent|saw|led|told|put|set)\b"
)
_END = re.compile(r"[.!?…][”\"’)\]]?\s*\Z")


@dataclass(frozen=True, slots=True)
class NoStatus:
    """The words that say nothing of how an event stands, and what they are."""

    words: str
    what: str
    is_figure: bool = False
    is_delay: bool = False

    @property
    def because(self) -> str:
        """The reason in a few words, with its cue."""
        return f'{self.what} says none: "{" ".join(self.words.split())}"'


def no_status(text: str, stretch: TextSpan) -> NoStatus | None:
    """What in a stretch of a text says nothing of its event; None where there is nothing of that kind.

    A headline says what is to be without a verb that says so ("to take grain"), and what was put off may yet come.
    """
    if found := _SILENT.search(text, stretch.start, stretch.end):
        return NoStatus(found[0], "who does not report")
    if found := _DELAYED.search(text, stretch.start, stretch.end):
        return NoStatus(found[0], "a delay", is_delay=True)
    if found := _FIGURE.search(text, stretch.start, stretch.end):
        return NoStatus(found[0], "a bare figure", is_figure=True)
    words = text[stretch.start : stretch.end]
    if (found := _TO_BE.search(words)) and not _END.search(words) and not _FINITE.search(words):
        return NoStatus(found[0], "a headline")
    return None
