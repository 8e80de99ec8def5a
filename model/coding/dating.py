"""When the event of a row was: its cells of dates as EDTF, as fine as the format and its codes say, and no finer."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from model.dates.cell_dates import NOTHING, CellReading, Convention, reading_of, reading_of_parts
from model.dates.civil import civil_date
from model.dates.column import lasting
from model.dates.edtf import Part, parse
from model.dates.within import within, written
from model.exchange.tables.columns import Columns, known

Cells = Sequence[str]
Dating = Callable[[Cells], CellReading]

MOST_REMEMBERED = 32_768
OF_ITS_END = "Its end cannot be read; it is dated by its beginning alone."
"""Said of a row that has a date, although not all of it."""


def dating(format: str, columns: Columns, convention: Convention) -> Dating:
    """What reads the date of a row of a format, whose columns mean what they mean and write dates as they do."""
    read = remembered(lambda cell: reading_of(cell, convention))
    match format:
        case "acled":
            return _acled(columns, read)
        case "ucdp":
            return _ucdp(columns, read)
        case "gdelt":
            return _first_of(columns, remembered(lambda cell: _gdelt(cell, convention)))
        case "ics":
            return _calendar(columns, read)
        case "simile":
            return _simile(columns, read)
        case _:
            return _plain(columns, read, historical=format == "timelinejs")


def remembered(read: Callable[[str], CellReading]) -> Callable[[str], CellReading]:
    """The same, which reads no cell twice as long as the table has not too many different ones."""
    before: dict[str, CellReading] = {}

    def again(cell: str) -> CellReading:
        found = before.get(cell)
        if found is None:
            if len(before) >= MOST_REMEMBERED:
                before.clear()
            found = before[cell] = read(known(cell.strip()))
        return found

    return again


def first_read(columns: Sequence[int], read: Callable[[str], CellReading]) -> Dating:
    """The date in the first of some columns that says anything."""
    if len(columns) == 1:
        (only,) = columns
        return lambda cells: read(cells[only])

    def found(cells: Cells) -> CellReading:
        said = (read(cells[it]) for it in columns)
        return next((it for it in said if it.edtf is not None or it.why), NOTHING)

    return found


def _first_of(columns: Columns, read: Callable[[str], CellReading]) -> Dating:
    return first_read(columns.columns("date"), read)


def _plain(columns: Columns, read: Callable[[str], CellReading], historical: bool) -> Dating:
    if not columns.columns("date"):
        return _parts(columns, historical)
    start = _first_of(columns, read)
    ends = columns.columns("end")
    if not ends:
        return start
    end = first_read(ends, read)
    return lambda cells: _until(start(cells), end(cells))


def _parts(columns: Columns, historical: bool) -> Dating:
    begin = [columns.column(it) for it in ("year", "month", "day")]
    end = [columns.column(it) for it in ("end-year", "end-month", "end-day")]
    if begin[0] is None:
        return lambda _: NOTHING
    seen: dict[tuple[str, ...], CellReading] = {}

    def part(cells: Cells, at: Sequence[int | None]) -> CellReading:
        """The date of a year, a month and a day in columns of their own; what was read before is not read again."""
        texts = tuple(known(cells[it].strip()) if it is not None else "" for it in at)
        found = seen.get(texts)
        if found is None:
            if len(seen) >= MOST_REMEMBERED:
                seen.clear()
            empty = not texts[0].strip("0") and not any(texts[1:])
            year, month, day = texts
            found = seen[texts] = NOTHING if empty else reading_of_parts(year, month, day, historical)
        return found

    if end[0] is None:
        return lambda cells: part(cells, begin)
    return lambda cells: _until(part(cells, begin), part(cells, end))


def _until(start: CellReading, end: CellReading) -> CellReading:
    """From one date to another. Where the end cannot be, the beginning stands alone, and that is said."""
    if start.edtf is None or (end.edtf is None and not end.why):
        return start
    timed, zoned = start.timed or end.timed, start.zoned or end.zoned
    if end.edtf is None:
        return CellReading(start.edtf, OF_ITS_END, timed, zoned)
    whole = lasting(start.edtf, end.edtf)
    if whole.edtf is None:
        return CellReading(start.edtf, f"{OF_ITS_END.removesuffix('.')}: {whole.why}", timed, zoned)
    return CellReading(whole.edtf, "", timed, zoned)


def _acled(columns: Columns, read: Callable[[str], CellReading]) -> Dating:
    """`time_precision`: 2 is a week, of which the day is the middle; 3 a month."""
    start, codes = _first_of(columns, read), columns.columns("precision")
    if not codes:
        return start

    def found(cells: Cells) -> CellReading:
        """The day as it stands, its month, or the week around it."""
        said, fine = start(cells), _first_said(cells, codes)
        if said.edtf is None or fine not in ("2", "3"):
            return said
        date = parse(said.edtf)
        if date.single_day is None:
            return said
        if fine == "3":
            return said._replace(edtf=said.edtf[:7])
        first, last = (Part(*civil_date(date.single_day + it)) for it in (-3, 3))
        return said._replace(edtf=f"[{written(first)}..{written(last)}]")

    return found


def _ucdp(columns: Columns, read: Callable[[str], CellReading]) -> Dating:
    """`date_prec`: 1 is a day that is known; from 2 on it was once, somewhere between the two dates."""
    plain = _plain(columns, read, historical=False)
    codes, starts, ends = (columns.columns(it) for it in ("precision", "date", "end"))
    if not codes or not starts or not ends:
        return plain
    start, end = first_read(starts, read), first_read(ends, read)

    def found(cells: Cells) -> CellReading:
        first, last = start(cells), end(cells)
        if _first_said(cells, codes) not in ("2", "3", "4", "5") or first.edtf is None or last.edtf is None:
            return plain(cells)
        somewhere = within(first.edtf, last.edtf)
        return first._replace(edtf=somewhere) if somewhere is not None else plain(cells)

    return found


def _first_said(cells: Cells, columns: Sequence[int]) -> str:
    """What the first of some columns says that says anything."""
    return next((said for it in columns if (said := cells[it].strip())), "")


def _gdelt(cell: str, convention: Convention) -> CellReading:
    """A day; a month or a year where zeros stand for the rest, or nothing does."""
    if re.fullmatch(r"[0-9]{6}", cell):
        return reading_of(f"{cell}00", convention)
    return reading_of(cell, convention)


def _calendar(columns: Columns, read: Callable[[str], CellReading]) -> Dating:
    """An end in days is the day after the last one (RFC 5545, 3.6.1), and so is one at midnight.

    Instead of an end there may be how long it lasts, `DURATION`, counted from the time of the beginning.
    """
    start, starts, ends = _first_of(columns, read), columns.columns("date"), columns.columns("end")
    lengths = [number for number, name in enumerate(columns.names) if name.strip().casefold() == "duration"]
    if not ends and not lengths:
        return start
    end = first_read(ends, read) if ends else None

    def found(cells: Cells) -> CellReading:
        """From the beginning to the day before the end, or for as long as the length says."""
        begun, ended, until = start(cells), end(cells) if end else NOTHING, _first_said(cells, ends)
        if ended == NOTHING and begun.edtf is not None and (length := _first_said(cells, lengths)):
            last = _last_day(_first_said(cells, starts), length)
            return _until(
                begun, CellReading(last) if last else CellReading(None, "It lasts nobody knows how long.")
            )
        if begun.edtf is None or ended.edtf is None or not re.fullmatch(r"[0-9]{8}(?:T000000Z?)?", until):
            return _until(begun, ended)
        before = written(Part(*civil_date((parse(ended.edtf).earliest or 0) - 1)))
        if before < begun.edtf:
            return begun
        return _until(begun, ended._replace(edtf=before))

    return found


_MOMENT = re.compile(r"([0-9]{8})(?:T([0-9]{2})([0-9]{2})([0-9]{2})Z?)?")
_LENGTH = re.compile(
    r"\+?P(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})S)?)?"
)


def _last_day(start: str, length: str) -> str | None:
    """The day on which what begins at a moment ends, after a duration (RFC 5545, 3.3.6), by the same clock."""
    moment, lasting_for = _MOMENT.fullmatch(start), _LENGTH.fullmatch(length)
    if moment is None or lasting_for is None:
        return None
    weeks, days, hours, minutes, seconds = (int(it or 0) for it in lasting_for.groups())
    took = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    try:
        begun = datetime.fromisoformat(f"{moment[1]}T{''.join(it or '00' for it in moment.group(2, 3, 4))}")
        # What ends at midnight was on no day after.
        last = begun + took - timedelta(seconds=1) if took else begun
    except (ValueError, OverflowError):
        return None
    return last.date().isoformat()


def _simile(columns: Columns, read: Callable[[str], CellReading]) -> Dating:
    """A duration lasts; else an event with an end was once in between.

    In XML what does not say `isDuration` is no duration; in JSON what does not say that it is none is one. Where
    beginning or end are uncertain, a duration has the widest of what they may be.
    """
    at = {name: number for number, name in enumerate(columns.names)}
    in_xml = not {"durationEvent", "de"} & at.keys() and columns.names[-1:] == ("description",)
    starts, ends = columns.columns("date"), columns.columns("end")
    latest_start = [at[it] for it in ("latestStart", "ls") if it in at]
    says = [at[it] for it in ("isDuration", "durationEvent", "de") if it in at]
    if not starts:
        return lambda _: NOTHING
    start = first_read(starts, read)
    end = first_read(ends, read) if ends else None
    latest = first_read(latest_start, read) if latest_start else None

    def found(cells: Cells) -> CellReading:
        """What lasts from beginning to end, or happens once between them."""
        begun = start(cells)
        ended = end(cells) if end is not None else NOTHING
        if begun.edtf is None:
            return begun
        said = {cells[it].strip().casefold() for it in says} - {""}
        lasts = "true" in said if in_xml else "false" not in said
        if ended.edtf is not None and not lasts:
            somewhere = within(begun.edtf, ended.edtf)
            return begun._replace(edtf=somewhere) if somewhere is not None else _until(begun, ended)
        if ended.edtf is None and not ended.why and latest is not None:
            until = latest(cells)
            somewhere = within(begun.edtf, until.edtf) if until.edtf is not None else None
            return begun._replace(edtf=somewhere) if somewhere is not None else begun
        return _until(begun, ended)

    return found
