"""Hedges and reporting verbs of a text, in English and Korean: where they stand, and what each suggests of a claim."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from model.corpus.vocabulary import Factuality, Status
from model.cues.hedge_rules import (
    ENGLISH_HEDGES,
    KOREAN_HEDGES,
    KOREAN_REPORTING,
    REPORTING,
    HedgeKind,
    HedgeRule,
)
from model.cues.korean import HANGUL
from model.quotes.span import TextSpan

_NEAR = 40
"""How far from a hedge its negation may stand."""

_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|no longer|hardly|nobody|no one|no|[A-Za-z]+n[’']t)(?! only))\s(?:(?!but\b)[A-Za-z]+\s){0,2}\Z",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(r"\s(?:[a-z]+\s)?not\b(?!\sonly)|\sbe\sno\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:may|might|could|would|will|shall|wo|is to|are to)\b", re.IGNORECASE)
_KOREAN_NOT_BEFORE = re.compile(
    r"(?:(?<=지)\s?|(?<=지\s))(?P<no>(?:않|못|없|아니)[가-힣]{0,3})\s?\Z|(?P<none>없[을는었던])\s?\Z"
)
_KOREAN_NOT_AFTER = re.compile(r"[은는이가도]?\s?(?:없|아니|않)[가-힣]*")
_DONE = re.compile(r"\s?(?:to )?have\s", re.IGNORECASE)
_GOING_ON = re.compile(r"\s(?:[A-Za-z]+\s){0,3}(?:is|are|be)\s(?:[a-z]+ly )?[a-z]+ing\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that say how sure something is: `text[span.start:span.end] == words`, with their negation, if there is one.

    `status` and `factuality` are what they suggest of what they are said of.
    """

    span: TextSpan
    words: str
    kind: HedgeKind
    status: Status
    factuality: Factuality
    negated: bool


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """Words by which somebody says something: `text[span.start:span.end] == words`."""

    span: TextSpan
    words: str


_OBJECT_OF = re.compile(r"(?i)\b(?:with|in|of|at|by|under|for|yes or|or)\s\Z|[#№]\Z")


def hedges(text: str) -> tuple[Hedge, ...]:
    """All hedges of a text, in order, none inside of another; what only denies, where it is part of no other."""
    found: list[Hedge] = []
    for rule, match in _matches(text, denying=False):
        hedge = _hedge(text, rule, match, found[-1].span.end if found else 0)
        if not found or hedge.span.start >= found[-1].span.end:
            found.append(hedge)
    starts = [it.span.start for it in found]
    for rule, match in _matches(text, denying=True):
        at = bisect_left(starts, match.end())
        if at and found[at - 1].span.end > match.start():
            continue
        if not _OBJECT_OF.search(text[max(0, match.start() - _NEAR) : match.start()]):
            # "It opened with no ceremony" says that it opened.
            found.append(_hedge(text, rule, match, 0))
    return tuple(sorted(found, key=lambda it: it.span.start))


def reporting_verbs(text: str) -> tuple[ReportingVerb, ...]:
    """All reporting verbs of a text, in order. Who did not report has said nothing: "has not announced", 않았다."""
    return tuple(
        ReportingVerb(TextSpan(*match.span()), match[0])
        for match in _reporting(bool(HANGUL.search(text))).finditer(text)
        if not is_negated(text, match.start(), match.end())
    )


_SILENT_BEFORE = re.compile(
    r"(?i)\b(?:not|never|nor|neither|without|[a-z]+n[’']t)(?! only)(?:\s(?:yet|been|be|immediately|publicly|officially"
    r"|also|even|ever|directly))*\s\Z|\b(?:declined|refused|failed|yet) to\s\Z|\bnot immediately \Z"
)
_SILENT_AFTER = re.compile(r"\s?(?:것은\s)?(?:바|적|일)[은는이가도]?\s?(?:없|아니)")
_SILENT_KOREAN = re.compile(r"(?:안|못)\s\Z")


def is_negated(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside its own denial."""
    before = text[max(0, start - _NEAR) : start]
    if HANGUL.match(text, start):
        return _SILENT_KOREAN.search(before) is not None or _SILENT_AFTER.match(text, end) is not None
    return _SILENT_BEFORE.search(before) is not None


@cache
def _reporting(with_hangul: bool) -> re.Pattern[str]:
    english = rf"(?<![A-Za-z’'-])(?i:{REPORTING})(?![A-Za-z’'-])"
    return re.compile(f"{english}|{KOREAN_REPORTING}" if with_hangul else english)


@cache
def _pattern(with_hangul: bool, denying: bool) -> tuple[re.Pattern[str], dict[str, HedgeRule]]:
    def asked(rules: tuple[HedgeRule, ...]) -> Iterator[HedgeRule]:
        return (it for it in rules if (it.kind is HedgeKind.NOT_SO) is denying)

    rules = {f"e{number}": rule for number, rule in enumerate(asked(ENGLISH_HEDGES))}
    parts = [rf"(?<![A-Za-z’'-])(?P<{name}>(?i:{rule.pattern}))(?![A-Za-z-])" for name, rule in rules.items()]
    if with_hangul:
        korean = {f"k{number}": rule for number, rule in enumerate(asked(KOREAN_HEDGES))}
        parts += [f"(?P<{name}>{rule.pattern})" for name, rule in korean.items()]
        rules |= korean
    return re.compile("|".join(parts)), rules


def _matches(text: str, denying: bool) -> Iterator[tuple[HedgeRule, re.Match[str]]]:
    pattern, rules = _pattern(bool(HANGUL.search(text)), denying)
    for match in pattern.finditer(text):
        if match[0]:
            yield rules[match.lastgroup or ""], match


def _hedge(text: str, rule: HedgeRule, match: re.Match[str], floor: int) -> Hedge:
    start, end = match.span()
    while text[end - 1].isspace():
        end -= 1
    before, after = text[max(floor, start - _NEAR) : start], text[end : end + _NEAR]
    negated = False
    if HANGUL.search(match[0]) and rule.kind is not HedgeKind.NOT_SO:
        if found := _KOREAN_NOT_BEFORE.search(before):
            start, negated = start - len(before) + found.start(found.lastgroup or 0), True
        elif found := _KOREAN_NOT_AFTER.match(after):
            end, negated = end + found.end(), True
    elif rule.kind not in (HedgeKind.SILENCE, HedgeKind.NOT_SO):
        if found := _NOT_BEFORE.search(before):
            start, negated = start - len(found[0]), True
        elif (nobody := _no_subject(text, floor, start)) is not None:
            start, negated = nobody, True
        elif _AUXILIARY.match(match[0]) and (found := _NOT_AFTER.match(after)):
            end, negated = end + found.end(), True
    status, factuality = rule.negated if negated else rule.says
    if not negated:
        status = _by_tense(rule, text, TextSpan(start, end), before, after)
    return Hedge(TextSpan(start, end), text[start:end], rule.kind, status, factuality, negated)


_FAR = 120
_NO_SUBJECT = re.compile(
    r"(?:\A|[.;:,“”\"—]\s*|\n|\b(?:that|but|and|said|says|as|because|while|whereas)\s)"
    r"(?P<no>(?:no(?! (?:fewer|less|more|later|doubt|matter|sooner|longer)\b)"
    r"|none|neither|not a single|not one|nobody|no one|nothing|few|hardly any"
    r"|very few)\b[^,.;:“”\"]{0,90}?)\s(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|of)\s){0,3}"
    r"(?:[a-z]+ly\s)?\Z",
    re.IGNORECASE,
)
_OTHER_VERB = re.compile(r"\b(?:said|says|told|that|who|which|is|are|was|were|has|have|had|will|would|but)\b")


def _no_subject(text: str, floor: int, end: int) -> int | None:
    """Where the subject of a hedge begins, if it is nobody: "No Chinese company is expected"; else None."""
    start = max(floor, end - _FAR)
    found = _NO_SUBJECT.search(text[start:end])
    if found is None or _OTHER_VERB.search(found["no"]):
        return None
    # A stretch that was cut out of a clause does not begin one.
    return start + found.start("no") if found.start("no") or start == 0 or found.start() else None


def _by_tense(rule: HedgeRule, text: str, at: TextSpan, before: str, after: str) -> Status:
    """What is only told, or seems so, or is confirmed, may have happened or go on: the verb beside it says which."""
    if rule.of_the_past:
        return Status.OCCURRED if _is_of_the_past(text, at.start, at.end) else rule.says[0]
    if not rule.evidence:
        return rule.says[0]
    if HANGUL.search(text[at.start : at.end]):
        last = re.search(r"([가-힣])(?:다고)?\s*\Z", before)
        return _korean_tense(last[1]) if last else rule.says[0]
    if _GOING_ON.match(after):
        return Status.ONGOING
    is_done = _DONE.match(after) or _PAST_TOLD.match(text, at.end, at.end + _FAR)
    return Status.OCCURRED if is_done else rule.says[0]


_PAST_TOLD = re.compile(
    r"(?:\s(?:on|late|early|last|this|to|in)\b[^,.;:“”\"]{0,40}?)?\s(?:that\s|(?=(?:he|she|it|they|we|the)\s))"
    r"(?:(?!\b(?:will|would|to|is|are|may|might|could|can|should|plan[a-z]*|who|which|that)\b)"
    r"(?:[^,.;:“”\"]|(?<=\d)[,.](?=\d))){0,70}?"
    r"\b(?:had|has|have|was|were|did|took|went|came|met|left|began|sent|held|led|gave|made|saw"
    r"|(?!need|indeed|exceed|speed|feed)[a-z]{3,}ed)\b(?!\s(?:plans?|no|not|to|planned|scheduled|due|set|about|expected|likely|going|never|yet)\b)",
    re.IGNORECASE,
)
_PAST_NOUN = re.compile(r"\s(?:having\s|receiving\s|receipt\b|(?:the|its|his|their)\s(?:receipt|death)\b)")
_KOREAN_TOLD = re.compile(r"([가-힣])(?:다고|다는|\s?(?:것|사실|점))(?:으로|을|이|은|도)?(?:\s공식)?\s*\Z")


def _is_of_the_past(text: str, start: int, end: int) -> bool:
    """Whether what is confirmed has happened: "confirmed that it had received", 도착한 것으로 확인됐다."""
    if not HANGUL.search(text[start:end]):
        return any(it.match(text, end, end + _FAR) for it in (_PAST_TOLD, _PAST_NOUN))
    told = _KOREAN_TOLD.search(text[max(0, start - _NEAR) : start])
    return told is not None and _korean_tense(told[1]) is Status.OCCURRED


_FINAL = 28
_NIEUN, _DOUBLE_SIOT = 4, 20
"""Final consonants of a syllable, by their number in Unicode: of what is or was, and of the past."""


def _korean_tense(syllable: str) -> Status:
    """What the last syllable before `것으로` says of the verb: 할 to come, 하는 going on, 한 and 했 done."""
    if syllable in "는인":
        return Status.ONGOING
    final = (ord(syllable) - 0xAC00) % _FINAL
    return Status.OCCURRED if final in (_NIEUN, _DOUBLE_SIOT) else Status.EXPECTED
