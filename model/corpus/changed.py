"""How a text differs from the one that was curated: by something that programs do to texts, or really.

Only the SHA-256 of the text that was curated is known. So what programs do is undone, until one has that SHA-256.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Literal

from model.corpus.findings import Problem

LINE_ENDS, BLANKS, FORM, REALLY = "F021", "F022", "F023", "F012"
"""The codes of what can have changed."""

_ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_Form = Literal["NFC", "NFD"]
_FORMS: tuple[tuple[_Form, str, str], ...] = (
    ("NFC", "composed", "decomposed"),
    ("NFD", "decomposed", "composed"),
)
_FINAL = ("", "\n", "\r\n", "\n\n", "\n\n\n")
_MARK = "\ufeff"
_TRAILING = re.compile(r"[ \t]+(?=\r?\n|\Z)")
_EMPTY_LINE = re.compile(r"(?<=\n)(?=\r?\n)")

_MOST_QUOTES = 10
"""How many quotes with such blanks are looked for; the others tell nothing else."""

_Change = tuple[str, str, str]
"""The code of a change, what it is, and a text in which it is undone."""


def how_changed(text: str, sha256: str, quotes: Iterable[str] = ()) -> tuple[str, str]:
    """The code and the words for how a text differs from the one of another SHA-256.

    What was cut off the ends of lines cannot be guessed: that tells a quote which stands in the text but for them.
    """
    for code, words, undone in _undone(text):
        if _digest(undone) == sha256:
            return code, words
    for code, words, undone in _ends_undone(text):
        for _, more, twice in (*_final_undone(undone), *_forms_undone(undone)):
            if _digest(twice) == sha256:
                return code, f"{words}, and {more}"
    if _blanks_are_gone(text, quotes):
        return BLANKS, "blanks at the ends of its lines are gone"
    return REALLY, "it was changed since it was curated"


def _undone(text: str) -> Iterator[_Change]:
    yield from _ends_undone(text)
    yield from _final_undone(text)
    yield BLANKS, "there are blanks at the ends of its lines", _TRAILING.sub("", text)
    yield BLANKS, "blanks on its empty lines are gone", _EMPTY_LINE.sub(" ", text)
    if text.startswith(_MARK):
        yield BLANKS, "it begins with a byte order mark", text[1:]
    else:
        yield BLANKS, "its byte order mark is gone", _MARK + text
    yield from _forms_undone(text)


def _ends_undone(text: str) -> Iterator[_Change]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    here = next(name for end, name in (("\r\n", "CRLF"), ("\r", "CR"), ("", "LF")) if end in text)
    for end, name in _ENDS.items():
        yield LINE_ENDS, f"its lines end with {here} where they ended with {name}", plain.replace("\n", end)


def _final_undone(text: str) -> Iterator[_Change]:
    bare = text.rstrip("\r\n")
    for end in _FINAL:
        less = len(end) < len(text) - len(bare)
        yield BLANKS, f"it has {'a final newline more' if less else 'lost a final newline'}", bare + end


def _forms_undone(text: str) -> Iterator[_Change]:
    for form, was, now in _FORMS:
        undone = unicodedata.normalize(form, text)
        if undone != text:
            yield FORM, f"its letters are in {now} form where they were in {was} form ({form})", undone


def _blanks_are_gone(text: str, quotes: Iterable[str]) -> bool:
    blank = (it for it in quotes if not it[-1:].isspace() and _TRAILING.search(it))
    return any(it not in text and _TRAILING.sub("", it) in text for it in islice(blank, _MOST_QUOTES))


def with_digest(
    problems: Iterable[Problem], sha256: str | None, original: str | None = None
) -> Iterator[Problem]:
    """The problems of a source; one of a SHA-256 that is missing or none says what to paste.

    That is the `sha256` of its text, or the one of its `original`; None where that is not there.
    """
    for problem in problems:
        if problem.place.path[-2:] == ("original", "sha256"):
            message = "the SHA-256 of the original is wanted: 64 lower-case hexadecimal digits"
            problem = replace(
                problem, message=f'{message}; paste sha256 = "{original}"' if original else message
            )
            yield problem
            continue
        is_missing = problem.code == "S005" and '"sha256"' in problem.message
        if sha256 and (is_missing or problem.place.path[-1:] == ("sha256",)):
            problem = replace(problem, message=f'{problem.message}; paste sha256 = "{sha256}"')
        yield problem


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
