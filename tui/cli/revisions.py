"""`dprk-tui print OUT.db --since`: which rows of a table are new, changed and gone from a day to a day."""

from collections.abc import Iterator

from model.dates.wording import day_medium, days_words, short_form
from model.index.archive import Archive
from model.index.table.coded import CodedRow
from model.index.table.of_rows import CodedRows
from model.index.table.revised import Became, revised_rows
from tui.cards.coded import place_words
from tui.cards.revisions import changed_fields
from tui.text.phrases import Phrases
from tui.text.shown import cells

_DATE, _TITLE = 24, 38


def revised_lines(
    archive: Archive, table: CodedRows, since: int, phrases: Phrases, brief: bool
) -> Iterator[str]:
    """A heading, then each row that differs, by kind in the order of time; unless `brief`, with what changed in it."""
    when = archive.default
    found = revised_rows(archive.at, table, since, when).by_kind
    title = phrases.plain(archive.corpus.info.title)
    filtered = f", filter: {phrases.plain(when.query.text)}" if when.narrowed else ""
    sums = ", ".join(f"{len(events):,} {kind}" for kind, events in found.items())
    yield f"changed {days_words(since, when.day)}  {title}: {sums}{filtered}"
    for kind, events in found.items():
        for event in events:
            row = table.coded(event)
            yield _line(kind, row, table, phrases)
            was = table.standing(event, since) if kind is Became.CHANGED and not brief else None
            if was is not None:
                yield from (f"    {it}" for it in changed_fields(was, row, table.meta, phrases))


def _line(kind: Became, row: CodedRow, table: CodedRows, phrases: Phrases) -> str:
    date, title = short_form(row.date, None, _DATE), phrases.plain(row.title)
    filled = title + " " * (_TITLE - cells(title))
    until = f", gone since {day_medium(row.until)}" if kind is Became.GONE and row.until is not None else ""
    return f"{kind:<7}  {date:{_DATE}}  {filled}  {place_words(row, table.meta, phrases)}{until}"
