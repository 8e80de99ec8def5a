"""What a claim that is only begun comes to in the files: all that was typed, and as a draft what is not right yet."""

from collections.abc import Iterator, Mapping
from typing import Any

from model.corpus.slugs import is_slug
from model.corpus.vocabulary import EntityType
from model.curate.changes import Changes, changed_files
from model.curate.entry.claim import NEW, ClaimEntry
from model.curate.entry.fields import fields
from model.curate.entry.new_entity import SHORT, no_short, with_entity
from model.curate.entry.records import claim_of, event_of, statement_of, with_event
from model.curate.placing import inserted


def draft_for(meant: ClaimEntry, files: Mapping[str, bytes], records_file: str) -> tuple[Changes, str]:
    """What is written for a claim that is only begun, and its id.

    The event, the entities and the statement that it needs are written too, as drafts where something of them is wrong.
    What cannot stand in its field stands in the claim's `todo`, by the label of its field in the form. Raises
    `CannotEdit` where a file cannot be edited as it stands.
    """
    wrong = {it.name for it in fields(meant) if it.wrong}
    if "status" in wrong:
        # How sure it is means nothing without it.
        wrong |= {"sure"}
    text, after = meant.passage.text, {**files}
    nobody = {name for name in meant.new_names if meant.get(f"{NEW}{name}") not in [*EntityType]}
    for name in meant.new_names:
        if name not in nobody:
            short = meant.get(f"{SHORT}{name}")
            kind = meant.get(f"{NEW}{name}")
            after = with_entity(after, meant.new_ids[name], kind, name, "" if no_short(short) else short)
    known = _claim(meant, wrong, nobody)
    if meant.is_new_event:
        after["events.toml"] = with_event(after.get("events.toml"), meant, _event(meant, wrong))
    if meant.speakers.chain:
        statement = _statement(meant, wrong, nobody)
        after[records_file] = inserted(after[records_file], text, "statement", statement)
    if todo := "; ".join(_left(meant, wrong, nobody)):
        known["todo"] = todo
    after[records_file] = inserted(after[records_file], text, "claim", known)
    return changed_files(files, after), str(known["id"])


_OF_EVENT = {"kind", "strand"}
_OF_STATEMENT = {
    "speaker",
    "said",
    "how",
    "footing",
    "on",
    "on words",
    "on basis",
    "on why",
    "public",
    "origin",
}
_FIELDS = {
    "event": "event",
    "status": "status",
    "sure": "factuality",
    "hedge": "hedge",
    "amounts": "amounts",
    "roles": "roles",
    "replaces": "supersedes",
}
"""The fields of a claim by those of the form, where both are one."""

_DATE = {"date", "words", "basis", "why"}
_ON = {"on", "on words", "on basis", "on why"}
"""The fields of the form that make one date."""


def _event(meant: ClaimEntry, wrong: set[str]) -> dict[str, Any]:
    found = event_of(meant)
    if "kind" in wrong:
        found.pop("type")
    if "strand" in wrong:
        found.pop("part_of", None)
    return found | ({"draft": True} if _OF_EVENT & wrong else {})


def _statement(meant: ClaimEntry, wrong: set[str], nobody: set[str]) -> dict[str, Any]:
    found = statement_of(meant)
    first = found["chain"][0]
    if "how" in wrong:
        first.pop("how", None)
    if "footing" in wrong:
        first.pop("record", None)
    for hop, name in zip(found["chain"], meant.speakers.chain, strict=True):
        if name in nobody or "speaker" in wrong:
            hop.pop("who")
    for name in wrong & {"public", "origin"}:
        found.pop(name)
    is_draft = bool(_OF_STATEMENT & wrong) or any(it in nobody for it in meant.speakers.chain)
    return {**found, "draft": True} if is_draft else found


def _claim(meant: ClaimEntry, wrong: set[str], nobody: set[str]) -> dict[str, Any]:
    found = {**claim_of(meant), "id": meant.suggested_id if "id" in wrong else meant.id, "draft": True}
    if not meant.get("event"):
        found.pop("event", None)
    for name in _FIELDS.keys() & wrong - ({"event"} if meant.is_new_event else set()):
        found.pop(_FIELDS[name], None)
    if "roles" in found:
        kept = {role: [it for it in names if it not in nobody] for role, names in meant.roles.items()}
        found["roles"] = meant.holders({role: names for role, names in kept.items() if names})
    return {name: value for name, value in found.items() if value}


def _left(meant: ClaimEntry, wrong: set[str], nobody: set[str]) -> Iterator[str]:
    """What is typed and stands in no field, each by its label."""
    lost = wrong - ({"event"} if meant.is_new_event else set())
    if meant.date.field is None:
        lost |= _DATE
    if meant.on.field is None:
        lost |= _ON
    for it in fields(meant):
        typed = " ".join(meant.get(it.name).split())
        if it.name in lost and typed and not it.off:
            yield f"{it.label.strip()}: {typed}"
    for name in meant.new_names:
        if name in nobody:
            spoken = ["who says it"] if name in meant.speakers.chain else []
            parts = [role for role, names in meant.roles.items() if name in names and is_slug(role)]
            yield f"{name} is new, and of no type yet: {', '.join([*spoken, *parts])}"
