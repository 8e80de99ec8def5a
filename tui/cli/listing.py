"""`dprk-tui print`: the timeline as plain lines, complete enough to work by, for pipes and screen readers."""

from collections.abc import Iterator

from model.asof.state import VisibleClaim, visible_claims
from model.asof.word import Word
from model.dates.wording import day_named, short_form
from model.index.archive import Archive
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
    phrases = Phrases(archive.corpus, ASCII if ascii_only else UNICODE, archive.timeline.day, longest=None)
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
    timeline = archive.timeline
    yield _heading(archive, phrases)
    if not timeline.total and timeline.known:
        yield f"No event matches the filter {phrases.plain(timeline.filter)}."
    elif not timeline.total:
        yield phrases.nothing_known(archive.steps)
    if due and not timeline.due:
        yield "No event is due as of this day."
    for first in range(0, timeline.total, _WINDOW):
        for row in timeline.rows(first, _WINDOW):
            if row.position == timeline.first_ahead and not due:
                rule = phrases.signs.rule * 2
                yield f"{rule} as of {day_named(timeline.day)}, ahead {rule}"
            if row.word is Word.DUE or not due:
                yield event_line(row, phrases)
                if not brief:
                    for item in visible_claims(archive.corpus, row.event, timeline.day):
                        yield _claim_line(item, phrases)


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
    timeline = archive.timeline
    events = counted(timeline.total, "event")
    if timeline.filter:
        hidden = counted(timeline.known, "event")
        events = f"{timeline.total} of {hidden}, filter: {phrases.plain(timeline.filter)}"
    counts = [events, f"{timeline.contested} contested"]
    if timeline.due:
        counts.append(f"{timeline.due} due")
    step = f"step {timeline.step} of {len(archive.steps)}"
    return f"as of {day_named(timeline.day)}, {step}  {phrases.plain(archive.corpus.info.title)}: {', '.join(counts)}"


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
