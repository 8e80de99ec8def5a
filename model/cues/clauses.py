"""The clauses of a sentence that can have a speaker of their own: where each begins.

A half of a sentence has the speaker of its own clause. "The mission put it at 34, while the envoy told reporters that
it fell" has two; what stands behind ("..., the envoy said") speaks for what is before it, up to the speaker before.
"""

import re
from collections.abc import Iterable, Sequence

from model.quotes.span import TextSpan

_JOINT = re.compile(
    r";\s+|,\s+(?=(?:while|whereas|but|yet|though|although|even though|however|meanwhile)\b(?!\sthat\b))"
    r"|\s(?=(?:while|whereas)\s(?:the|a|an|its?|his|her|their|no|some|others?)\s)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)")
_SUBORDINATE = re.compile(r"(?i)(?:while|whereas|although|though|even though|even as|as|but)\s")
_LEAD = re.compile(
    r"(?i)(?:in|on|at|by|after|before|during|since|from|for|speaking|asked|citing|under|with|last|this|earlier|later"
    r"|yesterday|today|meanwhile|separately|however|still|also|but|and|a|an|two|three|hours|days|weeks)\b"
)
_FEW_WORDS = 12
_HANGUL_JOINT = re.compile(
    r"(?<![다라자냐려])(?:지만|으나|나|으며|며|고|는데|은데|인데|반면|데 반해|던 반면)[,]?\s+(?=\S)"
)
_TOPIC = re.compile(r"(?<![가-힣])[가-힣A-Z]{1,20}(?:은|는)(?=[\s,])")
_ADNOMINAL = re.compile(r"[가-힣]*(?:하|되|있|없|않|했|됐|알려지|보이|열리|가|오)(?:은|는)\Z")


def quoted_in(text: str, sentence: TextSpan) -> list[tuple[int, int]]:
    """Where direct speech stands in a sentence, with its marks."""
    return [it.span() for it in _QUOTED.finditer(text, sentence.start, sentence.end)]


def clauses_in(text: str, sentence: TextSpan, fronted: Iterable[int] = ()) -> tuple[TextSpan, ...]:
    """The clauses of an English sentence, in order; `fronted` is where those who speak before their verbs begin.

    No clause begins within direct speech, nor after no more than a day or a place ("In Beijing, the ministry said").
    """
    quoted = quoted_in(text, sentence)
    begun = {it.end() for it in _JOINT.finditer(text, sentence.start, sentence.end)}
    starts = [sentence.start]
    places = sorted({*begun, *fronted})
    for place in places:
        if place <= starts[-1] or place >= sentence.end or any(start < place < end for start, end in quoted):
            continue
        if place not in begun and leads_in(text[starts[-1] : place]):
            continue
        starts.append(place)
    return _between(starts, sentence.end)


def leads_in(words: str) -> bool:
    """Whether words before a subject are no clause: a day, a place, a joint."""
    plain = words.strip(" ,\n—–-")
    if not plain or len(plain.split()) == 1:
        return True
    if _SUBORDINATE.match(plain) and len(plain.split()) > 1:
        return False
    return len(plain.split()) <= _FEW_WORDS and _LEAD.match(plain) is not None


def korean_clauses_in(text: str, sentence: TextSpan) -> tuple[TextSpan, ...]:
    """The clauses of a Korean sentence that have topics of their own: behind -지만, -으나, -며, -고."""
    starts = [sentence.start]
    for joint in _HANGUL_JOINT.finditer(text, sentence.start, sentence.end):
        start, end = starts[-1], joint.end()
        if _has_topic(text, start, joint.start()) and _begins_with_topic(text, end, sentence.end):
            starts.append(end)
    return _between(starts, sentence.end)


_NEAR_TOPIC = 3
"""So many words may stand before the topic of a clause: whose it is, on which day."""


def _has_topic(text: str, start: int, end: int) -> bool:
    return any(not _ADNOMINAL.match(it[0]) for it in _TOPIC.finditer(text, start, end))


def _begins_with_topic(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()[:_NEAR_TOPIC]
    return any(
        _TOPIC.match(f"{word} ") is not None and not _ADNOMINAL.match(word)
        for word in (w.strip(",") for w in words)
    )


def clause_at(clauses: Sequence[TextSpan], place: int) -> TextSpan | None:
    """The clause in which a place lies."""
    return next((it for it in clauses if it.start <= place < it.end), None)


def _between(starts: Sequence[int], end: int) -> tuple[TextSpan, ...]:
    return tuple(TextSpan(*it) for it in zip(starts, (*starts[1:], end), strict=True))
