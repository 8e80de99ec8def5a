"""By which columns the rows of a table are put in lanes, the most telling one first."""

from itertools import islice

from model.dates.edtf import EdtfError, parse
from model.index.table.coded import Meaning
from model.index.table.vocabulary import TableKeys, value_id

_TELLING = (Meaning.TYPE, Meaning.WHO, Meaning.PLACE)
"""Meanings of columns by which lanes are asked for first."""

_OF_DAYS = frozenset({Meaning.DATE, Meaning.END, Meaning.KNOWN})

_FEWEST, _MOST = 3, 30
"""Values of a column of which the lanes can be overlooked."""


def groupings_of(keys: TableKeys, meanings: dict[str, Meaning | None], day: int) -> list[str]:
    """The keys of the columns, as to what was known on a day.

    What happened, who and where come first, then columns with few values, then all others. A column says nothing as
    lanes of which all values are one, or repeat the date: it is left out, unless there are no others.
    """
    ranked = [
        (rank, key) for key in keys.columns if (rank := _rank(keys, key, meanings[key], day)) is not None
    ]
    return [key for _, key in sorted(ranked, key=lambda it: it[0])] or [
        key for key in keys.had(day) if key in keys.columns
    ]


def _rank(keys: TableKeys, key: str, meaning: Meaning | None, day: int) -> int | None:
    known = (written for name in keys.cells(key) if (written := keys.written(key, name, day)) is not None)
    values = [*islice(known, _MOST + 1)]
    if len(values) < 2 or meaning in _OF_DAYS or all(map(_is_day, values)):
        return None
    if meaning in _TELLING:
        return _TELLING.index(meaning)
    return len(_TELLING) + (not _FEWEST <= len(values) <= _MOST)


def _is_day(value: str) -> bool:
    """Whether a cell says a year, month or day."""
    try:
        return parse(value_id(value)).earliest is not None
    except EdtfError:
        return False
