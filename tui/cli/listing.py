"""`dprk-tui print`: the timeline as plain lines, complete enough to work by, for pipes and screen readers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from model.asof.visible import VisibleClaim
from model.asof.word import OPEN, Passed, Word
from model.corpus.noted import Noted, notes_of
from model.dates.wording import day_named
from model.index.archive import Archive
from model.index.protocol import Reader
from model.index.values import TimelineRow
from tui.cli.begun import PrintedDrafts
from tui.cli.differences import difference_lines
from tui.text import event_date
from tui.text.phrases import Phrases, counted
from tui.text.shown import cells

if TYPE_CHECKING:
    from tui.cli.laid_rows import LaidRows

_WINDOW = 500
_UNSAID = OPEN | {Word.DUE}
"""The words of what may have passed with nobody saying what happened."""
_DATE, _WORD, _TITLE, _WHO = 24, 12, 38, 12
_SPEAKER, _SAID, _SURE = 34, 8, 30


def listing_lines(
    archive: Archive, phrases: Phrases, brief: bool = False, due: bool = False, drafts: bool = False
) -> Iterator[str]:
    """Every event (or only those that are `due`) in a line and, unless `brief`, its claims; then where sources differ.

    With `drafts`, also what is only begun, under its event and at the end.
    """
    yield from timeline_lines(archive, phrases, brief, due, drafts)
    if not brief and not due:
        yield from difference_lines(events_of(archive), phrases)


def timeline_lines(
    archive: Archive, phrases: Phrases, brief: bool = False, due: bool = False, drafts: bool = False
) -> Iterator[str]:
    """The lines of the listing: the as-of date first, then events in the timeline's order, with rows among them."""
    laid = _laid_rows(archive, phrases, brief) if not due else None
    archive = events_of(archive)
    reader = archive.at(archive.default)
    counts = reader.counts
    yield listing_heading(archive, phrases)
    if not counts.total and counts.known:
        yield f"No event matches the filter {phrases.plain(archive.default.query.text)}."
        yield from _lead(reader, phrases)
    elif not counts.total:
        yield phrases.nothing_known(archive.steps)
    if due:
        yield from _unsaid_lines(reader, phrases, brief)
        return
    if laid is not None:
        yield from laid.headings()
        reader = laid.reader
    headings = _headings(reader)
    begun = PrintedDrafts(archive, phrases) if drafts else None
    for row in _rows(reader):
        if row.position in headings:
            yield ruled(headings[row.position], phrases)
        if laid is not None and row.word is Word.CODED:
            yield from laid.lines(row, _WORD)
            continue
        yield from _event_lines(row, phrases, brief)
        if begun is not None and not brief:
            yield from begun.of_event(row.event)
    if begun is not None and not archive.default.narrowed:
        yield from begun.at_the_end(brief)


def events_of(archive: Archive) -> Archive:
    """The same, to begin with its events alone."""
    return replace(archive, default=archive.default.own)


def _laid_rows(archive: Archive, phrases: Phrases, brief: bool) -> "LaidRows | None":
    """The rows that are shown among the events; None where no table lies under the corpus."""
    if not archive.default.layered:
        return None
    # Imported here: few corpora have a table.
    from tui.cli.laid_rows import LaidRows

    return LaidRows(archive, phrases, brief)


def _lead(reader: Reader, phrases: Phrases) -> Iterator[str]:
    """What else may be asked for where nothing is found."""
    # Imported here: few listings need it.
    from model.query.leads import lead

    if more := lead(reader.when.query, reader.vocabulary, reader.facets.count):
        yield phrases.plain(f"{more.words}: {more.text}")


def _rows(reader: Reader) -> Iterator[TimelineRow]:
    for first in range(0, reader.counts.total, _WINDOW):
        yield from reader.rows(first, _WINDOW)


def _unsaid_lines(reader: Reader, phrases: Phrases, brief: bool) -> Iterator[str]:
    """What nobody says the outcome of: what is due, then what nobody counted on, then what has no last day."""
    rows: dict[Passed, list[TimelineRow]] = {passed: [] for passed in Passed}
    for row in _rows(reader):
        state = phrases.state(row.event) if row.word in _UNSAID else None
        passed = state.passed_at(phrases.day) if state is not None else None
        if passed is not None:
            rows[passed].append(row)
    if not rows[Passed.DUE]:
        yield "No event is due as of this day."
    for passed, found in rows.items():
        if found and passed is not Passed.DUE:
            yield ruled(passed.value, phrases)
        for row in found:
            yield from _event_lines(row, phrases, brief)


def ruled(words: str, phrases: Phrases) -> str:
    """A heading between two rules."""
    rule = phrases.signs.rule * 2
    return f"{rule} {words} {rule}"


def _event_lines(row: TimelineRow, phrases: Phrases, brief: bool) -> Iterator[str]:
    """The line of an event; in full, with what time has added to it, and its claims."""
    yield event_line(row, phrases)
    state = phrases.state(row.event) if not brief else None
    if state is None:
        return
    if passed := phrases.passed(state):
        yield f"    {passed}"
    yield from _notes(phrases.corpus.events[row.event], phrases)
    for item in state.claims:
        yield claim_line(item, phrases)
        yield from _notes(item.claim, phrases)


def _notes(record: Noted, phrases: Phrases) -> Iterator[str]:
    yield from (f"        {name}: {phrases.safe(words)}" for name, words in notes_of(record))


def _headings(reader: Reader) -> dict[int, str]:
    """What stands before which row. What has no last day, or no date, comes last: it may be past or ahead, or both."""
    ahead = f"as of {day_named(reader.when.day)}, ahead"
    return {reader.counts.first_ahead: ahead, reader.days.dated: "date open"}


def event_line(row: TimelineRow, phrases: Phrases) -> str:
    """Date, word, title, who; then what is contested, how many origins support it, and whose a borrowed date is."""
    columns = [
        column(event_date.in_row(row, None, None), _DATE),
        column(row.word.value, _WORD),
        column(phrases.plain(row.title), _TITLE),
        column(phrases.short_name(row.who), _WHO),
    ]
    notes = []
    if row.contested:
        notes.append(f"{phrases.signs.contested} contested")
    if row.origins > 1:
        notes.append(counted(row.origins, "origin"))
    if row.dated_by is not None:
        notes.append(f"dated by {phrases.short_name(row.dated_by)}")
    return f"{'  '.join(columns)}  {', '.join(notes)}".rstrip()


def listing_heading(archive: Archive, phrases: Phrases) -> str:
    """The as-of date, and how much there is."""
    reader, when = archive.at(archive.default), archive.default
    numbers = reader.counts
    events = counted(numbers.total, "event")
    if when.narrowed:
        hidden = counted(numbers.known, "event")
        events = f"{numbers.total} of {hidden}, filter: {phrases.plain(when.query.text)}"
    counts = [events, f"{numbers.contested} contested", counted(len(archive.conflicts(when)), "conflict")]
    if numbers.due:
        counts.append(f"{numbers.due} due")
    if numbers.unanswered:
        counts.append(f"{numbers.unanswered} unanswered")
    step = f"step {reader.step} of {len(archive.steps)}"
    return f"as of {day_named(when.day)}, {step}  {phrases.plain(archive.corpus.info.title)}: {', '.join(counts)}"


def claim_line(item: VisibleClaim, phrases: Phrases) -> str:
    """A claim under what it is of: its word, who said it when and how surely, the quote, and what made it fall."""
    claim = item.claim
    columns = [
        column(item.word.value, _WORD),
        column(phrases.brief_who(item.said), _SPEAKER),
        column(phrases.said_on(item.said), _SAID),
        column(phrases.sure(claim), _SURE),
    ]
    quote = phrases.quote(claim)
    on_condition = phrases.on_condition(item)
    says = "".join(f"{words}: " for words in (phrases.amounts(claim), on_condition) if words)
    gone = f" {phrases.superseded(item)}" if item.fallen else ""
    gloss = f" ({gloss})" if (gloss := phrases.gloss(claim)) else ""
    return f'    {"  ".join(columns)}  {says}"{quote}"{gloss} [{phrases.source(claim.source)}]{gone}'


def column(text: str, width: int) -> str:
    """`text` filled to `width` cells; what is longer keeps its whole length, since nothing is cut in data."""
    return text + " " * (width - cells(text))
