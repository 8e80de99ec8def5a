"""Asking a question about the selected event, and keeping that one looked in vain for what came of something."""

from dataclasses import replace

from model.curate.changes import Changes, changed_files
from model.curate.entry import question, search
from model.curate.entry.question import QuestionEntry
from model.curate.entry.search import SearchEntry
from model.curate.entry.values import Values
from model.curate.placing import appended
from model.curate.toml_text import CannotEdit
from model.dates.civil import iso_day
from model.exchange.to_toml import Fields
from model.index.archive import Archive
from tui.actions.entering import Entering, ask
from tui.actions.select import settled
from tui.actions.writing import why_not
from tui.state.context import Context
from tui.state.outcome import Outcome, Outcomes, Say
from tui.text.target import EventTarget, QuestionTarget

_QUESTIONS, _SEARCHES = "questions.toml", "searches.toml"


def ask_question(ctx: Context, by: int) -> Outcomes:
    """Ask for a question that hangs on the selected event; it closes with the event's day."""
    if why := why_not(ctx):
        return Say(why)
    event = ctx.selection.event
    state = ctx.phrases.state(event) if event is not None else None
    last = state.date.latest if state is not None and state.date is not None else None
    form = Entering(
        heading="A question",
        read=_question,
        changes=_question_changes,
        then=_asked,
        left="Nothing was asked.",
    )
    today = ctx.archive.today
    closes = iso_day(last) if last is not None and last >= today else ""
    known = event if event in ctx.archive.whole.events else None
    return ask(ctx, form, question.begun(ctx.archive.whole, known, iso_day(today), closes))


def _question(archive: Archive, values: Values) -> QuestionEntry:
    return QuestionEntry(archive.whole, values)


def _question_changes(meant: QuestionEntry, archive: Archive) -> Changes:
    return _added(archive, _QUESTIONS, "question", meant.record())


def _asked(ctx: Context, meant: QuestionEntry) -> tuple[Outcome, Say] | Say:
    if meant.id not in ctx.corpus.questions:
        return Say(f"Written: {meant.id}. It is asked on {meant.get('asked')}, after this as-of day.")
    scene = replace(ctx.scene, selection=ctx.selector.question(ctx.selection, meant.id))
    return settled(ctx.of(scene), scene), Say(f"Written: {meant.id}.")


def keep_search(ctx: Context, by: int) -> Outcomes:
    """Ask where one looked in vain for what came of the question on the card, else of the selected event."""
    if why := why_not(ctx):
        return Say(why)
    match ctx.selection.card:
        case QuestionTarget(name):
            kind = "question"
        case EventTarget(name):
            kind = "event"
        case _:
            return Say("A search is for an event or a question: select one.")

    def read(archive: Archive, values: Values) -> SearchEntry:
        there = archive.whole.questions if kind == "question" else archive.whole.events
        if name not in there:
            raise CannotEdit(f'the {kind} "{name}" is not there')
        return SearchEntry(archive.whole, kind, name, values)

    form = Entering(
        heading=f"A search that found nothing of {name}",
        read=read,
        changes=_search_changes,
        then=_looked,
        left="Nothing was kept.",
    )
    try:
        return ask(ctx, form, search.begun(iso_day(ctx.archive.today)))
    except CannotEdit as error:
        return Say(f"Not kept: {error}")


def _search_changes(meant: SearchEntry, archive: Archive) -> Changes:
    return _added(archive, _SEARCHES, "search", meant.record())


def _looked(ctx: Context, meant: SearchEntry) -> Say:
    later = (
        ""
        if meant.id in ctx.corpus.searches
        else f" It counts from {meant.get('day')}, after this as-of day."
    )
    return Say(f"Written: {meant.id}.{later}")


def _added(archive: Archive, file: str, kind: str, record: Fields) -> Changes:
    after = appended(archive.files.get(file), kind, record)
    return changed_files(archive.files, {**archive.files, file: after})
