"""A date that a person types beside a passage: with the words it rests on, how it is known, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from model.cues.date_meaning import DateMeaning, basis_of
from model.dates.edtf import EdtfError, parse
from model.dates.wording import long_form


@dataclass(frozen=True, slots=True)
class DateRead:
    """What a date comes to: the field of a record (None: no date), or what is `wrong` with it. `answer` says it.

    `asks` says that how the date was arrived at has to be said in words.
    """

    field: dict[str, Any] | None = None
    answer: str = ""
    wrong: bool = False
    asks: bool = False


def date_read(typed: str, words: str, why: str, passage: str, meanings: Iterable[DateMeaning]) -> DateRead:
    """What is typed as a date (EDTF), as its `words` in the passage, and as the reason.

    `meanings` are what the date words of the passage would mean: who types what one of them means need give no reason.
    """
    typed, words, why = typed.strip(), words.strip(), why.strip()
    if not typed:
        if words:
            return DateRead(answer="give the date that these words mean, or leave them out", wrong=True)
        return DateRead(answer="no date")
    try:
        date = parse(typed)
    except EdtfError as error:
        return DateRead(answer=str(error).removesuffix("."), wrong=True)
    if words and words not in passage:
        return DateRead(answer="its words are not in what is marked", wrong=True)
    known = next((it for it in meanings if words and _same(it, words)), None)
    basis = basis_of(known.word) if known is not None else Basis.EXPLICIT_PARTIAL if words else Basis.EXTERNAL
    meant = known is not None and known.edtf == typed
    reason = why or (known.reasoning if meant and known is not None else "")
    said = f"{long_form(date)}, {basis.value}" + (f' from "{words}"' if words else "")
    if not reason and basis is not Basis.EXPLICIT:
        return DateRead(answer=f"{said}: say why", wrong=True, asks=True)
    field = {"edtf": typed, "words": words, "basis": basis.value, "reasoning": reason}
    return DateRead(
        {name: it for name, it in field.items() if it}, said, asks=not meant and basis is not Basis.EXPLICIT
    )


def inherited(record: str, date: Dated | None, why: str) -> DateRead:
    """The date of another record, by its id."""
    if date is None or date.edtf is None:
        return DateRead(answer=f"{record} has no date to take over", wrong=True)
    said = f"{long_form(parse(date.edtf))}, inherited from {record}"
    if not why.strip():
        return DateRead(answer=f"{said}: say why", wrong=True, asks=True)
    field = {"edtf": date.edtf, "basis": "inherited", "reasoning": why.strip(), "from": record}
    return DateRead(field, said, asks=True)


def _same(meaning: DateMeaning, words: str) -> bool:
    return meaning.word.words == words
