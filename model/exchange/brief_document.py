"""A brief laid out as a document: what stands where, in which words, whatever it is written as."""

from collections.abc import Iterable, Iterator

from model.dates.wording import day_named
from model.exchange.brief import Brief
from model.exchange.brief_changes import NOTHING, ChangedLine
from model.exchange.brief_drafts import DECIDING_NOTHING, DraftPart
from model.exchange.brief_drafts import HEADING as DRAFTS
from model.exchange.brief_lists import HEADING as LISTS
from model.exchange.brief_parts import ClaimLine, ConflictPart, EventPart, ReadingLine
from model.exchange.brief_questions import HEADING as QUESTIONS
from model.exchange.brief_questions import QuestionPart
from model.exchange.citation import Citation
from model.exchange.cited import CitedSource
from model.exchange.laid_out import (
    Block,
    Heading,
    Item,
    Items,
    LaidOut,
    Line,
    NoteMark,
    Paragraph,
    Stress,
    Wording,
    Words,
    curators,
    looking,
    ours,
    quoted,
)

DUE = "The day of these has passed, and no source here says what happened."
"""What stands before the events that are due."""

NONE_DUE = "No event in it is due."
"""What is said where none is."""


def brief_document(brief: Brief) -> LaidOut:
    """The whole brief: of what it is made, what changed, what is asked, what is due; then all events, and the rest."""
    blocks = (
        *_opening(brief),
        *_changed(brief),
        *_questions(brief),
        *_due(brief),
        *_events(brief),
        *_conflicts(brief),
        *_lists(brief),
        *_drafts(brief),
        *_sources(brief),
    )
    notes = ((claim, _note(it, in_full=False)) for claim, it in brief.notes.items())
    return LaidOut(brief.title, brief.language, blocks, tuple(notes))


def event_document(brief: Brief) -> LaidOut:
    """The one event of a brief, to stand alone: its claims, each with a note that cites its document in full."""
    (event,) = brief.events
    topics = {conflict.conflict: conflict.topic for conflict in brief.conflicts}
    as_of = Paragraph((ours(f"As of {day_named(brief.scope.day)}, "), curators(brief.title), ours(".")))
    used = dict.fromkeys(line.claim for line in (event.says, *event.others))
    notes = ((claim, _note(brief.notes[claim], in_full=True)) for claim in used)
    return LaidOut(brief.title, brief.language, (*_event(event, topics, ""), as_of), tuple(notes))


def _opening(brief: Brief) -> Iterator[Block]:
    yield Heading(1, (curators(brief.title),))
    counts = f": what could be known on that day. {brief.counts} {brief.tally}"
    yield Paragraph((ours(brief.opening, Stress.STRONG), ours(counts)))
    if brief.description:
        yield Paragraph((curators(brief.description, Stress.MUTE),))


def _changed(brief: Brief) -> Iterator[Block]:
    """What changed, where that was asked for: before all that stands as it did."""
    if brief.changed is None:
        return
    yield Heading(2, (ours(brief.changed.heading),))
    if not brief.changed.kinds:
        yield Paragraph((ours(NOTHING),))
    for kind, lines in brief.changed.kinds:
        yield Heading(3, (ours(kind),))
        yield Items(tuple(Item(_change(line)) for line in lines))


def _change(line: ChangedLine) -> Line:
    dated = f", {line.date}: " if line.date else ": "
    says = (ours(" "), ours(f"({line.says})", Stress.MUTE))
    return curators(line.title, Stress.STRONG), ours(dated), line.words, *says, NoteMark(line.claim)


def _questions(brief: Brief) -> Iterator[Block]:
    if brief.questions:
        yield Heading(2, (ours(QUESTIONS),))
        yield Items(tuple(_question(question, answer) for question, answer in brief.questions))


def _question(question: QuestionPart, answer: ClaimLine | None) -> Item:
    asked = (
        curators(question.text, Stress.STRONG),
        ours(" "),
        ours(question.word, Stress.WORD),
        ours(" "),
        ours(f"({question.days})", Stress.MUTE),
    )
    below = [_claim(answer)] if answer is not None else []
    below += [_of_curator(question.reason)] if question.reason else []
    below += [(ours(question.looked),)] if question.looked else []
    below += [(ours(f"{name}: "), curators(words)) for name, words in question.criteria]
    return Item(asked, tuple(map(Item, below)))


def _due(brief: Brief) -> Iterator[Block]:
    """What is due, before all events: it is what a reader has to find out."""
    if not brief.due:
        yield Paragraph((ours(NONE_DUE),))
        return
    yield Heading(2, (ours("Due"),))
    yield Paragraph((ours(DUE),))
    yield Items(tuple(Item(_due_line(event)) for event in brief.due))


def _due_line(event: EventPart) -> Line:
    by = (ours(" "), ours(f"({event.dated_by})", Stress.MUTE)) if event.dated_by else ()
    title = curators(event.title, Stress.STRONG, link=f"#{_anchor(event)}")
    last = "; ".join(filter(None, (f": last {event.says.word}", event.looked)))
    return title, ours(f", {event.date}"), *by, ours(last), NoteMark(event.says.claim)


def _events(brief: Brief) -> Iterator[Block]:
    topics = {conflict.conflict: conflict.topic for conflict in brief.conflicts}
    for year, events in brief.years:
        yield Heading(2, (ours(year),))
        for event in events:
            yield from _event(event, topics, " (below)")


def _event(event: EventPart, topics: dict[str, str], where: str) -> Iterator[Block]:
    yield Heading(3, (curators(event.title),), _anchor(event))
    how = (ours(" ("), *event.how_dated, ours(")")) if event.how_dated else ()
    yield Paragraph((ours(event.date, Stress.STRONG), *looking(Stress.MUTE, how)))
    # What is due was last said.
    said_of = f", last {event.says.word}: " if event.due else ": "
    yield Paragraph(
        (ours(event.word, Stress.WORD), ours(said_of), *event.says.says, NoteMark(event.says.claim))
    )
    if event.passed:
        yield Paragraph((ours(event.passed),))
    if event.others:
        yield Paragraph((ours(f"Chosen: {event.reason}", Stress.MUTE),))
        yield Items(tuple(Item(_claim(line)) for line in event.others))
    contested = [
        curators(topics[name], link=f"#conflict-{name}" if where else "")
        for name in event.conflicts
        if name in topics
    ]
    if contested:
        yield Paragraph((ours(f"Contested{where}: "), *_joined(contested), ours(".")))


def _joined(pieces: Iterable[Words]) -> Wording:
    return tuple(it for at, piece in enumerate(pieces) for it in (*((ours("; "),) if at else ()), piece))


def _claim(line: ClaimLine) -> Line:
    words: Wording = (ours(f"{line.word}: "), *line.says)
    if line.superseded:
        words = (*looking(Stress.STRUCK, words), ours(f" {line.superseded}"))
    return *words, NoteMark(line.claim)


def _conflicts(brief: Brief) -> Iterator[Block]:
    if brief.conflicts:
        yield Heading(2, (ours("Where sources differ"),))
    for conflict in brief.conflicts:
        yield from _conflict(conflict)


def _conflict(conflict: ConflictPart) -> Iterator[Block]:
    topic = (curators(conflict.topic), ours(" "), ours(f"({conflict.kind})", Stress.MUTE))
    yield Heading(3, topic, f"conflict-{conflict.conflict}")
    yield Items(tuple(_reading(reading) for reading in conflict.readings))
    if conflict.reason:
        yield Paragraph(_of_curator(conflict.reason))
    if conflict.open:
        yield Paragraph((ours("Still open: "), curators(conflict.open)))


def _reading(reading: ReadingLine) -> Item:
    mark = (ours(" (preferred)"),) if reading.preferred else ()
    return Item(
        (curators(reading.words, Stress.STRONG), *mark), tuple(Item(_claim(line)) for line in reading.claims)
    )


def _of_curator(reason: str) -> Line:
    return ours("The curator: "), curators(reason)


def _lists(brief: Brief) -> Iterator[Block]:
    if brief.lists:
        yield Heading(2, (ours(LISTS),))
    for it in brief.lists:
        of_event = (ours(" ("), curators(it.event), ours(")")) if it.event else ()
        yield Paragraph((ours(it.words, Stress.STRONG), *of_event, ours(f": {it.told}")))
        names = [f"{place}. {name}" for place, name in enumerate(it.names, 1)]
        yield Items(tuple(Item((ours(words),)) for words in (*names, *it.gone)))


def _drafts(brief: Brief) -> Iterator[Block]:
    if brief.drafts:
        yield Heading(2, (ours(DRAFTS),))
        yield Paragraph((ours(DECIDING_NOTHING),))
        yield Items(tuple(map(_draft, brief.drafts)))


def _draft(part: DraftPart) -> Item:
    dated = f", {part.date}" if part.date else ""
    words = dated + (" (draft)" if part.is_draft else "")
    title = (curators(part.title, Stress.STRONG), *((ours(words),) if words else ()))
    return Item(title, tuple(Item((ours(f"draft: {line}"),)) for line in part.lines))


def _sources(brief: Brief) -> Iterator[Block]:
    yield Heading(2, (ours("Sources"),))
    yield Items(tuple(map(_source, brief.sources)))


def _source(source: CitedSource) -> Item:
    known: list[Line] = [(ours(source.rated),)] if source.rated else []
    known += [source.obtained] if source.obtained else []
    known += [(curators(caveat),) for caveat in source.caveats]
    return Item(source.pieces, tuple(map(Item, known)))


def _note(note: Citation, in_full: bool) -> Wording:
    """A quote, its translation apart from it, who said it, and where it stands; `in_full` with all of its document."""
    source = note.source
    gloss = (ours(" "), ours(f"[{note.glossed}]", Stress.MUTE)) if note.glossed else ()
    rated = f" ({source.rated})" if source.rated else ""
    said = (quoted(note.quote, source.language), *gloss, ours(f" {note.said}. "))
    if not in_full:
        return *said, ours(f"{source.publisher}{rated}, {note.place[:1].lower()}{note.place[1:]}.")
    obtained = (ours(" "), *source.obtained) if source.obtained else ()
    return *said, *source.pieces, ours(f"{rated}. {note.place}."), *obtained


def _anchor(event: EventPart) -> str:
    return f"event-{event.event}"
