"""A brief in Markdown (CommonMark, with footnotes as GitHub and Pandoc have them)."""

from collections.abc import Iterator

from model.dates.wording import day_named
from model.exchange.brief import DUE, Brief, ClaimLine, ConflictPart, EventPart, brief_of
from model.exchange.brief_changes import NOTHING
from model.exchange.brief_drafts import DECIDING_NOTHING, HEADING
from model.exchange.brief_lists import HEADING as LISTS
from model.exchange.brief_questions import HEADING as QUESTIONS
from model.exchange.citation import Citation
from model.exchange.cited import CitedSource
from model.exchange.extract import Extract
from model.exchange.markdown_text import address, escaped


def write(extract: Extract) -> Iterator[str]:
    """The brief of what is asked for, as Markdown text, in pieces."""
    return (f"{line}\n" for line in markdown(brief_of(extract)))


def markdown(brief: Brief) -> Iterator[str]:
    """The brief, line by line, without line ends."""
    yield f"# {escaped(brief.title)}"
    yield ""
    if brief.description:
        yield escaped(brief.description)
        yield ""
    yield f"As of **{day_named(brief.scope.day)}**: what could be known on that day. {escaped(brief.counts)}"
    yield ""
    yield from _changed(brief)
    yield from _summary(brief)
    yield from _questions(brief)
    for year, events in brief.years:
        yield f"## {year}"
        yield ""
        for event in events:
            yield from _event(event, {conflict.conflict: conflict.topic for conflict in brief.conflicts})
    yield from _conflicts(brief)
    yield from _lists(brief)
    yield from _drafts(brief)
    yield from _sources(brief)
    yield from _notes(brief)


def markdown_event(brief: Brief) -> Iterator[str]:
    """The one event of a brief as a block to paste: its heading, its claims, their quotes."""
    topics = {conflict.conflict: conflict.topic for conflict in brief.conflicts}
    for event in brief.events:
        yield from _event(event, topics, "")
    yield f"As of {day_named(brief.scope.day)}, {escaped(brief.title)}."
    yield ""
    yield from _full_notes(brief)


def _changed(brief: Brief) -> Iterator[str]:
    """What changed, where that was asked for: before all that stands as it did."""
    if brief.changed is None:
        return
    yield f"## {brief.changed.heading}"
    yield ""
    if not brief.changed.kinds:
        yield NOTHING
        yield ""
    for kind, lines in brief.changed.kinds:
        yield f"### {kind}"
        yield ""
        for line in lines:
            dated = f", {escaped(line.date)}" if line.date else ""
            words = f"{escaped(line.words)} ({escaped(line.says)})"
            yield f"- **{escaped(line.title)}**{dated}: {words} [^{line.claim}]"
        yield ""


def _summary(brief: Brief) -> Iterator[str]:
    """What is due, first of all: it is what a reader has to find out."""
    if not brief.due:
        yield "No event in it is due."
        yield ""
        return
    yield "## Due"
    yield ""
    yield DUE
    yield ""
    for event in brief.due:
        by = f" ({escaped(event.dated_by)})" if event.dated_by else ""
        yield f"- **{escaped(event.title)}**, {escaped(event.date)}{by}: last {event.says.word}"
    yield ""


def _questions(brief: Brief) -> Iterator[str]:
    if brief.questions:
        yield f"## {QUESTIONS}"
        yield ""
    for question, answer in brief.questions:
        yield f"- **{escaped(question.text)}** {question.word} ({escaped(question.days)})"
        if answer is not None:
            yield f"  {_claim(answer)}"
        if question.reason:
            yield f"  - The curator: {escaped(question.reason)}"
        if question.looked:
            yield f"  - {escaped(question.looked)}"
        yield from (f"  - {name}: {escaped(words)}" for name, words in question.criteria)
    if brief.questions:
        yield ""


def _lists(brief: Brief) -> Iterator[str]:
    if brief.lists:
        yield f"## {LISTS}"
        yield ""
    for it in brief.lists:
        of = f" ({escaped(it.event)})" if it.event else ""
        yield f"- **{escaped(it.words)}**{of}: {escaped(it.told)}"
        yield from (f"  {number}. {escaped(name)}" for number, name in enumerate(it.names, 1))
        yield from (f"  - {escaped(words)}" for words in it.gone)
    if brief.lists:
        yield ""


def _event(event: EventPart, topics: dict[str, str], where: str = " (below)") -> Iterator[str]:
    yield f"### {escaped(event.title)}"
    yield ""
    dated = f" ({escaped(event.how_dated)})" if event.how_dated else ""
    yield f"{escaped(event.date)}{dated}  "
    yield f"**{event.word}**{_said_of(event)} {escaped(event.says.says)} [^{event.says.claim}]"
    if event.passed:
        yield ""
        yield escaped(event.passed)
    yield ""
    if event.others:
        yield f"Chosen: {escaped(event.reason)}"
        yield ""
        for line in event.others:
            yield _claim(line)
        yield ""
    contested = [escaped(topics[name]) for name in event.conflicts if name in topics]
    if contested:
        yield f"Contested{where}: {'; '.join(contested)}."
        yield ""


def _said_of(event: EventPart) -> str:
    """What joins the word to who says it; what is due was last said."""
    return f", last {event.says.word}:" if event.due else ":"


def _claim(line: ClaimLine) -> str:
    words = f"{line.word}: {escaped(line.says)}"
    if line.superseded:
        words = f"~~{words}~~ {escaped(line.superseded)}"
    return f"- {words} [^{line.claim}]"


def _conflicts(brief: Brief) -> Iterator[str]:
    if brief.conflicts:
        yield "## Where sources differ"
        yield ""
    for conflict in brief.conflicts:
        yield from _conflict(conflict)


def _conflict(conflict: ConflictPart) -> Iterator[str]:
    yield f"### {escaped(conflict.topic)} ({conflict.kind})"
    yield ""
    for reading in conflict.readings:
        mark = " (preferred)" if reading.preferred else ""
        yield f"- **{escaped(reading.words)}**{mark}"
        for line in reading.claims:
            yield f"  {_claim(line)}"
    yield ""
    if conflict.reason:
        yield f"The curator: {escaped(conflict.reason)}"
        yield ""
    if conflict.open:
        yield f"Still open: {escaped(conflict.open)}"
        yield ""


def _drafts(brief: Brief) -> Iterator[str]:
    if not brief.drafts:
        return
    yield f"## {HEADING}"
    yield ""
    yield DECIDING_NOTHING
    yield ""
    for part in brief.drafts:
        dated = f", {escaped(part.date)}" if part.date else ""
        yield f"- **{escaped(part.title)}**{dated}{' (draft)' if part.is_draft else ''}"
        yield from (f"  - draft: {escaped(line)}" for line in part.lines)
    yield ""


def _sources(brief: Brief) -> Iterator[str]:
    yield "## Sources"
    yield ""
    for source in brief.sources:
        yield f"- {escaped(source.words)}"
        if source.rated:
            yield f"  - {escaped(source.rated)}"
        if obtained := _obtained(source):
            yield f"  - {obtained}"
        for caveat in source.caveats:
            yield f"  - {escaped(caveat)}"
    yield ""


def _obtained(source: CitedSource) -> str:
    """Its address and when it was obtained there, as far as they are known."""
    parts = [address(source.url)] if source.url else []
    return " ".join((*parts, *([f"({escaped(source.obtained)})"] if source.obtained else [])))


def _notes(brief: Brief) -> Iterator[str]:
    """A quote for each claim; its document stands in full among the sources."""
    for claim, note in brief.notes.items():
        source = note.source
        rated = f" ({escaped(source.rated)})" if source.rated else ""
        words = f"{escaped(source.publisher)}{rated}, {_lower(note.place)}."
        yield f'[^{claim}]: "{escaped(note.quote)}"{_gloss(note)} {escaped(note.said)}. {words}'


def _full_notes(brief: Brief) -> Iterator[str]:
    """A quote for each claim of a block that stands alone."""
    for event in brief.events:
        for line in (event.says, *event.others):
            note = brief.notes[line.claim]
            source = note.source
            rated = f" ({escaped(source.rated)})" if source.rated else ""
            words = f"{escaped(source.words)}{rated}. {escaped(note.place)}. {_obtained(source)}".rstrip()
            yield f'[^{line.claim}]: "{escaped(note.quote)}"{_gloss(note)} {escaped(note.said)}. {words}'


def _gloss(note: Citation) -> str:
    """The translation of a quote, apart from the quote: it is nobody's words."""
    return f" \\[{escaped(note.glossed)}\\]" if note.gloss else ""


def _lower(words: str) -> str:
    return escaped(words[:1].lower() + words[1:])
