"""Making a claim of what is marked: a form with everything that can be suggested, and what is written of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from model.curate.changes import Changes
from model.curate.entry import lookup
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.drafting import draft_for
from model.curate.entry.entry_field import EntryField
from model.curate.entry.fields import fields
from model.curate.entry.offers import offered
from model.curate.entry.records import changes_for
from model.curate.entry.suggest import begun, followed
from model.curate.entry.values import Values
from model.curate.entry.ways import WAYS
from model.index.archive import Archive
from tui.actions.edit import open_record
from tui.actions.entering import Entering, ask
from tui.actions.passage import marked_passage, still_there
from tui.actions.select import settled
from tui.actions.writing import records_file
from tui.state.context import Context
from tui.state.outcome import LendTerminal, Outcomes, Say
from tui.state.scene import LastEntry, Scene
from tui.state.selection import Selection
from tui.text.shown import cells, cut, cut_before, shown
from tui.text.target import EventTarget, TextTarget

_MOST, _AT_END = 58, 22
"""Cells of what is marked that the form's heading shows, and how many of them are of its end."""


@dataclass(frozen=True, eq=False)
class _NewClaim:
    """A claim that is being made of a passage."""

    entry: ClaimEntry

    def fields(self) -> Sequence[EntryField]:
        """The fields that there are, with what is wrong with them."""
        return fields(self.entry)

    def followed(self, touched: frozenset[str]) -> Values:
        """The values with those that follow from what a person has touched."""
        return followed(self.entry.passage, self.entry.values, touched)

    def offered(self, name: str) -> Sequence[str]:
        """What may stand in a field."""
        return offered(self.entry.passage, name, self.entry.values)


def ask_for_claim(ctx: Context, by: int) -> Outcomes:
    """Ask for the fields of a claim of what is marked; where `by` is 2, of the last one's event, by its speaker."""
    passage = marked_passage(ctx)
    if isinstance(passage, Say):
        return passage
    last = _last(ctx) if by > 1 else None
    values = begun(passage, last.event, last.speaker) if last is not None else begun(passage)
    words = _in_short(shown(" ".join(passage.words.split()), ctx.signs.ascii_only))

    def read(archive: Archive, given: Values) -> _NewClaim:
        return _NewClaim(ClaimEntry(still_there(passage, archive), given))

    form = Entering(
        heading=f'Claim: "{words}"',
        read=read,
        changes=_changes,
        then=lambda now, made: (_at(now, made.entry, made.entry.id), Say(_said(now, made.entry))),
        begun=_begun,
        left="Nothing was written.",
        about=passage.words,
        ways=WAYS,
    )
    return ask(ctx, form, values)


def _in_short(words: str) -> str:
    """How some words begin and end."""
    if cells(words) <= _MOST:
        return words
    first = cut(words, _MOST - _AT_END - 5, "")
    last = cut_before(words, _AT_END, "")
    # Whole words, where there are any.
    first, last = first.rpartition(" ")[0] or first, last.partition(" ")[2] or last
    return f"{first} ... {last}"


def _last(ctx: Context) -> LastEntry | None:
    """The last claim's event and speaker, as far as they are there."""
    last, whole = ctx.scene.entered, ctx.archive.whole
    if last is None or lookup.one(last.event, lookup.events(whole)) is None:
        return None
    return last if last.speaker in whole.statements else replace(last, speaker="")


def _changes(made: _NewClaim, archive: Archive) -> Changes:
    return changes_for(made.entry, archive.files, records_file(archive, made.entry.passage.source))


def _begun(made: _NewClaim, archive: Archive) -> tuple[Changes, Callable[[Context], Outcomes]]:
    """What there is, as a draft where not all of it is right, and then its record in the editor."""
    entry = made.entry
    if any(it.wrong for it in fields(entry)):
        file = records_file(archive, entry.passage.source)
        changes, id = draft_for(entry, archive.files, file)
    else:
        changes, id = _changes(made, archive), entry.id
    return changes, lambda now: (_at(now, entry, id), _opened(now, id))


def _opened(ctx: Context, id: str) -> Say | LendTerminal:
    """The record in the editor, and what was written once that has ended."""
    what = "Written" if id in ctx.archive.corpus.claims else "A draft, with all that was typed"
    said = f"{what}; {ctx.key('undo')} takes it back: {id}."
    found = open_record(ctx, "claim", id)
    return replace(found, said=said) if isinstance(found, LendTerminal) else found


def _at(ctx: Context, meant: ClaimEntry, id: str) -> Scene:
    """The scene with what was written, where it can be seen."""
    new = meant.statement_id if meant.speakers.chain else ""
    scene = replace(ctx.scene, entered=LastEntry(meant.get("event"), meant.speakers.statement or new, id))
    if id not in ctx.corpus.claims:
        return replace(scene, selection=_beside(ctx, meant))
    return settled(ctx.of(scene), replace(scene, selection=ctx.selector.quote(ctx.selection, id)))


def _beside(ctx: Context, meant: ClaimEntry) -> Selection:
    """Of a claim that decides nothing, or not yet: its words lit, and the card of its event where there is one."""
    passage, card = meant.passage, EventTarget(meant.event_id)
    words = TextTarget(passage.source, passage.span.start, passage.span.end, lit=True)
    if not ctx.selector.known.is_published(words):
        return ctx.selection
    found = ctx.selector.text(ctx.selection, words)
    return replace(found, card=card) if ctx.selector.known.has(card) else found


def _said(ctx: Context, entry: ClaimEntry) -> str:
    if entry.id in ctx.corpus.claims:
        return f"Written: {entry.id}."
    if entry.id not in ctx.archive.corpus.claims:
        return f"Written: {entry.id}, a draft like what it is of."
    return f"Written: {entry.id}. It was not known yet as of this day."
