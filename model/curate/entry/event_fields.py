"""The fields of a claim's event: which it is, and what a new one is and belongs to."""

from collections.abc import Iterator

from model.corpus.check_looks import TITLE_CELLS
from model.corpus.slugs import is_slug
from model.corpus.suggest import did_you_mean
from model.curate.entry import lookup
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.entry_field import EntryField
from model.curate.entry.event_near import event_said, strand_said
from model.curate.entry.kinds import kind_in_text, kind_of_event
from model.curate.entry.new_entity import no_room
from model.query.folding import folded


def event_fields(meant: ClaimEntry) -> Iterator[EntryField]:
    """Which event it is; of a new one also what it is and what it belongs to."""
    events = meant.passage.corpus.events
    typed = meant.get("event")
    if not typed:
        yield EntryField("event", "event", _event_hint(meant), wrong=True)
    elif wrong_name := lookup.several(typed, lookup.events(meant.passage.corpus)):
        yield EntryField("event", "event", wrong_name, wrong=True)
    elif meant.event is None:
        hint = did_you_mean(typed, (it.title for it in events.values())).removesuffix("?")
        long = no_room(typed, TITLE_CELLS)
        yield EntryField("event", "event", long or f"a new event{hint}", bool(long))
        kind = meant.get("kind")
        right = is_slug(kind) and kind != "strand"
        yield EntryField(
            "kind", "it is", _kind_hint(meant) if right else f"one of {_SOME}, or a word of yours", not right
        )
        yield _strand(meant)
    elif events[meant.event].type == "strand":
        yield EntryField("event", "event", "a strand only groups events; name one of them", wrong=True)
    else:
        count = len(meant.claims_of_event())
        said = event_said(meant.passage)
        why = f", {said.because}" if said is not None and said.event == meant.event else ""
        yield EntryField("event", "event", f"{count} claim{'' if count == 1 else 's'} so far{why}")


def _event_hint(meant: ClaimEntry) -> str:
    """What the event may be, with the words that say so; nothing of it is decided."""
    said = event_said(meant.passage)
    if said is None:
        return "what is it about? a title, there or new"
    return f"Tab: {meant.passage.corpus.events[said.event].title}, {said.because}?"


_SOME = "visit, meeting, opening, transport"
"""Kinds of events that are named where none is known; Tab has all."""


def _kind_hint(meant: ClaimEntry) -> str:
    """From where the kind is, so that what was only read in the text is not taken for the curator's."""
    kind = meant.get("kind")
    if kind != kind_of_event(meant.get("event")) and kind == kind_in_text(meant.passage.told_words):
        return "from the text; Tab: others"
    return "as visit, meeting, parade"


def _strand(meant: ClaimEntry) -> EntryField:
    """What a new event belongs to: nothing, an event that is there, or a new strand."""
    typed, events = meant.get("strand"), meant.passage.corpus.events
    if not typed:
        return EntryField("strand", "belongs to", "nothing; Tab: what others belong to, or a new strand")
    if meant.is_new_strand:
        same = folded(typed) == folded(meant.get("event"))
        wrong = "the event itself; a strand groups several" if same else no_room(typed, TITLE_CELLS)
        hint = did_you_mean(typed, (it.title for it in events.values())).removesuffix("?")
        return EntryField("strand", "belongs to", wrong or f"a new strand{hint}", bool(wrong))
    if meant.strand is None:
        several = lookup.several(typed, lookup.events(meant.passage.corpus))
        return EntryField("strand", "belongs to", several, wrong=True)
    said = strand_said(meant.passage, meant.get("event"))
    why = f", {said.because}" if said is not None and said.event == meant.strand else ""
    return EntryField("strand", "belongs to", f"{events[meant.strand].title}{why}")
