"""A date that a person types beside a passage: with the words it rests on, how it is known, and why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from model.cues.counted_from import CountedFrom
from model.cues.date_meaning import DateMeaning, basis_of, date_meanings
from model.cues.date_words import date_words
from model.dates.edges import bounded, edge_of, ending
from model.dates.edtf import EdtfError, parse
from model.dates.wording import long_form
from model.quotes.span import TextSpan

BASES = tuple(it.value for it in Basis if it not in (Basis.INHERITED, Basis.NONE))
"""How a date may be known that is typed; what is taken over is typed as `=ID`."""

_OTHERS = "; it may also be "
"""What a reasoning has before the other days that its words may mean."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_IN_WORDS = "2026-09-14, before 2026-09, after 14 Sep, =ID, or words of the passage"


@dataclass(frozen=True, slots=True)
class DateRead:
    """What a date comes to: the field of a record (None: no date), or what is `wrong` with it. `answer` says it.

    `asks` says that how the date was arrived at has to be said in words; where only that is wrong, the field is there
    without it.
    """

    field: dict[str, Any] | None = None
    answer: str = ""
    wrong: bool = False
    asks: bool = False


def date_read(
    typed: str,
    words: str,
    why: str,
    passage: str,
    meanings: Iterable[DateMeaning],
    basis: str = "",
    origin: CountedFrom | None = None,
) -> DateRead:
    """What is typed as a date, as its `words`, as the reason, and as the basis.

    A date is EDTF, date words of the passage, or one of these behind "before" or another of `RELATIONS`; else any
    date words, counted from `origin`. `meanings` are what the date words of the passage would mean: who types what one
    of them means need give no reason. Without a basis, it is as the words say.
    """
    typed, words, why, basis = typed.strip(), words.strip(), why.strip(), basis.strip()
    meanings = (*meanings,)
    if not typed:
        if words:
            return DateRead(answer="give the date that these words mean, or leave them out", wrong=True)
        return DateRead(answer="no date")
    typed, words = in_edtf(typed, words, meanings, origin)
    try:
        date = parse(typed)
    except EdtfError as error:
        return DateRead(answer=_IN_WORDS if _WORD.search(typed) else str(error).removesuffix("."), wrong=True)
    if words and words not in passage:
        return DateRead(answer="its words are not in what is marked", wrong=True)
    known = next((it for it in meanings if words and _same(it, words)), None)
    said_by = basis_of(known.word) if known is not None else _basis_of(words)
    if basis and basis not in BASES:
        return DateRead(answer=f"known by one of {', '.join(BASES)}", wrong=True, asks=True)
    how = Basis(basis) if basis else said_by
    meant = known is not None and known.edtf == typed and how is said_by
    reason = why or (known.reasoning if meant and known is not None else "")
    said = f"{long_form(date)}, {how.value}" + (f' from "{words}"' if words else "")
    if meant and not why and known is not None:
        said += _others(known)
    given = {"edtf": typed, "words": words, "basis": how.value, "reasoning": reason}
    field = {name: it for name, it in given.items() if it}
    if not reason and how is not Basis.EXPLICIT:
        return DateRead(field, f"{said}: say why", wrong=True, asks=True)
    return DateRead(field, said, asks=not meant and (how is not Basis.EXPLICIT or bool(basis)))


def inherited(record: str, date: Dated | None, why: str) -> DateRead:
    """The date of another record, by its id."""
    if date is None or date.edtf is None:
        return DateRead(answer=f"{record} has no date to take over", wrong=True)
    said = f"{long_form(parse(date.edtf))}, inherited from {record}"
    field = {"edtf": date.edtf, "basis": "inherited", "from": record}
    if not why.strip():
        return DateRead(field, f"{said}: say why", wrong=True, asks=True)
    return DateRead({**field, "reasoning": why.strip()}, said, asks=True)


def in_edtf(
    typed: str, words: str, meanings: Iterable[DateMeaning], origin: CountedFrom | None
) -> tuple[str, str]:
    """What is typed as EDTF where it is words, and the words of the passage that it rests on."""
    as_printed = _in_words(typed, meanings)
    if as_printed is not None:
        return as_printed.edtf or "", as_printed.word.words
    return one_side(typed, meanings) or _counted(typed, origin) or typed, words


def _others(known: DateMeaning) -> str:
    """What else the words may mean: that is not only for who reads the file."""
    others = known.reasoning.partition(_OTHERS)[2]
    return f"{_OTHERS}{others.removesuffix('.')}" if others else ""


def _basis_of(words: str) -> Basis:
    """How a date would be known by words that a person names: by what date words are in them, else from afar."""
    found = date_words(words)
    return basis_of(found[0]) if found else Basis.DERIVED_RELATIVE if words else Basis.EXTERNAL


def _counted(typed: str, origin: CountedFrom | None) -> str | None:
    """What typed words mean that are date words, and stand nowhere in the passage, as "after 25 Nov"; else None."""
    inner, edge = edge_of(typed)
    found = date_words(typed) if _WORD.search(typed) else ()
    if (
        len(found) != 1
        or (edge is not None and edge_of(inner)[1] is not None)
        or typed[: found[0].span.start].strip()
        or typed[found[0].span.end :].strip()
    ):
        return None
    return date_meanings(typed, found, (TextSpan(0, len(typed)),), origin)[0].edtf


def _in_words(typed: str, meanings: Iterable[DateMeaning]) -> DateMeaning | None:
    """What date words mean that are typed in place of the date, as they are printed or without what leads them in."""
    wanted = " ".join(typed.split()).casefold()
    if not _WORD.search(wanted):
        return None
    for it in meanings:
        words = " ".join(it.word.words.split()).casefold()
        if it.edtf is not None and (words == wanted or words.endswith(f" {wanted}")):
            return it
    return None


RELATIONS = ("before", "after", "by", "since", "until", "not before")
"""Words that are typed before a date of which what happens lies to one side."""


def one_side(typed: str, meanings: Iterable[DateMeaning]) -> str | None:
    """The EDTF of "before 2026-05-07" or "after Friday"; None where nothing of the kind is typed.

    The word is whoever's it is that types it: where a source has it, it is one of the date words of the passage.
    """
    inner, edge = edge_of(" ".join(typed.split()))
    if edge is None:
        return None
    printed = _in_words(inner, meanings)
    try:
        date = parse(printed.edtf if printed is not None and printed.edtf else inner)
    except EdtfError:
        return None
    part = ending(edge, date.start, date.end)
    return bounded(edge, part) if part is not None else None


def _same(meaning: DateMeaning, words: str) -> bool:
    return meaning.word.words == words
