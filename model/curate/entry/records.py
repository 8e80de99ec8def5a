"""The records that a filled-in claim comes to, and the files that change with them."""

from collections.abc import Mapping
from typing import Any

from model.curate.changes import Changes, changed_files
from model.curate.entry.claim import NEW, ClaimEntry
from model.curate.entry.fields import fields
from model.curate.entry.new_entity import SHORT, with_entity
from model.curate.entry.passage import quote_of
from model.curate.placing import appended, inserted

Files = Mapping[str, bytes]
"""The bytes of the files of a corpus, by their names."""


def changes_for(meant: ClaimEntry, files: Files, records_file: str) -> Changes:
    """What is written for a claim whose fields are right, with the new event, entities and statement that it needs.

    `records_file` is the file of the source's records. Raises `CannotEdit` where a file cannot be edited as it stands.
    """
    text = meant.passage.text
    after = dict(files)
    for name in meant.new_names:
        after = with_entity(
            after, meant.new_ids[name], meant.get(f"{NEW}{name}"), name, meant.get(f"{SHORT}{name}")
        )
    if meant.is_new_event:
        after["events.toml"] = appended(after.get("events.toml"), "event", _event(meant))
    if meant.speakers.chain:
        statement = _statement(meant)
        after[records_file] = inserted(after[records_file], text, "statement", statement)
    after[records_file] = inserted(after[records_file], text, "claim", _claim(meant))
    return changed_files(files, after)


def draft_for(meant: ClaimEntry, files: Files, records_file: str) -> tuple[Changes, str]:
    """What is written for a claim that is only begun, what of its fields is right of what is there; and its id."""
    wrong = {it.name for it in fields(meant) if it.wrong}
    known = {**_claim(meant), "id": meant.suggested_id if "id" in wrong else meant.id, "draft": True}
    id = str(known["id"])
    if meant.event is None:
        known.pop("event", None)
    if meant.speakers.chain:
        known.pop("statement", None)
    if meant.new_names:
        known.pop("roles", None)
    for name, field in _FIELDS.items():
        if name in wrong:
            known.pop(field, None)
    after = inserted(files[records_file], meant.passage.text, "claim", known)
    return changed_files(files, {**files, records_file: after}), id


_FIELDS = {
    "event": "event",
    "status": "status",
    "sure": "factuality",
    "hedge": "hedge",
    "date": "date",
    "basis": "date",
    "why": "date",
    "roles": "roles",
    "replaces": "supersedes",
}
"""The fields of a claim by those of the form."""


def _event(meant: ClaimEntry) -> dict[str, Any]:
    found = {"id": meant.event_id, "type": meant.get("kind"), "title": meant.get("event")}
    return found | ({"part_of": meant.strand} if meant.strand is not None else {})


def _statement(meant: ClaimEntry) -> dict[str, Any]:
    assert meant.said_at is not None, "a field that is wrong is not written"
    first, *others = meant.speakers.chain
    hop = {"who": meant.entity(first), "how": meant.get("how"), "record": meant.get("footing")}
    chain = [{name: it for name, it in hop.items() if it}]
    chain += [{"who": meant.entity(name), "record": "document"} for name in others]
    on = {"on": meant.on.field} if meant.on.field is not None else {}
    return {
        "id": meant.statement_id,
        "quote": quote_of(meant.passage.text, meant.said_at),
        "chain": chain,
        **on,
        "public": meant.get("public") == "yes",
    }


def _claim(meant: ClaimEntry) -> dict[str, Any]:
    statement = meant.statement_id if meant.speakers.chain else meant.speakers.statement
    found = {
        "id": meant.id,
        "event": meant.event_id,
        "statement": statement,
        "quote": meant.passage.quote,
        "date": meant.date.field,
        "status": meant.get("status"),
        "factuality": meant.get("sure"),
        "hedge": meant.get("hedge"),
        "roles": meant.holders(),
        "supersedes": list(meant.replaces),
        "note": meant.get("note"),
    }
    return {name: value for name, value in found.items() if value}
