"""`dprk-tui print`: the timeline as plain lines, complete enough to work by, for pipes and screen readers."""

from collections.abc import Iterator

from model.asof.visible import VisibleClaim, visible_claims
from model.asof.word import Word
from model.dates.wording import day_named, short_form
from model.index.archive import Archive
from model.index.protocol import Reader
from model.index.values import TimelineRow
from tui.cli.differences import difference_lines
from tui.cli.streams import output
from tui.text.phrases import Phrases, counted
from tui.text.shown import cells
from tui.text.signs import ASCII, UNICODE

_WINDOW = 500
_DATE, _WORD, _TITLE, _WHO = 24, 12, 38, 12
_SPEAKER, _SAID, _SURE = 34, 8, 30


def print_timeline(archive: Archive, ascii_only: bool, brief: bool = False, due: bool = False) -> int:
    """Print every event (or only those that are `due`) in a line and, unless `brief`, its claims, and who differs."""
    phrases = Phrases(archive.corpus, ASCII if ascii_only else UNICODE, archive.default.day, longest=None)
    with output():
        for line in timeline_lines(archive, phrases, brief, due):
            print(line)
        if not brief and not due:
            for line in difference_lines(archive, phrases):
                print(line)
    return 0


def timeline_lines(
    archive: Archive, phrases: Phrases, brief: bool = False, due: bool = False
) -> Iterator[str]:
    """The lines of the listing: the as-of date first, then events in the timeline's order."""
    reader = archive.at(archive.default)
    day, counts = reader.when.day, reader.counts
    yield _heading(archive, phrases)
    if not counts.total and counts.known:
        yield f"No event matches the filter {phrases.plain(archive.default.query.text)}."
    elif not counts.total:
        yield phrases.nothing_known(archive.steps)
    if due and not counts.due:
        yield "No event is due as of this day."
    headings = {} if due else _headings(reader)
    for first in range(0, counts.total, _WINDOW):
        for row in reader.rows(first, _WINDOW):
            if row.position in headings:
                rule = phrases.signs.rule * 2
                yield f"{rule} {headings[row.position]} {rule}"
            if row.word is Word.DUE or not due:
                yield event_line(row, phrases)
                if not brief:
                    for item in visible_claims(archive.corpus, row.event, day):
                        yield _claim_line(item, phrases)


def _headings(reader: Reader) -> dict[int, str]:
    """What stands before which row. What has no last day, or no date, comes last: it may be past or ahead, or both."""
    ahead = f"as of {day_named(reader.when.day)}, ahead"
    return {reader.counts.first_ahead: ahead, reader.days.dated: "date open"}


def event_line(row: TimelineRow, phrases: Phrases) -> str:
    """Date, word, title, who; then what is contested and how many origins support it, where there are several."""
    columns = [
        _column(short_form(row.date, None, _DATE), _DATE),
        _column(row.word.value, _WORD),
        _column(phrases.plain(row.title), _TITLE),
        _column(phrases.short_name(row.who), _WHO),
    ]
    notes = []
    if row.contested:
        notes.append(f"{phrases.signs.contested} contested")
    if row.origins > 1:
        notes.append(counted(row.origins, "origin"))
    return f"{'  '.join(columns)}  {', '.join(notes)}".rstrip()


def _heading(archive: Archive, phrases: Phrases) -> str:
    reader, when = archive.at(archive.default), archive.default
    numbers = reader.counts
    events = counted(numbers.total, "event")
    if when.narrowed:
        hidden = counted(numbers.known, "event")
        events = f"{numbers.total} of {hidden}, filter: {phrases.plain(when.query.text)}"
    counts = [events, f"{numbers.contested} contested"]
    if numbers.due:
        counts.append(f"{numbers.due} due")
    step = f"step {reader.step} of {len(archive.steps)}"
    return f"as of {day_named(when.day)}, {step}  {phrases.plain(archive.corpus.info.title)}: {', '.join(counts)}"


def _claim_line(item: VisibleClaim, phrases: Phrases) -> str:
    claim = item.claim
    columns = [
        _column(item.word.value, _WORD),
        _column(phrases.brief_who(item.said), _SPEAKER),
        _column(phrases.said_on(item.said), _SAID),
        _column(phrases.sure(claim), _SURE),
    ]
    quote = phrases.quote(claim)
    publisher = phrases.name(phrases.corpus.sources[claim.source].publisher)
    gone = f" {phrases.superseded(item)}" if item.superseded_by else ""
    return f'    {"  ".join(columns)}  "{quote}" [{publisher}]{gone}'


def _column(text: str, width: int) -> str:
    """`text` filled to `width` cells; what is longer keeps its whole length, since nothing is cut in data."""
    return text + " " * (width - cells(text))
