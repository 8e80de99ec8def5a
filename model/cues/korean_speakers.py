"""Who speaks in a Korean sentence: a name before 은/는/이/가, 에 따르면 or 을 인용해, and the verb of its clause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.cues.clauses import clause_at, korean_clauses_in
from model.cues.speaker_words import COUNTRIES, KOREAN_BODIES, KOREAN_PEOPLE, KOREAN_TITLES
from model.quotes.span import TextSpan

_WORD = r"(?<![가-힣A-Za-z0-9])(?P<noun>[가-힣A-Z]{1,20}?)"
_AFTER_CONSONANT, _AFTER_VOWEL = frozenset(["은", "이", "을"]), frozenset(["는", "가", "를"])
_SUBJECT = re.compile(rf"{_WORD}(?P<many>들|측)?(?P<particle>께서는|께서|에서는|은|는|이|가|도)(?=[\s,])")
_SIDE = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<noun>[가-힣A-Z]{2,20}) (?:측|당)(?P<particle>은|이|에서는)(?=[\s,])"
)
_CITED = re.compile(
    rf"{_WORD}(?P<many>들|측)?(?P<verb>(?:에|의)?\s?(?:(?:말|보도|발표|설명|자료|전언)에 )?(?:따르면|의하면)"
    r"|(?:을|를) 인용(?:해|하여|하며))"
)
_ONLY_SAID = frozenset(
    [
        "보도",
        "발표",
        "자료",
        "통계",
        "설명",
        "말",
        "전언",
        "소문",
        "계획",
        "일정",
        "기록",
        "규정",
        "법",
        "이",
        "그",
    ]
)
"""What something is told by, and nobody who tells it: 보도에 따르면."""

_ENDS = tuple(sorted((*KOREAN_PEOPLE, *KOREAN_BODIES), key=len, reverse=True))
_LONG_ENDS = tuple(it for it in _ENDS if len(it) > 1)
_SHORT_ENDS = re.compile(r"[가-힣]{1,}(?:부|청|성|원|처|군)\Z|군\Z")
_NOBODY_IN_A_ROW = """
일부 내부 외부 전부 대부 간부 기부 세부 남부 북부 동부 서부 중부 여부 구성 가능성 필요성 중요성 안정성
특성 지원 인원 당원 회원 직원
요청 신청 시청 병원 공원 학원 법원 자원 정원 처 근처
상처 장군 완성 작성 여성 남성 찬성 반성 조성 화성 의원회관
"""
_NOBODY = frozenset(_NOBODY_IN_A_ROW.split())
_MODIFIER = re.compile(
    r"(?<![가-힣A-Za-z])(?:[가-힣A-Z]+의|한|익명의|복수의|현지|다른|또 다른|[가-힣]+(?:부|원|성|국|처|청)|[가-힣]*북"
    r"|한국|미국|중국|러시아|일본"
    r"|북한|남한|베트남|몽골|쿠바|이란|대북|정부|군|당|러|중|미|일)\s\Z"
)
_BEFORE_TITLE = re.compile(r"(?<![가-힣])([가-힣]{2,10})\s\Z")
_OFFICE = re.compile(
    r"[가-힣]*(?:부|국|처|청|원|성|실|당|군|은행|위원회|대사관)|(?:북한|남한|한국|러시아|중국|미국|일본|몽골|베트남|쿠바|이란|전|현|한|신임"
    r"|제1|수석|부|국가|내각|총)"
)
_NO_PART_OF_A_NAME = re.compile(r"[가-힣]*(?:은|는|을|를|의|에|서|과|와|로|고|며|던|된|한|할|인|다|면|께)")
_SURNAMES = frozenset("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노리림")
_NAMED_MEDIUM = re.compile(
    r"(?!(?:관영|국영|공영|현지|외국|주요|정부)(?:통신|신문|방송|일보))[가-힣]{2,}(?:통신|신문|방송|일보)\Z"
)
_COUNTRY = re.compile(rf"\A(?:{'|'.join(it for it in COUNTRIES if '가' <= it[0] <= '힣')})\s(?=\S)")
_BESIDE = re.compile(
    r"[\s,]*(?:(?:이날|이같이|이렇게|그렇게|또|또한|이어|앞서|최근|처음|공식|직접|다시|거듭)[\s,]+)*\Z"
)
_FINALS = 28


@dataclass(frozen=True, slots=True)
class KoreanSpeaker:
    """Where somebody is named, what they are called, the verb, the clause, and whether they are cited."""

    span: TextSpan
    name: str
    verb: TextSpan
    clause: TextSpan
    cites: bool = False


def korean_speakers(
    text: str,
    sentence: TextSpan,
    verbs: Sequence[TextSpan],
    dates: Sequence[TextSpan],
    known: Sequence[TextSpan] = (),
) -> tuple[tuple[TextSpan, ...], list[KoreanSpeaker]]:
    """The clauses of a sentence and who speaks in them; `known` is where entities are named that can speak.

    Who stands right before the verb speaks, else the first topic, where it is somebody who can: what a sentence is
    about (다리는) is a topic too.
    """
    clauses = korean_clauses_in(text, sentence)
    found = [*_cited(text, sentence, clauses)]
    for clause in clauses:
        inside = [it for it in verbs if clause.start <= it.start < clause.end and not _is_citing(text, it)]
        if inside and (it := _subject(text, clause, inside, dates, known)) is not None:
            found.append(it)
    return clauses, found


def _is_citing(text: str, verb: TextSpan) -> bool:
    return text[verb.start : verb.end].endswith(("따르면", "인용해", "인용하여"))


def _cited(text: str, sentence: TextSpan, clauses: Sequence[TextSpan]) -> Iterator[KoreanSpeaker]:
    for match in _CITED.finditer(text, sentence.start, sentence.end):
        noun = TextSpan(*match.span("noun"))
        clause = clause_at(clauses, match.start()) or sentence
        if match["noun"] in _ONLY_SAID:
            # 통일부 보도에 따르면: whose report it is stands before.
            before = re.search(r"(?<![가-힣])([가-힣A-Z]{2,})(?:의)?\s\Z", text[clause.start : noun.start])
            if before is None:
                continue
            noun = TextSpan(clause.start + before.start(1), clause.start + before.end(1))
            if text[noun.start : noun.end].endswith("의"):
                noun = TextSpan(noun.start, noun.end - 1)
        span = _whole(text, clause, noun)
        yield KoreanSpeaker(
            span, _name(text[span.start : span.end]), TextSpan(span.end, match.end()), clause, True
        )


def _subject(
    text: str,
    clause: TextSpan,
    verbs: Sequence[TextSpan],
    dates: Sequence[TextSpan],
    known: Sequence[TextSpan],
) -> KoreanSpeaker | None:
    subjects = [it for it in _subjects(text, clause) if it.end() <= verbs[-1].start]
    verb = verbs[-1]
    beside = next((it for it in reversed(subjects) if _is_beside(text, it.end(), verb.start, dates)), None)
    topics = [it for it in subjects if it["particle"] in ("은", "는", "도", "께서는", "에서는")]
    others = [it for it in subjects if it not in topics]
    can_speak = (it for it in (*topics, *others) if _can_speak(text, clause, it, known))
    found = beside or next(can_speak, None)
    if found is None:
        return None
    span = _whole(text, clause, TextSpan(*found.span("noun")))
    return KoreanSpeaker(span, _name(text[span.start : span.end]), verb, clause)


def _subjects(text: str, clause: TextSpan) -> Iterator[re.Match[str]]:
    for match in _SUBJECT.finditer(text, clause.start, clause.end):
        if match["many"] is None and not _fits(match["noun"], match["particle"]):
            continue
        yield match
    yield from _SIDE.finditer(text, clause.start, clause.end)


def _fits(noun: str, particle: str) -> bool:
    """Whether a particle goes with the last sound of a noun: 은, 이 behind a consonant, 는, 가 behind a vowel."""
    last = ord(noun[-1]) - 0xAC00
    if not 0 <= last < 11172 or particle not in _AFTER_CONSONANT | _AFTER_VOWEL:
        return True
    return (particle in _AFTER_CONSONANT) == (last % _FINALS != 0)


def _is_beside(text: str, start: int, end: int, dates: Sequence[TextSpan]) -> bool:
    """Whether between a subject and its verb there is nothing but days and adverbs."""
    parts, at = [], start
    for it in dates:
        if start <= it.start and it.end <= end:
            parts.append(text[at : it.start])
            at = it.end
    return all(_BESIDE.match(it) for it in (*parts, text[at:end]))


def _can_speak(text: str, clause: TextSpan, match: re.Match[str], known: Sequence[TextSpan]) -> bool:
    noun = match["noun"]
    if any(it.start <= match.start("noun") and it.end == match.end("noun") for it in known):
        return True
    if noun in _NOBODY:
        return False
    if noun in KOREAN_TITLES or noun.endswith(_LONG_ENDS) or _SHORT_ENDS.search(noun):
        return True
    return "측" in match[0][len(noun) :] and len(noun) > 1


def _whole(text: str, clause: TextSpan, noun: TextSpan) -> TextSpan:
    """With the words before it that belong to it: `통일부 당국자`, `한 소식통`, `박선원 의원`."""
    start = noun.start
    if text[noun.start : noun.end] in KOREAN_TITLES:
        start = _named_before(text, clause.start, start)
    else:
        start = _said_of_whom(text, clause.start, start, text[noun.start : noun.end])
    for _ in range(2):
        found = _MODIFIER.search(text[clause.start : start])
        if not found:
            break
        start = clause.start + found.start()
    return TextSpan(start, noun.end)


_GENERAL = (
    "당국",
    "정부",
    "당국자",
    "관계자",
    "소식통",
    "무역상",
    "상인",
    "주민",
    "전문가",
    "매체",
    "언론",
    "대사관",
    "기업",
)
_NOUN_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Z]{2,6})\s\Z")
_NO_NOUN = re.compile(
    r"[가-힣]*(?:은|는|을|를|이|가|의|에|에서|과|와|로|고|며|던|된|한|할|인|다|면|께|해|지만)"
)


def _said_of_whom(text: str, floor: int, start: int, noun: str) -> int:
    """Where the nouns begin that say which a general one is: 세관 당국, 외교 소식통."""
    for _ in range(2 if noun in _GENERAL else 0):
        found = _NOUN_BEFORE.search(text[floor:start])
        if found is None or _NO_NOUN.fullmatch(found[1]):
            break
        start = floor + found.start()
    return start


def _named_before(text: str, floor: int, start: int) -> int:
    """Where the name before a title begins: one word or, of who has no Korean name, two."""
    for number in range(2):
        found = _BEFORE_TITLE.search(text[floor:start])
        if found is None or not _may_be_name(found[1]):
            break
        if number and not _may_be_given(found[1], text[start:].split()[0]):
            break
        start = floor + found.start()
    return start


_SYLLABLES_OF_A_NAME = 3


def _is_person(name: str) -> bool:
    return len(name) == _SYLLABLES_OF_A_NAME and name[0] in _SURNAMES


_LONG = 4
"""Syllables from which on a word before a name that looks Korean may be a part of it."""


def _may_be_given(word: str, name: str) -> bool:
    """Whether a word may be the first of two that name a foreigner: 알렉산드르 before 노바크."""
    return _NO_PART_OF_A_NAME.fullmatch(word) is None and (len(word) >= _LONG or not _is_person(name))


def _may_be_name(word: str) -> bool:
    return _is_person(word) or _OFFICE.fullmatch(word) is None


def _name(words: str) -> str:
    *before, last = words.split()
    if last in KOREAN_TITLES and before:
        named = [it for it in before[-2:] if _may_be_name(it)]
        if named and named[-1] == before[-1]:
            whole = len(named) > 1 and _may_be_given(*named)
            return " ".join(named) if whole else named[-1]
    country = _COUNTRY.match(words)
    if country and _NAMED_MEDIUM.search(words[country.end() :]):
        return words[country.end() :]
    return words
