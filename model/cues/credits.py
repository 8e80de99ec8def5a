"""Whose a picture or a report is, by the credit behind it: "(Rodong Sinmun)", "Photo: KCNA", 사진=연합뉴스."""

import re

from model.cues.speaker_words import AGENCIES, MEDIA
from model.quotes.span import TextSpan

_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ0-9][\w’'.-]*){0,4}|[가-힣A-Z]{2,20}"
_LABEL = r"(?:photos?|image|picture|source|credit|courtesy of|provided by|사진|출처|제공|자료)"
_LABELLED = re.compile(rf"(?i:(?<![\w가-힣]){_LABEL})(?i:\s?(?:by|credit))?\s?[:=/]\s?(?P<name>{_NAME})")
_IN_BRACKETS = re.compile(rf"[(\[](?P<name>{_NAME})(?:\s?/\s?[^()\[\]\n]{{1,40}}|\sphotos?)?[)\]]")
_AFTER = re.compile(r"[ \u00a0]{0,3}")
_AT_END = re.compile(r"[\s.]*\Z")


def credit_of(text: str, sentence: TextSpan) -> tuple[TextSpan, str] | None:
    """Where the credit of a sentence stands and whose it is; None where there is none, or no publication's.

    A credit is in the sentence, or right behind it in its line.
    """
    behind = _AFTER.match(text, sentence.end)
    after = behind.end() if behind is not None else sentence.end
    found = next(_LABELLED.finditer(text, sentence.start, sentence.end), None) or _LABELLED.match(text, after)
    if found is not None:
        return TextSpan(*found.span("name")), found["name"].rstrip(".")
    inside = (
        it
        for it in _IN_BRACKETS.finditer(text, sentence.start, sentence.end)
        if _AT_END.match(text[it.end() : sentence.end])
    )
    found = _IN_BRACKETS.match(text, after) or next(inside, None)
    # "The National Intelligence Service (NIS)" has another name of itself in brackets.
    return (
        (TextSpan(*found.span("name")), found["name"])
        if found is not None and prints(found["name"])
        else None
    )


def prints(name: str) -> bool:
    """Whether a name is that of who prints or broadcasts."""
    plain = name.casefold()
    # An agency of a state or a port prints nothing; a news agency has another of these words too.
    return (
        plain in AGENCIES
        or any(word in MEDIA and word != "agency" for word in plain.split())
        or plain.endswith(MEDIA[-7:])
    )
