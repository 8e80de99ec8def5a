"""Hedges that mean one status wherever they stand: somebody's silence, a denial, a cancellation.

`model.cues.hedge_rules` finds these, and more, in running text. All else, as *would* or *suggest*, goes with several.
"""

import re
from functools import cache, lru_cache

from model.corpus.vocabulary import Status

SILENT = (
    r"(?:declin|refus)(?:ed?|es|ing) to (?:comment|confirm|say|elaborate|discuss|answer)|no comment"
    r"|would not comment"
    r"|did not (?:immediately )?(?:respond|comment)|neither confirm(?:ed|s|ing)? nor den(?:ied|y|ies|ying)"
    r"|(?:no|not (?:have )?any) (?:further |more |new )?(?:information|details?|update|announcement|comment|news)"
    r" to (?:offer|share|provide|give|add|release|make)"
    r"|nothing (?:further |more |new |else )?to (?:say|add|offer|share|announce|provide)"
)
DENIED = r"den(?:y|ies|ied|ying)"
CANCELLED = r"cancel(?:s|l?ed|l?ing)|call(?:s|ed|ing) off|scrapped"

KOREAN_SILENT = (
    r"(?:언급|논평|답변|확인)을 (?:피|삼가|자제|거부|거절)[가-힣]*|확인해 ?줄 수 없[가-힣]*|노코멘트"
    r"|말을 아[꼈끼][가-힣]*|함구[가-힣]*"
)
KOREAN_DENIED = r"부인[했하한됐][가-힣]*|사실이 아니[가-힣]*|사실무근[가-힣]*"
KOREAN_CANCELLED = r"취소[됐했되된][가-힣]*|무산[됐되된][가-힣]*|백지화[가-힣]*"

_BEFORE = r"(?:(?:has|have|had|is|are|was|were|been|be|being|also|[a-z]+ly) )*"
"""What may stand before a verb and changes nothing of what it says; `not` does."""

_ENGLISH = {Status.NO_COMMENT: SILENT, Status.DENIED: DENIED, Status.CANCELLED: CANCELLED}
_KOREAN = {Status.NO_COMMENT: KOREAN_SILENT, Status.DENIED: KOREAN_DENIED, Status.CANCELLED: KOREAN_CANCELLED}
_MAY_STAND_BESIDE = {
    Status.NO_COMMENT: frozenset({Status.NO_COMMENT}),
    Status.DENIED: frozenset({Status.DENIED, Status.CANCELLED}),
    # A cancellation may be what happened.
    Status.CANCELLED: frozenset({Status.CANCELLED, Status.DENIED, Status.OCCURRED}),
}
_KOREAN_NOT = re.compile(r"않|못|없")


def said_otherwise(hedge: str, status: Status) -> tuple[str, Status] | None:
    """The words of a hedge that mean another status than a claim has, and that one; None where they may mean it."""
    told = _told(hedge)
    return None if told is None or status in _MAY_STAND_BESIDE[told[1]] else told


def is_cancellation(hedge: str) -> bool:
    """Whether a hedge says that something was cancelled."""
    told = _told(hedge)
    return told is not None and told[1] is Status.CANCELLED


@lru_cache(maxsize=1024)
def _told(hedge: str) -> tuple[str, Status] | None:
    found = _pattern(not any("가" <= it <= "힣" for it in hedge)).match(" ".join(hedge.split()))
    if found is None or found.lastgroup is None:
        return None
    status = Status[found.lastgroup]
    words = found[found.lastgroup]
    # 부인하지 않았다 is no denial; 확인해줄 수 없다 is silence.
    if status is not Status.NO_COMMENT and _KOREAN_NOT.search(hedge):
        return None
    return words, status


@cache
def _pattern(is_english: bool) -> re.Pattern[str]:
    by_status = _ENGLISH if is_english else _KOREAN
    rules = "|".join(f"(?P<{status.name}>{words})" for status, words in by_status.items())
    # Hangul has no capitals, and a pattern that looks for them takes long to make.
    return re.compile(rf"(?i:{_BEFORE}(?:{rules})(?![a-z-]))" if is_english else rules)
