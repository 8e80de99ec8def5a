"""The card of what is selected, whatever that is: its title, its lines, and where it says whose words are lit."""

from model.asof.conflict import conflict_view
from model.asof.entity import entity_view
from model.asof.lists import list_view
from model.asof.questions import question_view
from model.asof.state import event_state
from model.index.layered.linked import LinkedTable, events_linked_to, linked_tables
from model.index.values import AsOf
from tui.cards.begun import DraftLines
from tui.cards.coded import CodedCard
from tui.cards.conflict import ConflictCard
from tui.cards.entity import EntityCard
from tui.cards.event import SHORT, EventCard
from tui.cards.finding import FindingCard
from tui.cards.linked_rows import linked_lines
from tui.cards.lit import NOWHERE, LitPlace
from tui.cards.printed_list import ListCard
from tui.cards.question import QuestionCard
from tui.cards.source import SourceCard
from tui.state.context import Context
from tui.text.card_names import card_name
from tui.text.line import MUTE, Line, Span
from tui.text.numbers import noun
from tui.text.phrases import DRAFT, Phrases
from tui.text.shown import cut
from tui.text.target import (
    CardTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    FindingTarget,
    ListTarget,
    QuestionTarget,
    RowTarget,
    SourceTarget,
)
from tui.text.wrap import wrap_text

_TITLE = 28
"""The most cells of the title of a table beside that of a row."""

QUOTES_FROM = 24
"""Lines of a pane from which on claims show their quotes: below, the source beside it shows the one that counts."""


def card_title(ctx: Context) -> tuple[str, str]:
    """The name of the selected card, and its type; of one of several conflicts, which."""
    card, phrases = ctx.selection.card, ctx.phrases
    draft = f"{DRAFT} of " if card is not None and ctx.is_draft(card) else ""
    match card:
        case None:
            return noun(ctx.archive.features).capitalize(), ""
        case ConflictTarget(conflict) if draft:
            return phrases.plain(ctx.drafts.conflicts[conflict].topic), f"{draft}a conflict"
        case ConflictTarget(conflict):
            record = phrases.corpus.conflicts[conflict]
            kind = conflict_view(phrases.corpus, record, phrases.day).kind
            names = [it.conflict.id for it in ctx.archive.listed_conflicts(ctx.scene.when)]
            which = f", {names.index(conflict) + 1} of {len(names)}" if conflict in names else ""
            return phrases.plain(record.topic), f"{kind}{which}"
        case EntityTarget(entity):
            return phrases.name(entity), phrases.corpus.entities[entity].type.value
        case SourceTarget():
            return card_name(card, ctx.naming(card)), f"{draft}a document" if draft else "document"
        case FindingTarget(finding):
            return card_name(card, phrases), f"finding {finding + 1} of {len(phrases.corpus.findings)}"
        case ListTarget():
            return card_name(card, phrases).capitalize(), "a list as printed"
        case QuestionTarget():
            # Its text, which may be long, is on the card.
            return "Question", DRAFT if draft else ""
        case EventTarget() | RowTarget():
            return _row_title(ctx, card, draft)


def _row_title(ctx: Context, card: EventTarget | RowTarget, draft: str) -> tuple[str, str]:
    if isinstance(card, RowTarget):
        table = ctx.archive.table
        assert table is not None, "only a table has coded rows"
        # Of several tables, which one it is of; alone, its title stands above all.
        of = f" of {ctx.phrases.plain(table.of(card.row).title)}" if len(table.tables) > 1 else ""
        return ctx.phrases.plain(table.coded(card.row).title), f"coded row{cut(of, _TITLE, ctx.signs.cut)}"
    naming = ctx.naming(card)
    type_ = naming.corpus.events[card.event].type.replace("-", " ")
    return naming.title(card.event), f"{draft}an event" if draft else type_


def _is_short(height: int, active: bool) -> bool:
    """Whether a pane of so many lines has an event's first lines alone; one that is `active` can be scrolled."""
    return height <= SHORT and not active


def selected_card(
    ctx: Context, width: int, height: int, alone: bool, active: bool
) -> tuple[list[Line], LitPlace]:
    """The lines of the selected card, and the place. What of it is only begun stands below, where all of it is shown.

    `alone` is a card that has the whole body: then every reason is said in full.
    """
    card = ctx.selection.card
    if card is None:
        words = f"No {noun(ctx.archive.features)} is selected."
        return [Line((Span(row, MUTE),)) for row in wrap_text(words, width)], NOWHERE
    if isinstance(card, RowTarget):
        return _row(ctx, card.row, width), NOWHERE
    drafts = DraftLines(ctx.drafts, ctx.corpus, ctx.begun, width)
    if isinstance(card, EventTarget):
        if ctx.is_draft(card):
            return drafts.event_card(card.event, _linked(ctx, ctx.begun, card.event)), NOWHERE
        short = _is_short(height, active)
        lines, place = _event(ctx, card.event, width, height, alone, short)
        if short:
            return lines, place
        linked = linked_lines(_linked(ctx, ctx.phrases, card.event), ctx.phrases, width)
        return [*lines, *linked, *drafts.of(card)], place
    if isinstance(card, ConflictTarget) and ctx.is_draft(card):
        return drafts.conflict_card(card.conflict), NOWHERE
    lines, place = _other(ctx, card, width)
    return [*lines, *drafts.of(card)], place


def _row(ctx: Context, row: str, width: int) -> list[Line]:
    table = ctx.archive.table
    assert table is not None, "only a table has coded rows"
    versions = table.versions(row, ctx.phrases.day)
    layered, linked = ctx.scene.when.layered, _linked_events(ctx, row)
    meta = table.of(row).meta
    return CodedCard(row, table.coded(row), meta, ctx.phrases, width, versions, layered, linked).full()


def _linked_events(ctx: Context, row: str) -> list[tuple[str, EventTarget]]:
    """The curated events that are linked to a row, with their titles; drafts among them."""
    corpus, table = ctx.begun.corpus, ctx.archive.table
    assert table is not None, "only a table has coded rows"
    targets = map(EventTarget, events_linked_to(corpus, row, table.of(row), ctx.phrases.day))
    return [(_named(ctx, it), it) for it in targets]


def _named(ctx: Context, card: EventTarget) -> str:
    return f"{ctx.naming(card).title(card.event)}{f' ({DRAFT})' if ctx.is_draft(card) else ''}"


def _event(
    ctx: Context, event: str, width: int, height: int, alone: bool, short: bool
) -> tuple[list[Line], LitPlace]:
    phrases = ctx.phrases
    state = event_state(phrases.corpus, event, phrases.day)
    if state is None:
        return [Line((Span("No claim is visible as of this date."),))], NOWHERE
    card = EventCard(state, phrases, width, whole=alone)
    place = card.lit_place(short)
    if short:
        return card.short(), place
    plain = card.full(quotes=False)
    # One line more says whose words are lit, where several have any.
    roomy = height >= QUOTES_FROM and len(plain) + len(state.claims) + (len(state.claims) > 1) <= height
    return (card.full(quotes=True) if roomy else plain), place


def _linked(ctx: Context, phrases: Phrases, event: str) -> list[LinkedTable]:
    """The rows that an event is linked to, of the tables that there are."""
    record = phrases.corpus.events.get(event)
    tables = ctx.archive.table.tables if ctx.archive.table is not None else ()
    return linked_tables(record.rows if record is not None else (), tables, phrases.day)


def _other(ctx: Context, card: CardTarget, width: int) -> tuple[list[Line], LitPlace]:
    phrases = ctx.phrases
    match card:
        case ConflictTarget(conflict):
            view = conflict_view(phrases.corpus, phrases.corpus.conflicts[conflict], phrases.day)
            return ConflictCard(view, phrases, width, ctx.selection.lit).full(), NOWHERE
        case EntityTarget(entity):
            seen = entity_view(phrases.corpus, entity, phrases.day)
            # Whose number here may be another than under the filter.
            shown = (
                (lambda event: ctx.reader.position_of(event) is not None) if ctx.scene.when.narrowed else None
            )
            reader = ctx.archive.at(AsOf(phrases.day))
            return EntityCard(seen, phrases, width, reader, shown).full(), EntityCard.lit_place
        case SourceTarget(source):
            document = SourceCard(source, ctx.telling(source), width)
            return document.full(), document.lit_place
        case QuestionTarget(question):
            naming = ctx.naming(card)
            asked = question_view(naming.corpus, naming.corpus.questions[question], phrases.day)
            of_question = QuestionCard(asked, naming, width, ctx.drafts.lacking("question", question))
            return of_question.full(), of_question.lit_place
        case ListTarget(name):
            return ListCard(list_view(phrases.corpus, name, phrases.day), phrases, width).full(), NOWHERE
        case FindingTarget(finding):
            archive = ctx.archive
            return FindingCard(
                finding, phrases, archive.corpus, ctx.drafts, archive.folder, width
            ).full(), NOWHERE
        case EventTarget() | RowTarget():
            raise AssertionError("events and coded rows have lines of their own")
