"""The rows of tables that an event is linked to, as they stand on its card."""

from collections.abc import Iterable, Iterator, Sequence

from model.asof.word import Word
from model.corpus.vocabulary import Status
from model.dates.wording import short_form
from model.index.layered.linked import LinkedTable
from model.index.table.coded import CodedRow
from tui.cards.layout import columns, labelled, widest
from tui.text.line import BLANK, MUTE, NAME, Line, Look
from tui.text.phrases import Phrases
from tui.text.shown import cells
from tui.text.signs import ROLES
from tui.text.target import RowTarget, UnopenedTarget


def linked_lines(tables: Iterable[LinkedTable], phrases: Phrases, width: int) -> list[Line]:
    """How many rows of each table, then each row with its date; without an open table, a line that leads to how."""
    lines = [line for it in tables for line in _of_table(it, phrases, width)]
    return [BLANK, *lines] if lines else []


def _of_table(linked: LinkedTable, phrases: Phrases, width: int) -> Iterator[Line]:
    rows = linked.rows
    number = linked.links if rows is None else len(rows)
    said = f'{number} in "{phrases.plain(linked.title)}"'
    if linked.absent:
        said += f", and {linked.absent} that it does not have as of this day"
    target = UnopenedTarget(linked.title) if rows is None else None
    yield from labelled("rows", said, width, phrases.signs.cut, target)
    yield from _rows(rows or (), phrases)


def _rows(rows: Sequence[tuple[str, CodedRow]], phrases: Phrases) -> Iterator[Line]:
    dates = [short_form(row.date, phrases.year) for _, row in rows]
    room = widest(dates, 0)
    sign = phrases.signs.of(Word.CODED, Status.OCCURRED)
    for (name, row), date in zip(rows, dates, strict=True):
        gone = row.until is not None and row.until <= phrases.day
        parts = [
            (f"  {sign}", Look(ROLES[Word.CODED]), 2 + cells(sign)),
            (date, MUTE, room),
            (f"{phrases.plain(row.title)}{' (gone)' if gone else ''}", MUTE if gone else NAME, 0),
        ]
        yield columns(parts, phrases.signs.cut, RowTarget(name))
