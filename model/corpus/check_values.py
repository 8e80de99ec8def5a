"""What a source says of itself is what it should be: a language, an address, a time, a title that is printed."""

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import bounds_of
from model.corpus.readable import is_read
from model.corpus.records import Source
from model.corpus.shortened import shortened
from model.corpus.suggest import Effort
from model.dates.civil import day_number
from model.dates.edtf import EdtfError, parse
from model.dates.wording import day_medium
from model.quotes.diffsentence import diff_sentence
from model.quotes.similar import similar

_LONGEST = 2000
"""A longer value is none of these."""

_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+|i-[a-z]{2,8})",
    re.IGNORECASE,
)
"""A language tag of BCP 47 (RFC 5646). Languages of four letters and more it allows for, and there are none."""

_MEANT = {
    "english": "en",
    "eng": "en",
    "korean": "ko",
    "한국어": "ko",
    "russian": "ru",
    "chinese": "zh",
    "japanese": "ja",
}

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WITH_HOST = frozenset({"http", "https", "ftp", "ftps"})

_TIME = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<hour>[0-9]{2}):[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?: ?Z|[+-][0-9]{2}:?[0-9]{2})?"
)

_TIME_ZONES = 1
"""So many days a document may be obtained before it is published: where it is read it may be yesterday still."""

_MOST_READ = 20_000_000
"""How many characters are read, in all, for the lines nearest to titles."""


def value_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each value of a source that cannot be one, and each title that its text does not have."""
    effort = Effort(_MOST_READ)
    for source, place in draft.sources:
        missing = draft.unfinished.get(place, ())
        yield from language_problems(source.language, place.of("language"))
        if source.url is not None and (why := no_url(source.url)):
            yield Problem(place.of("url"), f'"{shortened(source.url)}" is no URL; {why}', "V002")
        yield from _retrieved_problems(source, place)
        if "title" not in missing and source.id in draft.texts:
            yield from _title_problems(source.title, draft.texts[source.id], place.of("title"), effort)


def language_problems(language: str, place: Place) -> Iterator[Problem]:
    """A problem where a language is not written as BCP 47 has it."""
    if message := no_language(language):
        yield Problem(place, message, "V001")


def no_language(language: str) -> str:
    """Why something is no language tag of BCP 47, with one that is; empty where it is one."""
    if len(language) <= _LONGEST and _LANGUAGE.fullmatch(language):
        return ""
    meant = _MEANT.get(language.casefold()) or language.replace("_", "-")
    example = meant if len(meant) <= _LONGEST and meant != language and _LANGUAGE.fullmatch(meant) else "en"
    return f'"{shortened(language)}" is no language tag of BCP 47; write one as "{example}"'


def no_url(url: str) -> str:
    """Why a text is no URL, as advice; empty where it is one."""
    if not url:
        return "leave it out where it is not known"
    if len(url) > _LONGEST or any(it.isspace() or not it.isprintable() for it in url):
        return "write it in one piece, a space as %20"
    if not _SCHEME.match(url):
        return f'write it whole, as in "https://{shortened(url)}"'
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and parts.port is not False
    except ValueError:
        return "its host or port cannot be one"
    if parts.scheme in _WITH_HOST and not has_host:
        return 'write it with its host, as in "https://example.org/page"'
    return "" if url[len(parts.scheme) + 1 :].strip("/") else "write what comes after the colon"


def _retrieved_problems(source: Source, place: Place) -> Iterator[Problem]:
    if source.retrieved is None:
        return
    retrieved = _last_day(source.retrieved)
    at = place.of("retrieved")
    if retrieved is None:
        message = (
            f'"{shortened(source.retrieved)}" is no date or time; write it as 2025-05-09 or 2025-05-09T14:30Z'
        )
        yield Problem(at, message, "V003")
        return
    first = bounds_of(source.published)[0] if is_read(source.published) else None
    if first is not None and retrieved + _TIME_ZONES < first:
        days = f"retrieved by {day_medium(retrieved)}, and published on {day_medium(first)} at the earliest"
        yield Problem(at, f"{days}; correct either of them", "T004")


def _last_day(text: str) -> int | None:
    """The last day that a date or time can mean; None where it is neither."""
    if found := _TIME.fullmatch(text):
        with suppress(ValueError):
            datetime.datetime.fromisoformat(text.replace(" Z", "Z"))
            return day_number(*map(int, found["day"].split("-")))
        return None
    try:
        date = parse(text)
    except EdtfError:
        return None
    return date.latest if date.latest is not None else date.earliest


def _title_problems(title: str, text: str, place: Place, effort: Effort) -> Iterator[Problem]:
    """A title is there as printed, but for how its lines are broken."""
    if title in text or " ".join(title.split()) in " ".join(text.split()):
        return
    message = f'the title "{shortened(title)}" is not in the text'
    if effort.spend(len(text) + len(title) ** 2 // 30):
        span = similar(text, title)
        if span is not None:
            line = text.count("\n", 0, span.start) + 1
            found = " ".join(text[span.start : span.end].split())
            message += f"; closest is line {line}: "
            if len(title) > _LONGEST or shortened(found) != shortened(title):
                message += f'"{shortened(found)}"'
            else:
                message += diff_sentence(title, found, "the title")
    yield Problem(place, f"{message}; write it as printed", "V005")
