"""The plain values of a table of coded rows: what a file's reader gives, what an engine keeps, what the screen shows.

A coded row was made elsewhere, by people or machines that nobody here can ask. It has no quote, no speaker and no
factuality, and is never shown as a claim.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from model.corpus.row_unit import unit_of
from model.dates.edtf import Edtf


class Meaning(StrEnum):
    """What a column says; one without a meaning is kept, found and shown like any other."""

    TITLE = "title"
    DATE = "date"
    END = "end"
    KNOWN = "known"
    """The day on which whoever made the table had the row: publication, entry, last change."""
    WHO = "who"
    PLACE = "place"
    TYPE = "type"
    SOURCE = "source"
    NOTE = "note"
    ADDRESS = "address"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its `name` as the file has it, and its `key` in filters: small letters of any script, digits, hyphens.

    `meaning` is None where it has none that we know. `faceted`: its values can be filtered by and counted, since many
    rows share one; the text of every column is found by words in any case. `download` is the first one that has it.
    """

    name: str
    key: str
    meaning: Meaning | None = None
    faceted: bool = False
    download: int = 0


class CodedRow(NamedTuple):
    """One row of a file. A tuple, since it is made a million times over: a frozen dataclass costs four times as much.

    `file` is that file's place in `TableMeta.files`, `number` the line or row (`unit_of`) on which it begins there,
    from 1, as an editor or a spreadsheet shows it. `cells` are its texts, one for each column, as they were written;
    `raw` is the row as it stood in the file, in its characters. `date` is None where the row has none that can be
    read, `known` the day number of its column KNOWN. `id` is what the column ID says, empty without one.

    A row of a table that has several downloads is one version of it: `until` is the day from which on the table did not
    say it so any more (changed or gone), None where it still does; `first` is the `place_of` the first version of the
    row, None in that itself.
    """

    file: int
    number: int
    title: str
    date: Edtf | None
    cells: tuple[str, ...]
    raw: str
    known: int | None = None
    id: str = ""
    until: int | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file that rows came from: its name, SHA-256 (hex), bytes, format, encoding, and the day on which it was had.

    `download` is which download of the table it is of, from 0: a later one says what the table is from its day on.
    """

    name: str
    sha256: str
    size: int
    format: str
    encoding: str
    day: int
    download: int = 0

    def place(self, number: int) -> str:
        """Where in it a row stands, as it is said everywhere: `line 12`, of a workbook `row 12`."""
        return f"{unit_of(self.format)} {number}"


@dataclass(frozen=True, slots=True)
class TableMeta:
    """What there is to say of a table as a whole.

    `read` rows were read, of which `rows` were taken, `rejected` could not be, and `same` stood so in an earlier
    download already. `said` are sentences on how it was read. `key` are the places of the columns by which rows are the
    same in other downloads; none where nobody said.
    """

    title: str
    columns: tuple[Column, ...]
    files: tuple[TableFile, ...] = ()
    read: int = 0
    rows: int = 0
    rejected: int = 0
    said: tuple[str, ...] = field(default=())
    key: tuple[int, ...] = ()
    same: int = 0

    @property
    def downloads(self) -> int:
        """How many downloads the table has."""
        return 1 + max((it.download for it in self.files), default=0)

    def columns_by(self, day: int) -> list[int]:
        """The places of the columns that the table had by a day."""
        had = {it.download for it in self.files if it.day <= day} | {0}
        return [at for at, it in enumerate(self.columns) if it.download in had]

    def column(self, meaning: Meaning) -> int | None:
        """The first column of a meaning; None where none has it."""
        return next((at for at, it in enumerate(self.columns) if it.meaning is meaning), None)
