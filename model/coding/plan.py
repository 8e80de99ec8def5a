"""What is to become of files of rows: the columns of all of them, what these mean, and how dates are written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from model.coding.coded_map import CodedMap
from model.coding.presets import preset
from model.dates.cell_dates import Convention
from model.dates.survey import Survey
from model.exchange.tables.columns import CODED_MEANINGS, Columns, guessed, known
from model.exchange.tables.sheet import Sheet, SheetRow
from model.exchange.tables.streams.stream import RowTally, Stream, StreamRow

Moved = tuple[int, ...] | None
"""For each column of the table its place in a stream, -1 where it has none; None where all are in their places."""

_LOOKED_AT = 2_000
_EVERY = 4_096


@dataclass(frozen=True, slots=True)
class Plan:
    """The streams with all that is to be known before their rows are taken.

    `convention` is that of the dates of events, `known_by` that of the days since when rows were known. `rows` is how
    many rows there are, of all streams; `said` has, for each stream, the sentences on what was met on the way.
    """

    streams: tuple[Stream, ...]
    columns: Columns
    moved: tuple[Moved, ...]
    convention: Convention
    known_by: Convention
    rows: int
    said: tuple[tuple[str, ...], ...]
    contradicts: bool = False
    """Whether cells show both orders of day and month, so that no order is true of the column."""


def plan_of(
    streams: Sequence[Stream], told: CodedMap | None, seen: Callable[[int], None] = lambda _: None
) -> Plan:
    """What is to become of streams, as somebody has told or as is guessed.

    `seen` hears how many rows were gone through. Raises `UnreadableMap`.
    """
    names = tuple(dict.fromkeys(name for stream in streams for name in stream.columns))
    moved = tuple(_moved(stream.columns, names) for stream in streams)
    if told is not None:
        columns = told.columns(names, streams[0].header)
    else:
        columns = replace(_guess(streams, names, moved), header=streams[0].header)
    dates, since, tallies, rows = Survey(), Survey(), [], 0
    dated = [it for meaning in ("date", "end") for it in columns.columns(meaning)]
    entered = columns.columns("known")
    for stream, places in zip(streams, moved, strict=True):
        tally = RowTally()
        for row in stream.rows(tally):
            rows += 1
            if rows % _EVERY == 0:
                seen(rows)
            if row.why:
                continue
            cells = row.cells if places is None else in_place(row, places).cells
            for surveyed, at in ((dates, dated), (since, entered)):
                if at:
                    surveyed.see([known(cells[it].strip()) for it in at])
        tallies.append(tally.sentences(stream.unit))
    convention, known_by = dates.convention, since.convention
    if told is not None:
        convention = Convention(columns.order or convention.order, told.numbers or convention.numbers)
        known_by = replace(known_by, order=known_by.order or columns.order)
    columns = replace(columns, order=convention.order)
    contradicts = dates.contradicts and convention.order is None
    return Plan(tuple(streams), columns, moved, convention, known_by, rows, tuple(tallies), contradicts)


def in_place(row: StreamRow, places: tuple[int, ...]) -> StreamRow:
    """A row with its cells in the columns of the table."""
    return row._replace(cells=tuple([row.cells[it] if it >= 0 else "" for it in places]))


def _moved(own: tuple[str, ...], names: tuple[str, ...]) -> Moved:
    if own == names:
        return None
    at = {name: number for number, name in enumerate(own)}
    return tuple(at.get(name, -1) for name in names)


def _guess(streams: Sequence[Stream], names: tuple[str, ...], moved: Sequence[Moved]) -> Columns:
    formats = {stream.format for stream in streams}
    known_format = preset(formats.pop(), names) if len(formats) == 1 else None
    if known_format is not None and (known_format.columns("date") or known_format.columns("year")):
        return known_format
    sample = [
        SheetRow(number, row.cells) for number, row in enumerate(islice(_rows(streams, moved), _LOOKED_AT), 1)
    ]
    headers = {name: header for it in streams for name, header in zip(it.columns, it.names, strict=False)}
    header = SheetRow(0, tuple(headers.get(name, name) for name in names))
    found = guessed(Sheet("", tuple(sample)), header, CODED_MEANINGS)
    return replace(found, names=names, order=None)


def _rows(streams: Sequence[Stream], moved: Sequence[Moved]) -> Iterator[StreamRow]:
    for stream, places in zip(streams, moved, strict=True):
        for row in islice(stream.rows(RowTally()), _LOOKED_AT):
            if not row.why:
                yield row if places is None else in_place(row, places)
