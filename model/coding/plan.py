"""What is to become of files of rows: the columns of all of them, what these mean, and how dates are written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from model.coding.coded_map import CodedMap
from model.coding.presets import preset
from model.dates.cell_dates import Convention
from model.dates.survey import Survey
from model.exchange.tables.columns import CODED_MEANINGS, CODED_SEVERAL, Columns, guessed, known
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
    streams: Sequence[Stream],
    told: CodedMap | None,
    seen: Callable[[int], None] = lambda _: None,
    before: Sequence[str] = (),
) -> Plan:
    """What is to become of streams, as somebody has told or as is guessed; `before` are columns that come first.

    `seen` hears how many rows were gone through. Raises `UnreadableMap`.
    """
    names, moved = _together(streams, before)
    columns = _guess(streams, names, moved) if told is None else told.columns(names, streams[0].header)
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


def _together(streams: Sequence[Stream], before: Sequence[str]) -> tuple[tuple[str, ...], tuple[Moved, ...]]:
    """The columns of all streams, and where each stream has them.

    Columns of different streams are one where their names differ in case and blanks alone; those of one never are.
    """
    at = {name: number for number, name in enumerate(before)}
    alike = {_folded(name): number for name, number in reversed(at.items())}
    placed: list[list[int]] = []
    for stream in streams:
        own = frozenset(stream.columns)
        names = [*at]
        places: list[int] = []
        for name in stream.columns:
            number = at.get(name)
            if number is None:
                number = alike.get(_folded(name))
                if number is None or number in places or number >= len(names) or names[number] in own:
                    number = at[name] = len(at)
                    alike.setdefault(_folded(name), number)
            places.append(number)
        placed.append(places)
    whole = [*range(len(at))]
    return tuple(at), tuple(None if it == whole else _turned(it, len(at)) for it in placed)


def _turned(places: Sequence[int], width: int) -> tuple[int, ...]:
    found = [-1] * width
    for own, number in enumerate(places):
        found[number] = own
    return tuple(found)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _guess(streams: Sequence[Stream], names: tuple[str, ...], moved: Sequence[Moved]) -> Columns:
    """What the columns of each stream mean, together: where one column has a meaning, that of the first stream."""
    of: dict[str, tuple[int, ...]] = {}
    for stream, places in zip(streams, moved, strict=True):
        own = _meanings(stream)
        at = {place: number for number, place in enumerate(places or range(len(names)))}
        for meaning, numbers in own.of:
            found = tuple(at[it] for it in numbers)
            if meaning not in of:
                of[meaning] = found
            elif meaning in CODED_SEVERAL:
                of[meaning] = tuple(dict.fromkeys((*of[meaning], *found)))
    return Columns("", streams[0].header, names, tuple((it, of[it]) for it in CODED_MEANINGS if it in of))


def _meanings(stream: Stream) -> Columns:
    known_format = preset(stream.format, stream.columns)
    if known_format is not None and (known_format.columns("date") or known_format.columns("year")):
        return known_format
    rows = (row for row in stream.rows(RowTally()) if not row.why)
    sample = [SheetRow(number, row.cells) for number, row in enumerate(islice(rows, _LOOKED_AT), 1)]
    header = SheetRow(0, stream.names or stream.columns)
    found = replace(guessed(Sheet("", tuple(sample)), header, CODED_MEANINGS), names=stream.columns)
    if not found.columns("date") and not found.columns("year") and (entered := found.columns("known")):
        # Of a log, the time of its entries is all there is.
        return replace(found, of=(*found.of, ("date", entered)))
    return found
