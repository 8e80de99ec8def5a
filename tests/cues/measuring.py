"""How well the rules of `model/cues` do on texts that people marked: what the guide prints, and what a test holds."""

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import seeds
from model.corpus.load import load_corpus
from model.cues.counted_from import CountedFrom, counted_from, counted_from_day
from model.cues.date_meaning import DateMeaning, date_meanings
from model.cues.date_words import date_words
from model.cues.hedges import hedges, reporting_verbs
from model.cues.suggestion import suggested
from model.dates.edtf import parse
from model.quotes.sentences import sentences
from model.quotes.span import TextSpan

DATA = Path(__file__).parents[1] / "data"
MARKED = DATA / "date-words"

_COARSE = ("day", "week", "month", "quarter", "year")
_FEASTS = ("christmas", "easter")


@dataclass(frozen=True, slots=True)
class Measured:
    """Of `there` date words that people marked, `found` were found; of `marked` by the rules, `false` are none.

    `asked` of the found have a meaning that people gave, and `right` were given that one; `flattened` mean a day where
    they are a stretch.
    """

    name: str
    there: int
    found: int
    marked: int
    false: int
    asked: int
    right: int
    flattened: int


def meanings_of(text: str, origin: CountedFrom | None) -> tuple[DateMeaning, ...]:
    """All date words of a text with what they would mean."""
    return date_meanings(text, date_words(text), sentences(text), origin)


def measured(name: str, texts: Iterable[tuple[str, Sequence[Sequence[str]], CountedFrom | None]]) -> Measured:
    """The figures of some texts: each with its date words in order, each of these with its date where one is given."""
    there = found = marked = false = asked = right = flattened = 0
    for text, marks, origin in texts:
        meanings = meanings_of(text, origin)
        at, used = 0, set()
        for words, *dates in marks:
            at = text.index(words, at)
            span = TextSpan(at, at + len(words))
            at = span.end
            hit = next((it for it in meanings if _covers(it.word.span, span)), None)
            there += 1
            if hit is None:
                continue
            found += 1
            used.add(hit)
            if dates:
                asked += 1
                right += (hit.edtf or "") == dates[0]
                flattened += _is_a_day(hit.edtf) and not _is_a_day(dates[0])
        marked += len(meanings)
        false += len(meanings) - len(used)
    return Measured(name, there, found, marked, false, asked, right, flattened)


def _covers(found: TextSpan, marked: TextSpan) -> bool:
    return found.start <= marked.start and marked.end <= found.end


def _is_a_day(edtf: str | None) -> bool:
    return bool(edtf) and parse(edtf or "").single_day is not None


def of_articles() -> Measured:
    """The two articles of the bundled corpus."""
    corpus = load_corpus(Path(seeds.__file__).parent)
    marks = tomllib.loads((MARKED / "articles.toml").read_text("utf-8"))
    return measured(
        "the two bundled articles",
        [
            (corpus.texts[source], kept["marks"], counted_from(corpus.sources[source].published))
            for source, kept in marks.items()
        ],
    )


def of_launches() -> Measured:
    """Descriptions that the rules had not seen."""
    texts = tomllib.loads((MARKED / "launches.toml").read_text("utf-8"))["text"]
    return measured(
        "36 descriptions of missile tests",
        [(it["text"], [[words] for words in it["words"]], None) for it in texts],
    )


def korean() -> list[dict[str, list[str]]]:
    """The Korean sentences with what is right."""
    found: list[dict[str, list[str]]] = tomllib.loads((MARKED / "korean.toml").read_text("utf-8"))["sentence"]
    return found


KOREAN_DAY = counted_from_day(date(2025, 5, 12).toordinal())


def of_korean() -> Measured:
    """The Korean sentences."""
    return measured("15 Korean sentences", [(str(it["text"]), it["dates"], KOREAN_DAY) for it in korean()])


def duckling() -> list[tuple[str, dict[str, str]]]:
    """Duckling's wordings of days and what is longer, without feasts and times of day, each with its example."""
    kept = json.loads((DATA / "dates-duckling" / "en.share.json").read_text("utf-8"))
    return [
        (text, example)
        for example in kept["examples"]
        if example["grain"] in _COARSE and "Holiday" not in example["kind"]
        for text in example["texts"]
        if not any(feast in text.lower() for feast in _FEASTS)
    ]


DUCKLING_OF = sum(
    len(example["texts"])
    for example in json.loads((DATA / "dates-duckling" / "en.share.json").read_text("utf-8"))["examples"]
)
"""How many wordings Duckling's file has in all."""

DUCKLING_DAY = counted_from_day(date(2013, 2, 12).toordinal())


def of_duckling() -> Measured:
    """Duckling's wordings: found is what one date word covers, but for a preposition and an article before it.

    A meaning is right where the first day that Duckling means is among its days. False ones are sought in Duckling's
    texts that are no date.
    """
    there = found = right = flattened = asked = 0
    for text, example in duckling():
        there += 1
        meanings = meanings_of(text, DUCKLING_DAY)
        if len(meanings) != 1 or meanings[0].word.span.end < len(text) or meanings[0].word.span.start > 7:
            continue
        found += 1
        asked += 1
        edtf = meanings[0].edtf
        right += edtf is not None and parse(edtf).contains(
            date.fromisoformat(example["start"][:10]).toordinal()
        )
        is_day = example["grain"] == "day" and "Interval" not in example["kind"]
        flattened += _is_a_day(edtf) and not is_day
    negative = json.loads((DATA / "dates-duckling" / "en.share.json").read_text("utf-8"))["negative"]
    false = sum(len(date_words(text)) for text in negative)
    return Measured(
        "Duckling's English wordings", there, found, found + false, false, asked, right, flattened
    )


def all_measured() -> list[Measured]:
    """The figures of the guide's table of date words, in its order."""
    return [of_duckling(), of_articles(), of_launches(), of_korean()]


@dataclass(frozen=True, slots=True)
class MeasuredHedges:
    """Of `hedged` claims, in how many a hedge was found, and status and factuality suggested as they were curated."""

    name: str
    hedged: int
    found: int
    status: int
    factuality: int
    needless: int
    """Claims without a hedge for which something else than was curated is suggested."""

    of: int
    """Claims without a hedge."""


def hedges_of_articles() -> MeasuredHedges:
    """The claims of the bundled corpus."""
    corpus = load_corpus(Path(seeds.__file__).parent)
    hedged = found = status = factuality = needless = of = 0
    for source, text in corpus.texts.items():
        known = hedges(text)
        for claim in corpus.claims_in_source[source]:
            told = suggested(text, corpus.anchors.claims[claim.id], known)
            if claim.hedge is None:
                of += 1
                needless += told is not None and (told.status, told.factuality) != (
                    claim.status,
                    claim.factuality,
                )
                continue
            hedged += 1
            if told is not None:
                found += 1
                status += told.status is claim.status
                factuality += told.factuality is claim.factuality
    return MeasuredHedges("the two bundled articles", hedged, found, status, factuality, needless, of)


def hedges_of_korean() -> MeasuredHedges:
    """The Korean sentences."""
    hedged = found = status = factuality = needless = of = 0
    for it in korean():
        text = str(it["text"])
        told = suggested(text, TextSpan(0, len(text)))
        if not it["suggests"]:
            of += 1
            needless += told is not None
            continue
        hedged += 1
        if told is not None:
            found += 1
            status += told.status == it["suggests"][0]
            factuality += told.factuality == it["suggests"][1]
    return MeasuredHedges("15 Korean sentences", hedged, found, status, factuality, needless, of)


def verbs_of_korean() -> tuple[int, int, int]:
    """How many reporting verbs the Korean sentences have, how many of them are found, and how many more."""
    there = right = more = 0
    for it in korean():
        found = [verb.words for verb in reporting_verbs(str(it["text"]))]
        there += len(it["said"])
        right += len(set(found) & set(it["said"]))
        more += len(set(found) - set(it["said"]))
    return there, right, more
