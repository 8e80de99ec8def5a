"""What an export of a table is made of: its columns, and its rows one after the other, in the order of the timeline."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from model.asof.word import Word
from model.dates.civil import iso_day
from model.dates.edtf import Edtf
from model.dates.wording import medium_form
from model.exchange.visible import visible

WORD = Word.CODED.value
"""The word of every row: somebody else has coded it, and nothing here says that it is so."""


class ToldRow(NamedTuple):
    """A row: its title, its date, the day from which on it was known, and its cells, one for each column.

    `file` is the name of the file it stood in, `number` where in it, counted in the `unit` line or row; `first` are
    file and number of its first version, in whatever download that was.
    """

    title: str
    date: Edtf | None
    known: int
    cells: tuple[str, ...]
    file: str
    number: int
    first: tuple[str, int]
    unit: str

    @property
    def name(self) -> str:
        """What it is told apart by, from one export to the next: made of where it first stood."""
        file, number = self.first
        return hashlib.sha256(f"{number} {file}".encode("utf-8", "replace")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class RowsExtract:
    """A table as of a `day`: its title, the names of its columns with their keys, and the `rows` that are asked for.

    The rows can be gone through once. `left` counts, while they are written, those that the format has no place for,
    by why, as it stands in a sentence.
    """

    title: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    rows: Iterable[ToldRow]
    day: int
    filter: str = ""
    left: Counter[str] = field(default_factory=Counter)
    missing: Callable[[], str] = str
    """What of the table could not be read, as a sentence, once all is written; "" where all could."""

    def left_out(self) -> Iterator[str]:
        """What was left out, in sentences, once all is written."""
        if missing := self.missing():
            yield missing
        for why, number in self.left.items():
            yield f"{number:,} {'row' if number == 1 else 'rows'} left out: {why}."


def told_title(row: ToldRow) -> str:
    """Its title after its word, so that nobody misreads it."""
    return f"{WORD}: {visible(row.title)}"


def told_lines(extract: RowsExtract, row: ToldRow) -> list[str]:
    """Where the row stood, and what its columns say, a line each; hidden characters are spelled out."""
    said = zip(extract.columns, row.cells, strict=True)
    cells = [f"{visible(name)}: {visible(cell)}" for name, cell in said if cell]
    return [f"coded elsewhere: {row.unit} {row.number} of {visible(row.file)}", *cells]


def own_names(columns: Iterable[str], more: Iterable[str] = ()) -> list[str]:
    """The names of `own_cells`, and of `more`, each with a number where a column of the table is called so too."""
    taken = {it.casefold() for it in columns}
    found = []
    for name in (*_OWN, *more):
        number, one = 2, name
        while one.casefold() in taken:
            number, one = number + 1, f"{name}_{number}"
        taken.add(one.casefold())
        found.append(one)
    return found


_OWN = ("coded_status", "coded_title", "coded_edtf", "coded_date", "coded_known", "coded_file", "coded_row")


def own_cells(row: ToldRow) -> tuple[str, ...]:
    """What we say of a row: its word, title, date in EDTF and in words, since when it was known, and where it stood."""
    edtf, words = (row.date.text, medium_form(row.date)) if row.date is not None else ("", "")
    return WORD, row.title, edtf, words, iso_day(row.known), row.file, str(row.number)
