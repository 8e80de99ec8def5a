"""Who speaks in which clause of a sentence, in English and Korean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.cues.clauses import clause_at, clauses_in, leads_in
from model.cues.credits import credit_of
from model.cues.found_speakers import CITING, FoundSpeaker, english_speakers
from model.cues.hedges import ReportingVerb
from model.cues.korean import HANGUL
from model.cues.korean_speakers import korean_speakers
from model.cues.named_office import office_before
from model.cues.passing_on import passes_on
from model.quotes.span import TextSpan

_BEHIND = re.compile(r"[,”\"’—–]\s*(?:(?:but|and|though|although|as)\s)?\Z")
_CONTENT = re.compile(
    r"\b(?:that|is|are|was|were|will|would|has|have|had|can|could|may|might|must|should)\b|\bto\s[a-z]+\b(?<!to the)"
)
_PLACED = re.compile(
    r"(?i)\s*(?:(?:on|in|at|to|by|during|after|before|late|early|last|this|next|yesterday|earlier|later|separately|here"
    r"|reporters|journalists|lawmakers|of|again)\b|\Z)"
)
_LONGEST = 4_000
"""Characters of a sentence that somebody wrote; what is longer is a table, or made to take long."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """The clauses of a sentence, and who speaks in them, in the order of their verbs."""

    clauses: tuple[TextSpan, ...] = ()
    speakers: tuple[FoundSpeaker, ...] = ()


def attributed(
    text: str,
    sentence: TextSpan,
    verbs: Iterable[ReportingVerb],
    dates: Sequence[TextSpan],
    known: Sequence[TextSpan] = (),
) -> Attributed:
    """The clauses of a sentence with who speaks in each; `dates` are the spans of its date words.

    `known` is where entities are named that can speak; only in Korean they are asked for.
    """
    if sentence.end - sentence.start > _LONGEST:
        return Attributed((sentence,))
    if HANGUL.search(text, sentence.start, sentence.end):
        clauses, said = korean_speakers(text, sentence, [it.span for it in verbs], dates, known)
        found = [FoundSpeaker(it.span, it.name, it.verb, cites=it.cites, clause=it.clause) for it in said]
        return Attributed(clauses, tuple(found or _credited(text, sentence)))
    spoken = english_speakers(text, sentence, verbs, dates)
    if not spoken:
        return Attributed((sentence,), tuple(_credited(text, sentence)))
    return _in_clauses(text, sentence, spoken, dates)


def speakers_in(
    text: str, sentence: TextSpan, verbs: Iterable[ReportingVerb], dates: Sequence[TextSpan]
) -> tuple[FoundSpeaker, ...]:
    """Who speaks in a sentence, in the order of their verbs; `dates` are the spans of its date words."""
    return attributed(text, sentence, verbs, dates).speakers


def _credited(text: str, sentence: TextSpan) -> list[FoundSpeaker]:
    """Whose a sentence is by the credit behind it, as that of a photo."""
    found = credit_of(text, sentence)
    return (
        [FoundSpeaker(found[0], found[1], found[0], cites=True, clause=sentence)] if found is not None else []
    )


def _in_clauses(
    text: str, sentence: TextSpan, spoken: Sequence[FoundSpeaker], dates: Sequence[TextSpan]
) -> Attributed:
    """Each speaker with the clause in which it speaks, and how far back it may speak for others."""
    fronted = [it for it in spoken if not _is_behind(text, sentence, it, dates)]
    clauses = clauses_in(text, sentence, (_joint_before(text, sentence.start, it) for it in fronted))
    taken = [clause_at(clauses, min(it.span.start, it.verb.start)) for it in spoken]
    placed = []
    for found, clause in zip(spoken, taken, strict=True):
        reach = None
        if found not in fronted and clause is not None:
            # What stands behind also tells what is before it, up to the clause of somebody else.
            before = clauses[: clauses.index(clause)]
            free = [
                it
                for it in before
                if it.start >= max((o.end for o in taken if o is not None and o in before), default=0)
            ]
            reach = TextSpan(free[0].start, free[-1].end) if free else None
        placed.append(replace(found, clause=clause, reach=reach))
    return Attributed(clauses, tuple(placed))


def _joint_before(text: str, start: int, found: FoundSpeaker) -> int:
    """Where the clause of a speaker begins: at the comma or the joint before the words that name it."""
    at = min(office_before(text, start, found.span), found.verb.start)
    before = re.search(
        r"(?:(?:\b(?:and|but|as|or|so|while|whereas|yet)\s)|[,;]\s)\Z", text[max(start, at - 12) : at]
    )
    return at if before is None or before[0][0] in ",;" else at - len(before[0])


def _is_behind(text: str, sentence: TextSpan, found: FoundSpeaker, dates: Sequence[TextSpan]) -> bool:
    """Whether who speaks stands behind what was said: after a comma or a quotation, and nothing said after it."""
    start, end = min(found.span.start, found.verb.start), found.end
    before = text[sentence.start : start].rstrip()
    if not before or found.is_quoted(text) or passes_on(text, found.verb):
        return bool(before)
    if text[found.verb.start : found.verb.end].lower() in CITING:
        return not leads_in(before)
    if not _BEHIND.search(text[sentence.start : start]):
        return False
    following = re.split(r"[,;:—]|[“\"]", text[end : sentence.end], maxsplit=1)[0]
    day = any(text[end : it.start].strip() in ("", "the") and it.start >= end for it in dates)
    told = text[found.verb.start : found.verb.end].lower().startswith("told")
    placed = told or day or _PLACED.match(following) is not None
    return not following.strip(" .”") or (placed and not _CONTENT.search(following))
