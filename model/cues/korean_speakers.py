"""Who speaks in a Korean sentence: a name or a noun before 은/는/이/가 or 에 따르면, and a verb."""

import re
from collections.abc import Iterator, Sequence

from model.cues.speaker_words import KOREAN_BODIES, KOREAN_PEOPLE, KOREAN_TITLES
from model.quotes.span import TextSpan

_ENDS = "|".join(sorted((*KOREAN_PEOPLE, *KOREAN_BODIES), key=len, reverse=True))
_NOBODY = r"(?:일부|내부|외부|전부|대부|구성|가능성|필요성|중요성|지원|인원|당원|회원|직원|요청|신청|시청)"
_SPEAKER = re.compile(
    rf"(?<![가-힣A-Z])(?P<noun>(?!{_NOBODY}(?![가-힣]{{2}}))[가-힣A-Z]*(?:{_ENDS}))(?:들|측)?"
)
_TOPIC = re.compile(rf"{_SPEAKER.pattern}(?:은|는|이|가|께서는|에서는)(?=[\s,])")
_CITED = re.compile(rf"{_SPEAKER.pattern}(?:에|의)\s?(?:따르면|의하면|말에 따르면|보도에 따르면)")
_MODIFIER = re.compile(
    r"(?:[가-힣A-Z]+의|한|익명의|복수의|현지|[가-힣]+(?:부|원|성|국|처|청|북|러|중|일|미))\s\Z"
)
_TITLED = re.compile(rf"([가-힣]{{2,4}})\s(?:{'|'.join(KOREAN_TITLES)})\Z")
_PERSON = re.compile(r"(?<![가-힣])([가-힣]{2,4})\s\Z")


def korean_speakers(
    text: str, sentence: TextSpan, verbs: Sequence[TextSpan], dates: Sequence[TextSpan]
) -> Iterator[tuple[TextSpan, str, TextSpan, bool]]:
    """Where each is named, what they are called, the verb, and whether they are cited; the topic before the subject."""
    for match in _CITED.finditer(text, sentence.start, sentence.end):
        span = _whole(text, sentence, match)
        yield span, _name(text[span.start : span.end]), TextSpan(span.end, match.end()), True
    found = sorted(
        _TOPIC.finditer(text, sentence.start, sentence.end), key=lambda it: (it[0][-1] in "이가", it.start())
    )
    if not found:
        return
    span = _whole(text, sentence, found[0])
    verb = next((it for it in reversed(verbs) if it.start >= found[0].end()), None)
    if verb is not None:
        yield span, _name(text[span.start : span.end]), verb, False


def _whole(text: str, sentence: TextSpan, match: re.Match[str]) -> TextSpan:
    """With the words before it that belong to it: `통일부 당국자`, `한 소식통`, `박선원 의원`."""
    start = match.start()
    titled = match["noun"] in KOREAN_TITLES
    for _ in range(2):
        before = text[sentence.start : start]
        found = (_PERSON.search(before) if titled else None) or _MODIFIER.search(before)
        if not found:
            break
        start, titled = sentence.start + found.start(), False
    end = match.end("noun")
    return TextSpan(start, end)


def _name(words: str) -> str:
    titled = _TITLED.search(words)
    return titled[1] if titled else words
