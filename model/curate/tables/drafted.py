"""From the rows of a sheet to drafts of events and claims. Each row is one, or is left out with a reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from model.curate.new_ids import TakenIds, slug_of
from model.curate.tables.stored_text import StoredText, on_one_line
from model.dates.column import CellDate, date_in_parts, date_of, lasting
from model.exchange.tables.columns import Columns, cell, known
from model.exchange.tables.sheet import SheetRow

_LONGEST_TITLE = 120


@dataclass(slots=True)
class RowIds:
    """The ids that are taken: of events, and of sources, statements and claims, which share one space."""

    events: TakenIds
    others: TakenIds


@dataclass(frozen=True, slots=True)
class DraftedRow:
    """A row as the tables of an event and of a claim on it; `dated` is what was made of its date, None for no date."""

    row: SheetRow
    event: Mapping[str, Any]
    claim: Mapping[str, Any]
    dated: CellDate | None


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row of which nothing was made, and why, as a sentence."""

    row: SheetRow
    why: str


Outcome = DraftedRow | RejectedRow


def drafted(
    stored: StoredText, columns: Columns, source: str, places: Mapping[str, str], taken: RowIds
) -> Iterator[Outcome]:
    """What becomes of each row below the header, in order.

    `places` has the ids of entities by their names, casefolded. Ids of what is made are taken from then on.
    """
    seen: dict[tuple[str, ...], int] = {}
    for row in stored.sheet.rows:
        if row.number <= columns.header:
            continue
        # Cells that are missing at the end are empty ones.
        cells = row.cells[: max((number for number, it in enumerate(row.cells, 1) if it), default=0)]
        first = seen.setdefault(cells, row.number)
        if not cells:
            yield RejectedRow(row, "It is empty.")
        elif first != row.number:
            yield RejectedRow(row, f"It is the same as row {first}.")
        else:
            yield _drafted(row, stored, columns, source, places, taken)


def _drafted(
    row: SheetRow,
    stored: StoredText,
    columns: Columns,
    source: str,
    places: Mapping[str, str],
    taken: RowIds,
) -> Outcome:
    title = _title(row, columns)
    found = _date(row, stored, columns)
    if not title and found is None:
        return RejectedRow(row, "It has neither a title nor a date.")
    numbered = f"{source}-row-{row.number}"
    event: dict[str, Any] = {"id": taken.events.new(cell(row, columns.column("id")) or title, numbered)}
    if kind := slug_of(known(cell(row, columns.column("type")))):
        event["type"] = kind
    if title:
        event["title"] = title
    if place := places.get(cell(row, columns.column("place")).casefold()):
        event["place"] = place
    event["draft"] = True
    claim: dict[str, Any] = {
        "id": taken.others.new("", numbered),
        "event": event["id"],
        "quote": stored.quote(row),
    }
    if found is not None:
        claim["date"] = _dated(*found)
    claim["draft"] = True
    return DraftedRow(row, event, claim, found[0] if found else None)


def _title(row: SheetRow, columns: Columns) -> str:
    """What the row says that happened, in one line, and of a long text how it begins: all of it is in the quote."""
    title = ", ".join(words for it in columns.columns("title") if (words := known(cell(row, it))))
    return begun_title(title)


def begun_title(title: str) -> str:
    """A title, and of a long one how it begins."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rstrip()} ..."


def _date(row: SheetRow, stored: StoredText, columns: Columns) -> tuple[CellDate, str] | None:
    """What the row says of when it was, with the words for it; None where it says nothing."""
    if (column := columns.column("date")) is not None:
        if not (start := known(cell(row, column))):
            return None
        words = on_one_line(row.cells[column])
        date = date_of(start, columns.order)
        end = known(cell(row, columns.column("end")))
        return (_until(date, date_of(end, columns.order)) if end else date), words
    parts = [columns.column(name) for name in ("year", "month", "day")]
    year, month, day = (known(cell(row, it)) for it in parts)
    if not year:
        return None
    used = [it for it in parts if it is not None and cell(row, it)]
    return date_in_parts(year, month, day), stored.stretch(row, min(used), max(used))


def _until(start: CellDate, end: CellDate) -> CellDate:
    if start.edtf is None or end.edtf is None:
        which = "beginning" if start.edtf is None else "end"
        return CellDate(None, f"Of its {which}: {start.why or end.why}")
    return lasting(start.edtf, end.edtf)


def _dated(date: CellDate, words: str) -> dict[str, Any]:
    if date.edtf is None:
        return {"words": words, "basis": "none", "reasoning": date.why}
    return {"edtf": date.edtf, "words": words, "basis": "explicit"}
