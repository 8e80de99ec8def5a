"""Rows as machines code them, the same for the same seed: for measuring what stores, reads and shows big tables.

Words come as often as in real text (Zipf's law), in English or in Korean, whose words carry particles. A row has about
thirty words, a date of whatever precision in the seventy years before 2026, two columns of few values, one of many,
and the day on which it became known. Rows are generated as they are asked for, in no order of time.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from model.dates.civil import day_number
from model.dates.edtf import Edtf, parse
from model.index.table.coded import CodedRow, Column, Meaning, TableFile, TableMeta

Language = Literal["english", "korean"]

SEED = 1953
DISTINCT = 40_000
"""Words that there are, without their particles."""
COMMON = 6_000
"""Those of them that everybody uses."""

_FROM, _DAYS = date(1955, 1, 1), 71 * 365
_TYPES = (
    "test",
    "launch",
    "visit",
    "talks",
    "statement",
    "exercise",
    "sanction",
    "arrest",
    "trade",
    "aid",
    "",
)
_PLACES = tuple(
    f"{one}{two}"
    for one in ("North ", "South ", "Upper ", "")
    for two in (
        "Pyongan",
        "Hamgyong",
        "Hwanghae",
        "Chagang",
        "Ryanggang",
        "Kangwon",
        "Rason",
        "Kaesong",
        "Nampo",
        "Sinuiju",
    )
)
_SOURCES = 300
_ONSETS = (
    "b",
    "br",
    "ch",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
)
_RHYMES = (
    "a",
    "an",
    "ar",
    "e",
    "en",
    "er",
    "i",
    "in",
    "is",
    "o",
    "on",
    "or",
    "u",
    "un",
    "y",
    "ate",
    "ing",
    "ion",
)
_SYLLABLES = tuple(chr(0xAC00 + (at * 2477) % 11172) for at in range(420))
_PARTICLES = (
    "",
    "",
    "",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에서",
    "으로",
    "와",
    "과",
    "도",
    "했다",
    "하였다",
)

COLUMNS = (
    Column("event_id", "event-id", Meaning.ID),
    Column("event_date", "event-date", Meaning.DATE),
    Column("headline", "headline", Meaning.TITLE),
    Column("event_type", "event-type", Meaning.TYPE),
    Column("admin1", "admin1", Meaning.PLACE),
    Column("source", "source", Meaning.SOURCE),
    Column("notes", "notes", Meaning.NOTE),
    Column("published", "published", Meaning.KNOWN),
)


def meta_of(language: Language) -> TableMeta:
    """What there is to say of a generated table, without its counts."""
    return TableMeta(
        f"Generated, {language}",
        COLUMNS,
        (TableFile(f"{language}.csv", "0" * 64, 1, "csv", "utf-8", day_number(2026, 1, 1)),),
    )


def coded_rows(count: int, language: Language, seed: int = SEED) -> Iterator[CodedRow]:
    """`count` rows, drawn from `seed`."""
    chance = random.Random(f"{seed} {language}")
    stems, weights = _vocabulary(language)
    for number in range(1, count + 1):
        drawn = chance.choices(stems, cum_weights=weights, k=chance.randint(20, 40))
        yield _row(chance, number, [_inflected(chance, stem, language) for stem in drawn])


def _row(chance: random.Random, number: int, text: list[str]) -> CodedRow:
    day = _FROM + timedelta(days=int(_DAYS * chance.random() ** 0.4))
    edtf = _date(chance, day)
    published = day + timedelta(days=int(chance.expovariate(0.1)))
    title = " ".join(text[:7])
    cells = (
        f"KP{number}",
        edtf.text if edtf is not None else "",
        title,
        _TYPES[int(len(_TYPES) * chance.random() ** 2)],
        _PLACES[int(len(_PLACES) * chance.random() ** 2)],
        f"Agency {int(_SOURCES * chance.random() ** 3)}",
        " ".join(text[7:]) + ".",
        published.isoformat(),
    )
    known = day_number(published.year, published.month, published.day)
    return CodedRow(0, number + 1, title, edtf, cells, ",".join(cells), known, cells[0])


def _date(chance: random.Random, day: date) -> Edtf | None:
    kind = chance.random()
    if kind < 0.8:
        return parse(day.isoformat())
    if kind < 0.9:
        return parse(f"{day:%Y-%m}")
    if kind < 0.94:
        return parse(f"{day:%Y}")
    if kind < 0.97:
        return parse(f"{day.isoformat()}/{(day + timedelta(days=chance.randint(1, 40))).isoformat()}")
    return parse(f"[..{day.isoformat()}]") if kind < 0.99 else None


@lru_cache(maxsize=2)
def _vocabulary(language: Language) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The stems, and how often each is met: the sums of the weights up to each."""
    chance = random.Random(f"words {language}")
    make = _english if language == "english" else _korean
    words = tuple(make(chance, at) for at in range(DISTINCT))
    return words, tuple(accumulate(_weight(at + 1) for at in range(DISTINCT)))


def _weight(rank: int) -> float:
    """Words beyond the few thousand that everybody uses are met more seldom than Zipf's law has it."""
    return 1 / (rank + 2.7) if rank < COMMON else COMMON / rank**2


def _english(chance: random.Random, at: int) -> str:
    # What is met often is short.
    parts = 1 + (at > 60) + (chance.random() < 0.5) + (at > 5000 and chance.random() < 0.5)
    word = "".join(chance.choice(_ONSETS) + chance.choice(_RHYMES) for _ in range(parts))
    return word.capitalize() if chance.random() < 0.15 else word


def _korean(chance: random.Random, at: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(1 + (at > 40) + (chance.random() < 0.4)))


def _inflected(chance: random.Random, stem: str, language: Language) -> str:
    """A stem as it stands in a text."""
    ending = chance.choice(_PARTICLES) if language == "korean" else ""
    return stem + ending + ("," if chance.random() < 0.06 else "")
