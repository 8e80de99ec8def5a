"""A row of a file as a coded row: its title, its date, since when it was known, and all of its cells."""

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from model.coding.dating import MOST_REMEMBERED, OF_ITS_END, dating, first_read, remembered
from model.coding.presets import ONE_TITLE, WORDED
from model.dates.cell_dates import Convention, reading_of
from model.dates.edtf import Edtf, parse
from model.dates.plain_day import plain_day
from model.exchange.tables.columns import Columns, known
from model.exchange.tables.streams.stream import StreamRow
from model.index.table.coded import CodedRow

LONGEST_TITLE = 200
_TAG = re.compile(r"<[^<>]*>")
_MARKED_UP = frozenset({"timelinejs", "simile"})


@dataclass(slots=True)
class Dates:
    """What became of the dates of rows: how many were read, not given, and not read, each with why."""

    read: int = 0
    not_given: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    in_part: Counter[str] = field(default_factory=Counter)
    timed: int = 0
    zoned: int = 0


class Coder:
    """Makes coded rows of the rows of a format. It counts what becomes of their dates."""

    def __init__(self, format: str, columns: Columns, convention: Convention, known_by: Convention) -> None:
        self.dates = Dates()
        self._date = dating(format, columns, convention)
        self._title = _titles(format, columns)
        self._known = _known_days(columns.columns("known"), known_by)
        self._id = columns.column("id")
        self._parsed: dict[str, Edtf] = {}

    def coded(self, row: StreamRow, file: int) -> CodedRow:
        """The row, of a file that stands at a place of the table's files."""
        cells = row.cells
        found = self._date(cells)
        dates = self.dates
        date = None
        if found.edtf is None:
            if found.why:
                dates.unread[found.why] += 1
            else:
                dates.not_given += 1
        else:
            date = self._parsed.get(found.edtf)
            if date is None:
                if len(self._parsed) >= MOST_REMEMBERED:
                    self._parsed.clear()
                date = self._parsed[found.edtf] = parse(found.edtf)
            dates.read += 1
            dates.timed += found.timed
            dates.zoned += found.zoned
            if found.why:
                dates.in_part[OF_ITS_END] += 1
        return CodedRow(
            file,
            row.number,
            self._title(cells),
            date,
            cells,
            row.raw,
            self._known(cells) if self._known is not None else None,
            cells[self._id].strip() if self._id is not None else "",
        )


def _known_days(
    columns: tuple[int, ...], known_by: Convention
) -> Callable[[tuple[str, ...]], int | None] | None:
    """The day since when a row was known; None where no column says it."""
    if not columns:
        return None
    read = first_read(columns, remembered(lambda it: reading_of(it, known_by)))
    first, days = columns[0], dict[str, int | None]()

    def day(cells: tuple[str, ...]) -> int | None:
        """The last day of what the cells say, or None where they say none."""
        if (plain := plain_day(cells[first])) is not None:
            return plain
        found = read(cells).edtf
        if found is None:
            return None
        if found not in days:
            if len(days) >= MOST_REMEMBERED:
                days.clear()
            # What is known only as a month was known for sure at its end.
            days[found] = parse(found).latest
        return days[found]

    return day


def _titles(format: str, columns: Columns) -> Callable[[tuple[str, ...]], str]:
    at = columns.columns("title")
    words = {
        number: table
        for name, table in WORDED.get(format, {}).items()
        for number in at
        if columns.names[number].casefold() == name
    }
    most = 1 if format in ONE_TITLE else len(at)
    alone = at[0] if len(at) == 1 and not words and format not in _MARKED_UP else None
    plain = _without_markup if format in _MARKED_UP else str
    others = _instead(columns)

    def title(cells: tuple[str, ...]) -> str:
        """The columns of the title in one line; where all are empty, what else the row says of itself."""
        if (
            alone is not None
            and (cell := known(" ".join(cells[alone].split())))
            and len(cell) <= LONGEST_TITLE
        ):
            return cell
        said: list[str] = []
        for number in at:
            if (cell := known(cells[number].strip())) and len(said) < most:
                said.append(plain(words[number].get(cell, cell) if number in words else cell))
        if not any(said):
            # Something has to stand in the timeline: what else the row says of itself.
            found = ((number, known(plain(cells[number]).strip())) for number in others)
            beside = [(number, cell) for number, cell in found if cell]
            said = [cell for _, cell in beside if _says_something(cell)][:_MOST_INSTEAD]
            said = said or [cell for number in at if (cell := plain(cells[number]).strip())]
            said = said or [f"{columns.names[number]}: {cell}" for number, cell in beside[:_MOST_INSTEAD]]
        whole = " ".join(", ".join(filter(None, said)).split())
        return whole if len(whole) <= LONGEST_TITLE else f"{whole[:LONGEST_TITLE].rstrip()} ..."

    return title


_MOST_INSTEAD = 3
_NO_TITLE = frozenset(
    {"date", "end", "known", "year", "month", "day", "end-year", "end-month", "end-day", "precision"}
)
_TELLING = ("place", "type", "who", "note")
"""The meanings of which a row without a title has one, the most telling first."""
_LAST = ("source", "id", "address")
"""The meanings that say least of what happened."""
_TIME = re.compile(r"(?i)(?<![^\W\d_])(?:utc|gmt|[ap]\.?m|[kj]st|z|t|h)(?![^\W\d_])|오전|오후|[시분초]")


def _instead(columns: Columns) -> list[int]:
    """The columns that may say what a row without a title is, the most telling first."""
    telling = [it for meaning in _TELLING for it in columns.columns(meaning)]
    last = [it for meaning in _LAST for it in columns.columns(meaning)]
    dates = {it for name, numbers in columns.of if name in _NO_TITLE for it in numbers}
    rest = [it for it in range(len(columns.names)) if it not in last]
    return [it for it in dict.fromkeys((*telling, *rest, *last)) if it not in dates]


def _says_something(cell: str) -> bool:
    """Whether there is a word in it, and not a number, a time or a date alone."""
    return any(map(str.isalpha, _TIME.sub("", cell))) and reading_of(cell, Convention()).edtf is None


def _without_markup(text: str) -> str:
    return html.unescape(_TAG.sub(" ", text))
