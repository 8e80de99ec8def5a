"""Who speaks in an English sentence: the words beside a reporting verb that name somebody.

A suggestion. What is not surely somebody who speaks is left out: nobody is better than somebody else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.cues.clauses import quoted_in
from model.cues.hedges import ReportingVerb
from model.cues.leading import without_lead
from model.cues.named_office import DELIMITERS, is_named_office
from model.cues.passing_on import cited_by, with_place
from model.cues.speaker_words import BODIES, PEOPLE, TITLES
from model.quotes.span import TextSpan

_NOUNS = re.compile(rf"(?i)\b(?:{'|'.join(PEOPLE)})(?:s|es)?\b|\b(?:{'|'.join((*BODIES, 'spokesmen'))})\b")
_JOINED = re.compile(r"\s(?:and|but|while|whereas|yet|as)\s")
_BESIDE_VERB = re.compile(
    r"(?:\s+(?:also|later|then|earlier|previously|again|reportedly|has|have|had|recently|still|first|once|[a-z]+ly))+\Z"
)
_NO_NAME = re.compile(
    r"(?i)\b(?:is|are|was|were|be|been|being|will|would|has|have|had|can|could|may|might|must|should|did|does|do|that"
    r"|which|who|whom|what|when|where|not)\b|\band\Z|\bor\Z|\bto\Z"
)
_TOLD_BEFORE = re.compile(rf"{_NO_NAME.pattern}|(?:\b(?:said|says|told|put|[a-z]{{3,}}ed)\b)|\d")
_NOT_ALONE = frozenset(
    [
        "reports",
        "report",
        "this",
        "that",
        "these",
        "those",
        "there",
        "images",
        "documents",
        "data",
        "everything",
        "nothing",
        "others",
    ]
)
_PRONOUN = re.compile(r"(?i)(?:he|she|they|it|both|the two|(?:the |an)?others?|(?:the|each|every) one)\Z")
_OWN = re.compile(r"(?i)(?:his|her|their|its|my|our|your)\s")
_OF_ITS_OWN = re.compile(rf"its\s(?P<body>(?:[\w-]+\s){{0,3}}(?:{'|'.join(BODIES)}))\Z")
_NONE = re.compile(r"(?i)(?:no|none|neither|nobody|no one|nothing|not|few|hardly any|nor)\b")
_SAME_AGAIN = re.compile(r"(?i)the (?:same )?([a-z]+)\Z")
_WITHIN = re.compile(r"\s(?:in|at|from|with|for|to|near|inside|close|familiar|of(?!\s(?:the\s)?[A-Z])|on)\s")
_SOME_OF = re.compile(r"(?i)(?:one|two|three|some|many|several|most|both) of (?:the|its|their|his) ")
_AFTER_NAME = re.compile(
    r"[,;:()\[\]“”\"—–]|(?<![A-Z])\.(?:\s|\Z)|\.\Z"
    r"|\s(?:on|in|at|during|after|before|when|while|who|that|from|to|by|for|and|which|as|last|this|late|early|yesterday"
    r"|published|released|issued|obtained|provided|reported|seen)\b"
)
_OPENS = re.compile(
    r"\s(?=[A-Z]|(?:the|a|an|one|two|three|several|multiple|some|many|another|state|officials)\s"
    rf"|(?:[a-z-]+\s){{0,2}}(?:{'|'.join(PEOPLE)})s\b)"
)
_INVERTED = frozenset(
    ["said", "says", "wrote", "added", "explained", "explains", "noted", "warned", "stated", "argued"]
)
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\s[^,]{0,120},\Z")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|did|[a-z]{3,}ed)\b"
)
_PUBLISHED_BY = re.compile(r"\b(?:published|released|issued|carried) by(?=\s)")
_GOES_ON = re.compile(
    r"\s*(?:[,.;)]|[”\"]|\Z|(?:who|on|in|at|during|after|before|to|speaking|citing|late|early|last|this|yesterday)\b)"
)
"""What may stand behind who speaks, where that is behind what was said."""

CITING = frozenset(["according to", "per"])
"""Words by which somebody is cited."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_TITLE = re.compile(rf"\A(?:{TITLES}\s)+(?=[A-Z])")


_QUOTING = ("citing", "인용해", "인용하여", "인용하며")


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """Who speaks: `text[span.start:span.end]` are the words that name them, `verb` those by which they speak.

    `name` is what they would be called. `again` says that the words only point to somebody who was named before
    ("he", "the official"); then `name` is the noun, or empty. `cites` says that they are cited ("according to").
    `clause` is the clause in which they speak, and `reach` what is before it and has no speaker of its own.
    """

    span: TextSpan
    name: str
    verb: TextSpan
    again: bool = False
    cites: bool = False
    clause: TextSpan | None = None
    reach: TextSpan | None = None

    @property
    def end(self) -> int:
        """Where both end."""
        return max(self.span.end, self.verb.end)

    def is_quoted(self, text: str) -> bool:
        """Whether somebody else quotes them: "Yonhap reported, citing them", 소식통을 인용해."""
        return self.cites and text[self.verb.start : self.verb.end].lower().endswith(_QUOTING)

    def is_in(self, place: int) -> bool:
        """Whether a place is in the clause of the attribution."""
        return self.clause is None or self.clause.start <= place < self.clause.end

    def reaches(self, place: int) -> bool:
        """Whether it may be that what stands at a place is told by it: a clause before, that has no speaker."""
        return self.is_in(place) or (self.reach is not None and self.reach.start <= place < self.reach.end)


def english_speakers(
    text: str, sentence: TextSpan, verbs: Iterable[ReportingVerb], dates: Sequence[TextSpan]
) -> list[FoundSpeaker]:
    """Who speaks in an English sentence, in the order of their verbs; nobody within direct speech."""
    quoted = quoted_in(text, sentence)
    spoken = [
        it
        for it in _english(text, sentence, verbs, dates)
        if not any(start < it.verb.start < end for start, end in quoted)
    ]
    return spoken or [
        it
        for match in _PUBLISHED_BY.finditer(text, sentence.start, sentence.end)
        if (it := _after(text, sentence, TextSpan(*match.span()), (), cites=True)) is not None
    ]


def _english(
    text: str, sentence: TextSpan, verbs: Iterable[ReportingVerb], dates: Sequence[TextSpan]
) -> Iterator[FoundSpeaker]:
    for verb in verbs:
        word = verb.words.lower()
        by = cited_by(text, sentence, verb.span)
        if by is not None:
            found = _after(text, sentence, by, dates)
        elif word in CITING or word == "citing":
            found = _after(text, sentence, verb.span, dates, cites=True)
        else:
            found = _inverted(text, sentence, verb, dates) or _before(text, sentence, verb.span, dates)
        if found is not None:
            yield found


def _before(text: str, sentence: TextSpan, verb: TextSpan, dates: Sequence[TextSpan]) -> FoundSpeaker | None:
    """Who stands before a verb, an aside between commas apart."""
    end = _without_aside(text, sentence.start, _trimmed(text, sentence.start, verb.start, dates))
    delimiters = [it.end() for it in DELIMITERS.finditer(text, sentence.start, end)]
    start = delimiters[-1] if delimiters else sentence.start
    joined = [
        it.end() for it in _JOINED.finditer(text, start, end) if _TOLD_BEFORE.search(text[start : it.start()])
    ]
    # "It would open and the embassy said": another clause, without a comma.
    start = joined[-1] if joined else start
    return _speaker(text, start, end, sentence, verb, dates)


def _trimmed(text: str, start: int, end: int, dates: Sequence[TextSpan]) -> int:
    """Where the words before a verb end, without what belongs to it: adverbs, a day."""
    while True:
        part = text[start:end].rstrip()
        if part.endswith(("was", "were")) and text.startswith(("quoted", "cited"), end):
            part = part.removesuffix("was").removesuffix("were").rstrip()
        part = _BESIDE_VERB.sub("", part)
        stop = start + len(part)
        stop = next((it.start for it in dates if it.end == stop and it.start > start), stop)
        if stop == end:
            return end
        end = stop


def _without_aside(text: str, start: int, end: int) -> int:
    """`Park, who was briefed, ` ends where `Park` does, `the governor, Oleg Kozhemyako, ` with the name."""
    part = text[start:end]
    if not part.endswith(","):
        return end
    before = part[:-1].rfind(",")
    if before > 0 and is_named_office(part[:before], part[before + 1 : -1]):
        return end - 1
    return start + before if before > 0 else end


def _inverted(
    text: str, sentence: TextSpan, verb: ReportingVerb, dates: Sequence[TextSpan]
) -> FoundSpeaker | None:
    """`said Cho, an economist`: only after what was said, and where nothing is said after it."""
    if verb.words.lower() not in _INVERTED:
        return None
    before = text[sentence.start : verb.span.start].rstrip()
    found = _after(text, sentence, verb.span, dates) if before.endswith((",", "”", '"')) else None
    if found is None or before.endswith(("”", '"')):
        return found
    behind = _GOES_ON.match(text, found.span.end, sentence.end)
    if behind is None or _RELATIVE.search(before):
        return None
    # "Park, an aide, said officials in Rason had left" goes on with what is said.
    rest = re.split(r"[,;]", text[found.span.end : sentence.end], maxsplit=1)[0]
    return found if rest.lstrip().startswith("who") or not _FINITE.search(rest) else None


def _after(
    text: str, sentence: TextSpan, verb: TextSpan, dates: Sequence[TextSpan], cites: bool = False
) -> FoundSpeaker | None:
    """Who stands after a verb or, of what they made, after that: `images published by the group`."""
    start = verb.end + 1
    stop = _AFTER_NAME.search(text, start, sentence.end)
    end = stop.start() if stop else sentence.end
    end = with_place(text, TextSpan(start, end), dates, sentence.end)
    if _OPENS.match(text, verb.end):
        found = _speaker(text, start, end, sentence, verb, dates, cites)
        if found is not None:
            return found
    by = re.compile(r"\s(?:published|released|issued|obtained|provided|reported) by(?=\s)").match(text, end)
    return _after(text, sentence, TextSpan(verb.start, by.end()), dates, cites) if by else None


def _speaker(
    text: str,
    start: int,
    end: int,
    sentence: TextSpan,
    verb: TextSpan,
    dates: Sequence[TextSpan],
    cites: bool = False,
) -> FoundSpeaker | None:
    begins = without_lead(text, start, end, dates)
    if begins is None:
        return None
    start, words = begins, text[begins:end].strip()
    span = TextSpan(start, start + len(words))
    if body := _OF_ITS_OWN.match(words):
        # Of what was named before; the body speaks, whosever it is.
        return FoundSpeaker(span, body["body"], verb, cites=cites)
    if _OWN.match(words) or _NONE.match(words):
        # `His office` is somebody else's, who is not named here.
        return None
    if _PRONOUN.match(words):
        return FoundSpeaker(span, "", verb, again=True, cites=cites)
    same = _SAME_AGAIN.match(words)
    if same and _NOUNS.fullmatch(same[1]) and same[1].islower():
        return FoundSpeaker(span, same[1], verb, again=True, cites=cites)
    name = _name(words, start == sentence.start)
    return FoundSpeaker(span, name, verb, cites=cites) if name else None


_THE = re.compile(r"(?i)\Athe\s")
_MOST_WORDS = 10


def _name(words: str, at_start: bool) -> str:
    """What somebody is called, given the words that name them; empty where they name nobody who speaks."""
    if not words or _NO_NAME.search(words) or len(words.split()) > _MOST_WORDS:
        return ""
    within = _WITHIN.search(words)
    head = (words[: within.start()] if within else words).split()
    if len(words.split()) == 1 and words.lower() in _NOT_ALONE:
        return ""
    noun = _NOUNS.search(words if _SOME_OF.match(words) else " ".join(head))
    capitals = _capitals(head)
    if not noun and (not capitals or (capitals == len(head) == 1 and at_start and not words[1:2].isalpha())):
        return ""
    if not capitals or (capitals == len(head) and at_start and len(head) == 1 and noun):
        return _THE.sub("", words)
    tail = head[-capitals:]
    common = head[: len(head) - capitals]
    # Of "the government of Jilin" it is not Jilin that speaks.
    if common and common[-1] != "of" and _is_common(common):
        name = " ".join(tail)
    else:
        name = re.sub(r"(?i)\A(?:the|a|an)\s", "", " ".join(head))
    if within and name.split()[-1].lower() in PEOPLE:
        return words
    return _TITLE.sub("", name)


def _capitals(head: list[str]) -> int:
    """How many words at its end are written with a capital; `of` and `and` between them count too."""
    count = 0
    for number, word in enumerate(reversed(head), 1):
        if _CAPITAL.match(word):
            count = number
        elif word not in ("of", "and", "the", "for", "da", "de", "bin", "al"):
            break
    return count


def _is_common(words: list[str]) -> bool:
    """Whether words before a name are no part of it: `the monitoring group`, but not `the`."""
    return any(word.islower() and word not in ("the", "a", "an") for word in words[-1:])
