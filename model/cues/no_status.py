"""What says nothing of an event by itself, a bare figure or somebody's silence: no status is offered then."""

import re
from dataclasses import dataclass

from model.cues.hedge_rules import KOREAN_SAYING, SAYING
from model.quotes.span import TextSpan

_MEASURED = r"(?:numbers?|figures?|toll|total|cost|price|count|size|turnout|volume)"
_FIGURE = re.compile(
    rf"(?i)\b(?:put|puts|putting|estimated|set|gave)\s(?:the |its |their )?(?:[\w-]+\s){{0,3}}?"
    rf"{_MEASURED}\b[^,.;]{{0,60}}?"
    r"\s(?:at|as|to)\b"
    rf"|\b{_MEASURED}\b[^,.;]{{0,60}}?\s(?:is|was|are|were|stood at|stands at|came to|rose to|fell to|reached)\s"
    r"(?:[a-z]+\s){0,3}\d"
    r"|\d[\d,]*\s?(?:여\s?)?[가-힣]{0,4}\s?(?:이라고|라고|(?:으로|로)\s(?:집계|추산|파악)|에\s(?:이른|달한|달했|이르))"
)
_SILENT = re.compile(
    rf"(?i)\b(?:(?:did|does|do|has|have|had|was|were)(?: not|n[’']t)|never){SAYING}"
    rf"|\b(?:no one|nobody|no [a-z]+){SAYING}|{KOREAN_SAYING}(?:는|도)? (?:않|못)[가-힣]*"
    r"|(?:보도|언급|발표|공개) ?(?:안|못) ?[가-힣]+"
    r"|(?:보도|언급|발표|말|밝힌|공개)한? (?:바|적)[은는이가도]? 없[가-힣]*"
)


@dataclass(frozen=True, slots=True)
class NoStatus:
    """The words that say nothing of how an event stands, and what they are."""

    words: str
    is_figure: bool

    @property
    def because(self) -> str:
        """The reason in a few words, with its cue."""
        what = "a bare figure says none" if self.is_figure else "who does not report says none"
        return f'{what}: "{" ".join(self.words.split())}"'


def no_status(text: str, stretch: TextSpan) -> NoStatus | None:
    """What in a stretch of a text says nothing of its event; None where there is nothing of that kind."""
    silent = _SILENT.search(text, stretch.start, stretch.end)
    if silent is not None:
        return NoStatus(silent[0], is_figure=False)
    figure = _FIGURE.search(text, stretch.start, stretch.end)
    return NoStatus(figure[0], is_figure=True) if figure is not None else None
