"""The fields of a claim as a form shows them: which there are, what each means, and what is wrong with it."""

from collections.abc import Iterator

from model.corpus.slugs import is_slug
from model.corpus.suggest import did_you_mean
from model.curate.entry import lookup
from model.curate.entry.claim import NEW, ClaimEntry
from model.curate.entry.entity_fields import new_entity_fields, roles_field
from model.curate.entry.entry_field import EntryField, of_date, standing
from model.curate.entry.event_fields import event_fields
from model.curate.entry.meaning_fields import amounts_field, meaning_fields
from model.curate.entry.new_entity import SHORT
from model.curate.entry.speaker_fields import speaker_fields

_LABELS = {
    "event": "event", "kind": "it is", "strand": "belongs to",
    "speaker": "who says it", "status": "status", "sure": "how sure", "hedge": "its word",
    "date": "date", "words": "  its words", "basis": "  known by", "why": "  why",
    "amounts": "figures", "roles": "who takes part",
    "said": "attributed by", "how": "its verb", "footing": "footing",
    "on": "said on", "on words": "  its words", "on basis": "  known by", "on why": "  why",
    "public": "in public", "origin": "goes back to",
    "replaces": "replaces", "note": "note", "id": "id",
}  # fmt: skip
"""All fields in their order, with what they are called where they are not asked for.

What one looks at in every claim comes first, and has room on a small screen; then what only a new statement has.
"""


_OF_EVENT = ("kind", "strand")
_OF_STATEMENT = ("said", "how", "footing", "on", "on words", "on basis", "on why", "public", "origin")


def fields(meant: ClaimEntry) -> tuple[EntryField, ...]:
    """All fields in their order, whatever stands in them; those of who is new, as many as there are, come last."""
    found = (*event_fields(meant), *speaker_fields(meant), *meaning_fields(meant), *_rest(meant))
    return standing(found, _LABELS, lambda name: _instead(meant, name))


def _instead(meant: ClaimEntry, name: str) -> EntryField:
    """A field that has nothing to ask for, with what it waits for."""
    label = _LABELS[name]
    if name in _OF_EVENT:
        return EntryField(name, label, "only of a new event", off=True)
    if name in _OF_STATEMENT and not meant.speakers.chain:
        known = "as the statement has it" if meant.statement is not None else "only of somebody who says it"
        return EntryField(name, label, known, off=True)
    which = "on" if name.startswith("on ") else "date"
    return of_date(name, label, meant.get(which), meant.get(name))


def _rest(meant: ClaimEntry) -> Iterator[EntryField]:
    yield amounts_field(meant)
    yield roles_field(meant)
    for name in meant.new_names:
        kind, short = meant.get(f"{NEW}{name}"), meant.get(f"{SHORT}{name}")
        yield from new_entity_fields(name, f"{name} is", kind, short, meant.new_ids[name], name)
    claims = meant.passage.corpus.claims
    missing = next((name for name in meant.replaces if name not in claims), None)
    wrong = f'there is no claim "{missing}"{did_you_mean(missing, claims)}' if missing is not None else ""
    yield EntryField("replaces", "replaces", wrong or _replaced(meant), bool(wrong))
    yield EntryField("note", "note", "your own, never in briefs" if meant.get("note") else "")
    yield _id(meant)


def _id(meant: ClaimEntry) -> EntryField:
    if meant.id in meant.passage.corpus.claims:
        return EntryField("id", "id", "taken already", wrong=True)
    right = is_slug(meant.id)
    return EntryField("id", "id", "" if right else "lower-case letters, digits, hyphens", not right)


def _replaced(meant: ClaimEntry) -> str:
    if not meant.replaces:
        told = meant.passage.no_status
        is_delay = told is not None and told.is_delay and bool(meant.claims_of_event())
        return "what was put off? Tab" if is_delay else "claims that it supersedes"
    return lookup.claim_in_words(meant.passage.corpus, meant.replaces[0])
