"""A date that a person types beside a passage: with the words it rests on, how it is known, and why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from model.cues.date_meaning import DateMeaning, basis_of
from model.dates.edges import bounded, edge_of, ending
from model.dates.edtf import EdtfError, parse
from model.dates.wording import long_form

BASES = tuple(it.value for it in Basis if it not in (Basis.INHERITED, Basis.NONE))
"""How a date may be known that is typed; what is taken over is typed as `=ID`."""

_OTHERS = "; it may also be "
"""What a reasoning has before the other days that its words may mean."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_IN_WORDS = "2026-09-14, before 2026-09, =ID, or words of the passage"


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
    typed: str, words: str, why: str, passage: str, meanings: Iterable[DateMeaning], basis: str = ""
) -> DateRead:
    """What is typed as a date, as its `words`, as the reason, and as the basis.

    A date is EDTF, date words of the passage, or one of these behind "before" or another of `RELATIONS`.

    `meanings` are what the date words of the passage would mean: who types what one of them means need give no reason.
    Without a basis, it is as the words say.
    """
    typed, words, why, basis = typed.strip(), words.strip(), why.strip(), basis.strip()
    meanings = (*meanings,)
    if not typed:
        if words:
            return DateRead(answer="give the date that these words mean, or leave them out", wrong=True)
        return DateRead(answer="no date")
    if (as_printed := _in_words(typed, meanings)) is not None:
        typed, words = as_printed.edtf or "", as_printed.word.words
    elif (side := one_side(typed, meanings)) is not None:
        typed = side
    try:
        date = parse(typed)
    except EdtfError as error:
        return DateRead(answer=_IN_WORDS if _WORD.search(typed) else str(error).removesuffix("."), wrong=True)
    if words and words not in passage:
        return DateRead(answer="its words are not in what is marked", wrong=True)
    known = next((it for it in meanings if words and _same(it, words)), None)
    said_by = (
        basis_of(known.word) if known is not None else Basis.EXPLICIT_PARTIAL if words else Basis.EXTERNAL
    )
    if basis and basis not in BASES:
        return DateRead(answer=f"known by one of {', '.join(BASES)}", wrong=True, asks=True)
    how = Basis(basis) if basis else said_by
    meant = known is not None and known.edtf == typed and how is said_by
    reason = why or (known.reasoning if meant and known is not None else "")
    said = f"{long_form(date)}, {how.value}" + (f' from "{words}"' if words else "")
    if meant and not why and known is not None and (others := known.reasoning.partition(_OTHERS)[2]):
        # What else the words may mean is not only for who reads the file.
        said += f"{_OTHERS}{others.removesuffix('.')}"
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
